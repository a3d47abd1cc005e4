"""From the guide to an action-programme outline, in a real browser, in both languages.

A designer opens Rempart, finds her way through the guide, describes her place and its problem,
chooses strategies with the guide's reasons, invents one, turns them into results, sees what is
still wrong, and downloads the outline in Word and PDF. All of it is invented.
"""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import mammoth
import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import Visit
from tests.cast import amina

pytestmark = pytest.mark.django_db
TITLE = "Les deux rives – Ngọc, Ånjá & Associação (fictif)"
OWN = "Cercles de lecture sur le marché (fictif)"
CHOSEN = ("act.18", "act.21", "act.33")


@dataclass(frozen=True)
class Said:
    """What she reads in one language."""

    language: str
    question: str
    answer: str
    reason: str
    headings: tuple[str, ...]
    chosen: tuple[str, ...]
    counted: str


ENGLISH = Said(
    language="en",
    question="comunity monitoring",
    answer="Community monitoring",
    reason="Expelled from school or kept out of the school system",
    headings=("Strategies", "Immediate objectives", "Outputs", "Activities", "Indicators"),
    chosen=("Community monitoring", "After-school activities", "Care and referral network"),
    counted="Intermediary organisations: 1 partner",
)
FRENCH = Said(
    language="fr",
    question="veille comunautaire",
    answer="Veille communautaire",
    reason="Renvoi de l’école ou mise à l’écart du système scolaire",
    headings=("Stratégies", "Objectifs immédiats", "Produits", "Activités", "Indicateurs"),
    chosen=("Veille communautaire", "Activités après l’école", "Réseau de soins et d’orientation"),
    counted=": 1 partenaire",
)


def sent(page: Page, button: Locator) -> None:
    """Press a button that sends a form, and wait until its answer stands on the page."""
    with page.expect_response(
        lambda r: r.request.method == "POST" and "/draft/" not in r.url
    ) as answer:
        button.click()
    assert answer.value.status < 400, answer.value.url
    page.wait_for_load_state("networkidle")


def submit(form: Locator) -> None:
    sent(form.page, form.locator("button[type=submit], button:not([type])").last)


def add(page: Page, kind: str, typed: dict[str, str], chosen: dict[str, str] | None = None) -> None:
    """Add a row by the step's own link, wherever its form opens."""
    page.locator(f"a[href*='/rows/{kind}/add/']").first.click()
    form = page.locator(f"form[action*='/rows/{kind}/add/']")
    form.wait_for()
    for name, text in typed.items():
        form.locator(f"[name='{name}']").fill(text)
    for name, value in (chosen or {}).items():
        field = form.locator(f"select[name='{name}']")
        if field.count():
            field.select_option(value)
        else:
            form.locator(f"[name='{name}'][value='{value}']").check()
    submit(form)


def go(page: Page, programme: str, step: str) -> None:
    answer = page.goto(f"{programme}{step}/")
    assert answer is not None
    assert answer.status == 200


def reads_the_guide(page: Page, said: Said) -> None:
    page.goto("/guide/")
    page.locator("main [name=q]").first.fill(said.question)
    page.locator("main [name=q]").first.press("Enter")
    page.locator(".found a", has_text=said.answer).first.click()
    expect(page.locator("h1")).to_have_text(said.answer)
    for slug in ("risk.do.3", "risk.dont.1", "ex.12", "box.08"):
        assert page.locator(f"a[href='/guide/entries/{slug}/']").count()


def describes_the_frame(page: Page) -> str:
    page.goto("/programmes/new/")
    page.locator("main [name=title]").fill(TITLE)
    submit(page.locator("main form").last)
    page.wait_for_url(re.compile("[0-9a-f-]{36}"))
    programme = re.sub(r"(/[0-9a-f-]{36}/).*", r"\1", page.url)
    go(page, programme, "frame")
    page.locator("[name=starts_on]").fill("2027-03-01")
    page.locator("[name=ends_on]").fill("2028-02-28")
    page.locator("[name=agency]").fill("Passerelle (fictif)")
    page.locator("[name=currency]").fill("EUR")
    page.locator("[name=budget_total]").fill("120000")
    page.locator("[name=development_objective]").fill(
        "Les enfants des deux rives grandissent à l’abri."
    )
    page.locator("[name=trafficking_route][value=unknown]").check()
    sent(page, page.locator("#step button[name=onward]"))
    go(page, programme, "frame")
    expect(page.locator("[name=agency]")).to_have_value("Passerelle (fictif)")
    add(page, "places", {"name": "Rive haute (fictif)"}, {"level": "community"})
    go(page, programme, "frame")
    add(
        page,
        "partners",
        {"name": "Mutuelle des Rives (fictif)"},
        {"group": "ngos", "serves": "intermediaries"},
    )
    return programme


