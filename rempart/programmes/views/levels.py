"""The organisation's own names of the levels: an administrator's page, one language at a time."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.programmes.actions.levels import name_levels
from rempart.programmes.models.levels import LEVEL_NAMES
from rempart.programmes.queries.levels import our_levels, own_levels
from rempart.programmes.rules.naming import LONGEST
from rempart.programmes.views.appearance import organisation_of

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

FAULTS: "dict[str, Words]" = {
    "half_a_name": gettext_lazy("Say both how one is called and how several are, or neither."),
    "name_too_long": gettext_lazy("The name is too long: 60 characters at most."),
    "name_taken": gettext_lazy("Another level is called so: each needs a name of its own."),
}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def levels(request: SignedInRequest) -> HttpResponse:
    """Show and change how the organisation calls the levels."""
    organisation = organisation_of(request)
    asked = request.GET.get("language", "")
    language = asked if asked in dict(settings.LANGUAGES) else request.LANGUAGE_CODE
    names = own_levels(organisation.pk, language)
    reasons: list[str] = []
    if request.method == "POST":
        names = {level: (_typed(request, level, "one"), _typed(request, level, "many")) for level in LEVEL_NAMES}  # fmt: skip
        with catch_refusal() as reasons:
            name_levels(organisation, by=request.user, language=language, names=names)
        if not reasons:
            messages.success(request, _("The names are kept."))
            return redirect(f"{request.path}?language={language}")
    with translation.override(language):
        ours = our_levels()
    faults = [
        (level, FAULTS[code]) for level, _dot, code in (one.partition(".") for one in reasons)
    ]
    context = {
        "rows": [
            (level, words, ours[level], names.get(level, ("", "")), [why for where, why in faults if where == level])
            for level, (words, _many) in LEVEL_NAMES.items()
        ],
        "reasons": [{"what": LEVEL_NAMES[level][0], "why": why, "address": f"#one-{level}"} for level, why in faults],
        "language": language,
        "languages": settings.LANGUAGES,
        "longest": LONGEST,
    }  # fmt: skip
    return render(request, "programmes/levels.html", context, status=422 if reasons else 200)


def _typed(request: SignedInRequest, level: str, which: str) -> str:
    return " ".join(request.POST.get(f"{which}-{level}", "").replace("\x00", "").split())
