"""Step 4: an entry of law and policy that the programme works on, and what it does about it."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm
from rempart.programmes.models import LawLink, Row
from rempart.programmes.models.law_names import link_in_words, register_in_words, state_in_words
from rempart.programmes.queries.law import entries_to_link, entry_of, texts_of

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


class LawForm(RowForm):
    """Which gap, reform, plan or meeting the programme works on."""

    listed_as = "law"
    one = _("an entry of law and policy")
    many = _("Law and policy it works on")
    why = _(
        "Which gap in law, reform, national plan, report or meeting does the programme work on? Describe them under “Law and policy” first."
    )
    columns = ("entry", "purpose")
    preset = ("entry",)

    entry = forms.ChoiceField(label=_("Entry of law and policy"))
    purpose = ask.text(
        _("What the programme does about it"), _("The change that you work towards, and how.")
    )

    def complete(self) -> None:
        """Offer the living entries of the organisation; one kept from elsewhere may stay."""
        field = self.fields["entry"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        offered: list[tuple[str, object]] = [("", ask.NOT_SAID), *entries_to_link(self.programme)]
        if isinstance(self.stored, LawLink):
            known = {key for _name, own in entries_to_link(self.programme) for key, _words in own}
            if self.stored.entry not in known:
                offered.insert(
                    1, (self.stored.entry or self.stored.key, link_in_words(self.stored))
                )
                self.initial["entry"] = self.stored.entry or self.stored.key
        field.choices = offered

    def values(self) -> dict[str, object]:
        """Return what is to be written: beside the purpose, what the register says of the entry."""
        values = super().values()
        key = str(values.pop("entry", ""))
        entry = entry_of(self.programme.organisation, key)
        return values | texts_of(entry) if entry is not None else values

    def cells(self, row: Row) -> "list[tuple[Words, Words]]":
        """Return the entry, its register with its state, the decisions that wait, and the purpose."""
        assert isinstance(row, LawLink)  # noqa: S101 -- of this list
        return [
            (_("Entry of law and policy"), link_in_words(row)),
            (_("How it stands"), f"{register_in_words(row)}\n{state_in_words(row)}"),
            (_("Open decisions"), "\n".join(row.waits)),
            (_("What the programme does about it"), row.purpose),
        ]
