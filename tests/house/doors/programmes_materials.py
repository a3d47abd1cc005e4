"""The doors of the communication material. Dalia wrote this one; Bento reviews, Chipo works elsewhere."""

from rempart.programmes.actions import add_row, store_plan
from rempart.programmes.models import Programme
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, dalia, passerelle

DOORS = {
    #                                                                   amina bento dalia chipo nobody
    "GET /programmes/<uuid:pk>/materials/<str:key>/":                   (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/materials/<str:key>/":                  (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/materials/<str:key>/review/":            (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/materials/<str:key>/review/":           (422, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/materials/<str:key>/publishing/":        (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/materials/<str:key>/publishing/":       (422, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/materials/<str:key>/withdrawal/":        (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/materials/<str:key>/withdrawal/":       (302, 302, 302, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make a programme with a material of Dalia's; return what stands for each placeholder."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    row = add_row(programme, by=dalia(), kind="materials", values={"title": "Poster (fictional)"})
    return {"<uuid:pk>": str(programme.pk), "<str:key>": row.key}


def more(filled: dict[str, str]) -> None:
    """Add one more material to that programme."""
    programme = Programme.objects.get(pk=filled["<uuid:pk>"])
    add_row(programme, by=dalia(), kind="materials", values={"title": "Play (fictional)"})
