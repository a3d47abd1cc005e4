"""Tags that every room's templates may use: ``{% load look %}``. The filters of ``say`` come along."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django import template
from django.contrib.auth.base_user import AbstractBaseUser
from django.forms import BaseForm
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from rempart.look import say

register = template.Library()
for name in ("clock", "day", "moment", "money", "number", "percent"):
    register.filter(name, getattr(say, name))
register.filter("typeset", say.typeset, is_safe=True)


@register.simple_tag
def icon(name: str, kind: str = "") -> SafeString:
    """Draw an icon of the sprite; ``kind`` adds classes: "icon--way" mirrors it in right-to-left.

    It says nothing to a screen reader: a word always stands beside it.
    """
    return _drawn(name, kind, static("look/icons.svg"))


@lru_cache(maxsize=512)  # a page draws some fifty
def _drawn(name: str, kind: str, sprite: str) -> SafeString:
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" {kind}" if kind else "",
        sprite,
        name,
    )


@register.simple_tag
def brand() -> SafeString:
    """Draw Rempart's own sign."""
    return format_html(
        '<svg aria-hidden="true"><use href="{}#brand"/></svg>', static("look/icons.svg")
    )


@register.inclusion_tag("look/crumbs.html")
def crumbs(*way: str) -> dict[str, list[tuple[str, str]]]:
    """Draw the way back: address, word, address, word, …, without the page itself."""
    return {"crumbs": list(zip(way[::2], way[1::2], strict=True))}


@register.inclusion_tag("look/bars.html")
def bars(
    rows: Iterable[tuple[str, float | None]], title: str, head: str, unit: str, lead: str = ""
) -> dict[str, object]:
    """Draw horizontal bars in the table that says their numbers: (word, value) rows.

    A value of None is masked. ``head`` heads the words, ``unit`` the numbers.
    """
    rows = list(rows)
    most = max((value for _, value in rows if value), default=0) or 1
    drawn = [
        {"word": word, "value": value, "width": round(100 * (value or 0) / most, 1)}
        for word, value in rows
    ]
    return {"bars": drawn, "title": title, "head": head, "unit": unit, "lead": lead}


@register.filter
def beside(cells: Sequence[object], columns: Sequence[object]) -> list[tuple[object, object]]:
    """Pair a row's cells with the columns they stand in."""
    return list(zip(columns, cells, strict=True))


@register.filter
def error_count(form: BaseForm) -> int:
    """Return how many fields of a form, or the form itself, have errors."""
    return len(form.errors)


@register.filter
def initials(person: AbstractBaseUser) -> str:
    """Return one or two letters for a person: of her names, or of the name she signs in with."""
    names = f"{getattr(person, 'first_name', '')} {getattr(person, 'last_name', '')}".split()
    letters = [name[0] for name in names or [person.get_username()]]
    return "".join([letters[0], *letters[1:][-1:]]).upper()
