"""The look's own pages: the desk, the theme, the gallery."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from rempart.look.gallery import specimens
from rempart.look.reader import THEMES

A_YEAR = 60 * 60 * 24 * 365


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the desk to whom is signed in, and to anyone else what Rempart is."""
    page = "look/desk.html" if request.user.is_authenticated else "look/home.html"
    return render(request, page, {"today": localdate()})


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie (light, dark; anything else: the system's) and go back."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        back = "/"
    answer = redirect(back)
    if (chosen := request.POST.get("theme", "")) in THEMES:
        answer.set_cookie(
            "theme", chosen, A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
        )
    else:
        answer.delete_cookie("theme", samesite="Lax")
    return answer


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show each component in each of its states."""
    pages = Paginator(range(14), 2).page(2)
    return render(request, "look/gallery.html", {**specimens(), "pages": pages})
