"""Who answers which need where: a grid of needs and providers, its gaps, its duplicates, and the ways on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.documents import words
from rempart.programmes.documents.covering import suggestion
from rempart.programmes.models import Programme
from rempart.programmes.models.coverage_names import COVER_NAMES
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.codes import Answer, Step
from rempart.programmes.rules.coverage import Cover, Coverage, Line, coverage_of
from rempart.programmes.rules.plan import Plan
from rempart.programmes.views.pages import around, found_programme

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

ABSENT = "absent"  # a provider that a need does not name


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A row of the grid in words, with what would mend it and the ways there."""

    need: str
    place: str
    state: str
    said: "Words"
    address: str  # of the row of the need
    suggestion: str
    cells: list[tuple[str, str]]  # name of the provider, what it does
    ways: list[tuple[str, str]]  # words, address


@signed_in
@require_safe
def coverage_page(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show who answers which need where, and where to mend what is missing or double."""
    programme = found_programme(request, pk)
    plan = plan_of(programme)
    found = coverage_of(plan)
    context = around(request, programme, plan, Step.WHO)
    context |= coverage_beside(plan, found)
    context["lines"] = [_shown(line, found, programme, plan) for line in found.lines]
    return render(request, "programmes/coverage.html", context)


def coverage_beside(plan: Plan, found: Coverage | None = None) -> dict[str, object]:
    """Return what the overview says of the coverage: how many gaps, how many duplicates."""
    known = found or coverage_of(plan)
    return {
        "coverage": known,
        "uncovered": len(known.of(Cover.NOBODY)),
        "only_planned": len(known.of(Cover.PLANNED)),
        "doubled": len(known.of(Cover.SEVERAL)),
    }


def _shown(line: Line, found: Coverage, programme: Programme, plan: Plan) -> LineShown:
    return LineShown(
        need=words.of_list(line.kind, "plan_need"),
        place=words.everywhere([line.place] if line.place else [], plan),
        state=line.state.value,
        said=COVER_NAMES[line.state.value],
        address=_row(programme, "needs", line.needs[0].key),
        suggestion=suggestion(line, found),
        cells=[(one.name, line.cells.get(one.key, ABSENT)) for one in found.providers],
        ways=list(_ways(line, found, programme)),
    )


def _ways(line: Line, found: Coverage, programme: Programme) -> Iterator[tuple[str, str]]:
    """Yield where an alliance is written: on the need, and on the partners who agreed nothing yet."""
    if line.state is not Cover.SEVERAL:
        return
    at = f"{_row(programme, 'needs', line.needs[-1].key)}#row_complement"
    yield _("Write how they complete each other"), at
    for one in found.providers:
        partner = one.partner
        if partner and one.key in line.providers and partner.coordination_agreed != Answer.YES:
            told = _("Write the agreement: %(name)s") % {"name": partner.name}
            yield told, f"{_row(programme, 'partners', partner.key)}#row_coordination_agreed"


def _row(programme: Programme, kind: str, key: str) -> str:
    return reverse("programmes:row", args=[programme.pk, kind, key])
