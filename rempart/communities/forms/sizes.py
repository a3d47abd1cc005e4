"""Counts for an estimate of size. Nothing of it is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.rules.sizes import (
    Service,
    TwoLists,
    faults_of_lists,
    faults_of_service,
)
from rempart.look.fields import Figure

FAULTS = {
    "too_many": _("Ten million at most."),
    "empty_list": _("A list that holds nobody says nothing: give one or more."),
    "more_than_first": _("More on both lists than on the first: this cannot be."),
    "more_than_second": _("More on both lists than on the second: this cannot be."),
    "no_clients": _("A service that nobody used says nothing: give one or more."),
    "nobody_asked": _("Nobody was asked: give one or more."),
    "more_than_asked": _("More used it than were asked: this cannot be."),
    "nobody_used": _("Nobody asked used it: no share, so no estimate."),
}


class _CountsForm(forms.Form):
    """Counts that must fit one another."""

    def faults(self) -> list[tuple[str, str]]:
        """Return the fields that cannot be, with why, of counts that are all given."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Give every reason at once."""
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors:
            for name, fault in self.faults():
                self.add_error(name, FAULTS[fault])
        return typed


class ListsForm(_CountsForm):
    """How many stand on two lists, and on both."""

    first = Figure(
        whole=True,
        label=_("On the first list"),
        help_text=_("How many different people: a number, never their names."),
    )
    second = Figure(whole=True, label=_("On the second list"))
    both = Figure(
        whole=True,
        label=_("On both lists"),
        help_text=_("Matched where the lists are kept, by those who may see them."),
    )

    def told(self) -> TwoLists:
        """Return the counts."""
        return TwoLists(**self.cleaned_data)

    def faults(self) -> list[tuple[str, str]]:
        """Return what cannot be."""
        return faults_of_lists(self.told())


class ServiceForm(_CountsForm):
    """How many used a service, and the share of a survey that did."""

    clients = Figure(
        whole=True,
        label=_("Clients of the service"),
        help_text=_("Different people of the group, in the period of which the survey asks."),
    )
    asked = Figure(whole=True, label=_("Asked in the survey"))
    used = Figure(whole=True, label=_("Who said that they used the service"))

    def told(self) -> Service:
        """Return the counts."""
        return Service(**self.cleaned_data)

    def faults(self) -> list[tuple[str, str]]:
        """Return what cannot be."""
        return faults_of_service(self.told())
