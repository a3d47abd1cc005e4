"""Citing a finding of the study register: chosen from a list that says how, where and when it was found."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm
from rempart.programmes.queries.citations import Told, register_of, rows_to_cite_for

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

QUOTED = ("quoted", "study", "method", "where", "on")


class CitationForm(RowForm):
    """A finding that the plan rests on, and the row that rests on it."""

    listed_as = "citations"
    one = _("a finding")
    many = _("Findings of studies")
    why = _(
        "Cite what studies found: a cause or a baseline that rests on a finding can be checked."
    )
    columns = ("finding", "about")
    preset = ("about", "finding")

    finding = ask.code(
        {},
        _("Finding"),
        _("Of your register of studies: those that are done and not withdrawn. Its words are kept here as they are now."),
    )  # fmt: skip
    about = ask.code(
        {}, _("What rests on it"), _("A factor, a cause, or the baseline of an indicator.")
    )

    @cached_property
    def register(self) -> dict[str, Told]:
        """Return what the organisation's studies found."""
        return register_of(self.programme)

    def complete(self) -> None:
        """Offer what may be cited, and what is cited already whatever became of it."""
        held = getattr(self.stored, "finding", "")
        offered: dict[str, Words] = {
            key: told.words for key, told in self.register.items() if told.is_offered or key == held
        }
        quoted = getattr(self.stored, "quoted", "")
        none: Words = quoted if quoted and held not in self.register else ask.NOT_SAID
        self.offer("finding", offered, none)
        self.offer("about", rows_to_cite_for(self.programme), _("The situation as a whole"))

    def facts_of(self, stored: Any) -> dict[str, object]:  # noqa: ANN401 -- as in the form above
        """Return the stored facts; a finding that the register does not hold is none of its list."""
        found = super().facts_of(stored)
        if found.get("finding") and found["finding"] not in self.register:
            found["finding"] = ""
        return found

    def clean(self) -> dict[str, Any]:
        """Ask for a finding, unless the words of one are here already."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("finding") and not getattr(self.stored, "quoted", ""):
            self.add_error(
                "finding", _("Choose a finding. Studies that are done stand in your register.")
            )
        return cleaned

    def values(self) -> dict[str, object]:
        """Return what is to be written: with a finding its words, its study, method, place and day."""
        found = super().values()
        told = self.register.get(str(found.get("finding", "")))
        if told is None:
            found.pop("finding", None)
        elif told.is_offered:
            found |= {name: getattr(told, name) for name in QUOTED}
        return found
