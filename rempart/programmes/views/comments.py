"""What colleagues say about a plan: about each row, all that stands open, and what calls someone to her desk."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.catalogue import catalogue, say
from rempart.kit.refusals import catch_refusal
from rempart.programmes.actions.comments import (
    change_comment,
    read_mention,
    reopen_thread,
    resolve_thread,
    withdraw_comment,
    write_comment,
)
from rempart.programmes.forms.comments import CommentForm
from rempart.programmes.models import ROWS, Comment, Programme, Row
from rempart.programmes.models.names import STEP_NAMES
from rempart.programmes.queries import plan_of, row_of, rows_of
from rempart.programmes.queries.comments import (
    STEP,
    colleagues_of,
    mentions_for,
    thread_of,
    threads_of,
)
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.discretion import hints_of_someone
from rempart.programmes.templatetags.comments import link
from rempart.programmes.views.pages import address_of, around, found_programme

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

OFFERED = 20  # colleagues offered while one types
HINTS: "dict[str, Words]" = {
    "someone": gettext_lazy("It looks as if it held someone’s name, a phone number or an e-mail address."),
    "address": gettext_lazy("It looks as if it held an address."),
    "story": gettext_lazy("It looks as if it told of one child."),
}  # fmt: skip
NOBODY = gettext_lazy("Nobody of your organisation is called so: check the name after the @.")


@signed_in
@require_safe
def open_comments(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show all that stands open in a programme."""
    programme = found_programme(request, pk)
    rows = rows_of(programme)
    by_name = {(kind, row.key): row for kind, found in rows.items() for row in found}
    found = [
        (thread, words_for(thread.kind, thread.key, by_name.get((thread.kind, thread.key))))
        for thread in threads_of(programme).filter(resolved_at__isnull=True)
    ]
    found.sort(key=lambda one: one[0].comments.all()[0].written_at)
    context = around(request, programme, plan_of(programme, rows)) | {"threads": found}
    return render(request, "programmes/comments/open.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: SignedInRequest, pk: UUID, kind: str, key: str) -> HttpResponse:
    """Show what is said about a row, or about a step's own facts; say something."""
    programme = found_programme(request, pk)
    row = _subject(programme, kind, key)
    if request.method != "POST":
        return _thread_page(request, programme, (kind, key), row, CommentForm())
    form = CommentForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data["text"]
        with catch_refusal() as reasons:
            write_comment(programme, by=request.user, at=now(), about=(kind, key), text=said)
            _warn(request, said)
        if not reasons:
            return _after(request, programme, (kind, key), row)
        form.add_error("text", NOBODY)
    return _thread_page(request, programme, (kind, key), row, form, status=422)


@signed_in
@require_POST
def resolution(request: SignedInRequest, pk: UUID, kind: str, key: str) -> HttpResponse:
    """Settle what is said about a row; with ``open``, open it again."""
    programme = found_programme(request, pk)
    row = _subject(programme, kind, key)
    thread = thread_of(programme, kind, key)
    if thread is None:
        raise Http404
    if "open" in request.POST:
        reopen_thread(thread, by=request.user)
    else:
        resolve_thread(thread, by=request.user, at=now())
    return _after(request, programme, (kind, key), row)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: SignedInRequest, pk: UUID, comment: UUID) -> HttpResponse:
    """Change what one said."""
    programme = found_programme(request, pk)
    found = _own(request, programme, comment)
    about = (found.thread.kind, found.thread.key)
    form = CommentForm(
        request.POST if request.method == "POST" else None, initial={"text": found.text}
    )
    if form.is_valid():
        said = form.cleaned_data["text"]
        with catch_refusal() as reasons:
            change_comment(found, by=request.user, at=now(), text=said)
            _warn(request, said)
        if not reasons:
            return _after(request, programme, about, _subject(programme, *about))
        form.add_error("text", NOBODY)
    context = {"form": form, "comment": found, "programme": programme} | _people(request)
    context |= {"in_dialog": "HX-Request" in request.headers, "about": about}
    page = "programmes/comments/change.html" + ("#form" if "HX-Request" in request.headers else "")
    return render(request, page, context, status=422 if form.is_bound else 200)


