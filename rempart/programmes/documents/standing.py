"""What was decided on a plan, as its document says it: who approved it and when, and what changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rempart.look.say import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The body that approved the plan, and the day."""

    body: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change request that was approved: the plan says what it asked for."""

    number: int
    title: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What was decided on the plan that is printed; nothing as long as it is not approved."""

    approval: Approval | None = None
    changes: tuple[Change, ...] = ()

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield what stands among the facts of the cover."""
        if self.approval:
            said = {"body": self.approval.body, "day": day(self.approval.on)}
            yield _("Approved by"), _("%(body)s, on %(day)s") % said
        for one in self.changes:
            told = {"title": one.title, "day": day(one.on)}
            yield (
                _("Change request %(number)s") % {"number": one.number},
                _("%(title)s: approved on %(day)s") % told,
            )


NOTHING_DECIDED = Decisions()
