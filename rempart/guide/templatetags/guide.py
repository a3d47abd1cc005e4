"""Saying the guide in templates, for every room: ``{% load guide %}``."""

from functools import cache

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from rempart.guide.catalogue import catalogue, place_of, say
from rempart.guide.catalogue.saying import Spoken
from rempart.guide.rules.entries import Entry
from rempart.guide.views.display import way

register = template.Library()


@register.filter
def said(spoken: Spoken | str, field: str = "title") -> str:
    """Say a field of an entry, a line or a value, in the reader's language."""
    return say(spoken, field)


@register.filter
def place(entry: Entry) -> str:
    """Say where an entry stands in the guide."""
    return place_of(entry)


@register.filter
def address(entry: Entry | str) -> str:
    """Return the address of an entry's page; it never changes."""
    return _address(entry if isinstance(entry, str) else entry.slug)


@cache
def _address(slug: str) -> str:
    return reverse("guide:entry", args=[slug])


@register.simple_tag(takes_context=True)
def way_through(context: Context, here: str) -> SafeString:
    """Draw the chapters and shelves for the rail: the same for everybody, but for one's own entries."""
    return _way(get_language() or "", here, is_member=context["user"].is_authenticated)


@cache
def _way(_language: str, here: str, *, is_member: bool) -> SafeString:
    return render_to_string("guide/parts/way.html", way(here) | {"is_member": is_member})


@register.filter
def label(code: str, code_list: str) -> str:
    """Say a value of a code list: ``{{ "ngos"|label:"stakeholder_group" }}``."""
    return say(catalogue().code_list(code_list).value(code), "label")


@register.filter
def short_label(code: str, code_list: str) -> str:
    """Say a value of a code list in its shorter words, where it has any."""
    value = catalogue().code_list(code_list).value(code)
    return say(value, "short" if value.short else "label")
