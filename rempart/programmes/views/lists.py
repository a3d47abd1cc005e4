"""The lists of rows on a step's page, each ready for its template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rempart.guide.catalogue import catalogue, say
from rempart.programmes.catalogue import gender_questions
from rempart.programmes.forms import ROW_FORMS, RowForm, StepForm
from rempart.programmes.forms.situation import gender_parts, markable_factors
from rempart.programmes.models import Programme, Row
from rempart.programmes.models.names import PART_NAMES
from rempart.programmes.queries.choices import action_name
from rempart.programmes.queries.plans import Rows
from rempart.programmes.rules.parts import parts_of
from rempart.programmes.rules.plan import Plan
from rempart.programmes.views.citing import citations_shown
from rempart.programmes.views.register import register_shown

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RowList:
    """One list of rows: its words, its rows, and what its own template needs besides."""

    programme: Programme
    kind: str
    form: RowForm
    writes: bool
    lines: "Sequence[tuple[Row, Sequence[tuple[Words, Words]]]]"
    groups: Sequence[Mapping[str, Any]] = field(default_factory=list)

    @property
    def template(self) -> str:
        """Return the part of a page that shows it."""
        return TEMPLATES.get(self.kind, "programmes/parts/rows.html")


def row_lists(form: StepForm, rows: Rows, plan: Plan, *, writes: bool) -> dict[str, RowList]:
    """Return the lists of a step, by kind."""
    kinds = [kind for section in form.sections for kind in section.rows]
    return {kind: row_list(form.programme, kind, rows, plan, writes=writes) for kind in kinds}


def row_list(programme: Programme, kind: str, rows: Rows, plan: Plan, *, writes: bool) -> RowList:
    """Return one list, ready for its template."""
    form = ROW_FORMS[kind](programme=programme)
    return RowList(
        programme=programme,
        kind=kind,
        form=form,
        writes=writes,
        lines=[(row, form.cells(row)) for row in rows[kind]],
        groups=GROUPED[kind](rows, plan) if kind in GROUPED else [],
    )


def _factors(rows: Rows, _plan: Plan) -> list[dict[str, Any]]:
    """Group every factor of the guide by family, with what was said of it."""
    said: dict[str, Any] = {getattr(row, "factor", ""): row for row in rows["factors"]}
    factors = markable_factors()
    families = catalogue().code_list("factor_family")
    return [
        {
            "title": say(families.value(family.value), "label"),
            "lines": [(f, said.get(f.slug)) for f in factors if f.family is family],
        }
        for family in dict.fromkeys(f.family for f in factors)
    ]


def _gender(rows: Rows, _plan: Plan) -> list[dict[str, Any]]:
    """Give each of the eight parts what was written of it."""
    said: dict[str, Any] = {getattr(row, "part", ""): row for row in rows["gender"]}
    asked = gender_questions()
    return [
        {
            "slug": slug,
            "title": title,
            "row": said.get(slug),
            "girls": say(asked[slug], "girls") if slug in asked else "",
            "boys": say(asked[slug], "boys") if slug in asked else "",
        }
        for slug, title in gender_parts().items()
    ]


def _parts(rows: Rows, plan: Plan) -> list[dict[str, Any]]:
    """Give each chosen action its groups, with what they do and whose reading that is."""
    own: dict[tuple[str, str], Any] = {
        (getattr(row, "action", ""), getattr(row, "group", "")): row for row in rows["parts"]
    }
    titles = {choice.key: choice.title for choice in plan.choices}
    groups = catalogue().code_list("stakeholder_group")
    return [
        {
            "slug": one.action,
            "title": action_name(one.action) or titles.get(one.action, one.action),
            "is_unassigned": one.unassigned(plan),
            "lines": [
                {
                    "group": part.group,
                    "name": say(groups.value(part.group), "label"),
                    "does": [PART_NAMES[does] for does in part.parts],
                    "is_own": part.is_own,
                    "is_doubtful": part.is_doubtful,
                    "row": own.get((one.action, part.group)),
                }
                for part in one.groups
            ],
        }
        for one in parts_of(plan, catalogue())
    ]


GROUPED = {
    "factors": _factors,
    "gender": _gender,
    "parts": _parts,
    "register": register_shown,
    "citations": citations_shown,
}
TEMPLATES = {
    kind: f"programmes/parts/{kind}.html" for kind in (*GROUPED, "law", "materials", "campaigns")
}
