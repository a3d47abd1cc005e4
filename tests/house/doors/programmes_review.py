"""The doors of the review, the submission and the desk. Bento reviews; Chipo works elsewhere."""

from rempart.programmes.actions import store_plan
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle
from tests.house.doors.programmes import more

__all__ = ["DOORS", "fill", "more"]

DOORS = {
    #                                                                amina bento dalia chipo nobody
    "GET /programmes/desk/":                                         (200, 200, 200, 200, 302),
    "POST /programmes/desk/":                                        (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/review/":                             (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/review/":                            (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/review/<slug:rule>/":                 (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/review/<slug:rule>/":                (422, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/review/<slug:rule>/taking-up/":       (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/review/<slug:rule>/taking-up/":      (404, 404, 404, 404, 401),
    "GET /programmes/<uuid:pk>/submission/":                         (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/submission/":                        (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/reopening/":                          (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/reopening/":                         (422, 422, 422, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make what the addresses name; return what stands for each placeholder."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    return {"<uuid:pk>": str(programme.pk), "<slug:rule>": "RULE-007"}
