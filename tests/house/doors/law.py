"""The doors of law and policy. Reviewers read; a stranger finds nothing; posts come with empty hands."""

from datetime import date, timedelta

from rempart.communities.actions.laws import keep_law_sheet, write_entry
from rempart.communities.models import LawEntry
from rempart.communities.rules.laws.checking import Facts
from rempart.communities.rules.laws.reading import Row
from tests.cast import amina, passerelle

DOORS = {
    #                                                   amina bento dalia chipo nobody
    "GET /law/":                                       (200, 200, 200, 200, 302),
    "POST /law/":                                      (405, 405, 405, 405, 401),
    "GET /law/instruments/<str:slug>/":                (200, 200, 200, 200, 302),
    "POST /law/instruments/<str:slug>/":               (405, 405, 405, 405, 401),
    # the file is Amina's own: the others have none to look at
    "GET /law/sheets/<uuid:sheet>/":                   (200, 403, 404, 404, 302),
    "POST /law/sheets/<uuid:sheet>/":                  (405, 405, 405, 405, 401),
    "GET /law/sheets/<uuid:sheet>/storing/":           (405, 405, 405, 405, 302),
    "POST /law/sheets/<uuid:sheet>/storing/":          (302, 403, 404, 404, 401),
    "GET /law/sheets/<uuid:sheet>/dropping/":          (405, 405, 405, 405, 302),
    "POST /law/sheets/<uuid:sheet>/dropping/":         (302, 403, 404, 404, 401),
    "GET /law/reports/<uuid:pk>/outline/":             (200, 200, 200, 404, 302),
    "POST /law/reports/<uuid:pk>/outline/":            (405, 405, 405, 405, 401),
    "GET /law/<slug:register>/":                       (200, 200, 200, 200, 302),
    "POST /law/<slug:register>/":                      (405, 405, 405, 405, 401),
    "GET /law/<slug:register>/new/":                   (200, 403, 200, 200, 302),
    "POST /law/<slug:register>/new/":                  (422, 403, 422, 422, 401),
    "GET /law/<slug:register>/sheet/":                 (200, 403, 200, 200, 302),
    "POST /law/<slug:register>/sheet/":                (422, 403, 422, 422, 401),
    "GET /law/<slug:register>/files/<slug:form>/":     (200, 200, 200, 200, 302),
    "POST /law/<slug:register>/files/<slug:form>/":    (405, 405, 405, 405, 401),
    "GET /law/<slug:register>/<uuid:pk>/":             (200, 200, 200, 404, 302),
    "POST /law/<slug:register>/<uuid:pk>/":            (405, 405, 405, 405, 401),
    "GET /law/<slug:register>/<uuid:pk>/change/":      (200, 403, 200, 404, 302),
    "POST /law/<slug:register>/<uuid:pk>/change/":     (422, 403, 422, 404, 401),
    "GET /law/<slug:register>/<uuid:pk>/withdrawal/":  (405, 405, 405, 405, 302),
    "POST /law/<slug:register>/<uuid:pk>/withdrawal/": (302, 403, 302, 404, 401),
}  # fmt: skip
TODAY = date(2026, 6, 1)


def kept(register: str, facts: Facts, within: LawEntry | None = None) -> LawEntry:
    """Write an entry as Amina."""
    entry = LawEntry(organisation=passerelle(), register=register, within=within)
    return write_entry(entry, facts, by=amina(), on=TODAY)


def report(number: int) -> dict[str, str]:
    """Return what a report to a treaty body says, each due on a day of its own."""
    due = (TODAY + timedelta(days=number)).isoformat()
    return {
        "country": "Marenne (fictional)",
        "body": "crc",
        "side": "national",
        "due": due,
        "state": "drafting",
    }


def fill() -> dict[str, str]:
    """Make what the addresses name; return what stands for each placeholder."""
    number = LawEntry.objects.count()
    made = kept("reports", report(number))
    rows = [Row(facts=report(1000))]
    sheet = keep_law_sheet(passerelle(), "reports", rows, by=amina(), name="reports.csv")
    return {
        "<str:slug>": "li.crc",
        "<slug:register>": "reports",
        "<slug:form>": "csv",
        "<uuid:pk>": str(made.pk),
        "<uuid:sheet>": str(sheet.pk),
    }


def more(_filled: dict[str, str]) -> None:
    """Make one more of all that the pages list."""
    number = LawEntry.objects.count()
    common = {"country": "Marenne (fictional)", "source": "Invented"}
    kept(
        "provisions",
        common | {"title": f"Act {number} (fictional)", "instruments": ("li.crc",), "text": "It forbids", "state": "in_force"},
    )  # fmt: skip
    for n, slug in enumerate(("li.crc", "li.c182"), start=number):
        kept(
            "ratifications",
            common | {"country": f"Marenne {n} (fictional)", "instrument": slug, "state": "signed"},
        )
    rows = [Row(facts=report(2000 + n)) for n in range(number)]
    keep_law_sheet(passerelle(), "reports", rows, by=amina(), name="reports.csv")
