"""Turning a cause over: the words of the result it becomes, the result it points at, where it hangs."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rempart.kit.conflicts import UNSEEN, is_as_marked, marks_of
from rempart.look.conflicts import TAKE, undecided
from rempart.programmes.forms import fields as ask
from rempart.programmes.models import Cause

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

Names = Mapping[str, "Words"]


class CauseForm(forms.Form):
    """What is done with a cause as it was when the form was opened; ``names`` says rows by their key."""

    decides: ClassVar[tuple[str, ...]]  # the facts of the cause that must not have changed since
    labels: ClassVar["Mapping[str, Words]"]
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None, auto_id: str, cause: Cause, names: Names, **initial: object
    ) -> None:
        self.now = {name: getattr(cause, name) for name in self.decides}
        self.stored, self.names = cause.version, names
        seen = {"version": cause.version, "opened": marks_of(self.now)}
        super().__init__(data, auto_id=auto_id, initial=seen | initial)

    def started_from(self) -> int | None:
        """Return the version she acts on: the stored one where nothing that decides changed since."""
        if undecided(self.data):
            return UNSEEN
        if is_as_marked(self.now, self.cleaned_data["opened"]):
            return self.stored
        told: int | None = self.cleaned_data["version"]
        return told

    def leaves(self, name: str) -> bool:
        """Say whether she chose to leave a fact as the other person saved it."""
        return bool(self.data.get(f"{TAKE}{name}") == "theirs")

    def label_of(self, name: str) -> "Words":
        """Return the words that ask for a fact."""
        return self.labels[name]

    def shown(self, _name: str, value: Any) -> "Words":  # noqa: ANN401 -- a fact of any type
        """Return a fact as a reader reads it: a row by its name."""
        return self.names.get(value) or str(value)


class TurningForm(CauseForm):
    """The result that a cause becomes: an immediate objective, or an output of one."""

    decides = ("becomes", "positive")
    labels: ClassVar = {
        "becomes": _("What the cause becomes"),
        "positive": _("What will have changed"),
    }
    text = ask.text(
        _("What will have changed"),
        _("The cause turned over: a first wording, to make yours."),
        limit=1000,
        needed=True,
    )
    parent = ask.code({}, _("As"))

    def __init__(
        self, data: QueryDict | None, *, cause: Cause, results: Names, objectives: Names, text: str
    ) -> None:
        super().__init__(data, "turn_%s", cause, results, text=text)
        _offer(self, "parent", {"": _("an immediate objective of its own"), **objectives})


class LinkForm(CauseForm):
    """A result that the plan has already."""

    decides = ("becomes",)
    labels: ClassVar = {"becomes": _("What the cause becomes")}
    result = ask.code({}, _("A result that is there already"), needed=True)

    def __init__(self, data: QueryDict | None, *, cause: Cause, results: Names) -> None:
        super().__init__(data, "link_%s", cause, results)
        _offer(self, "result", {"": ask.NOT_SAID, **results})


class HangingForm(CauseForm):
    """What a node hangs under."""

    decides = ("under",)
    labels: ClassVar = {"under": _("Hangs under")}
    under = ask.code({}, _("Hangs under"))

    def __init__(self, data: QueryDict | None, *, cause: Cause, nodes: Names) -> None:
        offered = {"": _("The core problem"), **nodes}
        super().__init__(data, "hang_%s", cause, offered, under=cause.under)
        _offer(self, "under", offered)


def _offer(form: forms.Form, name: str, names: Mapping[str, Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
    field.choices = [*names.items()]
