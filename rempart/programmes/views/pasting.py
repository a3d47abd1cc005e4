"""Pasting a table of results: what it says is shown first, with every fault; then all of it is added, or nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.programmes.actions.branches import add_branches
from rempart.programmes.models import Programme, Row
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.rules.branches import MAY_HOLD, size_of
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.tables.columns import HEAD_ROWS, Column, guessed, heading_row
from rempart.programmes.rules.tables.grid import Grid, bare, read_html, read_text, write_text
from rempart.programmes.rules.tables.reading import Fault, Reader, Reading, read_table
from rempart.programmes.rules.tables.writing import table_of
from rempart.programmes.views.framing import branches_of, framework
from rempart.programmes.views.pages import REFUSALS, around
from rempart.programmes.views.rows import programme_to_write
from rempart.programmes.views.wording import (
    HEADINGS,
    decimal_mark,
    levels_by_name,
    understood,
    wording,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

SHOWN = 200  # rows of the preview
NO_HEADINGS = "none"
FAULTS: "dict[str, Words]" = {
    "nothing_to_take": _("There is no row to take: say which column holds the texts."),
    "too_many_rows": _("%(count)s rows are too many at once: %(limit)s at most. Paste it in parts."),
    "formula": _("A formula: paste what it shows, not how it is worked out."),
    "forbidden_character": _("The text holds a character that no text may hold."),
    "unknown_level": _("This names no level."),
    "no_text": _("This row names a level and has no text."),
    "no_number": _("This row has a text and no number."),
    "no_parent": _("The row that it would stand under is not there."),
    "number_twice": _("This number stands twice."),
    "too_deep": _("There is no level so deep."),
    "nothing_above": _("This belongs to no row: there is none above it."),
    "no_indicator": _("This describes an indicator, and the row names none."),
    "no_place_for_it": _("A row of this level has no place for it."),
    "said_already": _("The row says this already."),
    "not_a_date": _("“%(value)s” is no date: write 2027-03-01, 01/03/2027, 1.3.2027 or 1 March 2027."),
    "not_a_number": _("“%(value)s” is no number."),
    "negative": _("“%(value)s” is below zero."),
    "too_large": _("“%(value)s” is too large."),
    "too_fine": _("“%(value)s” has too many decimals: four at most, two for a cost."),
    "unknown_word": _("“%(value)s” is none of the words of this list."),
    "end_before_start": _("It ends before it starts."),
    "too_long": _("The text is too long: %(limit)s characters at most, here %(length)s."),
    "and_others": _("… and %(number)s more."),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What was sent: the table as text, where it goes, what its columns hold."""

    text: str
    grid: Grid
    under: str
    head: int | None
    columns: Sequence[Column | None]

    @property
    def seen(self) -> str:
        """Return a mark of all this, by which the preview knows whether it is still true."""
        told = repr((self.text, self.under, self.head, [str(one) for one in self.columns]))
        return hashlib.sha256(told.encode()).hexdigest()


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Take a pasted table: show what it says, then add it all."""
    programme = programme_to_write(request, pk, "objectives")
    plan = plan_of(programme)
    if request.method != "POST":
        context = _around(request, programme, plan, request.GET.get("under", ""))
        return render(request, "programmes/results/paste.html", context)
    pasted = _pasted(request.POST, levels_by_name(programme.organisation))
    parent = _parent(programme, pasted.under)
    reading = _read(programme, pasted)
    is_seen = request.POST.get("seen") == pasted.seen
    reasons: list[str] = []
    if request.POST.get("act") == "add" and is_seen and not reading.faults:
        with catch_refusal() as reasons:
            branches = [(parent, branch) for branch in reading.branches]
            return _added(
                request, add_branches(programme, by=request.user, branches=branches), reading
            )
    context = _around(request, programme, plan, pasted.under) | _shown(programme, pasted, reading)
    context |= {"refused": [{"what": REFUSALS[reason]} for reason in reasons]}
    status = 422 if reading.faults or reasons else 200
    return render(request, "programmes/results/paste.html", context, status=status)


def _added(request: SignedInRequest, rows: Sequence[Row], reading: Reading) -> HttpResponse:
    count = sum(map(size_of, reading.branches))
    told = ngettext("%(count)s row was added.", "%(count)s rows were added.", count)
    messages.success(request, told % {"count": count})
    answer = redirect("programmes:results", rows[0].programme_id)
    answer["Location"] += f"?at={rows[0].key}#{rows[0].key}"
    return answer


def _pasted(sent: QueryDict, own: dict[str, str]) -> Pasted:
    """Read what was sent; what was told of the columns holds as long as it is the same table."""
    grid = read_html(sent.get("html", ""))
    text = write_text(grid) if grid else sent.get("table", "")
    grid = grid or read_text(text)
    told: Mapping[str, str] = sent if sent.get("top") == _top(grid) else {}
    head = heading_row(grid, own)
    if "head" in told:
        head = next((n for n in range(len(grid[:HEAD_ROWS])) if str(n) == told["head"]), None)
    headings = grid[head] if head is not None else [""] * max(map(len, grid), default=0)
    columns = guessed(headings, own)
    if head is None and len(columns) == 1:
        columns = [Column.TEXT]
    columns = [_mapped(told.get(f"map-{n}"), column) for n, column in enumerate(columns)]
    return Pasted(text=text, grid=grid, under=sent.get("under", ""), head=head, columns=columns)


def _top(grid: Grid) -> str:
    """Return a mark of a table's first row, by which it is known again."""
    return hashlib.sha256(repr(grid[:1]).encode()).hexdigest()


