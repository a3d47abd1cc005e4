"""How an opponent is answered: by an activity that is there, or by a new one."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask

Names = Mapping[str, str]


class AddressingForm(forms.Form):
    """An activity of the plan that is to address a group too."""

    activity = ask.code({}, _("An activity that is there already"), needed=True)

    def __init__(self, data: QueryDict | None, *, activities: Names) -> None:
        super().__init__(data, auto_id="address_%s")
        _offer(self, "activity", {"": ask.NOT_SAID, **activities})


class NewActivityForm(forms.Form):
    """A new activity under an output: awareness work, or work on the law."""

    KINDS: ClassVar = {"awareness": _("Awareness work"), "law_reform": _("Work on the law")}

    kind = ask.code(KINDS, _("What it is"), needed=True)
    output = ask.code({}, _("Under which output"), needed=True)

    def __init__(self, data: QueryDict | None, *, outputs: Names) -> None:
        super().__init__(data, auto_id="new_%s", initial={"kind": "awareness"})
        _offer(self, "output", {"": ask.NOT_SAID, **outputs})


def _offer(form: forms.Form, name: str, names: Mapping[str, object]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
    field.choices = [*names.items()]
