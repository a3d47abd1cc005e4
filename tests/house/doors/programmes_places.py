"""The door between places and programmes: the panel on a place's own page."""

from rempart.communities.models import Place
from rempart.programmes.actions import store_plan
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle

DOORS = {
    #                                          amina bento dalia chipo nobody
    "GET /programmes/for-place/<uuid:pk>/":    (200, 200, 200, 404, 302),
    "POST /programmes/for-place/<uuid:pk>/":   (405, 405, 405, 405, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make what the addresses name; return what stands for each placeholder."""
    store_plan(full_plan(), by=amina(), organisation=passerelle())
    return {"<uuid:pk>": str(Place.objects.get(name="Quay 0").pk)}
