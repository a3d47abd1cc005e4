"""The lint of terms: whole words in their context, exceptions with reasons, all our words clean."""

from collections.abc import Iterator

import pytest
import yaml
from babel.messages.pofile import read_po
from django.conf import settings

from rempart.guide.catalogue import catalogue, lint
from rempart.guide.rules.entries import Term
from rempart.guide.rules.kinds import Kind
from tests.shared import SHARED

INVENTORY = SHARED / "seed" / "inventory.yaml"
CONTENT = settings.CONTENT_FOLDERS[0]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "They fight child prostitution.", [("child prostitution", "term.prostitution")]),
        ("en", "Street children and a Street Kid.",
         [("Street children", "term.street"), ("Street Kid", "term.street")]),
        ("en", "The police raided; a raid was planned.", [("raid", "term.safety")]),
        ("en", "Save the Children helps.", []),
        ("en", "The exploitation of children in prostitution", []),
        ("fr", "La prostitution enfantine et l’enfant prostitué",
         [("prostitution enfantine", "term.prostitution"),
          ("enfant prostitué", "term.prostitution")]),
        ("fr", "LES ENFANTS DES RUES", [("ENFANTS DES RUES", "term.street")]),
        ("fr", "un drogué", [("drogué", "term.dependence")]),
        ("fr", "la consommation de drogue", []),
        ("fr", "une boisson alcoolique, un alcoolique", [("alcoolique", "term.alcohol")]),
        ("fr", "le tourisme sexuel\u00a0: les clients d’enfants",
         [("tourisme sexuel", "term.travel_tourism"), ("clients d’enfants", "term.exploiter")]),
        ("fr", "Le client de la banque appelle le service clients.", []),
        ("fr", "child prostitution", []),
        ("sw", "child prostitution", []),
        ("en", "", []),
    ],
)  # fmt: skip
def test_words_are_found_whole_and_in_context(
    language: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert [(finding.words, finding.term) for finding in lint(text, language)] == found


def test_a_finding_says_where_the_words_stand() -> None:
    text = "Élèves\u00a0: la pédopornographie nuit."
    (finding,) = lint(text, "fr")

    assert text[finding.start : finding.end] == "pédopornographie" == finding.words
    assert isinstance(catalogue().entry(finding.term), Term)


def test_all_content_is_clean_in_the_source() -> None:
    found = {c: lint(text, "en") for c, text in catalogue().words() if lint(text, "en")}
    assert not found


def sayings() -> Iterator[tuple[str, str, str]]:
    """Yield the language, the place and the words of every translation, and their sources."""
    for file in (*CONTENT.rglob("*.po"), *settings.PACKAGE.rglob("*.po")):
        language = file.parts[-3]
        with file.open("rb") as opened:
            for message in read_po(opened):
                for said in () if not message.id else told(message.string):
                    yield language, f"{file.parent}:{message.context or message.id}", said
                for said in () if not message.id else told(message.id):
                    yield "en", f"{file.parent}:{message.context or message.id}", said


def told(words: object) -> tuple[str, ...]:
    return tuple(words) if isinstance(words, tuple | list) else (str(words),)


def test_all_translations_and_all_words_of_pages_are_clean() -> None:
    found = [(place, lint(said, language)) for language, place, said in sayings()]
    assert len(found) > 1000
    assert not [(place, findings) for place, findings in found if findings]


def test_every_term_says_why_and_every_exception_has_its_reason() -> None:
    for term in catalogue().of(Term):
        assert term.text, term.slug
        assert term.avoid or term.understood, term.slug
        assert all(exemption.because for exemption in term.unless), term.slug


def test_the_guides_own_words_are_understood_and_none_is_said() -> None:
    guide = [term for term in catalogue().of(Term) if term.guide]

    assert len(guide) == 19
    assert len(catalogue().of_kind(Kind.TERM)) > 40


@pytest.mark.shared("seed/inventory.yaml")
def test_the_inventory_has_the_same_terminology() -> None:
    terms = yaml.load(INVENTORY.read_text("utf-8"), Loader=yaml.CSafeLoader)["terminology"]
    ours = {words for term in catalogue().of(Term) for words in term.guide}

    assert {w for term in terms for w in term["seed_term_fr"].split(" / ")} == ours
