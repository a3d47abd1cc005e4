"""What rules read is what kinds ask: no question unread, none read that is not asked."""

import ast
from pathlib import Path
from typing import Any

import pytest

from rempart.programmes.catalogue import kinds, questions
from rempart.programmes.rules import checks, sorts
from rempart.programmes.rules.sorts import Sort

SORTS = {name: value for name, value in vars(sorts).items() if isinstance(value, Sort)}
ASKED: list[tuple[Any, ...]] = [  # a question, and the sorts of activities that it is asked of
    ("children_appear", sorts.SHOWING),
    ("announces_help", sorts.ANNOUNCING),
    ("leaves_street", sorts.STREET_EXITS),
    ("serves_traumatised", sorts.CENTRES),
    ("gender_reviewed", sorts.SPACES),
    ("girls_planned", sorts.YOUTH),
    ("low_literacy", sorts.TRAININGS),
    ("job_search_skills", sorts.TRADE_TRAINING),
    ("share_women", sorts.LIVELIHOODS),
    ("hazardous", sorts.APPRENTICESHIPS),
    ("home_assessed", sorts.REINTEGRATION),
    ("measure", sorts.POLICE),
    ("safety_protocol", sorts.STREET_WORK),
    ("agreement_with", sorts.HELPLINES),
    ("support_network", sorts.WATCH),
    ("mediation_between", sorts.MEDIATION),
    ("legislators_consulted", sorts.LAW_REFORM),
    ("findings_used", sorts.DEMAND_CAMPAIGNS),
    ("audience_measured", sorts.CAMPAIGNS),
    ("expected_new_enrolments", sorts.SCHOOL_PROMOTION, sorts.TRADE_TRAINING),
    ("education_path", sorts.SCHOOLING),
    ("scholarship_criteria", sorts.SCHOLARSHIPS),
    ("study_subjects", sorts.STUDIES),
    ("covers", sorts.PROVIDERS),
]


def words_of_checks() -> set[str]:
    files = Path(checks.__path__[0]).glob("*.py")
    trees = [ast.parse(file.read_text("utf-8")) for file in files]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def test_every_question_is_read_by_a_rule() -> None:
    assert set(questions()) <= words_of_checks()


@pytest.mark.parametrize("name", SORTS)
def test_a_sort_is_made_of_living_kinds(name: str) -> None:
    assert set(kinds()) >= SORTS[name].kinds


@pytest.mark.parametrize(("question", "checked"), [(one[0], one[1:]) for one in ASKED])
def test_who_is_asked_is_who_is_checked(question: str, checked: tuple[Sort, ...]) -> None:
    asked = {slug for slug, kind in kinds().items() if question in kind.questions}
    assert asked == set().union(*(sort.kinds for sort in checked))
