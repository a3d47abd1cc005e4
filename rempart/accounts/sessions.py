"""How long a session lasts, and what a browser may keep of it."""

from collections.abc import Callable
from time import time

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from rempart.accounts.models import User

Answer = Callable[[HttpRequest], HttpResponse]
A_YEAR = 60 * 60 * 24 * 365
BEGAN = "began"  # in the session: when it was first seen


def end_after_a_day_of_work(get_response: Answer) -> Answer:
    """End a session after ``SESSION_COOKIE_AGE``, however busy: Django alone counts from the last change."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and _age(request) > settings.SESSION_COOKIE_AGE:
            logout(request)
        return get_response(request)

    return answer


def keep_nothing(get_response: Answer) -> Answer:
    """Let no browser and no proxy keep what a signed-in person saw; empty the browser at her leave."""

    def answer(request: HttpRequest) -> HttpResponse:
        was_signed_in = request.user.is_authenticated
        response = get_response(request)
        if was_signed_in or request.user.is_authenticated:
            add_never_cache_headers(response)
        if was_signed_in and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return answer


def _age(request: HttpRequest) -> float:
    """Return for how many seconds the session has been seen."""
    began: float = request.session.setdefault(BEGAN, time())
    return time() - began


def bring_preferences(response: HttpResponse, user: User) -> None:
    """Put a person's language and theme, where she chose any, into the browser's cookies."""
    chosen = {settings.LANGUAGE_COOKIE_NAME: user.language, "theme": user.theme}
    for name, value in chosen.items():
        if value:
            response.set_cookie(
                name,
                value,
                A_YEAR,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )


def forget_preferences(response: HttpResponse) -> None:
    """Take language and theme back out of the browser: as the device asks."""
    for name in (settings.LANGUAGE_COOKIE_NAME, "theme"):
        response.delete_cookie(name, samesite="Lax")
