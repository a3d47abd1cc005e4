"""What each check of the wording flags and leaves alone, in English and in French.

One file for each check: under each language what is ``flagged`` and what is ``clean``. An example
names its level with its text; ``words`` are those that must be pointed at, ``at`` the field to mend.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from rempart.guide.catalogue import say
from rempart.programmes.catalogue import lexicon, smart_checks
from rempart.programmes.rules.results import Indicator
from rempart.programmes.rules.smart import Remark, remarks_of_row
from rempart.programmes.rules.smart.figures import Frame
from rempart.programmes.rules.smart.lint import LEVELS, Result

TABLES = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
}
SHAPES = {name: shape for shape, name in LEVELS.items()}
ENOUGH = 3
Example = dict[str, Any]


def row_of(example: Example) -> Result:
    level = next(name for name in SHAPES if name in example)
    shape = SHAPES[level]
    names = {f.name for f in fields(shape)}
    told = {
        name: Decimal(value) if name in {"baseline", "target"} else value
        for name, value in example.items()
        if name in names and name not in {"indicators", "outputs", "activities"}
    }
    if example.get("measured"):
        told["indicators"] = (Indicator(key="i", text="Measure", target=Decimal(9)),)
    row: Result = shape(key="k", text=example[level], **told)
    return row


def remarks(example: Example, language: str) -> tuple[Remark, ...]:
    frame = Frame(
        starts_on=date(2027, 3, 1),
        ends_on=date(2029, 2, 28),
        planned=example.get("planned", 0),
        capacity=example.get("capacity", {}),
    )
    actions = frozenset(example.get("actions", ()))
    return remarks_of_row(row_of(example), frame=frame, lexicon=lexicon(language), actions=actions)


def examples(kind: str) -> Iterator[Any]:
    for check, table in TABLES.items():
        for language, cases in table.items():
            for place, case in enumerate(cases[kind]):
                yield pytest.param(check, language, case, id=f"{check}-{language}-{place}")


@pytest.mark.parametrize(("check", "language", "example"), [*examples("flagged")])
def test_what_is_flagged_with_its_words(check: str, language: str, example: Example) -> None:
    found = [one for one in remarks(example, language) if one.check == check]

    assert len(found) == 1, example
    assert example.get("words") in {None, *found[0].words}
    assert found[0].where == example.get("at", "text")


@pytest.mark.parametrize(("check", "language", "example"), [*examples("clean")])
def test_what_is_left_alone(check: str, language: str, example: Example) -> None:
    assert check not in {one.check for one in remarks(example, language)}


def test_every_check_has_enough_examples_in_each_language() -> None:
    assert TABLES.keys() == smart_checks().keys()
    for check, table in TABLES.items():
        for language in ("en", "fr"):
            for kind in ("flagged", "clean"):
                assert len(table[language][kind]) >= ENOUGH, (check, language, kind)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_its_own_pair_of_examples_keeps_its_promise(language: str) -> None:
    """Where a check reads words, the bad example draws it and the good one does not."""
    for slug, check in smart_checks().items():
        if check.words:
            bad, good = ({check.levels[0]: say(check, name, language)} for name in ("bad", "good"))
            assert slug in {one.check for one in remarks(bad, language)}, (slug, "bad")
            assert slug not in {one.check for one in remarks(good, language)}, (slug, "good")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Train the teachers of eight schools", "en"),
        ("Former le personnel de huit écoles", "fr"),
        ("Radio", "pt"),
    ],
)
def test_a_text_is_read_in_its_own_language(text: str, language: str) -> None:
    other = {"en": "fr", "fr": "en", "pt": "pt"}[language]
    example = {"objectives": text}

    assert [one.words for one in remarks(example, language)] == [
        one.words for one in remarks(example, other)
    ]


def test_a_row_without_words_draws_no_remark_on_them() -> None:
    assert remarks({"outputs": " "}, "en") == ()


def test_without_a_period_a_capacity_counts_for_one_month() -> None:
    row = {"indicators": "Children", "unit": "number", "about_people": True, "target": 9}
    found = remarks_of_row(
        row_of(row),
        frame=Frame(capacity={"safe_shelter": 8}),
        lexicon=lexicon("en"),
        actions=frozenset({29}),
    )
    assert {"target": 9, "capacity": 8} in [one.figures for one in found]
