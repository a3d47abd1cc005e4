"""Communication material: what it shows of children, what it promises, and who can answer."""

from collections.abc import Iterator

from rempart.programmes.rules.checks.alarm import gaps_in_answering, gaps_in_services
from rempart.programmes.rules.communication import Image, Literacy, Material, Story
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import Seen, Telling, at_material

EVERYBODY = {
    "communities", "families", "children", "public", "adolescents", "girls", "boys", "at_risk",
    "survivors", "street", "working_children", "siblings", "mothers", "fathers",
}  # fmt: skip
SHOWN = ("children_informed", "children_agree", "children_consulted")
PROTECTED = ("story_agreed", "story_anonymised", "story_withdrawable")
TO_READ = {"printed_text", "web_text"}


def alarm_without_response(seen: Seen) -> Outcome:
    """RULE-001 on a material: nothing invites reports where nobody can answer them.

    Source: strategy 2, what to avoid 1. Reading: a material that invites people to report or to call
    goes out on a day from which, in each place of its activity (of the plan, where it has none),
    someone answers and was tried. To name an emergency number or a helpline that works is no
    invitation: such a number is never hidden.
    """
    told = Telling()
    inviting = [m for m in seen.plan.materials if told.doubt(m, "invites_reports")]
    for material in inviting:
        for place in _places(seen, material):
            wrong, unsure = gaps_in_answering(
                seen, place, material.out_on, at_material(material, "out_on")
            )
            told.wrong += wrong
            told.unsure += unsure
    return told.outcome(concerned=bool(inviting))


def children_as_instruments(seen: Seen) -> Outcome:
    """RULE-006 on a material: a child appears only informed, willing and consulted.

    Source: strategy 1, what to avoid 2. Reading: where a child appears, or a real child's image is
    used, the answer to all three questions is yes.
    """
    told = Telling()
    for material in seen.plan.materials:
        if told.doubt(material, "children_appear") or material.image == Image.REAL:
            told.want(material, *SHOWN)
    return told.outcome(concerned=any(m.shows_children for m in seen.plan.materials))


def men_without_men(seen: Seen) -> Outcome:
    """RULE-008 on a material: a message for men is carried by men too.

    Source: strategy 3, what to avoid 2. Reading: men are among those who speak in it or bring it.
    """
    for_men = _for(seen, {"men"})
    wrong = [at_material(m, "messengers") for m in for_men if "men" not in m.messengers]
    return judge(concerned=bool(for_men), wrong=wrong, unsure=_unaddressed(seen))


def promising_too_soon(seen: Seen) -> Outcome:
    """RULE-013 on a material: help is announced after a first contact, and once services are complete.

    Source: strategy 4, what to avoid 4. Reading: as for an activity; the day is that on which the
    material goes out.
    """
    told = Telling()
    announcing = [m for m in seen.plan.materials if told.doubt(m, "announces_help")]
    for material in announcing:
        if material.first_contact_on is None:
            told.wrong.append(at_material(material, "first_contact_on"))
        elif material.out_on is None:
            told.unsure.append(at_material(material, "out_on"))
        elif material.first_contact_on > material.out_on:
            told.wrong.append(at_material(material, "first_contact_on"))
        for place in _places(seen, material):
            wrong, unsure = gaps_in_services(seen, place, material.out_on)
            told.wrong += wrong
            told.unsure += unsure
    return told.outcome(concerned=bool(announcing))


def image_without_need(seen: Seen) -> Outcome:
    """RULE-052: a child's image is used only if essential, dignified, safe and authorised.

    Source: box 7. Reading: a real child's image answers the whole grid: why it cannot be done
    without, dignity and safety reviewed, every authorisation held, by whom. A drawn child is real to
    nobody: dignity alone is asked.
    """
    told = Telling()
    for material in seen.plan.materials:
        if not material.image:
            told.unsure.append(at_material(material, "image"))
        elif material.image != Image.NONE:
            told.want(material, "dignity_reviewed")
        if material.image == Image.REAL:
            told.want(material, "safety_reviewed")
            told.wrong += (at_material(material, name) for name in _unproven(material))
    images = {Image.DRAWN, Image.REAL}
    return told.outcome(concerned=any(m.image in images for m in seen.plan.materials))


def _unproven(material: Material) -> Iterator[str]:
    needed, held = material.authorisations_needed, material.authorisations_held
    if not material.image_needed_because:
        yield "image_needed_because"
    if not needed:
        yield "authorisations_needed"
    elif held is None or held < needed:
        yield "authorisations_held"
    if not material.authorisations_held_by:
        yield "authorisations_held_by"


def real_story_unprotected(seen: Seen) -> Outcome:
    """RULE-054: a real story needs the person's agreement, anonymity, and the right to withdraw.

    Source: example 9. Reading: where the story is real, the answer to all three questions is yes.
    """
    told = Telling()
    for material in seen.plan.materials:
        if not material.story:
            told.unsure.append(at_material(material, "story"))
        elif material.story == Story.REAL:
            told.want(material, *PROTECTED)
    return told.outcome(concerned=any(m.story == Story.REAL for m in seen.plan.materials))


def no_way_to_help(seen: Seen) -> Outcome:
    """RULE-055: whoever sees it learns where to find help that answers.

    Source: box 9; strategy 3, thing to do 7; strategy 4, thing to do 2. Reading: a material for
    residents, families, children or the public names a service or a number, tried and found to
    answer; where local help is missing, the nearest that answers. A number without response is not
    promoted; one that works is never hidden.
    """
    told = Telling(_unaddressed(seen))
    to_all = _for(seen, EVERYBODY)
    for material in to_all:
        if not material.help_contacts:
            told.wrong.append(at_material(material, "help_contacts"))
        else:
            told.want(material, "help_answers")
    return told.outcome(concerned=bool(to_all))


def hard_to_read(seen: Seen) -> Outcome:
    """RULE-127: who reads little is not reached by writing alone.

    Source: example 9. Reading: formats are nothing but printed text or text on a page of the web.
    """
    wrong: list[Spot] = []
    unsure: list[Spot] = []
    few = {Literacy.NONE, Literacy.LOW}
    for material in seen.plan.materials:
        is_written = bool(material.formats) and TO_READ.issuperset(material.formats)
        if not material.literacy and (is_written or not material.formats):
            unsure.append(at_material(material, "literacy"))
        elif material.literacy in few and not material.formats:
            unsure.append(at_material(material, "formats"))
        elif material.literacy in few and is_written:
            wrong.append(at_material(material, "formats"))
    concerned = any(m.literacy in few for m in seen.plan.materials)
    return judge(concerned=concerned, wrong=wrong, unsure=unsure)


def _for(seen: Seen, audiences: set[str]) -> list[Material]:
    return [m for m in seen.plan.materials if audiences.intersection(m.audiences)]


def _unaddressed(seen: Seen) -> list[Spot]:
    return [at_material(m, "audiences") for m in seen.plan.materials if not m.audiences]


def _places(seen: Seen, material: Material) -> tuple[str, ...]:
    own = (a.places for a in seen.activities if a.key == material.activity)
    return next(own, ()) or seen.place_keys


def addresses(seen: Seen, audiences: set[str]) -> tuple[list[Material], list[Spot]]:
    """Return the materials for these audiences, and where it is not said for whom one is."""
    return _for(seen, audiences), _unaddressed(seen)
