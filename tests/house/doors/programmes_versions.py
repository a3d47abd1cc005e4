"""The doors of versions and change requests. Bento reviews; Chipo works elsewhere."""

from datetime import date

from rempart.programmes.actions import store_plan
from rempart.programmes.actions.changes import open_change
from rempart.programmes.actions.versions import keep_version
from rempart.programmes.models import Programme, Version
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle

__all__ = ["DOORS", "fill", "more"]

DOORS = {
    #                                                                     amina bento dalia chipo nobody
    "GET /programmes/<uuid:pk>/versions/":                                (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/versions/":                               (422, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/versions/<int:number>/":                   (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/versions/<int:number>/":                  (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/versions/<int:number>/restoration/":       (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/versions/<int:number>/restoration/":      (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/versions/<int:number>/document/<slug:form>/":  (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/versions/<int:number>/document/<slug:form>/": (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/comparison/":                              (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/comparison/":                             (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/changes/":                                 (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/changes/":                                (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/changes/new/":                             (200, 403, 200, 404, 302),
    "POST /programmes/<uuid:pk>/changes/new/":                            (422, 403, 422, 404, 401),
    "GET /programmes/<uuid:pk>/changes/<int:number>/":                    (200, 200, 200, 404, 302),
    "POST /programmes/<uuid:pk>/changes/<int:number>/":                   (405, 405, 405, 405, 401),
    "GET /programmes/<uuid:pk>/changes/<int:number>/decision/":           (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/changes/<int:number>/decision/":          (403, 422, 422, 404, 401),
    "GET /programmes/<uuid:pk>/changes/<int:number>/withdrawal/":         (405, 405, 405, 405, 302),
    "POST /programmes/<uuid:pk>/changes/<int:number>/withdrawal/":        (302, 403, 422, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make a running programme of Amina's with a version and an open change request."""
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    keep_version(programme, by=amina(), name="First (fictional)")
    Programme.objects.filter(pk=programme.pk).update(
        lifecycle=Lifecycle.RUNNING.value, submitted_on=date(2027, 1, 1)
    )
    programme.refresh_from_db()
    open_change(programme, by=amina(), title="More (fictional)", reason="More came (fictional)")
    return {"<uuid:pk>": str(programme.pk), "<int:number>": "1", "<slug:form>": "json"}


def more(filled: dict[str, str]) -> None:
    """Keep one more version of that programme, of another plan."""
    programme = Programme.objects.get(pk=filled["<uuid:pk>"])
    programme.title += " more"
    programme.save()
    assert Version.objects.filter(programme=programme).exists()
    keep_version(programme, by=amina(), name=programme.title)
