"""The doors of places. Reviewers read; a stranger finds nothing; posts come with empty hands."""

from datetime import date
from decimal import Decimal

from rempart.communities.actions import (
    cast_ballot,
    check_service,
    describe_place,
    keep_list,
    keep_outlines,
    keep_sheet,
    write_values,
)
from rempart.communities.actions.census import plan_area_action, write_counts
from rempart.communities.actions.routes import add_route
from rempart.communities.models import PendingPlaces, PendingSheet, Place, VenueCount
from rempart.communities.rules.basic_services import Check
from rempart.communities.rules.census import Counted
from rempart.communities.rules.listing import Listed, PlaceList
from rempart.communities.rules.readings import Reading
from rempart.communities.rules.routes import ToldRoute
from rempart.communities.rules.told import From, Told
from tests.cast import amina, passerelle

DOORS = {
    #                                                   amina bento dalia chipo nobody
    "GET /places/":                                    (200, 200, 200, 200, 302),
    "POST /places/":                                   (405, 405, 405, 405, 401),
    "GET /places/desk/":                               (200, 200, 200, 200, 302),
    "POST /places/desk/":                              (405, 405, 405, 405, 401),
    "GET /places/new/":                                (200, 403, 200, 200, 302),
    "POST /places/new/":                               (422, 403, 422, 422, 401),
    "GET /places/ranking/":                            (200, 200, 200, 200, 302),
    "POST /places/ranking/":                           (405, 405, 405, 405, 401),
    "GET /places/conditions/":                         (200, 200, 200, 200, 302),
    "POST /places/conditions/":                        (405, 405, 405, 405, 401),
    "GET /places/conditions/<slug:slug>/":             (200, 200, 200, 200, 302),
    "POST /places/conditions/<slug:slug>/":            (302, 403, 302, 302, 401),
    "GET /places/weights/":                            (200, 200, 200, 200, 302),
    "POST /places/weights/":                           (422, 403, 422, 422, 401),
    "GET /places/weights/agreement/":                  (405, 405, 405, 405, 302),
    "POST /places/weights/agreement/":                 (422, 403, 422, 422, 401),
    "GET /places/weights/end/":                        (405, 405, 405, 405, 302),
    "POST /places/weights/end/":                       (302, 403, 302, 302, 401),
    "GET /places/weights/ballots/<uuid:pk>/removal/":  (405, 405, 405, 405, 302),
    "POST /places/weights/ballots/<uuid:pk>/removal/": (404, 404, 404, 404, 401),
    "GET /places/map/":                                (200, 403, 200, 200, 302),
    "POST /places/map/":                               (422, 403, 422, 422, 401),
    "GET /places/map/removal/":                        (405, 405, 405, 405, 302),
    "POST /places/map/removal/":                       (302, 403, 302, 302, 401),
    "GET /places/sheet/":                              (200, 403, 200, 200, 302),
    "POST /places/sheet/":                             (422, 403, 422, 422, 401),
    # the file is Amina's own: the others have none to look at
    "GET /places/sheet/<uuid:sheet>/":                 (200, 403, 404, 404, 302),
    "POST /places/sheet/<uuid:sheet>/":                (405, 405, 405, 405, 401),
    "GET /places/sheet/<uuid:sheet>/storing/":         (405, 405, 405, 405, 302),
    "POST /places/sheet/<uuid:sheet>/storing/":        (302, 403, 404, 404, 401),
    "GET /places/sheet/<uuid:sheet>/dropping/":        (405, 405, 405, 405, 302),
    "POST /places/sheet/<uuid:sheet>/dropping/":       (302, 403, 404, 404, 401),
    "GET /places/sheet/files/<slug:form>/":            (200, 200, 200, 200, 302),
    "POST /places/sheet/files/<slug:form>/":           (405, 405, 405, 405, 401),
    "GET /places/list/":                               (200, 403, 200, 200, 302),
    "POST /places/list/":                              (422, 403, 422, 422, 401),
    "GET /places/list/<uuid:listed>/":                 (200, 403, 404, 404, 302),
    "POST /places/list/<uuid:listed>/":                (405, 405, 405, 405, 401),
    "GET /places/list/<uuid:listed>/storing/":         (405, 405, 405, 405, 302),
    "POST /places/list/<uuid:listed>/storing/":        (302, 403, 404, 404, 401),
    "GET /places/list/<uuid:listed>/dropping/":        (405, 405, 405, 405, 302),
    "POST /places/list/<uuid:listed>/dropping/":       (302, 403, 404, 404, 401),
    "GET /places/list/files/<slug:form>/":             (200, 200, 200, 200, 302),
    "POST /places/list/files/<slug:form>/":            (405, 405, 405, 405, 401),
    "GET /places/census/":                             (200, 200, 200, 200, 302),
    "POST /places/census/":                            (405, 405, 405, 405, 401),
    "GET /places/census/sheet/":                       (200, 403, 200, 200, 302),
    "POST /places/census/sheet/":                      (422, 403, 422, 422, 401),
    # Amina has one file that waits, and it is one of figures
    "GET /places/census/sheet/<uuid:sheet>/":          (404, 403, 404, 404, 302),
    "POST /places/census/sheet/<uuid:sheet>/":         (405, 405, 405, 405, 401),
    "GET /places/census/sheet/<uuid:sheet>/storing/":  (405, 405, 405, 405, 302),
    "POST /places/census/sheet/<uuid:sheet>/storing/": (404, 403, 404, 404, 401),
    "GET /places/census/sheet/<uuid:sheet>/dropping/": (405, 405, 405, 405, 302),
    "POST /places/census/sheet/<uuid:sheet>/dropping/":(404, 403, 404, 404, 401),
    "GET /places/census/files/<slug:form>/":           (200, 200, 200, 200, 302),
    "POST /places/census/files/<slug:form>/":          (405, 405, 405, 405, 401),
    "GET /places/routes/":                             (200, 200, 200, 200, 302),
    "POST /places/routes/":                            (405, 405, 405, 405, 401),
    "GET /places/routes/new/":                         (200, 403, 200, 200, 302),
    "POST /places/routes/new/":                        (422, 403, 422, 422, 401),
    "GET /places/routes/<uuid:way>/":                  (200, 403, 200, 404, 302),
    "POST /places/routes/<uuid:way>/":                 (422, 403, 422, 404, 401),
    "GET /places/routes/<uuid:way>/removal/":          (405, 405, 405, 405, 302),
    "POST /places/routes/<uuid:way>/removal/":         (302, 404, 404, 404, 401),
    "GET /places/sizes/":                              (200, 200, 200, 200, 302),
    "POST /places/sizes/":                             (405, 405, 405, 405, 401),
    "GET /places/sizes/lists/":                        (200, 200, 200, 200, 302),
    "POST /places/sizes/lists/":                       (422, 422, 422, 422, 401),
    "GET /places/sizes/service/":                      (200, 200, 200, 200, 302),
    "POST /places/sizes/service/":                     (422, 422, 422, 422, 401),
    "GET /places/sizes/beyond/":                       (200, 200, 200, 200, 302),
    "POST /places/sizes/beyond/":                      (405, 405, 405, 405, 401),
    "GET /places/<uuid:pk>/":                          (200, 200, 200, 404, 302),
    "POST /places/<uuid:pk>/":                         (405, 405, 405, 405, 401),
    "GET /places/<uuid:pk>/change/":                   (200, 403, 200, 404, 302),
    "POST /places/<uuid:pk>/change/":                  (422, 403, 422, 404, 401),
    "GET /places/<uuid:pk>/removal/":                  (200, 403, 200, 404, 302),
    # each of the cast meets the place that the one before removed: only the first finds it
    "POST /places/<uuid:pk>/removal/":                 (302, 404, 404, 404, 401),
    "GET /places/<uuid:pk>/figures/":                  (200, 403, 200, 404, 302),
    "POST /places/<uuid:pk>/figures/":                 (422, 403, 422, 404, 401),
    "GET /places/<uuid:pk>/figures/<uuid:value>/removal/":   (405, 405, 405, 405, 302),
    "POST /places/<uuid:pk>/figures/<uuid:value>/removal/":  (302, 404, 404, 404, 401),
    "GET /places/<uuid:pk>/census/":                        (200, 200, 200, 404, 302),
    "POST /places/<uuid:pk>/census/":                       (405, 405, 405, 405, 401),
    "GET /places/<uuid:pk>/census/counts/":                 (200, 403, 200, 404, 302),
    "POST /places/<uuid:pk>/census/counts/":                (422, 403, 422, 404, 401),
    "GET /places/<uuid:pk>/census/counts/<uuid:count>/":    (200, 403, 200, 404, 302),
    "POST /places/<uuid:pk>/census/counts/<uuid:count>/":   (422, 403, 422, 404, 401),
    "GET /places/<uuid:pk>/census/counts/<uuid:count>/removal/":    (405, 405, 405, 405, 302),
    "POST /places/<uuid:pk>/census/counts/<uuid:count>/removal/":   (302, 403, 404, 404, 401),
    "GET /places/<uuid:pk>/census/actions/":                (200, 403, 200, 404, 302),
    "POST /places/<uuid:pk>/census/actions/":               (422, 403, 422, 404, 401),
    "GET /places/<uuid:pk>/census/actions/<uuid:action>/":  (200, 403, 200, 404, 302),
    "POST /places/<uuid:pk>/census/actions/<uuid:action>/": (422, 403, 422, 404, 401),
    "GET /places/<uuid:pk>/census/actions/<uuid:action>/removal/":  (405, 405, 405, 405, 302),
    "POST /places/<uuid:pk>/census/actions/<uuid:action>/removal/": (302, 403, 404, 404, 401),
    "GET /places/<uuid:pk>/services/":                      (200, 200, 200, 404, 302),
    "POST /places/<uuid:pk>/services/":                     (405, 405, 405, 405, 401),
    "GET /places/<uuid:pk>/services/<slug:service>/":       (200, 403, 200, 404, 302),
    "POST /places/<uuid:pk>/services/<slug:service>/":      (422, 403, 422, 404, 401),
    "GET /places/<uuid:pk>/services/<uuid:check>/removal/": (405, 405, 405, 405, 302),
    "POST /places/<uuid:pk>/services/<uuid:check>/removal/":(302, 404, 404, 404, 401),
}  # fmt: skip
ORIGIN = From(on=date(2026, 5, 31), source="Study (fictional)", grade="good", note="By night")
FEW = {"basic_needs": Decimal(40), "tolerance": Decimal(46), "school_distance": Decimal(3)}


