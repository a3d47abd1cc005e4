"""The room at start-up: the content is read before the first reader comes."""

from django.apps import AppConfig


class GuideConfig(AppConfig):
    """Content that does not hold stops the start-up and names the file."""

    name = "rempart.guide"

    def ready(self) -> None:
        """Read the whole content once."""
        from rempart.guide.catalogue import catalogue  # noqa: PLC0415 -- settings come first

        catalogue()
