"""The doors of the comments. Everyone of the organisation speaks; an author alone changes what she said."""

from datetime import UTC, datetime

from rempart.programmes.actions import store_plan
from rempart.programmes.actions.comments import write_comment
from rempart.programmes.models import Programme
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, bento, passerelle

WHEN = datetime(2027, 1, 1, tzinfo=UTC)
INVENTED = ["A comment", "@amina", "amina", "bento", "dalia"]
DOORS = {
    #                                                                            amina bento dalia chipo nobody
    "GET /programmes/mentions/":                                                 (200, 200, 200, 200, 302),
    "POST /programmes/mentions/":                                                (405, 405, 405, 405, 401),
    "GET /programmes/mentions/<uuid:mention>/reading/":                          (405, 405, 405, 405, 302),
    "POST /programmes/mentions/<uuid:mention>/reading/":                         (302, 404, 404, 404, 401),
    "GET /programmes/colleagues/":                                               (200, 200, 200, 200, 302),
    "POST /programmes/colleagues/":                                              (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/comments/":                                       (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/comments/":                                      (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/comments/<uuid:comment>/":                        (200, 404, 404, 404, 302),
    "POST /programmes/<uuid:pk>/comments/<uuid:comment>/":                       (422, 404, 404, 404, 401),
    "GET /programmes/<uuid:pk>/comments/<uuid:comment>/withdrawal/":             (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/comments/<uuid:comment>/withdrawal/":            (302, 404, 404, 404, 401),
    "GET /programmes/<uuid:pk>/comments/<slug:kind>/<str:key>/":                 (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/comments/<slug:kind>/<str:key>/":                (422, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/comments/<slug:kind>/<str:key>/resolution/":      (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/comments/<slug:kind>/<str:key>/resolution/":     (302, 302, 302, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make a programme with a comment of Amina's, and one that calls her."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    comment = write_comment(
        programme, by=amina(), at=WHEN, about=("partners", "a0"), text="A comment"
    )
    filled = {"<uuid:pk>": str(programme.pk), "<slug:kind>": "partners", "<str:key>": "a0"}
    return filled | {"<uuid:comment>": str(comment.pk), "<uuid:mention>": called(filled)}


def more(filled: dict[str, str]) -> None:
    """Say more of the same row, and of another."""
    programme = Programme.objects.get(pk=filled["<uuid:pk>"])
    for about in (("partners", "a0"), ("factors", "f0"), ("step", "who")):
        write_comment(programme, by=amina(), at=WHEN, about=about, text="A comment")
    called(filled)


def called(filled: dict[str, str]) -> str:
    """Call Amina; return the key of the mention."""
    programme = Programme.objects.get(pk=filled["<uuid:pk>"])
    about = ("partners", "a0")
    comment = write_comment(programme, by=bento(), at=WHEN, about=about, text="@amina A comment")
    return str(comment.mentions.get().pk)
