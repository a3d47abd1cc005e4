"""Saying the guide in templates, for every room: ``{% load guide %}``."""

from django import template
from django.urls import reverse

from rempart.guide.catalogue import catalogue, place_of, say
from rempart.guide.catalogue.saying import Spoken
from rempart.guide.rules.entries import Entry

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
    return reverse("guide:entry", args=[entry if isinstance(entry, str) else entry.slug])


@register.filter
def label(code: str, code_list: str) -> str:
    """Say a value of a code list: ``{{ "ngos"|label:"stakeholder_group" }}``."""
    return say(catalogue().code_list(code_list).value(code), "label")


@register.filter
def short_label(code: str, code_list: str) -> str:
    """Say a value of a code list in its shorter words, where it has any."""
    value = catalogue().code_list(code_list).value(code)
    return say(value, "short" if value.short else "label")