def place_with_figures(name: str) -> tuple[str, str]:
    """Describe a place and write figures about it; return its key and that of a figure."""
    told = Told(name=name, level="community", children=4000, children_source="Census (fictional)")
    place = describe_place(passerelle(), told, by=amina())
    values = write_values(place, FEW, ORIGIN, by=amina())
    return str(place.pk), str(values[0].pk)


def fill() -> dict[str, str]:
    """Make what the addresses name; return what stands for each placeholder."""
    pk, value = place_with_figures(f"Quay district {Place.objects.count()} (fictional)")
    cast_ballot(passerelle(), {"tolerance": 100}, by=amina(), on=date(2026, 6, 1), who="Board")
    square = [[(0, 0), (0, 9), (9, 9), (9, 0)]]
    keep_outlines(passerelle(), {pk: square}, by=amina(), on=date(2026, 6, 1))
    named = {"<slug:slug>": "tolerance", "<slug:form>": "csv", "<uuid:sheet>": keep(pk, 1)}
    named["<uuid:listed>"] = keep_listed(1)
    named["<uuid:way>"] = way()
    named |= {"<slug:service>": "health", "<uuid:check>": checked(pk, "health"), **counted(pk, 1)}
    return {"<uuid:pk>": pk, "<uuid:value>": value, **named}


