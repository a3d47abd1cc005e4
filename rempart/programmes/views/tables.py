"""The results framework as a table: to copy into a word processor or a spreadsheet, or as a file."""

import csv
import io
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.documents.sheet import to_workbook
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.tables.grid import Grid, guarded, write_text
from rempart.programmes.rules.tables.writing import table_of
from rempart.programmes.views.pages import around, found_programme
from rempart.programmes.views.wording import wording

MOST = 100  # rows shown on the page; the copy and the files hold them all
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "html": "text/html; charset=utf-8",
}


@signed_in
@require_safe
def table(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show the framework as a table, to copy it or to take it along as a file."""
    programme = found_programme(request, pk)
    plan = plan_of(programme)
    rows = table_of(plan.objectives, wording(programme.organisation))
    safe = _guarded(rows)
    context = around(request, programme, plan, Step.RESULTS) | {
        "rows": safe[: MOST + 1],
        "more": max(len(rows) - 1 - MOST, 0),
        "forms": [("xlsx", _("Excel (XLSX)")), ("csv", _("Plain table (CSV)"))],
    }
    return render(request, "programmes/results/table.html", context)


@signed_in
@require_safe
def table_file(request: SignedInRequest, pk: UUID, form: str) -> HttpResponse:
    """Answer with the table as a file: ``xlsx``, ``csv``; ``tsv`` and ``html`` are for the clipboard."""
    programme = found_programme(request, pk)
    if form not in TYPES:
        raise Http404
    said = wording(programme.organisation)
    rows = _guarded(table_of(plan_of(programme).objectives, said))
    if form == "xlsx":
        data = to_workbook(rows)
    elif form == "csv":
        data = _csv(rows, ";" if said.mark == "," else ",")
    elif form == "html":
        page = "programmes/results/table_rows.html#table"
        data = render(request, page, {"rows": rows}).content
    else:
        data = write_text(rows).encode()
    answer = HttpResponse(data, content_type=TYPES[form])
    name = f"{slugify(programme.title)[:60] or 'rempart'}.{form}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return answer


def _guarded(rows: Grid) -> Grid:
    return [[guarded(cell) for cell in row] for row in rows]


def _csv(rows: Grid, delimiter: str) -> bytes:
    """Write the sheet as spreadsheets of the reader's language open it."""
    kept = io.StringIO()
    csv.writer(kept, delimiter=delimiter).writerows(rows)
    return f"\ufeff{kept.getvalue()}".encode()
