"""Turning a cause over: the words of the result it becomes, the result it points at, where it hangs."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask

Names = Mapping[str, str]


class TurningForm(forms.Form):
    """The result that a cause becomes: an immediate objective, or an output of one."""

    text = ask.text(
        _("What will have changed"),
        _("The cause turned over: a first wording, to make yours."),
        limit=1000,
        needed=True,
    )
    parent = ask.code({}, _("As"))

    def __init__(self, data: QueryDict | None, *, objectives: Names, text: str) -> None:
        super().__init__(data, auto_id="turn_%s", initial={"text": text})
        _offer(self, "parent", {"": _("an immediate objective of its own"), **objectives})


class LinkForm(forms.Form):
    """A result that the plan has already."""

    result = ask.code({}, _("A result that is there already"), needed=True)

    def __init__(self, data: QueryDict | None, *, results: Names) -> None:
        super().__init__(data, auto_id="link_%s")
        _offer(self, "result", {"": ask.NOT_SAID, **results})


class HangingForm(forms.Form):
    """What a node hangs under."""

    under = ask.code({}, _("Hangs under"))

    def __init__(self, data: QueryDict | None, *, nodes: Names, under: str) -> None:
        super().__init__(data, auto_id="hang_%s", initial={"under": under})
        _offer(self, "under", {"": _("The core problem"), **nodes})


def _offer(form: forms.Form, name: str, names: Mapping[str, Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
    field.choices = [*names.items()]
