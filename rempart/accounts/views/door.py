"""The door itself, where allauth's own pages do not reach: over a page, and with words in hand."""

from allauth.core.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from rempart.accounts.forms import SignInForm
from rempart.accounts.http import (
    carried,
    is_from_our_own_page,
    is_within_a_page,
    own_address,
    typed_again,
)

REFUSED, TOO_MANY, UNAUTHORISED = 422, 429, 401
# nothing that is typed there is worth carrying
OF_PASSWORDS = ("account_login", "account_logout", "account_change_password")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def over(request: HttpRequest) -> HttpResponse:
    """Ask for the sign-in over an open page.

    To whom is signed in, 204 with the token that her page needs from now on, and who she is. To
    anyone else the dialog.
    """
    form = SignInForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and not request.user.is_authenticated:
        if not consume(request, action="login"):
            return render(
                request, "account/over.html", {"form": form, "wait": True}, status=TOO_MANY
            )
        form.opens(request)
    if request.user.is_authenticated:
        headers = {"X-CSRFToken": get_token(request), "X-Person": str(request.user.pk)}
        return HttpResponse(status=204, headers=headers)
    status = REFUSED if form.is_bound else 200
    return render(request, "account/over.html", {"form": form}, status=status)


@never_cache
@sensitive_post_parameters("password")
def carrying(request: HttpRequest) -> HttpResponse:
    """Sign in with words in hand, and offer to send them again to where they were going."""
    if request.method != "POST":
        return redirect("account_login")
    form = SignInForm(request.POST, request=request)
    if not request.user.is_authenticated:
        allowed = consume(request, action="login")
        if not (allowed and form.opens(request)):
            context = {**_held(request), "form": form, "wait": not allowed}
            status = REFUSED if allowed else TOO_MANY
            return render(request, "account/login_carrying.html", context, status=status)
    return _send_again(request, _held(request))


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is not, or no longer, the browser's: Django's ``CSRF_FAILURE_VIEW``.

    Where the browser vouches that the form is ours, it is only old (its person signed in anew in
    another window) and nothing typed is lost. Anything else is refused.
    """
    if not is_from_our_own_page(request):
        return csrf_failure(request, reason)
    if is_within_a_page(request):
        return HttpResponse(status=UNAUTHORISED)
    if request.path in map(reverse, OF_PASSWORDS):
        return redirect(request.path)
    if request.path == reverse("account_login_carrying"):
        held = _held(request)
    else:
        held = {**carried(request), "to": request.get_full_path()}
    if request.user.is_authenticated:
        return _send_again(request, held, status=403)
    return render(request, "account/login_carrying.html", held, status=UNAUTHORISED)


def _held(request: HttpRequest) -> dict[str, str]:
    return {
        "to": own_address(request.POST.get("to", "/")),
        "typed": request.POST.get("typed", "[]"),
    }


def _send_again(request: HttpRequest, held: dict[str, str], status: int = 200) -> HttpResponse:
    context = {**held, "fields": typed_again(held.get("typed", ""))}
    return render(request, "account/send_again.html", context, status=status)


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """Say whom to ask for a new password."""
    return render(request, "account/password_reset.html")
