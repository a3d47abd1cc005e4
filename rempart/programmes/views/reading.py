"""A row as someone reads it who does not write: every fact it holds, in words."""

from django.http import HttpResponse
from django.shortcuts import render

from rempart.accounts.http import SignedInRequest
from rempart.programmes.forms import RowForm
from rempart.programmes.models import Row
from rempart.programmes.queries import plan_of
from rempart.programmes.views.pages import around


def row_read(request: SignedInRequest, form: RowForm, row: Row, back: str) -> HttpResponse:
    """Show a row to a reviewer, or to anyone once the programme is submitted."""
    programme = form.programme
    context = around(request, programme, plan_of(programme), row.step) | {
        "title": form.cells(row)[0][1] or form.many,
        "many": form.many,
        "facts": [(form.fields[name].label, form.told(name)) for name in form.facts()],
        "back": back,
    }
    return render(request, "programmes/row_read.html", context)
