"""The doors of the programmes room. Posts come with empty hands.

Amina designs, Bento reviews, Dalia administers; Chipo works elsewhere and learns nothing.
"""

from dataclasses import fields
from typing import Any

from rempart.programmes.actions import add_row, store_plan
from rempart.programmes.models import Programme, Row
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle

DOORS = {
    #                                                            amina bento dalia chipo nobody
    "GET /programmes/":                                          (200, 200, 200, 200, 302),
    "POST /programmes/":                                         (405, 405, 405, 405, 401),
    "GET /programmes/new/":                                      (200, 403, 200, 200, 302),
    "POST /programmes/new/":                                     (422, 403, 422, 422, 401),
    "GET /programmes/<uuid:pk>/":                                (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/":                               (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/draft/":                          (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/draft/":                         (400, 400, 400, 404, 401),
    "GET /programmes/<uuid:pk>/frame/":                          (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/frame/":                         (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/situation/":                      (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/situation/":                     (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/who/":                            (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/who/":                           (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/strategies/":                     (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/strategies/":                    (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/strategies/<str:action>/":        (302, 302, 302, 404, 302),
    "POST /programmes/<uuid:pk>/strategies/<str:action>/":       (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/results/":                        (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/results/":                       (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/balance/":                        (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/balance/":                       (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/coverage/":                       (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/coverage/":                      (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/results/chain/":                (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/results/chain/":               (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/results/proposals/":              (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/results/proposals/":             (404, 404, 404, 404, 401),
    "GET /programmes/<uuid:pk>/results/<slug:level>/<str:result>/":            (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/results/<slug:level>/<str:result>/":           (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/results/<slug:level>/<str:result>/measures/":   (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/results/<slug:level>/<str:result>/measures/":  (404, 404, 404, 404, 401),
    "GET /programmes/<uuid:pk>/results/<slug:level>/<str:result>/risk/":       (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/results/<slug:level>/<str:result>/risk/":      (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/remarks/<slug:kind>/":           (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/remarks/<slug:kind>/":          (404, 404, 404, 404, 401),
    "GET /programmes/<uuid:pk>/tree/":                           (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/tree/":                          (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/tree/seeds/":                     (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/tree/seeds/":                    (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/tree/nodes/<str:node>/":           (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/tree/nodes/<str:node>/":          (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/tree/nodes/<str:node>/result/":    (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/tree/nodes/<str:node>/result/":   (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/tree/nodes/<str:node>/place/":     (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/tree/nodes/<str:node>/place/":    (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/stakeholders/":                   (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/stakeholders/":                  (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/stakeholders/<str:stakeholder>/answer/":  (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/stakeholders/<str:stakeholder>/answer/": (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/handover/":                      (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/handover/":                     (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/safeguarding/":                  (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/safeguarding/":                 (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/consultations/":                 (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/consultations/":                (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/questions/":                      (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/questions/":                     (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/rows/<slug:kind>/add/":           (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/rows/<slug:kind>/add/":          (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/":    (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/":   (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/move/":     (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/move/":    (302, 403, 302, 404, 401),
    "GET /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/removal/":  (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/removal/": (302, 403, 404, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make a programme of Amina's; return what stands for each placeholder."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    opponent = {"key": "opp", "group": "leisure_establishments", "stands": ["opponent"]}
    add_row(programme, by=amina(), kind="stakeholders", values=opponent)
    rows = {"<slug:kind>": "partners", "<str:key>": "a0"}
    results = {
        "<slug:level>": "objectives",
        "<str:result>": "o0",
        "<str:node>": "c0",
        "<str:stakeholder>": "opp",
    }
    return {"<uuid:pk>": str(programme.pk), "<str:action>": "act.18", **rows, **results}


def more(filled: dict[str, str]) -> None:
    """Add to that programme one more row of each list, with all that belongs to it."""
    programme = Programme.objects.get(pk=filled["<uuid:pk>"])
    plan = full_plan()
    for field in fields(plan):
        given = getattr(plan, field.name)
        if field.name not in LISTS_OF_WORDS and isinstance(given, tuple):
            _grow(programme, field.name, given)


LISTS_OF_WORDS = {"languages", "concerned", "working_children", "risk_sectors", "areas"}
BELOW = ("outputs", "activities", "indicators")


def _grow(programme: Programme, kind: str, rows: Any, parent: Row | None = None) -> None:  # noqa: ANN401 -- the records of a plan
    if kind == "set_aside":  # once for each rule, and by its own act
        return
    for row in rows:
        values = {f.name: getattr(row, f.name) for f in fields(row)}
        below = {name: values.pop(name) for name in BELOW if name in values}
        del values["key"]
        added = add_row(programme, by=amina(), kind=kind, values=values, parent=parent)
        for name, its_rows in below.items():
            _grow(programme, name, its_rows, added)
