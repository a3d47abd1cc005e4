"""The rules explained: all of them, found by words and marks, each with its examples. Open to everybody."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.shelves import tags
from rempart.programmes.catalogue import rule_texts
from rempart.programmes.models.names import STEP_NAMES
from rempart.programmes.queries.levels import in_own_words
from rempart.programmes.rules.checks import SCOPES
from rempart.programmes.rules.finding_rules import FILTERS, RuleCard, rules_found
from rempart.programmes.rules.review import Scope, Severity
from rempart.programmes.rules.texts import RuleText
from rempart.programmes.views.findings import reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from django.utils.functional import _StrOrPromise as Words

LONGEST_QUESTION = 200
FILTER_WORDS: "dict[str, Words]" = {
    "severity": _("How much it weighs"),
    "scope": _("What it looks at"),
    "step": _("Step"),
    "area": _("Strategy"),
    "theme": _("Theme"),
}
SEVERITY_WORDS: "dict[str, Words]" = {
    Severity.BLOCK.value: _("Blocks"),
    Severity.ERROR.value: _("Error"),
    Severity.WARNING.value: _("Warning"),
    Severity.ADVICE.value: _("Advice, not more"),
}
SCOPE_WORDS: "dict[str, Words]" = {
    Scope.PROGRAMME.value: _("The plan"),
    Scope.COMMUNICATION.value: _("Communication material"),
}


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """List every rule, or those that carry the marks and say the words."""
    texts = sorted(
        rule_texts().values(), key=lambda text: (not text.slug.startswith("RULE"), text.slug)
    )
    said = in_own_words(getattr(request.user, "organisation_id", None))
    cards = [_card(text, said) for text in texts]
    words = request.GET.get("q", "").replace("\0", "")[:LONGEST_QUESTION].strip()
    fields = [_field(name, request.GET.get(name, "")) for name in FILTERS]
    wanted = {str(field["name"]): str(field["chosen"]) for field in fields}
    found = rules_found(cards, wanted, words)
    context = {
        "words": words,
        "fields": fields,
        "found": [_listed(rule, said) for rule in found],
        "total": len(cards),
        "is_filtered": bool(words) or any(wanted.values()),
        "here": "rules",
    }
    return render(request, "programmes/rules.html", context)


@require_safe
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """Explain one rule: what it says, why, how it is read, an example of each side."""
    text = rule_texts().get(rule)
    if text is None:
        raise Http404
    said = in_own_words(getattr(request.user, "organisation_id", None))
    context = {
        "rule": text,
        "told": {name: said(say(text, name)) for name in text.spoken},
        "mends": [said(say(one, "text")) for one in text.mend],
        "weights": _weights(rule),
        "step_name": STEP_NAMES[text.step.value],
        "references": [reference(slug) for slug in text.refs],
        "here": "rules",
    }
    return render(request, "programmes/rule.html", context)


def _listed(rule: str, said: "Callable[[str], str]") -> dict[str, object]:
    text = rule_texts()[rule]
    return {
        "slug": rule,
        "title": said(say(text)),
        "message": said(say(text, "message")),
        "weights": _weights(rule),
    }


def _weights(rule: str) -> "list[tuple[Words, str]]":
    """Return how much a rule weighs in each scope; the code has the last word."""
    return [
        (SCOPE_WORDS[scope.value], checks[rule][1].value)
        for scope, checks in SCOPES.items()
        if rule in checks
    ]


def _card(text: RuleText, said: "Callable[[str], str]" = str) -> RuleCard:
    scopes = [scope for scope, checks in SCOPES.items() if text.slug in checks]
    entries = [catalogue().entry(slug) for slug in text.refs]
    own = frozenset(area for entry in entries if (area := entry.place.area))
    return RuleCard(
        rule=text.slug,
        words=" ".join((text.slug, *(said(say(text, name)) for name in text.spoken))),
        marks={
            "severity": frozenset(SCOPES[scope][text.slug][1].value for scope in scopes),
            "scope": frozenset(scope.value for scope in scopes),
            "step": frozenset({text.step.value}),
            "area": own.union(*(tags(entry, "area") for entry in entries)),
            "theme": frozenset[str]().union(*(tags(entry, "theme") for entry in entries)),
        },
    )


def _field(name: str, value: str) -> dict[str, object]:
    """Return a filter for ``look/filterbar.html``; an unknown value asks for nothing."""
    options = dict(_options(name))
    return {
        "name": name,
        "word": FILTER_WORDS[name],
        "options": [("", _("All")), *options.items()],
        "chosen": value if value in options else "",
    }


def _options(name: str) -> "Iterator[tuple[str, Words]]":
    closed: Mapping[str, Mapping[str, Words]] = {
        "severity": SEVERITY_WORDS,
        "scope": SCOPE_WORDS,
        "step": STEP_NAMES,
    }
    if name in closed:
        yield from closed[name].items()
        return
    carried = {mark for text in rule_texts().values() for mark in _card(text).marks[name]}
    for value in catalogue().code_list(f"guide_{name}").values:
        if value.id in carried:
            yield value.id, say(value, "label")
