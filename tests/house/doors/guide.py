"""The doors of the guide. Reading it is open to everybody; own entries to their organisation only."""

from datetime import date

from rempart.guide.actions import add_own_entry, add_own_indicator
from rempart.guide.rules.library import WORDS, Defined
from rempart.guide.rules.own import Said, Written
from tests.cast import amina

DOORS = {
    #                                           amina bento dalia chipo nobody
    "GET /guide/":                             (200, 200, 200, 200, 200),
    "POST /guide/":                            (405, 405, 405, 405, 405),
    "GET /guide/search/":                      (200, 200, 200, 200, 200),
    "POST /guide/search/":                     (405, 405, 405, 405, 405),
    "GET /guide/words/":                       (200, 200, 200, 200, 200),
    "POST /guide/words/":                      (200, 200, 200, 200, 200),
    "GET /guide/figure-1/":                    (200, 200, 200, 200, 200),
    "POST /guide/figure-1/":                   (405, 405, 405, 405, 405),
    "GET /guide/entries/<str:slug>/":          (200, 200, 200, 200, 200),
    "POST /guide/entries/<str:slug>/":         (405, 405, 405, 405, 405),
    "GET /guide/shelves/<slug:slug>/":         (200, 200, 200, 200, 200),
    "POST /guide/shelves/<slug:slug>/":        (405, 405, 405, 405, 405),
    "GET /guide/indicators/":                  (200, 200, 200, 200, 200),
    "POST /guide/indicators/":                 (405, 405, 405, 405, 405),
    "GET /guide/indicators/own/new/":          (200, 403, 200, 200, 302),
    "POST /guide/indicators/own/new/":         (422, 403, 422, 422, 401),
    "GET /guide/indicators/own/<uuid:indicator>/":              (200, 200, 200, 404, 302),
    "POST /guide/indicators/own/<uuid:indicator>/":             (405, 405, 405, 405, 401),
    "GET /guide/indicators/own/<uuid:indicator>/change/":       (200, 403, 200, 404, 302),
    "POST /guide/indicators/own/<uuid:indicator>/change/":      (422, 403, 422, 404, 401),
    "GET /guide/indicators/own/<uuid:indicator>/withdrawal/":   (405, 405, 405, 405, 302),
    "POST /guide/indicators/own/<uuid:indicator>/withdrawal/":  (302, 404, 404, 404, 401),
    "GET /guide/indicators/<str:measure>/":    (200, 200, 200, 200, 200),
    "POST /guide/indicators/<str:measure>/":   (405, 405, 405, 405, 405),
    "GET /guide/own/":                         (200, 200, 200, 200, 302),
    "POST /guide/own/":                        (405, 405, 405, 405, 401),
    "GET /guide/own/new/":                     (200, 403, 200, 200, 302),
    "POST /guide/own/new/":                    (422, 403, 422, 422, 401),
    "GET /guide/own/<uuid:pk>/":               (200, 200, 200, 404, 302),
    "POST /guide/own/<uuid:pk>/":              (405, 405, 405, 405, 401),
    "GET /guide/own/<uuid:pk>/change/":        (200, 403, 200, 404, 302),
    "POST /guide/own/<uuid:pk>/change/":       (422, 403, 422, 404, 401),
    "GET /guide/own/<uuid:pk>/withdrawal/":    (405, 405, 405, 405, 302),
    # each of the cast meets the entry that the one before withdrew: only the first finds it
    "POST /guide/own/<uuid:pk>/withdrawal/":   (302, 404, 404, 404, 401),
}  # fmt: skip


def fill() -> dict[str, str]:
    """Make what the addresses name; return what stands for each placeholder."""
    words = {"en": Said(title="A local example (fictional)")}
    written = Written(kind="example", area="area.risk", words=words)
    entry = add_own_entry(written, by=amina(), on=date(2027, 1, 15))
    defined = Defined(
        level="output", domain="", unit="number", direction="", frequency="", split=(),
        words={"en": dict.fromkeys(WORDS, "") | {"title": "A local measure (fictional)"}},
    )  # fmt: skip
    indicator = add_own_indicator(defined, by=amina(), on=date(2027, 1, 15))
    own = {"<uuid:indicator>": str(indicator.pk), "<str:measure>": "new_cases"}
    return own | {"<uuid:pk>": str(entry.pk), "<str:slug>": "act.18", "<slug:slug>": "examples"}