def checked(pk: str, service: str) -> str:
    """Check a service of a place; return the key of the check."""
    check = Check(existence="yes", checked_on=date(2026, 5, 31), source="Visit (fictional)")
    return str(check_service(Place.objects.get(pk=pk), service, check, by=amina()).pk)


def way() -> str:
    """Describe a route between two areas, answered by an action; return its key."""
    told = ToldRoute(from_area="North", to_area="Coast", transport="bus", source="Study (fictional)", action="act.18")  # fmt: skip
    return str(add_route(passerelle(), told, by=amina(), on=date(2026, 6, 1)).pk)


def counted(pk: str, day: int) -> dict[str, str]:
    """Count the bars of a place on a day, and plan an action; return their keys."""
    place, on = Place.objects.get(pk=pk), date(2026, 6, day)
    told = Counted(place=pk, zone="", venue_type="bar", step=3, counted_on=on.isoformat(), method="services", source="Study (fictional)")  # fmt: skip
    write_counts(place, {"bar": 3, "hotel": 1}, told, by=amina())
    action = plan_area_action(place, f"act.{20 + day}", by=amina(), due_on=on)
    count = VenueCount.objects.get(place=place, venue_type="bar", counted_on=on)
    return {"<uuid:count>": str(count.pk), "<uuid:action>": str(action.pk)}


def more(filled: dict[str, str]) -> None:
    """Make one more of all that the pages list."""
    counted(filled["<uuid:pk>"], VenueCount.objects.dates("counted_on", "day").count() + 1)
    way()
    for service in ("health", "school"):
        checked(filled["<uuid:pk>"], service)
    count = PendingSheet.objects.count() and len(PendingSheet.objects.get().readings)
    pk, _value = place_with_figures(f"Station district {Place.objects.count()} (fictional)")
    cast_ballot(passerelle(), {"tolerance": 100}, by=amina(), on=date(2026, 6, 1), who="Board")
    keep(pk, count + 1)
    listed = PendingPlaces.objects.count() and len(PendingPlaces.objects.get().places)
    keep_listed(listed + 1)


def keep(pk: str, count: int) -> str:
    """Keep a sheet of so many figures for Amina; return its key."""
    reading = Reading(place=pk, condition="tolerance", value="46", on="2026-05-31", source="x")
    sheet = keep_sheet(passerelle(), [reading] * count, by=amina(), name="figures.csv")
    return str(sheet.pk)


def keep_listed(count: int) -> str:
    """Keep a list of so many places for Amina; return its key."""
    names = (f"Ward {Place.objects.count()}-{n} (fictional)" for n in range(count))
    listed = PlaceList(places=[Listed(row=n + 2, name=name) for n, name in enumerate(names)])
    return str(keep_list(passerelle(), listed, by=amina(), name="places.csv").pk)