@signed_in
@require_POST
def withdrawal(request: SignedInRequest, pk: UUID, comment: UUID) -> HttpResponse:
    """Take back what one said."""
    programme = found_programme(request, pk)
    found = _own(request, programme, comment)
    about = (found.thread.kind, found.thread.key)
    withdraw_comment(found, by=request.user)
    return _after(request, programme, about, _subject(programme, *about))


@signed_in
@require_safe
def people(request: SignedInRequest) -> HttpResponse:
    """Offer the colleagues whose name begins as one types."""
    return render(request, "programmes/comments/people.html", _people(request))


@signed_in
@require_safe
def mentions(request: SignedInRequest) -> HttpResponse:
    """Show the comments that call the reader and that she has not read."""
    found = list(mentions_for(request.user)[: OFFERED + 1])
    context = {"mentions": found[:OFFERED], "has_more": len(found) > OFFERED}
    part = "#panel" if "HX-Request" in request.headers else ""
    return render(request, f"programmes/comments/mentions.html{part}", context)


@signed_in
@require_POST
def reading(request: SignedInRequest, mention: UUID) -> HttpResponse:
    """Note that a mention was read, and show its thread, or the desk again."""
    found = get_object_or_404(mentions_for(request.user), pk=mention)
    read_mention(found, by=request.user, at=now())
    thread = found.comment.thread
    if "follow" in request.POST:
        return redirect("programmes:comments", thread.programme_id, thread.kind, thread.key)
    return redirect("home")


def words_for(kind: str, key: str, row: Row | None) -> str:
    """Return what a thread is about, in the reader's words."""
    if kind == STEP:
        return str(STEP_NAMES[key])
    words = str(row or key)
    return say(words) if words in catalogue().entries else words


def _subject(programme: Programme, kind: str, key: str) -> Row | None:
    """Return the row that is spoken about, none of a step's own facts; 404 if there is no such thing."""
    if kind == STEP and key in set(Step):
        return None
    found = row_of(programme, kind, key) if kind in ROWS else None
    if found is None:
        raise Http404
    return found


def _own(request: SignedInRequest, programme: Programme, pk: UUID) -> Comment:
    """Return a comment that the reader wrote herself; 404 for any other."""
    mine = Comment.objects.filter(thread__programme=programme, author=request.user)
    return get_object_or_404(mine.select_related("thread__programme"), pk=pk)


def _warn(request: SignedInRequest, text: str) -> None:
    for hint in hints_of_someone(text):
        kept = _("Kept, but please look at it again: a plan speaks of groups.")
        messages.warning(request, f"{HINTS[hint]} {kept}")


def _people(request: SignedInRequest) -> dict[str, Any]:
    typed = request.GET.get("call", "").strip().removeprefix("@")
    found = colleagues_of(request.user).exclude(pk=request.user.pk)
    found = found.filter(username__istartswith=typed) if typed else found
    return {"people": found.order_by("username")[:OFFERED]}


def _after(
    request: SignedInRequest, programme: Programme, about: tuple[str, str], row: Row | None
) -> HttpResponse:
    if "HX-Request" in request.headers:
        return _thread_page(request, programme, about, row, CommentForm())
    return redirect("programmes:comments", programme.pk, *about)


def _thread_page(
    request: SignedInRequest,
    programme: Programme,
    about: tuple[str, str],
    row: Row | None,
    form: CommentForm,
    status: int = 200,
) -> HttpResponse:
    kind, key = about
    step = Step(key) if row is None else row.step
    thread = thread_of(programme, kind, key)
    name = words_for(kind, key, row)
    count = len(thread.comments.all()) if thread and not thread.resolved_at else 0
    context: dict[str, Any] = {
        "programme": programme,
        "thread": thread,
        "form": form,
        "name": name,
        "about": about,
        "address": reverse("programmes:comments", args=[programme.pk, kind, key]),
        "back": address_of(programme, step)
        + (f"?at={key}#{key}" if step is Step.RESULTS and row else ""),
        "link": link(programme, about, name, count, oob=True),
    } | _people(request)
    if "HX-Request" in request.headers:
        page = "programmes/comments/thread.html#thread"
        return render(request, page, context | {"in_dialog": True}, status=status)
    page_context = around(request, programme, plan_of(programme), step) | context
    return render(request, "programmes/comments/thread.html", page_context, status=status)
