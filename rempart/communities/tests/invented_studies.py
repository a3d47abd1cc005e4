"""Invented studies for the tests: a baseline and its gate, nobody real."""

from datetime import date
from typing import Any
from uuid import UUID

from rempart.accounts.models import Organisation, User
from rempart.communities.actions import add_study, move_study, write_ethics
from rempart.communities.models import Place, Study
from rempart.communities.rules.studies import EthicsTold, StudyKind, StudyMove, StudyTold
from rempart.communities.tests.region import place
from tests.cast import amina, passerelle

TODAY = date(2026, 6, 1)
GATE: dict[str, Any] = {
    "review": "approved",
    "reviewed_by": "Ethics board (fictional)",
    "reviewed_on": date(2026, 1, 10),
    "distress": "Stop and stay (fictional)",
    "referral": "Two services, tried in January (fictional)",
    "consent": "Said aloud, never signed (fictional)",
    "urgent": "Call the focal point within the hour (fictional)",
}
WHOLE: dict[str, Any] = {
    "kind": StudyKind.BASELINE.value,
    "method": "Household survey",
    "sample": "Adults of two districts, at random",
    "sample_size": 400,
    "limits": "Nights were left out",
    "confidence": "medium",
    "hears_children": "no",
    "begins_on": date(2026, 2, 1),
    "ends_on": date(2026, 3, 1),
}


def port() -> Place:
    """Return the place of most studies."""
    return Place.objects.filter(name="Port", organisation=passerelle()).first() or place("Port")


def registered(
    title: str,
    *,
    of: tuple[Organisation, User] | None = None,
    **said: Any,  # noqa: ANN401 -- fields by name
) -> Study:
    """Register a study."""
    organisation, by = of or (passerelle(), amina())
    given: dict[str, Any] = {"places": () if of else (port().pk,), **WHOLE, **said}
    return add_study(organisation, StudyTold(title=title, **given), by=by, on=TODAY)


def done(
    title: str,
    *,
    earlier: UUID | None = None,
    **said: Any,  # noqa: ANN401 -- fields by name
) -> Study:
    """Register a study, open its gate and take it to its end."""
    study = registered(title, earlier_id=earlier, **said)
    write_ethics(study, EthicsTold(**GATE), by=amina(), on=TODAY)
    for move in (StudyMove.BEGIN, StudyMove.FINISH):
        move_study(Study.objects.get(pk=study.pk), move, by=amina(), on=TODAY)
    return Study.objects.get(pk=study.pk)
