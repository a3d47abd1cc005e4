"""The doors of the framework's editor: branches moved and copied. Posts come with empty hands."""

from rempart.programmes.actions import store_plan
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle

DOORS = {
    #                                                                     amina bento dalia chipo nobody
    "GET /programmes/<uuid:pk>/results/branches/":                        (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/results/branches/":                       (404, 403, 404, 404, 401),
    "GET /programmes/<uuid:pk>/results/paste/":                           (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/results/paste/":                          (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/results/table/":                           (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/results/table/":                          (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/results/table/<slug:form>/":               (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/results/table/<slug:form>/":              (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/shift/":        (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/shift/":       (404, 403, 404, 404, 401),
    "GET /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/copy/":         (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/rows/<slug:kind>/<str:key>/copy/":        (302, 403, 302, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make a programme of Amina's; return what stands for each placeholder."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    row = {"<slug:kind>": "objectives", "<str:key>": "o0"}
    return {"<uuid:pk>": str(programme.pk), "<slug:form>": "csv", **row}
