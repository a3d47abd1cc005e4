"""How many, by sex and age band: a small grid of numbers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.look.say import number as say_number

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

SEXES, BANDS = "sex", "age_band"
MOST = 100_000_000
LONGEST = 20  # digits that are read at all
Cell = tuple[str, str]


class Grid(forms.Widget):
    """A table of inputs: a row for each age band, a column for each sex."""

    template_name = "programmes/widgets/headcounts.html"
    use_fieldset = True

    def value_from_datadict(
        self, data: Mapping[str, Any], files: object, name: str
    ) -> dict[Cell, str]:
        """Return what was typed in each cell."""
        del files
        return {cell: data.get(_name(name, cell), "") for cell in _cells()}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:
        """Say whether the grid was not sent at all."""
        del files
        return not any(_name(name, cell) in data for cell in _cells())

    def cells_of(self, value: Any) -> dict[Cell, str]:  # noqa: ANN401 -- Django's own
        """Return what each cell shows, of stored numbers or of what was typed."""
        if isinstance(value, dict):
            return value
        return {(one["sex"], one["age_band"]): str(one["number"]) for one in value or ()}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401 -- Django's own
        """Give the template the columns, and the rows with their cells."""
        context = super().get_context(name, value, attrs)
        shown = self.cells_of(value)
        sexes = catalogue().code_list(SEXES).offered()
        context["sexes"] = [say(sex, "label") for sex in sexes]
        context["bands"] = [
            {
                "label": say(band, "label"),
                "cells": [
                    {
                        "name": _name(name, (sex.id, band.id)),
                        "value": shown.get((sex.id, band.id), ""),
                        "label": f"{say(sex, 'label')}, {say(band, 'label')}",
                        "is_faulty": _is_faulty(shown.get((sex.id, band.id), "")),
                    }
                    for sex in sexes
                ],
            }
            for band in catalogue().code_list(BANDS).offered()
        ]
        return context


class Headcounts(forms.Field):
    """Numbers of people by sex and age band; an empty cell is not said yet, and is not kept."""

    widget = Grid

    def clean(self, value: Mapping[Cell, str]) -> list[dict[str, object]]:
        """Return the cells that hold a number; every faulty one is named."""
        faults = [
            _("%(cell)s: give a whole number, in figures.") % {"cell": _cell_name(cell)}
            for cell, typed in value.items()
            if _is_faulty(typed)
        ]
        if faults:
            raise ValidationError([ValidationError(fault) for fault in faults])
        return [
            {"sex": sex, "age_band": band, "number": _number(typed)}
            for (sex, band), typed in value.items()
            if typed.strip()
        ]


def headcounts(label: "Words", help_text: "Words" = "") -> Headcounts:
    """Ask how many people, by sex and age band."""
    return Headcounts(label=label, help_text=help_text, required=False)


def total(counts: Sequence[Mapping[str, Any]]) -> int:
    """Return how many people the numbers add up to."""
    return sum(int(one["number"]) for one in counts)


def spread(counts: Sequence[Mapping[str, Any]]) -> str:
    """Write the numbers out, a line for each sex and age band, and what they add up to."""
    lines = [
        f"{_cell_name((one['sex'], one['age_band']))}: {say_number(one['number'])}"
        for one in counts
    ]
    return "\n".join([gettext("%(number)s in all") % {"number": say_number(total(counts))}, *lines])


def _is_faulty(typed: str) -> bool:
    return bool(typed.strip()) and _number(typed) is None


def _number(typed: str) -> int | None:
    bare = "".join(typed.split())
    is_figure = bare.isascii() and bare.isdigit() and len(bare) <= LONGEST
    return int(bare) if is_figure and int(bare) <= MOST else None


def _cells() -> Iterator[Cell]:
    for band in catalogue().code_list(BANDS).offered():
        for sex in catalogue().code_list(SEXES).offered():
            yield sex.id, band.id


def _name(name: str, cell: Cell) -> str:
    return f"{name}-{cell[0]}-{cell[1]}"


def _cell_name(cell: Cell) -> str:
    lists = catalogue().lists
    return (
        f"{say(lists[SEXES].value(cell[0]), 'label')}, {say(lists[BANDS].value(cell[1]), 'label')}"
    )
