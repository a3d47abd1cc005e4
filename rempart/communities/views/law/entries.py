"""An entry of law and policy: its page, written, changed, withdrawn and taken up again."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions.laws import take_up_entry, withdraw_entry, write_entry
from rempart.communities.forms.laws import LawForm
from rempart.communities.models import LawEntry
from rempart.communities.models.law_names import REGISTER_NAMES
from rempart.communities.queries.laws import law_for, name_of, parts_by_register
from rempart.communities.rules.laws.registers import Register, parts_of
from rempart.communities.views.finding import writer_of
from rempart.communities.views.law.finding import (
    found_entry,
    found_register,
    law_page,
    said_refusals,
    writable_entry,
)
from rempart.communities.views.law.outlines import outline_of
from rempart.communities.views.law.saying import due_said, heads_of, lines_of, row_of, sides_said
from rempart.kit.discretion import OF_SOMEONE, signs_of_a_person
from rempart.kit.refusals import catch_refusal


@signed_in
@require_safe
def entry(request: SignedInRequest, register: str, pk: UUID) -> HttpResponse:
    """Show an entry: what it says, what belongs to it, and the outline of a report."""
    return _page(request, found_entry(request, register, pk), [])


def _page(request: SignedInRequest, found: LawEntry, reasons: list[str]) -> HttpResponse:
    today = localdate()
    parts = parts_by_register(found)
    context = law_page(request, found.described) | {
        "entry": found,
        "title": name_of(found),
        "lines": list(lines_of(found)),
        "due": due_said(found, today),
        "is_late": found.is_late(today),
        "sides": sides_said(found),
        "outline": outline_of(request.user, found) if found.register == "reports" else None,
        "reasons": said_refusals(reasons),
        "parts": [
            {
                "slug": one.slug,
                "name": REGISTER_NAMES[one.slug][0],
                "lead": REGISTER_NAMES[one.slug][2],
                "one": REGISTER_NAMES[one.slug][1],
                "columns": heads_of(one),
                "rows": [row_of(part, today) for part in parts[one.slug]],
            }
            for one in parts_of(found.described)
        ],
    }
    return render(request, "communities/law/entry.html", context, status=422 if reasons else 200)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest, register: str) -> HttpResponse:
    """Add an entry to a register; one that belongs to another says to which: ``?within=``."""
    described = found_register(register)
    organisation = writer_of(request)
    entry = LawEntry(organisation=organisation, register=register, written_by=request.user)
    entry.within = _whole(request, described)
    asked = {name: request.GET.get(name, "")[:200] for name in ("country", "instrument")}
    given = asked | {"instruments": request.GET.getlist("instruments")[:20]}
    return _written(request, entry, _form(request, described, given))


def _whole(request: SignedInRequest, described: Register) -> LawEntry | None:
    """Return what a new entry is to belong to; 404 where it is none of the reader's."""
    if not described.within:
        return None
    try:
        key = UUID(request.GET.get("within", ""))
    except ValueError as error:
        raise Http404 from error
    living = law_for(request.user, described.within).filter(withdrawn_on=None)
    whole = living.filter(pk=key).first()
    if whole is None:
        raise Http404
    return whole


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, register: str, pk: UUID) -> HttpResponse:
    """Change an entry."""
    found = writable_entry(request, register, pk)
    given = LawForm.typed_of(found.described, found.said())
    return _written(
        request, found, _form(request, found.described, given | {"version": found.version})
    )


def _form(request: SignedInRequest, described: Register, given: Mapping[str, object]) -> LawForm:
    typed = request.POST if request.method == "POST" else None
    return LawForm(typed, initial=given, register=described, today=localdate())


def _written(request: SignedInRequest, entry: LawEntry, form: LawForm) -> HttpResponse:
    """Write what a form says of an entry, or show it with everything that keeps it from being."""
    is_new = entry._state.adding  # noqa: SLF001 -- Django's own word for it
    title = "" if is_new else name_of(entry)
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            version = form.cleaned_data["version"] or 0
            write_entry(entry, form.facts(), by=request.user, on=localdate(), version=version)
        if not reasons:
            messages.success(request, _("Saved."))
            _warn(request, entry)
            return redirect(entry.within or entry)
    context = law_page(request, entry.described) | {
        "form": form,
        "title": title,
        "is_new": is_new,
        "back": _back(entry, is_new=is_new),
        "whole": entry.within,
        "reasons": said_refusals(reasons),
    }
    return render(
        request, "communities/law/form.html", context, status=422 if form.is_bound else 200
    )


def _back(entry: LawEntry, *, is_new: bool) -> str:
    if entry.within:
        return entry.within.get_absolute_url()
    return reverse("law:register", args=[entry.register]) if is_new else entry.get_absolute_url()


def _warn(request: SignedInRequest, entry: LawEntry) -> None:
    """Say so where a text looks as if it led to a person."""
    texts = [one for one in entry.said().values() if isinstance(one, str)]
    if any(sign in OF_SOMEONE for text in texts for sign in signs_of_a_person(text)):
        messages.warning(
            request,
            _("Saved, but a text looks as if it led to a person: a name, a contact, an address or a story. Nothing of the kind belongs here: please check it."),
        )  # fmt: skip


@signed_in
@require_POST
def withdrawal(request: SignedInRequest, register: str, pk: UUID) -> HttpResponse:
    """Withdraw an entry, or take it up again: ``again`` says so."""
    found = writable_entry(request, register, pk)
    is_again = "again" in request.POST
    with catch_refusal() as reasons:
        if is_again and found.withdrawn_on:
            take_up_entry(found, by=request.user)
        elif not is_again and not found.withdrawn_on:
            withdraw_entry(found, by=request.user, on=localdate())
    if reasons:
        return _page(request, found_entry(request, register, pk), reasons)
    done = _("It counts again.") if is_again else _("Withdrawn: it stays on record.")
    messages.success(request, done)
    return redirect(found)
