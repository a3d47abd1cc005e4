"""The findings that a plan cites, as its step shows them: with what became of each since."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from django.utils.translation import gettext_lazy as _

from rempart.programmes.models import Citation, Row
from rempart.programmes.queries.citations import freshness, register_of, rows_to_cite_for
from rempart.programmes.rules.citations import Freshness
from rempart.programmes.rules.plan import Plan

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

FRESHNESS: "Mapping[Freshness, Words]" = {
    Freshness.CHANGED: _("Its words changed since: open it and save to take the new ones, or cite another."),
    Freshness.WITHDRAWN: _("Withdrawn, or its study is no longer done: cite another, or remove it."),
    Freshness.ELSEWHERE: _("Of a register elsewhere: it cannot be checked here."),
}  # fmt: skip


def citations_shown(rows: Mapping[str, list[Row]], _plan: Plan) -> list[dict[str, Any]]:
    """Return each citation with its study and whether it still holds."""
    cited = cast("list[Citation]", rows["citations"])
    if not cited:
        return []
    programme = cited[0].programme
    register, names = register_of(programme), rows_to_cite_for(programme)
    return [
        {
            "row": one,
            "about": names.get(one.about, _("The situation as a whole")),
            "freshness": (fresh := freshness(one, register)).value,
            "warning": FRESHNESS.get(fresh, ""),
            "why": register[one.finding].why if one.finding in register else "",
        }
        for one in cited
    ]
