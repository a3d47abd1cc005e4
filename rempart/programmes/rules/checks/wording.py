"""Communication material: the words it is told in, and what it says or leaves out."""

from collections.abc import Iterable

from rempart.kit.discretion import signs_of_a_person
from rempart.programmes.rules.checks.materials import addresses
from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.review import Outcome
from rempart.programmes.rules.seen import Seen, Telling, at_material

SECTOR = {"business", "workers"}
TOPICS = ("gender", "ethnicity", "hiv_impact", "penal_consequences")


def blames_the_sector(seen: Seen) -> Outcome:
    """RULE-051: businesses are informed and won over, not accused.

    Source: strategy 3, what to avoid 1; example 5. Reading: in a material for businesses or their
    workers, the lint finds none of the terms of the lexicon ``blames_sector``.
    """
    found, unaddressed = addresses(seen, SECTOR)
    return _linted(seen, found, "blames_sector", Telling(unaddressed))


def blames_the_child(seen: Seen) -> Outcome:
    """RULE-057 on a material: no word makes the child or the family responsible.

    Source: strategy 4, what to avoid 1; strategy 5, what to avoid 1. Reading: the lint finds none of
    the terms of the lexicon ``blames_child``.
    """
    return _linted(seen, seen.plan.materials, "blames_child", Telling())


def words_to_replace(seen: Seen) -> Outcome:
    """RULE-058: the words are those that respect children.

    Source: example 5; REQ-113. Reading: the lint finds none of the terms to replace, in the languages
    of the material.
    """
    return _linted(seen, seen.plan.materials, "", Telling())


def _linted(seen: Seen, materials: Iterable[Material], lexicon: str, told: Telling) -> Outcome:
    """Judge the texts by one lexicon; nothing can be told without a text, or without its words."""
    listed = list(materials)
    for material in listed:
        if not material.text or seen.thresholds.terms is None:
            told.unsure.append(at_material(material, "text"))
        elif lexicon in seen.lexicons_in(material):
            told.wrong.append(at_material(material, "text"))
    return told.outcome(concerned=bool(listed))


def identity_disclosed(seen: Seen) -> Outcome:
    """RULE-053 on a material: nobody can recognise a child.

    Source: box 6; example 5. Reading: someone checked that there is no name, face, address, school,
    family, place or detail of one story. Until that is said, a text that looks as if it held one
    violates the rule; the looks are sometimes wrong, so a person has the last word.
    """
    told = Telling()
    for material in seen.plan.materials:
        public = material.help_contacts
        if not material.identity_checked and signs_of_a_person(material.text, but=public):
            told.wrong.append(at_material(material, "text"))
        else:
            told.want(material, "identity_checked")
    return told.outcome(concerned=bool(seen.plan.materials))


def men_without_the_law(seen: Seen) -> Outcome:
    """RULE-056: a message for men recalls the law, the penalty, and the rights of children and women.

    Source: strategy 3, thing to do 5; example 23. Reading: both questions are answered with yes.
    """
    found, unaddressed = addresses(seen, {"men"})
    told = Telling(unaddressed)
    for material in found:
        told.want(material, "says_penalties", "says_rights")
    return told.outcome(concerned=bool(found))


def half_informed(seen: Seen) -> Outcome:
    """RULE-125: residents are told the whole: gender, ethnicity, HIV, and the law where it matters.

    Source: box 9. Reading: what is not covered has its reason; where nothing is ticked and no reason
    given, nobody has said anything yet.
    """
    found, unaddressed = addresses(seen, {"communities"})
    told = Telling(unaddressed)
    for material in found:
        if material.not_relevant_because or set(material.covers).issuperset(TOPICS):
            continue
        gaps = told.wrong if material.covers else told.unsure
        gaps.append(at_material(material, "covers"))
    return told.outcome(concerned=bool(found))


def adolescents_absent(seen: Seen) -> Outcome:
    """RULE-126: who speaks of children speaks of adolescents too: they are children until eighteen.

    Source: example 5; REQ-113. Reading: every material of a plan is about exploitation.
    """
    told = Telling()
    for material in seen.plan.materials:
        if told.doubt(material, "mentions_children"):
            told.want(material, "mentions_adolescents")
    speaking = any(m.mentions_children == Answer.YES for m in seen.plan.materials)
    return told.outcome(concerned=speaking)
