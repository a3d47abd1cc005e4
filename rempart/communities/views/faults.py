"""The faults of a file in the reader's words, each with where it stands."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rempart.communities.rules.outlines import OutlineFault
from rempart.kit.sheets import SheetFault

SHEET = {
    "empty": _("The file is empty."),
    "too_big": _("The file is too big, or grows too big when it is opened: 2 MB at most."),
    "not_a_sheet": _("This is no CSV and no XLSX file, or it is damaged."),
    "old_workbook": _("This is a workbook of the old kind (.xls), or one with a password: save it as .xlsx without one."),
    "has_macros": _("The workbook carries macros (.xlsm): save it as .xlsx."),
    "unreadable": _("The text of this file cannot be read: save it as “CSV UTF-8”."),
    "several_sheets": _("The workbook has several sheets: keep the one with the figures, and no chart sheets."),
    "too_many_rows": _("Too many rows: 1,500 at most. Split the file."),
    "too_many_figures": _("Too many figures: 15,000 at most. Split the file."),
    "too_many_columns": _("Too many columns: 100 at most."),
    "merged": _("Merged cells: part them, so that each cell says its own."),
    "hidden_row": _("A hidden row: show it, or delete it."),
    "hidden_column": _("A hidden column: show it, or delete it."),
    "formula": _("A formula: paste its value instead."),
    "no_place_column": _("No column is called “Place”, or “id”. Take the template."),
    "no_condition_column": _("No column bears the name of a condition. Take the template."),
    "no_count_column": _("No column is called “Type of venue”, or none “How many”. Take the template."),
    "unknown_census_head": _("No column of the census is called “%(value)s”."),
    "unknown_zone": _("There is no zone “%(value)s”: choose a kind of zone from the list, never a name."),
    "unknown_type": _("There is no type of venue “%(value)s”."),
    "unknown_method": _("There is no way of counting “%(value)s”."),
    "no_type": _("No type of venue."),
    "no_method": _("It is not said how it was counted."),
    "no_count": _("It is not said how many."),
    "children_unsaid": _("“%(value)s”: it is not said how many children live there. Say it first, or count for the area that it lies in."),
    "area_too_small": _("“%(value)s”: fewer than 1,000 children live there. Count for the area that it lies in."),
    "few_in_zone": _("“%(value)s”: fewer than five in a mere zone. Count them with the whole area."),
    "same_count": _("This area has a count of this type and day already, here or in another row."),
    "nothing_counted": _("No row holds a count."),
    "names_a_venue": _("“%(value)s” looks like an address, a venue or a person. Name only the study or the service."),
    "unknown_column": _("No condition is called “%(value)s”."),
    "duplicate_column": _("The column “%(value)s” stands twice."),
    "unknown_place": _("You have no place called “%(value)s”: add it, or mend the name."),
    "ambiguous_place": _("Several of your places are called “%(value)s”: use the column “id” of the template."),
    "duplicate_place": _("“%(value)s” has a row already."),
    "not_a_number": _("“%(value)s” is no number."),
    "ambiguous_number": _("“%(value)s” can be read in two ways: write 1500 or 1.50."),
    "negative": _("“%(value)s” is below zero."),
    "too_large": _("“%(value)s” is too large."),
    "not_a_date": _("“%(value)s” is no date. Write 2026-05-31, 31/05/2026 (the day first), 31 May 2026 or 2026."),
    "in_the_future": _("“%(value)s” has not come yet."),
    "unknown_grade": _("“%(value)s” is no grade of quality."),
    "no_source": _("No source: name it in the row, or for the whole file."),
    "no_date": _("No date: give it in the row, or for the whole file."),
    "too_long": _("The text is too long: “%(value)s…”."),
    "no_name_column": _("No column is called “Place”. Take the template."),
    "unknown_head": _("No column of a list of places is called “%(value)s”."),
    "no_name": _("The row names no place."),
    "unknown_level": _("“%(value)s” does not say how wide the place is: use the words of the template."),
    "unknown_parent": _("Neither this list nor your places hold “%(value)s”, in which it would lie."),
    "ambiguous_parent": _("Several places are called “%(value)s”: give the one it lies in another name, or write its id."),
    "in_itself": _("A place cannot lie in itself, nor in one of its own parts: “%(value)s”."),
    "listed_twice": _("“%(value)s” stands twice in the list, as wide and in the same country."),
    "not_whole": _("“%(value)s” is no whole number."),
    "no_year": _("“%(value)s” is no year that has begun."),
    "no_children_source": _("A number of children without who counted them: name it in the row, or for the whole file."),
    "nothing_listed": _("No row names a place."),
    "all_there": _("Every place of this file is there already."),
    "nothing_said": _("No row holds a figure."),
    "and_others": _("… and %(value)s more."),
}  # fmt: skip
MAP = {
    "too_big": _("The file is too big: 3 MB at most. Simplify it in the program that made it."),
    "not_utf8": _("The file is no text in UTF-8."),
    "not_json": _("The file is not whole JSON: it may have been cut off."),
    "too_deep": _("Lists within lists go too deep."),
    "not_geojson": _("This is JSON but no GeoJSON: a FeatureCollection is needed."),
    "no_areas": _("The file holds no area."),
    "too_many_areas": _("Too many areas: 2,000 at most."),
    "too_many_corners": _("Too many corners: simplify the outlines in the program that made them."),
    "no_geometry": _("The area “%(value)s” has no outline."),
    "wrong_geometry": _("Only Polygon and MultiPolygon can be drawn, not “%(value)s”. Points are never taken: they could show a house."),
    "bad_coordinates": _("The outline of “%(value)s” is not made of closed rings of numbers."),
    "out_of_range": _("The outline of “%(value)s” leaves the earth: coordinates must be degrees (longitude, latitude)."),
    "duplicate_place": _("Two areas are “%(value)s”."),
    "none_matched": _("No area bears the name of a place of yours. An area is matched by a property that is a place’s name or id."),
}  # fmt: skip


def file_faults(faults: Iterable[SheetFault]) -> list[dict[str, object]]:
    """Return the faults of a sheet as ``look/refusal.html`` shows them: where, then what."""
    return [_said(f.cell, str(SHEET[f.code]) % {"value": f.value}) for f in faults]


def map_faults(faults: Iterable[OutlineFault]) -> list[dict[str, object]]:
    """Return the faults of a map in the same way."""
    return [
        _said(
            gettext("Area %(n)s") % {"n": f.area} if f.area else "",
            str(MAP[f.code]) % {"value": f.value or f.area},
        )
        for f in faults
    ]


def _said(where: str, what: str) -> dict[str, object]:
    return {"what": where, "why": what} if where else {"what": what, "why": ""}
