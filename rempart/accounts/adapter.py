"""How allauth behaves here: accounts are opened by an administrator, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """Sign-in without sign-up."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody opens an account for herself."""
        return False
