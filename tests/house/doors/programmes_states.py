"""The doors of a programme's states. Posts come with empty hands; Chipo works elsewhere."""

from rempart.programmes.actions import store_plan
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle
from tests.house.doors.programmes import more

__all__ = ["DOORS", "fill", "more"]

DOORS = {
    #                                                          amina bento dalia chipo nobody
    "GET /programmes/<uuid:pk>/passages/<slug:move>/":          (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/passages/<slug:move>/":         (302, 403, 409, 404, 401),
    "GET /programmes/<uuid:pk>/copying/":                      (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/copying/":                     (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/checking/":                     (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/checking/":                    (302, 403, 302, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make a draft of Amina's; return what stands for each placeholder."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    return {"<uuid:pk>": str(programme.pk), "<slug:move>": "ask_review"}
