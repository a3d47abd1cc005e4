"""Words: paste a text, see which terms the guide says otherwise, and why. Nothing of it is stored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from rempart.guide.catalogue import mark

LONGEST_TEXT = 20_000  # characters of a text that is looked at


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest) -> HttpResponse:
    """Mark the terms of a pasted text (REQ-113). The text is answered, and kept nowhere."""
    text = request.POST.get("text", "").replace("\0", "").replace("\r\n", "\n")
    is_too_long = len(text) > LONGEST_TEXT
    context = {
        "text": text,
        "marked": mark(text) if text.strip() and not is_too_long else None,
        "is_too_long": is_too_long,
        "limit": LONGEST_TEXT,
        "here": "words",
    }
    part = "guide/words.html#marked" if "HX-Request" in request.headers else "guide/words.html"
    return render(request, part, context, status=422 if is_too_long else 200)
