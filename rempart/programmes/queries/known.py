"""What this deployment knows, for reading a file: its content's codes, its columns' lengths."""

from django.db.models import CharField, TextField

from rempart.guide.catalogue import catalogue
from rempart.guide.rules.kinds import Kind
from rempart.programmes.catalogue import kinds, questions
from rempart.programmes.models import ROWS, Programme, Row
from rempart.programmes.rules.exchange import Known
from rempart.programmes.rules.findings import finding_ids

LISTS = (
    "age_band",
    "guide_theme",
    "indicator_frequency",
    "material_format",
    "material_topic",
    "plan_cause",
    "plan_need",
    "plan_split",
    "plan_target",
    "plan_unit",
    "risk_sector",
    "sex",
    "stakeholder_group",
    "working_children",
)


def known() -> Known:
    """Return what ``read_plan`` must know of the living content and of the tables."""
    guide = catalogue()
    slugs = {kind: frozenset(e.slug for e in guide.of_kind(kind)) for kind in Kind}
    vocabularies = {name: frozenset(guide.code_list(name).ids) for name in LISTS} | {
        "area": slugs[Kind.AREA],
        "action": slugs[Kind.ACTION],
        "factor": slugs[Kind.FACTOR],
        "gender_part": frozenset(line.slug for line in guide.entry("ex.08").lines),
        "action_number": frozenset(str(e.number) for e in guide.of_kind(Kind.ACTION)),
        "activity_kind": frozenset(kinds()),
        "indicator": frozenset(guide.indicators),
        "rule": rule_ids(),
    }
    return Known(
        vocabularies=vocabularies, kinds=kinds(), questions=questions(), longest=_longest()
    )


def rule_ids() -> frozenset[str]:
    """Return the ids of the guide's rules, and of every finding of a review."""
    return frozenset(f"RULE-{number:03}" for number in range(1, 128)) | finding_ids()


def _longest() -> dict[tuple[str, str], int]:
    kept: list[type[Programme | Row]] = [Programme, *ROWS.values()]
    return {
        (model.record_type.__name__, field.name): field.max_length
        for model in kept
        for field in model._meta.get_fields()
        if isinstance(field, CharField | TextField) and field.max_length
    }
