"""The way to what is said about a row: ``{% load comments %}{% said "objectives" row.key name %}``."""

from typing import TYPE_CHECKING

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import ngettext

from rempart.look.templatetags.look import icon
from rempart.programmes.models import Programme

if TYPE_CHECKING:
    from collections.abc import Mapping

register = template.Library()


@register.simple_tag(takes_context=True)
def said(
    context: Context,
    kind: str,
    key: str,
    name: str = "",
    programme: Programme | None = None,
) -> SafeString:
    """Draw the link to a row's comments, with how many stand open; it opens over the page."""
    counts: Mapping[tuple[str, str], int] = context.get("said") or {}
    count = counts.get((kind, key), 0)
    return link(programme or context["programme"], (kind, key), name, count)


def link(
    programme: Programme, about: tuple[str, str], name: str, count: int, *, oob: bool = False
) -> SafeString:
    """Return the link to what is said about a row."""
    address = reverse("programmes:comments", args=[programme.pk, *about])
    words = ngettext("%(count)s open comment: %(name)s", "%(count)s open comments: %(name)s", count)
    told = words % {"count": count, "name": Truncator(str(name)).chars(60)}
    return format_html(
        '<a class="button button--icon said-link" id="said-{}" href="{}" hx-get="{}" hx-target="#row-body"{}>'
        '{}{}<span class="hide">{}</span></a>',
        about[1],
        address,
        address,
        mark_safe(' hx-swap-oob="true"') if oob else "",
        icon("message-circle"),
        format_html('<b aria-hidden="true">{}</b>', count) if count else "",
        told,
    )
