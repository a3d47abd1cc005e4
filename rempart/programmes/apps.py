"""The room at start-up: what the planner asks and what the rules say is read before anyone comes."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Content that does not hold, or a threshold too mild, stops the start-up and says where."""

    name = "rempart.programmes"

    def ready(self) -> None:
        """Read the planner's content once."""
        from rempart.programmes.catalogue import hold  # noqa: PLC0415 -- settings come first

        hold()
