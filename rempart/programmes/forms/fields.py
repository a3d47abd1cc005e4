"""The questions a form asks, in the reader's own way of writing numbers and dates."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.look.fields import Figure
from rempart.programmes.models.names import ANSWER_NAMES
from rempart.programmes.rules.characters import holds_forbidden, is_unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from django.utils.functional import _StrOrPromise as Words

    Names = Mapping[str, Words]

IN_SIGHT = 12  # boxes to tick that are always shown
NOT_SAID = _("Not said yet")
SHORT = 1000  # characters, that fit into two lines or little more


class Text(forms.CharField):
    """Words of at most ``max_length`` characters, carried as typed: only the line ends are made one."""

    def to_python(self, value: object) -> str:
        """Return the words with the line ends that every system understands; unseen ones are none."""
        text: str = super().to_python(value) or ""
        return "" if is_unseen(text) else text.replace("\r\n", "\n")

    def validate(self, value: str) -> None:
        """Refuse what no document can carry."""
        super().validate(value)
        if holds_forbidden(value):
            raise ValidationError(
                _("This text holds a control character that cannot be seen: type it anew."),
                code="forbidden",
            )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let the browser cut nothing: what is too long is said, never shortened in silence."""
        attrs: dict[str, Any] = super().widget_attrs(widget)
        return {name: value for name, value in attrs.items() if name != "maxlength"}


class Ticks(forms.CheckboxSelectMultiple):
    """Boxes to tick; where there are many they come folded, with what is ticked in sight."""

    template_name = "programmes/widgets/ticks.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401 -- Django's own
        """Tell the template whether to fold, and what is ticked."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        options = [one for _group, some, _index in context["widget"]["optgroups"] for one in some]
        ticked = [str(one["label"]) for one in options if one["selected"]]
        return context | {"many": len(options) if len(options) > IN_SIGHT else 0, "ticked": ticked}


class Codes(forms.MultipleChoiceField):
    """Some values of a closed list, kept in the list's order."""

    def clean(self, value: Any) -> list[str]:  # noqa: ANN401 -- Django's own
        """Return what was ticked, in the list's own order, so that equal answers are equal."""
        ticked = set(super().clean(value))
        choices: Any = self.choices
        return [str(code) for code, _name in choices if code in ticked]


def line(
    label: "Words",
    help_text: "Words" = "",
    *,
    limit: int = 200,
    needed: bool = False,
    kind: str = "",
) -> Text:
    """Ask for a few words on one line; ``kind`` is the look's class of a narrower one."""
    widget = forms.TextInput({"class": kind} if kind else None)
    return Text(label=label, help_text=help_text, max_length=limit, required=needed, widget=widget)


def text(
    label: "Words", help_text: "Words" = "", *, limit: int = 2000, needed: bool = False
) -> Text:
    """Ask for some sentences."""
    widget = forms.Textarea({"rows": 2 if limit <= SHORT else 4})
    return Text(label=label, help_text=help_text, max_length=limit, required=needed, widget=widget)


def day(label: "Words", help_text: "Words" = "") -> forms.DateField:
    """Ask for a day: the browser's own picker, or typed in the reader's order."""
    widget = forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=False, widget=widget)


def amount(label: "Words", help_text: "Words" = "") -> Figure:
    """Ask for a sum of money."""
    return Figure(label=label, help_text=help_text, required=False, max_digits=16, decimal_places=2)


def measure(label: "Words", help_text: "Words" = "") -> Figure:
    """Ask for a measured number."""
    return Figure(label=label, help_text=help_text, required=False, max_digits=18, decimal_places=4)


def count(label: "Words", help_text: "Words" = "", *, most: int = 100_000_000) -> Figure:
    """Ask for a whole number."""
    return Figure(whole=True, label=label, help_text=help_text, required=False, max_value=most)


def code(
    names: "str | Names", label: "Words", help_text: "Words" = "", *, needed: bool = False
) -> forms.ChoiceField:
    """Ask for one value of a closed list: a list of the content by its name, or a mapping."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=needed,
        choices=_choices(names, first=[("", NOT_SAID)]),
        widget=forms.Select(),
    )


def codes(names: "str | Names", label: "Words", help_text: "Words" = "") -> Codes:
    """Ask for some values of a closed list."""
    return Codes(
        label=label,
        help_text=help_text,
        required=False,
        choices=_choices(names),
        widget=Ticks(),
    )


def answer(label: "Words", help_text: "Words" = "") -> forms.ChoiceField:
    """Ask a question: yes, no, we do not know. Not answering is none of the three."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=False,
        choices=_choices(ANSWER_NAMES),
        widget=forms.RadioSelect({"class": "ticks--row"}),
    )


def one_of(names: "Names", label: "Words", help_text: "Words" = "") -> forms.ChoiceField:
    """Ask for one of a few values, all of them in sight."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=False,
        choices=_choices(names),
        widget=forms.RadioSelect({"class": "ticks--row"}),
    )


def _choices(
    names: "str | Names", first: "Iterable[tuple[str, Words]]" = ()
) -> "Callable[[], list[tuple[str, Words]]]":
    def offered() -> "list[tuple[str, Words]]":
        if isinstance(names, str):
            values = catalogue().code_list(names).offered()
            return [*first, *((value.id, say(value, "label")) for value in values)]
        return [*first, *names.items()]

    return offered
