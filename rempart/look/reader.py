"""What every page knows of the person in front of it: her theme, her way of writing, her entries."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language_bidi

THEMES = ("light", "dark")


def reader(request: HttpRequest) -> dict[str, object]:
    """Give every template ``theme`` (light, dark or empty), ``way`` (ltr, rtl) and ``entries``."""
    theme = request.COOKIES.get("theme", "")
    return {
        "theme": theme if theme in THEMES else "",
        "way": "rtl" if get_language_bidi() else "ltr",
        "entries": entries(request),
    }


def entries(request: HttpRequest) -> list[dict[str, object]]:
    """Return the entries of the top bar for this person, as ``settings.NAVIGATION`` lists them.

    An entry is (name of the address, word, for whom): "all", "members" or a set of roles.
    One whose address does not exist yet is left out.
    """
    found: list[dict[str, object]] = []
    for name, word, who in settings.NAVIGATION:
        if not _is_for(request, who):
            continue
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        found.append({"address": address, "word": word, "here": _is_here(request, address)})
    return found


def _is_for(request: HttpRequest, who: str | frozenset[str]) -> bool:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return who == "all"
    return isinstance(who, str) or user.role in who


def _is_here(request: HttpRequest, address: str) -> bool:
    return request.path == address if address == "/" else request.path.startswith(address)
