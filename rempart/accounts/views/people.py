"""The pages of an administrator: the people of her organisation, and its name."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.access import may_look_after_people
from rempart.accounts.actions import (
    change_role,
    close_account,
    open_account,
    rename_organisation,
    renew_password,
    reopen_account,
)
from rempart.accounts.forms import AccountForm, OrganisationForm, RoleForm
from rempart.accounts.http import SignedInRequest, signed_in
from rempart.accounts.models import User
from rempart.accounts.passwords import new_password
from rempart.accounts.queries import people_for
from rempart.kit.refusals import RefusedError, catch_refusal

REFUSED = 422


@signed_in
@require_safe
def people(request: SignedInRequest) -> HttpResponse:
    """List the people of the administrator's organisation."""
    _admit(request.user)
    return render(request, "account/people.html", {"people": people_for(request.user)})


@signed_in
@require_http_methods(["GET", "POST"])
def opening(request: SignedInRequest) -> HttpResponse:
    """Open an account, and show its first password this once."""
    _admit(request.user)
    form = AccountForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        password = new_password()
        try:
            person = open_account(
                **form.cleaned_data, password=password, handed=True, by=request.user
            )
        except RefusedError:
            form.add_error("username", _("This name cannot be had. Choose another one."))
        else:
            return _hand(request, person, password)
    status = REFUSED if form.errors else 200
    return render(request, "account/opening.html", {"form": form}, status=status)


@signed_in
@require_safe
def person(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Show one person, and what can be done about her account."""
    found = get_object_or_404(people_for(request.user), pk=pk)
    return _show(request, found, [])


@signed_in
@require_POST
def role(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Give a person another role."""
    found = get_object_or_404(people_for(request.user), pk=pk)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _show(request, found, [], form)
    with catch_refusal() as reasons:
        change_role(found, role=form.cleaned_data["role"], by=request.user)
    return _show(request, found, reasons, form) if reasons else _back(request, found)


@signed_in
@require_POST
def closure(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Close an account."""
    found = get_object_or_404(people_for(request.user), pk=pk)
    with catch_refusal() as reasons:
        close_account(found, by=request.user)
    return _show(request, found, reasons) if reasons else _back(request, found)


@signed_in
@require_POST
def reopening(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Open a closed account again."""
    found = get_object_or_404(people_for(request.user), pk=pk)
    reopen_account(found, by=request.user)
    return _back(request, found)


@signed_in
@require_POST
def password(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Draw a new password for a person, and show it this once."""
    found = get_object_or_404(people_for(request.user), pk=pk)
    drawn = new_password()
    renew_password(found, password=drawn, by=request.user)
    return _hand(request, found, drawn)


@signed_in
@require_http_methods(["GET", "POST"])
def organisation(request: SignedInRequest) -> HttpResponse:
    """Change the organisation's name."""
    own = request.user.organisation
    if own is None:
        raise PermissionDenied
    _admit(request.user)
    form = OrganisationForm(
        request.POST if request.method == "POST" else None, initial={"name": own.name}
    )
    if form.is_valid():
        rename_organisation(own, **form.cleaned_data, by=request.user)
        messages.success(request, _("Kept."))
        return redirect("people")
    status = REFUSED if form.errors else 200
    return render(request, "account/organisation.html", {"form": form}, status=status)


def _admit(user: User) -> None:
    if not may_look_after_people(user):
        raise PermissionDenied


def _hand(request: SignedInRequest, person: User, password: str) -> HttpResponse:
    return render(request, "account/handed.html", {"person": person, "password": password})


def _back(request: SignedInRequest, person: User) -> HttpResponse:
    messages.success(request, _("Done."))
    return redirect("person", person.pk)


def _show(
    request: SignedInRequest, person: User, reasons: list[str], form: RoleForm | None = None
) -> HttpResponse:
    form = form or RoleForm(initial={"role": person.role})
    context = {"person": person, "form": form, "reasons": reasons}
    status = REFUSED if reasons or form.errors else 200
    return render(request, "account/person.html", context, status=status)