def describes_the_situation_and_who(page: Page, programme: str) -> None:
    go(page, programme, "situation")
    page.locator("[name=background]").fill("Beaucoup quittent l’école après douze ans.")
    sent(page, page.locator("#step button[name=onward]"))
    go(page, programme, "situation")
    page.locator("a[href*='factor=vf.child.out_of_school']").first.click()
    form = page.locator("form[action*='/rows/factors/add/']").last
    form.wait_for()
    form.locator("[name=present][value=yes]").check()
    form.locator("[name=evidence]").fill("Registres de trois écoles (fictif).")
    submit(form)
    go(page, programme, "who")
    add(page, "stakeholders", {}, {"group": "media", "stands": "opponent"})


def chooses_strategies(page: Page, programme: str, said: Said) -> None:
    go(page, programme, "strategies")
    suggestion = page.locator("main", has_text=said.reason)
    expect(suggestion.first).to_be_visible()
    for action in CHOSEN:
        page.locator(f"form[action*='/strategies/{action}/'] button[value=chosen]").first.evaluate(
            "button => { for (let e = button; e; e = e.parentElement) if (e.tagName == 'DETAILS') e.open = true }"
        )
        sent(
            page, page.locator(f"form[action*='/strategies/{action}/'] button[value=chosen]").first
        )
        go(page, programme, "strategies")
    add(
        page, "choices", {"title": OWN, "text": "Lire ensemble le mercredi."}, {"area": "area.risk"}
    )


def adds_under(page: Page, level: str, kind: str, typed: dict[str, str]) -> None:
    """Add a result under the first one of a level, by the menu of its line."""
    page.locator(f"tr.{level} a[id^='more-']").first.click()
    page.locator(f"#row-body a[href*='/rows/{kind}/add/']").first.click()
    form = page.locator(f"form[action*='/rows/{kind}/add/']")
    form.wait_for()
    for name, text in typed.items():
        form.locator(f"[name='{name}']").fill(text)
    submit(form)


def writes_results(page: Page, programme: str) -> None:
    go(page, programme, "results")
    add(page, "objectives", {"text": "Fin 2028, les enfants restent à l’école (fictif)."})
    go(page, programme, "results")
    adds_under(page, "l1", "outputs", {"text": "Des clubs ouverts (fictif)"})
    go(page, programme, "results")
    adds_under(page, "l2", "activities", {"text": "Ouvrir deux clubs (fictif)"})
    go(page, programme, "results")
    measure = {"text": "Part des élèves présents au troisième trimestre (fictif)", "target": "80"}
    adds_under(page, "l1", "indicators", measure)
    go(page, programme, "results")
    proposal = page.locator("form[action*='/results/proposals/']").first
    sent(page, proposal.locator("button").first)


def downloads(page: Page, programme: str, form: str, said: Said, folder: Path) -> bytes:
    go(page, programme, "document")
    with page.expect_download() as download:
        page.locator(f"a[href*='/document/{form}/?language={said.language}']").click()
    path = folder / f"outline.{form}"
    download.value.save_as(path)
    return path.read_bytes()


def words_of_pdf(file: bytes) -> str:
    pages = pypdfium2.PdfDocument(file)
    said = " ".join(page.get_textpage().get_text_range() for page in pages)
    return re.sub(r"\s+", " ", said.replace("\ufffe", "").replace("\u00ad", ""))


@pytest.mark.parametrize("said", [ENGLISH, FRENCH], ids=lambda s: s.language)
def test_from_the_guide_to_the_outline(visit: Visit, said: Said, tmp_path: Path) -> None:
    page = visit("/guide/", amina(), locale=said.language, accept_downloads=True)
    reads_the_guide(page, said)
    programme = describes_the_frame(page)
    describes_the_situation_and_who(page, programme)
    chooses_strategies(page, programme, said)
    writes_results(page, programme)

    go(page, programme, "review")
    expect(page.locator(".refusal li").first).to_be_visible()
    expect(page.locator(".finding").first).to_be_visible()

    word = mammoth.extract_raw_text(io.BytesIO(downloads(page, programme, "docx", said, tmp_path)))
    for text in (word.value, words_of_pdf(downloads(page, programme, "pdf", said, tmp_path))):
        for expected in (*said.headings, *said.chosen, said.counted, OWN, "Ngọc, Ånjá"):
            assert expected in text
        for written in ("Ouvrir deux clubs", "Des clubs ouverts", "troisième trimestre", "80"):
            assert written in text
