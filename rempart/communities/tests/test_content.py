"""The conditions of risk as content: they hold, and what does not stops the start-up."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rempart.communities import catalogue as held
from rempart.communities.catalogue import conditions, hold
from rempart.communities.rules.conditions import Dimension, faults_of
from rempart.communities.rules.readings import told_twice
from rempart.communities.rules.weights import agreed_weights, equal_weights, obstacles_to_ballot
from rempart.guide.catalogue import ContentError, catalogue
from rempart.guide.rules.entries import Factor


@pytest.fixture
def overlay(tmp_path: Path, settings: pytest.FixtureRequest) -> Iterator[Path]:
    folder = tmp_path / "conditions"
    folder.mkdir()
    given = settings
    given.CONTENT_FOLDERS = [*given.CONTENT_FOLDERS, tmp_path]  # type: ignore[attr-defined]  # pytest-django's own
    held.conditions.cache_clear()
    yield folder
    held.conditions.cache_clear()


def test_every_side_of_risk_has_conditions_and_every_one_a_reason() -> None:
    found = list(conditions().values())

    assert [c.number for c in found] == list(range(1, 25))
    assert {d: sum(c.dimension is d for c in found) for d in Dimension} == {
        Dimension.VULNERABILITY: 10,
        Dimension.DEMAND: 7,
        Dimension.PROTECTION: 7,
    }
    assert all(c.why and c.measures and c.of_what and c.sources for c in found)
    for condition in found:
        assert all(isinstance(catalogue().entry(slug), Factor) for slug in condition.factors)


def test_a_condition_that_does_not_hold_stops_the_start(overlay: Path) -> None:
    source = (Path("content") / "conditions" / "tolerance.yaml").read_text("utf-8")
    wrong = source.replace("low: 5", "low: 70").replace("percent", "bushels")
    wrong = wrong.replace("vf.env.tolerance", "vf.env.nothing")
    (overlay / "tolerance.yaml").write_text(wrong, "utf-8")

    with pytest.raises(ContentError) as stopped:
        hold()
    assert str(stopped.value).splitlines() == [
        "content/conditions/tolerance.yaml: its goalposts do not rise: 70, 60",
        "content/conditions/tolerance.yaml: there is no vf.env.nothing",
        "content/conditions/tolerance.yaml: there is no unit bushels",
    ]


def test_a_condition_says_all_of_its_words() -> None:
    one = conditions()["tolerance"]

    assert dict(one.words())["conditions/tolerance/title"] == one.title
    assert "conditions/tolerance/sources" not in dict(replace(one, sources="").words())
    assert not list(faults_of(one))


def test_weights_are_together_one_whatever_was_shared_out() -> None:
    used = list(conditions().values())

    assert sum(equal_weights(used).values()) == pytest.approx(1, abs=1e-12)
    assert agreed_weights(used, [{"gone": 100}]) == equal_weights(used)
    assert obstacles_to_ballot({"a": 120, "b": -20}) == ["negative_points"]
    assert obstacles_to_ballot({"a": 99}) == ["not_a_hundred"]
    assert obstacles_to_ballot({"a": 60, "b": 40}) == []


def test_words_that_head_two_columns_head_none() -> None:
    heads = iter([("Note", "note"), ("Place", "place"), ("Lieu", "place"), ("note", "tolerance")])

    assert told_twice(heads) == {"place": "place", "lieu": "place"}
