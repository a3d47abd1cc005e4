"""The room at start-up: the conditions of risk are read before anyone comes."""

from django.apps import AppConfig


class CommunitiesConfig(AppConfig):
    """Conditions that do not hold stop the start-up and say where."""

    name = "rempart.communities"

    def ready(self) -> None:
        """Read the conditions once."""
        from rempart.communities.catalogue import hold  # noqa: PLC0415 -- settings come first

        hold()
