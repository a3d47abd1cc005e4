"""A communication material: what the rules say of it, its words, its review, its mark."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.catalogue import mark
from rempart.kit.discretion import signs_of_a_person
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_judge_material
from rempart.programmes.actions import mark_publishable, review_material, withdraw_publishable
from rempart.programmes.catalogue import thresholds
from rempart.programmes.forms.materials import MaterialForm
from rempart.programmes.models import Material, Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.materials import material_in
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.publishing import findings_of, obstacles_to_publishing
from rempart.programmes.views.findings import DEGREES, Teller
from rempart.programmes.views.pages import REFUSALS, around, found_programme

LACKING = {  # what the mark needs -> the words, and the field that mends it
    "needs_image": (gettext_lazy("Say whether a child is to be seen."), "image"),
    "needs_story": (gettext_lazy("Say whether a child’s story is told."), "story"),
    "needs_children_appear": (gettext_lazy("Say whether children appear in it."), "children_appear"),
    "needs_youth_made": (gettext_lazy("Say whether young people make it themselves."), "youth_made"),
    "needs_sexes_balanced": (gettext_lazy("Young people make it: have as many girls as boys, or offer groups of one sex."), "sexes_balanced"),
    "needs_single_sex_offered": (gettext_lazy("Young people make it: say whether groups of one sex are offered."), "single_sex_offered"),
    "needs_identity_checked": (gettext_lazy("Have someone check that no child can be recognised."), "identity_checked"),
    "needs_authorisations": (gettext_lazy("Record every authorisation: how many are needed, how many are held, and by whom."), "authorisations_needed"),
    "needs_review": (gettext_lazy("Someone other than its author reviews it as it stands."), ""),
}  # fmt: skip
SIGNS = {
    "contact": gettext_lazy("a phone number or an e-mail address"),
    "name": gettext_lazy("a person’s name"),
    "address": gettext_lazy("an address"),
    "school": gettext_lazy("a school by its name"),
    "story": gettext_lazy("the story of one child"),
}


@signed_in
@require_safe
def material(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Show a material with everything that is said of it."""
    programme = found_programme(request, pk)
    return _page(request, programme, _found(programme, key))


@signed_in
@require_POST
def review(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Record that the reader reviewed the material as it stands."""
    programme = found_programme(request, pk)
    found = _found(programme, key)
    told = request.POST.get("version", "")
    version = int(told) if told.isdecimal() else 0
    with catch_refusal() as reasons:
        review_material(found, by=request.user, on=localdate(), version=version)
    return _answer(request, found, reasons, _("Your review is recorded."))


@signed_in
@require_POST
def publishing(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Mark the material publishable, or show everything that is missing."""
    found = _found(found_programme(request, pk), key)
    with catch_refusal() as reasons:
        mark_publishable(found, by=request.user, on=localdate())
    return _answer(request, found, reasons, _("The material is marked publishable."))


@signed_in
@require_POST
def withdrawal(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Take the mark away."""
    found = _found(found_programme(request, pk), key)
    withdraw_publishable(found, by=request.user)
    return _answer(request, found, [], _("The material is no longer marked publishable."))


def _found(programme: Programme, key: str) -> Material:
    return get_object_or_404(Material.objects.filter(programme=programme), key=key)


def _answer(
    request: SignedInRequest, found: Material, reasons: list[str], done: str
) -> HttpResponse:
    if not reasons:
        messages.success(request, done)
        return redirect("programmes:material", found.programme_id, found.key)
    for code in reasons:
        if code in REFUSALS:
            messages.error(request, REFUSALS[code])
    return _page(request, found.programme, found, status=422)


def _page(
    request: SignedInRequest, programme: Programme, found: Material, *, status: int = 200
) -> HttpResponse:
    plan, today = plan_of(programme), localdate()
    facts = material_in(plan, found.key)
    teller = Teller(programme, plan)
    told = [teller.told(finding) for finding in findings_of(plan, facts, today, thresholds())]
    form = MaterialForm(programme=programme, stored=found)
    signs = signs_of_a_person(facts.text, but=facts.help_contacts)
    context = around(request, programme, plan, Step.RESULTS) | {
        "material": found,
        "groups": [
            (*words, [one for one in told if one.degree == name])
            for name, words in DEGREES.items()
            if any(one.degree == name for one in told)
        ],
        "followed": [one for one in told if one.degree == "ok"],
        "told": form.told_by_group(facts.beside_the_point),
        "marked": mark(facts.text, facts.languages) if facts.text else None,
        "signs": [SIGNS[sign] for sign in signs],
        "obstacles": _obstacles(teller, plan, found),
        "may_judge": may_judge_material(request.user, programme),
        "is_author": found.is_by(request.user),
    }
    return render(request, "programmes/material.html", context, status=status)


def _obstacles(teller: Teller, plan: Plan, found: Material) -> list[dict[str, str]]:
    """Return what stands in the way of the mark, each with the way to mend it."""
    facts, today = material_in(plan, found.key), localdate()
    codes = obstacles_to_publishing(plan, facts, today, thresholds())
    findings = findings_of(plan, facts, today, thresholds())
    row = reverse("programmes:row", args=[found.programme_id, "materials", found.key])
    lacking = [
        {"what": str(words), "address": f"{row}#row_{field}" if field else "#review"}
        for words, field in (LACKING[code] for code in codes if code in LACKING)
    ]
    others = [code for code in codes if code not in LACKING]
    return lacking + teller.obstacles(others, findings)
