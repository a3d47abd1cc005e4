"""How allauth behaves here: accounts are opened by an administrator, nobody signs up."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rempart.accounts.actions import choose_password
from rempart.accounts.models import User
from rempart.accounts.sessions import bring_preferences


class ClosedDoor(DefaultAccountAdapter):
    """Sign-in without sign-up, in our own words."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "This name and this password do not go together. Check both and try again."
        ),
        "too_many_login_attempts": _(
            "Too many tries with a wrong name or password. Wait a quarter of an hour, or ask your administrator for a new password."
        ),
        "enter_current_password": _("This is not your present password."),
    }
    said: ClassVar[dict[str, Promise]] = {  # of allauth's messages, those worth saying
        "account/messages/logged_out.txt": _("You are signed out."),
        "account/messages/password_changed.txt": _("Your password is changed."),
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody opens an account for herself."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """Keep the password that a person chose."""
        choose_password(user, password=password, by=user)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead whoever comes in with a handed password to choose her own, before anything else."""
        if isinstance(request.user, User) and request.user.must_renew_password:
            return reverse("account_change_password")
        return str(super().get_login_redirect_url(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead to her work, once she has chosen a password."""
        return str(super().get_login_redirect_url(request))

    def post_login(self, request: HttpRequest, user: User, **hooks: object) -> HttpResponse:
        """Bring her language and her theme to the browser in which she signed in."""
        response: HttpResponse = super().post_login(request, user, **hooks)
        bring_preferences(response, user)
        return response

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str = "",
        *_context: object,
        message: str = "",
        **_rest: object,
    ) -> None:
        """Say one of our own messages, or nothing."""
        if words := message or self.said.get(message_template):
            messages.add_message(request, level, str(words))
