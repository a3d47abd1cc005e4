"""What every page of law and policy begins with: which register, which entry, what the tabs say."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rempart.accounts.http import SignedInRequest
from rempart.communities.access import may_write_places
from rempart.communities.forms.laws import FAULTS
from rempart.communities.models import LawEntry
from rempart.communities.models.law_names import REGISTER_NAMES
from rempart.communities.queries.laws import counts_of, law_for
from rempart.communities.rules.laws.registers import MAIN, REGISTERS, Register
from rempart.communities.views.finding import reader_of

REFUSALS = FAULTS | {
    "same_entry": gettext_lazy("The register has this entry already: change that one."),
    "changed_meanwhile": gettext_lazy("Someone changed this entry while you wrote. Open it again beside this page, and bring both together."),
    "whole_withdrawn": gettext_lazy("What it belongs to is withdrawn: take that up first."),
    "sheet_stale": gettext_lazy("The register has changed since you chose this file, and a row no longer fits. Choose the file again."),
}  # fmt: skip


def found_register(slug: str, *, is_main: bool = False) -> Register:
    """Return the register of this slug; 404 where there is none."""
    register = REGISTERS.get(slug)
    if register is None or (is_main and register.within):
        raise Http404
    return register


def found_entry(request: SignedInRequest, register: str, pk: UUID) -> LawEntry:
    """Return an entry that the reader may see; a stranger gets 404."""
    mine = law_for(request.user, found_register(register).slug)
    return get_object_or_404(mine.select_related("within", "written_by"), pk=pk)


def writable_entry(request: SignedInRequest, register: str, pk: UUID) -> LawEntry:
    """Return an entry that the reader may change."""
    entry = found_entry(request, register, pk)
    if not may_write_places(request.user, entry.organisation_id):
        raise PermissionDenied
    return entry


def law_page(request: SignedInRequest, here: Register | None = None) -> dict[str, object]:
    """Return what every page of law and policy says: its reader, its register, the tabs."""
    context = reader_of(request)
    if here is not None:
        name, one, lead = REGISTER_NAMES[here.slug]
        context |= {"register": here, "name": name, "one": one, "lead": lead}
    counts = counts_of(request.user)
    tabs = [{"address": reverse("law:home"), "word": _("Overview"), "here": here is None}]
    tabs += [
        {
            "address": reverse("law:register", args=[register.slug]),
            "word": REGISTER_NAMES[register.slug][0],
            "here": here is not None and register.slug in {here.slug, here.within},
            "count": counts.get(register.slug, 0),
        }
        for register in MAIN
    ]
    return context | {"tabs": tabs}


def said_refusals(reasons: list[str]) -> list[dict[str, object]]:
    """Return refusals as ``look/refusal.html`` shows them."""
    return [{"what": REFUSALS[reason]} for reason in dict.fromkeys(reasons)]
