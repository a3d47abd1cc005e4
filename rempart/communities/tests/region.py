"""An invented region for the tests: a port with some districts, and figures about them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from rempart.accounts.models import Organisation, User
from rempart.communities.actions import describe_place, write_values
from rempart.communities.catalogue import conditions
from rempart.communities.models import Place
from rempart.communities.rules.told import From, Told
from tests.cast import amina, passerelle

ORIGIN = From(on=date(2026, 5, 31), source="Baseline study (fictional)", grade="good")


def place(
    name: str,
    *,
    parent: Place | None = None,
    children: int | None = 4000,
    of: tuple[Organisation, User] | None = None,
) -> Place:
    """Describe a place."""
    organisation, by = of or (passerelle(), amina())
    told = Told(
        name=name,
        level="community",
        country="Fictional",
        parent_id=parent.pk if parent else None,
        children=children,
        children_source="Census (fictional)" if children is not None else "",
    )
    return describe_place(organisation, told, by=by)


def risk(part: float) -> Mapping[str, Decimal]:
    """Return a figure for every condition, at this part of its scale: 1 is most risk."""
    found = {}
    for slug, one in conditions().items():
        up = part if one.direction == "up" else 1 - part
        found[slug] = Decimal(str(round(one.low + (one.high - one.low) * up, 3)))
    return found


def described(name: str, part: float, **given: object) -> Place:
    """Describe a place, and everything that is known of it."""
    found = place(name, **given)  # type: ignore[arg-type]  # fields by name
    write_values(found, risk(part), ORIGIN, by=amina())
    return found
