"""The invented region of the demo: what was found of its services, its census of places, its routes."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.utils.timezone import localdate

from rempart.accounts.models import User
from rempart.communities.actions import check_service
from rempart.communities.actions.census import (
    change_area_action,
    plan_area_action,
    write_counts,
)
from rempart.communities.actions.routes import add_route
from rempart.communities.models import Place
from rempart.communities.queries import places_for
from rempart.communities.rules.basic_services import Check
from rempart.communities.rules.census import Counted, step_of
from rempart.communities.rules.routes import ToldRoute


def describe_region(folder: Path, author: User) -> None:
    """Write what the folder says of the places of its author's organisation."""
    places = {one.name: one for one in places_for(author)}
    for told in _read(folder / "services.yaml"):
        _check_services(places[told["place"]], told, author)
    for told in _read(folder / "census.yaml"):
        _count_venues(places[told["place"]], told, author)
    for told in _read(folder / "routes.yaml"):
        _describe_route(places, told, author)


def _read(file: Path) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return told


def _describe_route(places: dict[str, Place], told: dict[str, Any], author: User) -> None:
    for end in ("from", "to"):
        if end in told:
            told[f"{end}_place_id"] = places[told.pop(end)].pk
    if author.organisation:
        add_route(author.organisation, ToldRoute(**told), by=author, on=localdate())


def _count_venues(place: Place, told: dict[str, Any], author: User) -> None:
    for study in told["counts"]:
        origin = Counted(
            place=str(place.pk),
            zone=study.get("zone", ""),
            venue_type="",
            step=0,
            counted_on=study["counted_on"].isoformat(),
            method=study["method"],
            source=study["source"],
        )
        steps = {venue: step_of(number) for venue, number in study["found"].items()}
        write_counts(place, steps, origin, by=author)
    for one in told.get("actions", ()):
        planned = plan_area_action(place, one["action"], by=author, due_on=one["due_on"])
        if done_on := one.get("done_on"):
            change_area_action(planned, by=author, due_on=planned.due_on, done_on=done_on)


def _check_services(place: Place, told: dict[str, Any], author: User) -> None:
    for service, found in told["found"].items():
        far = found.pop("distance_km", None)
        check = Check(
            **found,
            distance_km=None if far is None else Decimal(str(far)),
            checked_on=told["checked_on"],
            source=told["source"],
        )
        check_service(place, service, check, by=author)
