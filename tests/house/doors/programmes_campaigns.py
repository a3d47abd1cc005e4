"""The doors of campaigns. Amina wrote this one; Bento reviews, Chipo works elsewhere."""

from rempart.programmes.actions import add_row, store_plan
from rempart.programmes.models import Programme
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle

DOORS = {
    #                                                                   amina bento dalia chipo nobody
    "GET /programmes/<uuid:pk>/campaigns/":                             (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/campaigns/":                            (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/campaigns/<str:key>/":                   (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/campaigns/<str:key>/":                  (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/campaigns/<str:key>/clearing/":          (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/campaigns/<str:key>/clearing/":         (422, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/campaigns/<str:key>/start/":             (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/campaigns/<str:key>/start/":            (422, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/campaigns/<str:key>/closing/":           (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/campaigns/<str:key>/closing/":          (422, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/campaigns/<str:key>/withdrawal/":        (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/campaigns/<str:key>/withdrawal/":       (422, 422, 422, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make a programme with a campaign; return what stands for each placeholder."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    values = {"title": "Quay (fictional)"}
    row = add_row(programme, by=amina(), kind="campaigns", values=values)
    return {"<uuid:pk>": str(programme.pk), "<str:key>": row.key}


def more(filled: dict[str, str]) -> None:
    """Add one more campaign to that programme."""
    programme = Programme.objects.get(pk=filled["<uuid:pk>"])
    add_row(programme, by=amina(), kind="campaigns", values={"title": "Dock (fictional)"})
