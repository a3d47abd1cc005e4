"""Tags and filters that every room's templates may use: ``{% load look %}``."""

from django import template
from django.contrib.auth.base_user import AbstractBaseUser
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str, kind: str = "") -> SafeString:
    """Draw an icon of the sprite; ``kind`` adds classes: "icon--way" mirrors it in right-to-left.

    It says nothing to a screen reader: a word always stands beside it.
    """
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" {kind}" if kind else "",
        static("look/icons.svg"),
        name,
    )


@register.inclusion_tag("look/crumbs.html")
def crumbs(*way: str) -> dict[str, list[tuple[str, str]]]:
    """Draw the way back: address, word, address, word, …, without the page itself."""
    return {"crumbs": list(zip(way[::2], way[1::2], strict=True))}


@register.filter
def initials(person: AbstractBaseUser) -> str:
    """Return one or two letters for a person: of her names, or of the name she signs in with."""
    names = f"{getattr(person, 'first_name', '')} {getattr(person, 'last_name', '')}".split()
    letters = [name[0] for name in names or [person.get_username()]]
    return "".join([letters[0], *letters[1:][-1:]]).upper()


@register.simple_tag
def brand() -> SafeString:
    """Draw Rempart's own sign."""
    return format_html(
        '<svg aria-hidden="true"><use href="{}#brand"/></svg>', static("look/icons.svg")
    )
