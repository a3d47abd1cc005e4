"""The pages of an organisation's own entries, beside the guide's."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.access import may_change, may_write_own_entries
from rempart.guide.actions import add_own_entry, change_own_entry, withdraw_own_entry
from rempart.guide.forms import OwnEntryForm
from rempart.guide.models import OwnEntry
from rempart.guide.queries import own_entries_for


@signed_in
@require_safe
def own_entries(request: SignedInRequest) -> HttpResponse:
    """List what the reader's organisation added."""
    own = own_entries_for(request.user)
    context = {"own": own, "may_write": may_write_own_entries(request.user), "here": "own"}
    return render(request, "guide/own_entries.html", context)


@signed_in
def new_own_entry(request: SignedInRequest) -> HttpResponse:
    """Write a new entry of one's organisation."""
    if not may_write_own_entries(request.user):
        raise PermissionDenied
    form = OwnEntryForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        entry = add_own_entry(form.written(), by=request.user, on=localdate())
        messages.success(request, _("The entry stands beside the guide's."))
        return redirect(entry)
    return _form(request, form, None)


@signed_in
@require_safe
def own_entry(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Show an entry of one's organisation."""
    entry = get_object_or_404(own_entries_for(request.user), pk=pk)
    context = {"own_entry": entry, "may_change": may_change(request.user, entry), "here": "own"}
    return render(request, "guide/own_entry.html", context)


@signed_in
def change(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Change an entry of one's organisation."""
    entry = get_object_or_404(own_entries_for(request.user), pk=pk)
    if not may_change(request.user, entry):
        raise PermissionDenied
    typed = request.POST if request.method == "POST" else None
    form = OwnEntryForm(typed, initial=OwnEntryForm.typed_of(entry))
    if typed is not None and form.is_valid():
        change_own_entry(entry, form.written(), by=request.user)
        messages.success(request, _("The entry is changed."))
        return redirect(entry)
    return _form(request, form, entry)


@signed_in
@require_POST
def withdrawal(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Take an entry out of sight."""
    entry = get_object_or_404(own_entries_for(request.user), pk=pk)
    withdraw_own_entry(entry, by=request.user, on=localdate())
    messages.success(request, _("The entry is withdrawn."))
    return redirect("guide:own-entries")


def _form(request: HttpRequest, form: OwnEntryForm, entry: OwnEntry | None) -> HttpResponse:
    context = {"form": form, "own_entry": entry, "here": "own"}
    status = 422 if form.is_bound else 200
    return render(request, "guide/own_entry_form.html", context, status=status)
