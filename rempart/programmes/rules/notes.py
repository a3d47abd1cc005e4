"""What the guide says beside a step: entries chosen by practitioners, by their slugs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNote:
    """The guide's entries that bear on a step: one that leads, what to do, what not to do, an example."""

    slug: str  # of the ``Step``
    lead: str
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    example: str = ""

    @property
    def entries(self) -> tuple[str, ...]:
        """Return every slug of the guide that the note names."""
        return tuple(filter(None, (self.lead, *self.do, *self.avoid, self.example)))