def _mapped(told: str | None, column: Column | None) -> Column | None:
    if told is None:
        return column
    return Column(told) if told in set(Column) else None


def _parent(programme: Programme, told: str) -> Row | None:
    """Return the row under which the table goes; none at the top; 404 if nothing can stand there."""
    if not told:
        return None
    kind, _dot, key = told.partition(".")
    found = row_of(programme, kind, key) if kind in MAY_HOLD["indicators"] else None
    if found is None:
        raise Http404
    return found


def _read(programme: Programme, pasted: Pasted) -> Reading:
    known = Reader(
        mark=decimal_mark(),
        under=pasted.under.partition(".")[0],
        own=levels_by_name(programme.organisation),
        words=understood(),
        new_key=lambda: str(uuid4()),
    )
    return read_table(pasted.grid, pasted.columns, pasted.head, known)


def _around(
    request: SignedInRequest, programme: Programme, plan: Plan, under: str
) -> dict[str, Any]:
    places = [
        (f"{one.kind}.{one.row.key}", f"{one.number} {one.row.text}")
        for one in framework(plan, branches_of(plan))
        if one.kind in MAY_HOLD["indicators"]
    ]
    known = {value for value, _words in places}
    return around(request, programme, plan, Step.RESULTS) | {
        "places": places,
        "under": under if under in known else "",
    }


def _shown(programme: Programme, pasted: Pasted, reading: Reading) -> dict[str, Any]:
    """Return the preview: what each column holds, what will be added, every fault."""
    headings = pasted.grid[pasted.head] if pasted.head is not None else []
    samples = pasted.grid[(pasted.head or 0) + (pasted.head is not None) :]
    columns = [
        {
            "name": f"map-{n}",
            "heading": bare(headings[n]) if n < len(headings) else "",
            "sample": next((bare(row[n]) for row in samples if bare(row[n])), ""),
            "column": column.value if column else "",
        }
        for n, column in enumerate(pasted.columns)
    ]
    count = sum(map(size_of, reading.branches))
    return {
        "pasted": pasted,
        "head": NO_HEADINGS if pasted.head is None else pasted.head,
        "first_rows": [
            (n, " · ".join(filter(None, map(bare, row))))
            for n, row in enumerate(pasted.grid[:HEAD_ROWS])
        ],
        "top": _top(pasted.grid),
        "columns": columns,
        "choices": [(column.value, words) for column, words in HEADINGS.items()],
        "faults": [_fault(one) for one in reading.faults],
        "left_out": reading.left_out,
        "count": count,
        "table": _preview(programme, reading)[: SHOWN + 1],
        "more": max(count - SHOWN, 0),
    }


def _fault(fault: Fault) -> dict[str, str]:
    words = str(FAULTS[fault.code]) % fault.values
    if not fault.row:
        return {"what": words}
    where = _("Row %(row)s, “%(column)s”") if fault.column else _("Row %(row)s")
    return {"what": str(where) % {"row": fault.row, "column": fault.column}, "why": words}


def _preview(programme: Programme, reading: Reading) -> list[list[str]]:
    """Return what will be added as a table, without the columns that stay empty."""
    said = wording(programme.organisation)
    rows = table_of(reading.branches, said)
    used = [n for n in range(len(rows[0])) if any(row[n] for row in rows[1:])]
    return [[row[n] for n in used] for row in rows]
