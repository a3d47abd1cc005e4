"""The doors of a programme's documents. Headings and template are the administrator's (Dalia)."""

from rempart.programmes.actions import store_plan
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle
from tests.house.doors.programmes import more

__all__ = ["DOORS", "fill", "more"]

DOORS = {
    #                                                        amina bento dalia chipo nobody
    "GET /programmes/import/":                               (200, 403, 200, 200, 302),
    "POST /programmes/import/":                              (422, 403, 422, 422, 401),
    "GET /programmes/headings/":                             (403, 403, 200, 403, 302),
    "POST /programmes/headings/":                            (403, 403, 302, 403, 401),
    "GET /programmes/levels/":                               (403, 403, 200, 403, 302),
    "POST /programmes/levels/":                              (403, 403, 302, 403, 401),
    "GET /programmes/template/":                             (403, 403, 200, 403, 302),
    "POST /programmes/template/":                            (403, 403, 422, 403, 401),
    "GET /programmes/template/file/":                        (403, 403, 200, 403, 302),
    "POST /programmes/template/file/":                       (405, 405, 405, 405, 401),
    "GET /programmes/template/removal/":                     (405, 405, 405, 405, 302),
    "POST /programmes/template/removal/":                    (403, 403, 302, 403, 401),
    "GET /programmes/<uuid:pk>/document/":                   (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/document/":                  (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/document/<slug:form>/":       (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/document/<slug:form>/":      (405, 405, 405, 405, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make what the addresses name; return what stands for each placeholder."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    return {"<uuid:pk>": str(programme.pk), "<slug:form>": "json"}
