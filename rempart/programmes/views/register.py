"""The register of risks: its list, its grid, and assumptions that become risks."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_write
from rempart.programmes.actions import add_row
from rempart.programmes.models import Row
from rempart.programmes.models.names import EFFECT_NAMES, GRAVITY_NAMES, LIKELIHOOD_NAMES
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import numbers
from rempart.programmes.rules.risks import (
    DEGREES,
    Assumed,
    Numbered,
    Risk,
    assumptions,
    gravest_first,
    grid,
)
from rempart.programmes.views.framing import line_of
from rempart.programmes.views.pages import found_programme

Rows = Mapping[str, list[Row]]
MOST = 30  # assumptions offered at once; the rest is counted


def register_shown(rows: Rows, plan: Plan) -> list[dict[str, Any]]:
    """Return the risks, the gravest first; the grid; the assumptions that are no risk yet."""
    numbered = gravest_first(plan.register)
    stored = {row.key: row for row in rows["register"]}
    taken = {risk.assumption_of for risk in plan.register}
    free = [one for one in assumptions(plan.objectives) if one.row not in taken]
    number = dict(numbers(plan.objectives))
    return [
        {
            "risks": [_told(one, stored[one.risk.key], number) for one in numbered],
            "grid": _rows_of_grid(numbered),
            "effects": list(EFFECT_NAMES.values()),
            "weighed": sum(len(found) for found in grid(numbered).values()),
            "free": [_offered(one, number) for one in free[:MOST]],
            "more": max(0, len(free) - MOST),
        }
    ]


def _told(one: Numbered, row: Row, number: Mapping[str, str]) -> dict[str, Any]:
    risk = one.risk
    return {
        "number": one.number,
        "row": row,
        "risk": risk,
        "likelihood": LIKELIHOOD_NAMES.get(str(risk.likelihood), ""),
        "effect": EFFECT_NAMES.get(str(risk.effect), ""),
        "gravity": risk.gravity.value,
        "gravity_name": GRAVITY_NAMES[risk.gravity.value],
        "origin": number.get(risk.assumption_of.partition(".")[2], ""),
    }


def _rows_of_grid(numbered: tuple[Numbered, ...]) -> list[dict[str, Any]]:
    """Return the rows of the grid, the likeliest first, each cell with its risks and its gravity."""
    cells = grid(numbered)
    return [
        {
            "name": LIKELIHOOD_NAMES[str(likelihood)],
            "cells": [
                {
                    "risks": cells.get((likelihood, effect), ()),
                    "gravity": Risk(
                        key="", text="", likelihood=likelihood, effect=effect
                    ).gravity.value,
                }
                for effect in DEGREES
            ],
        }
        for likelihood in reversed(DEGREES)
    ]


def _offered(one: Assumed, number: Mapping[str, str]) -> dict[str, str]:
    level, _dot, key = one.row.partition(".")
    return {"level": level, "key": key, "number": number.get(key, ""), "text": one.text}


@signed_in
@require_POST
def risk(request: SignedInRequest, pk: UUID, level: str, result: str) -> HttpResponse:
    """Make a risk of a row's assumption, once; then let her weigh it."""
    programme = found_programme(request, pk)
    if not may_write(request.user, programme):
        raise PermissionDenied
    plan = plan_of(programme)
    line = line_of(plan, result)
    if line is None or line.kind != level or not line.row.assumption.strip():
        raise Http404
    origin = f"{level}.{result}"
    found = next((one.key for one in plan.register if one.assumption_of == origin), "")
    if not found:
        text = _("This does not hold: %(assumption)s") % {"assumption": line.row.assumption}
        values = {"text": text[:1000], "assumption_of": origin}
        with catch_refusal() as reasons:
            found = add_row(programme, by=request.user, kind="register", values=values).key
        if reasons:
            return redirect("programmes:results", programme.pk)
    return redirect("programmes:row", programme.pk, "register", found)
