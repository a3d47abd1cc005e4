"""The doors of templates for funders: the administrator's (Dalia). Posts come with empty hands."""

from rempart.programmes.actions.patterns import keep_pattern
from rempart.programmes.models import OutlinePattern
from rempart.programmes.rules.patterns import Pattern, PatternSection
from tests.cast import dalia, passerelle

__all__ = ["DOORS", "fill", "more"]

DOORS = {
    #                                                       amina bento dalia chipo nobody
    "GET /programmes/templates/":                           (403, 403, 200, 403, 302),
    "POST /programmes/templates/":                          (403, 403, 422, 403, 401),
    "GET /programmes/templates/new/":                       (403, 403, 200, 403, 302),
    "POST /programmes/templates/new/":                      (403, 403, 422, 403, 401),
    "GET /programmes/templates/<uuid:key>/":                (403, 403, 200, 403, 302),
    "POST /programmes/templates/<uuid:key>/":               (403, 403, 422, 403, 401),
    "GET /programmes/templates/<uuid:key>/file/":           (403, 403, 200, 403, 302),
    "POST /programmes/templates/<uuid:key>/file/":          (405, 405, 405, 405, 401),
    "GET /programmes/templates/<uuid:key>/word/":           (405, 405, 405, 405, 302),
    "POST /programmes/templates/<uuid:key>/word/":          (403, 403, 422, 403, 401),
    "GET /programmes/templates/<uuid:key>/removal/":        (405, 405, 405, 405, 302),
    "POST /programmes/templates/<uuid:key>/removal/":       (403, 403, 302, 403, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Keep a template of Dalia's organisation."""
    number = OutlinePattern.objects.count()
    sections = (PatternSection(section="background"),)
    pattern = Pattern(name=f"Funder {number} (fictional)", language="en", sections=sections)
    stored = keep_pattern(passerelle(), by=dalia(), pattern=pattern)
    return {"<uuid:key>": str(stored.pk)}


def more(filled: dict[str, str]) -> None:
    """Keep one more."""
    assert filled
    fill()
