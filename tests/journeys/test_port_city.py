"""A team of three and a city: from an empty organisation to an approved plan that changes in its second year.

Dalia opens the organisation's accounts, describes the places and works beside Amina; Amina designs;
Bento reviews. In French on a phone, in English at a desk. The city and everybody in it is invented.
"""

import csv
import io
import json
import re
from datetime import date, timedelta
from pathlib import Path

import mammoth
import pytest
from django.core.management import call_command
from django.utils.timezone import localdate
from playwright.sync_api import FilePayload, Page, expect

from rempart.communities.tests.region import risk
from rempart.programmes.models import Programme
from tests.browser import Visit
from tests.journeys.team import Team, Writer, press, put

pytestmark = pytest.mark.django_db
HOUSE = "Passerelle (fictif)"
CITY, QUAY, HILL = "Havre-Neuf (fictif)", "Quai-Vieux (fictif)", "Les Terrasses (fictif)"
TITLE = "Les enfants du Quai-Vieux (fictif)"
FACTORS = ("vf.child.out_of_school", "vf.family.poverty")
ASIDE = ("unknown_rights", "domestic_violence", "demand", "community_tolerance", "hiv", "political_and_socioeconomic")  # fmt: skip
CHOSEN = ("act.17", "act.18", "act.30", "act.31", "act.36")
COUNCIL = "Conseil municipal (fictif)", "Municipal council (fictional)"
CHANGE = "Une deuxième école", "A second school"
WAYS: dict[
    str, dict[str, set[str]]
] = {  # what the overview offers each of the three, in each state
    "draft": {"amina": {"ask_review"}, "dalia": {"ask_review"}, "bento": set()},
    "in_review": {
        "amina": {"withdraw"},
        "dalia": {"pass", "send_back", "withdraw"},
        "bento": {"pass", "send_back"},
    },
    "passed": {
        "amina": {"submit", "withdraw"},
        "dalia": {"submit", "send_back", "withdraw"},
        "bento": {"send_back"},
    },
    "submitted": {
        "amina": {"reopen"},
        "dalia": {"reopen", "approve"},
        "bento": {"reopen", "approve"},
    },
    "approved": {
        "amina": {"start"},
        "dalia": {"start", "unapprove"},
        "bento": {"start", "unapprove"},
    },
    "running": {"amina": {"close"}, "dalia": {"close"}, "bento": {"close"}},
}
SECOND = "Passerelle et la deuxième école (fictif)"
POSED = {CITY: (0, 0, 4, 2), QUAY: (0, 0, 2, 2), HILL: (2, 0, 4, 2)}


def in_days(days: int) -> str:
    return (localdate() + timedelta(days=days)).isoformat()


# An empty organisation


def opens_the_organisation(team: Team) -> None:
    """The command founds it; Dalia opens her colleagues' accounts, and each comes in by the door."""
    said = io.StringIO()
    call_command("open_organisation", HOUSE, administrator="dalia", stdout=said)
    found = re.search(r"^ {4}(\S.*)$", said.getvalue(), re.MULTILINE)
    assert found
    team.comes_in("dalia", found[1])
    handed = {}
    for name, role in (("amina", "designer"), ("bento", "reviewer")):
        page = team.at("dalia", "/account/people/new/")
        form = page.locator("main form").last
        put(form, "username", name)
        put(form, "full_name", name.capitalize())
        put(form, "role", role)
        press(form.locator("button").last)
        handed[name] = page.locator(".handed dd").last.inner_text()
    for name, password in handed.items():
        team.comes_in(name, password)
    start = team.say("Commencer un programme", "Start a programme")
    wait = team.say("vous le trouverez ici", "you will find it here")
    team.each_sees("/programmes/", {"dalia": start, "amina": start, "bento": wait})


# The places, their figures, the ranking and its map


def describes_the_places(team: Team) -> None:
    census = team.say("Recensement (fictif)", "Census (fictional)")
    for name, children in ((CITY, ""), (QUAY, "4200"), (HILL, "5100")):
        page = team.at("dalia", "/places/new/")
        form = page.locator("main form").last
        put(form, "name", name)
        put(form, "level", "community")
        put(form, "country", "Valmarine")
        if children:
            form.locator("[name=parent]").select_option(label=CITY)
            put(form, "children", children)
            put(form, "children_year", "2024")
            put(form, "children_source", census)
        press(form.locator("button").last)


def brings_the_figures(team: Team, folder: Path) -> None:
    """She takes the sheet that names her places, fills it, sees what it says, and writes it."""
    page = team.at("dalia", "/places/sheet/")
    with page.expect_download() as download:
        page.locator("main a[href*='/sheet/files/csv/']").first.click()
    download.value.save_as(folder / "sheet.csv")
    text = (folder / "sheet.csv").read_text(encoding="utf-8-sig")
    parted = ";" if team.language == "fr" else ","
    head, *rows = csv.reader(io.StringIO(text), delimiter=parted)
    parts = {QUAY: 0.8, HILL: 0.3}
    kept = [[*row[:2], *_figures(parts[row[1]], parted), *row[2 + len(risk(0)) :]] for row in rows if row[1] in parts]  # fmt: skip
    filled = io.StringIO()
    csv.writer(filled, delimiter=parted).writerows([head, *kept])
    file: FilePayload = {
        "name": "figures.csv",
        "mimeType": "text/csv",
        "buffer": filled.getvalue().encode(),
    }
    page.locator("main input[type=file]").set_input_files(file)
    form = page.locator("form:has(input[type=file])")
    put(form, "on", "2026-05-31")
    put(form, "source", team.say("Étude de départ (fictive)", "Baseline study (fictional)"))
    press(form.locator("button").last)
    press(page.locator("form[action$='/storing/'] button"))


def _figures(part: float, parted: str) -> list[str]:
    return [str(one).replace(".", "," if parted == ";" else ".") for one in risk(part).values()]


def draws_the_map(team: Team) -> None:
    page = team.at("dalia", "/places/map/")
    areas = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [[[a, b], [c, b], [c, d], [a, d], [a, b]]]},
        }
        for name, (a, b, c, d) in POSED.items()
    ]  # fmt: skip
    drawn = json.dumps({"type": "FeatureCollection", "features": areas}).encode()
    file: FilePayload = {
        "name": "map.geojson",
        "mimeType": "application/geo+json",
        "buffer": drawn,
    }
    page.locator("main input[type=file]").set_input_files(file)
    press(page.locator("form:has(input[type=file]) button").last)


def looks_at_the_ranking(team: Team) -> None:
    for name in ("dalia", "amina", "bento"):
        page = team.at(name, "/places/ranking/")
        expect(page.locator("table.ranked tbody th").first).to_have_text(QUAY)
        expect(page.locator("svg.map").first).to_be_visible()
    team.look(page, "ranking")


# The programme: frame, situation, problem tree


def begins_the_programme(team: Team) -> Writer:
    page = team.at("amina", "/programmes/new/")
    put(page.locator("main form").last, "title", TITLE)
    press(page.locator("main form button").last)
    programme = re.sub(r"^.*?(/programmes/[0-9a-f-]{36}/).*$", r"\1", page.url)
    return Writer(team, "amina", programme)


def writes_the_frame(amina: Writer) -> None:
    say = amina.team.say
    page = amina.fills(
        "frame",
        level="community",
        starts_on=in_days(0),
        ends_on=in_days(3 * 365),
        languages="fr en",
        development_objective=say(
            "Les enfants du Quai-Vieux grandissent à l’abri de l’exploitation sexuelle.",
            "The children of Quai-Vieux grow up safe from sexual exploitation.",
        ),
        political_instability="no",
        trafficking_route="yes",
        cross_border="yes",
        agency="Passerelle (fictif)",
        management=say("Un comité se réunit chaque mois.", "A committee meets every month."),
        network_rules=say(
            "Chaque service répond sous deux jours ; le comité règle les désaccords.",
            "Each service answers in two days; the committee settles disagreements.",
        ),
        currency="EUR",
        budget_total="240000",
        baseline=say("Étude de départ, avec les écoles et le centre de santé.", "A baseline study with the schools and the health centre."),
        tracking=say("La commune suit les indicateurs chaque trimestre.", "The commune follows the indicators every quarter."),
        handover_institution=say("Commune de Havre-Neuf (fictif)", "Commune of Havre-Neuf (fictional)"),
        handover_model=say("La veille de quartier et les bourses.", "The community watch and the scholarships."),
    )  # fmt: skip
    page.locator("#add-places").click()
    form = page.locator("dialog[open] form[action*='/rows/places/']")
    known = form.locator("[name=known] option", has_text=QUAY).get_attribute("value")
    amina.writes(page, {"known": known or ""})
    page = amina.at("frame")
    page.locator("details:has(form [name=selection_reason]) > summary").click()
    press(page.locator("form:has([name=selection_reason]) button").first)
    page = amina.at("frame")
    amina.adds(
        page,
        "partners",
        {
            "name": say("Écoles du port (fictif)", "Port schools (fictional)"),
            "group": "educators",
            "serves": "intermediaries",
            "role": say("Accueille et signale.", "Receives and reports."),
            "strengthened": say("Deux formations par an.", "Two trainings a year."),
        },
        {
            "name": say("Brigade du port (fictif)", "Port brigade (fictional)"),
            "group": "law_justice",
            "serves": "intermediaries",
            "role": say("Protège pendant les procédures.", "Protects during proceedings."),
            "coordination_agreed": "no",
            "strengthened": say("Une formation sur l’écoute.", "A training on listening."),
        },
    )
    amina.adds(
        page,
        "budget",
        {
            "title": say("Prévention", "Prevention"),
            "funder": "agency",
            "area": "area.risk",
            "amount": "100000",
        },
        {"title": say("Sortie et soins", "Exit and care"), "funder": "partner", "amount": "140000"},
    )


def describes_the_situation(amina: Writer) -> None:
    say = amina.team.say
    page = amina.at("situation")
    page.locator("details:has(form [name=evidence]) > summary").first.click()
    for factor in FACTORS:
        press(page.locator(f"form[action*='factor={factor}']:has([name=evidence]) button"))
        page = amina.at("situation")
        page.locator("details:has(form [name=evidence]) > summary").first.click()
    page = amina.fills(
        "situation",
        background=say("En saison, les adolescents du quai travaillent la nuit.", "In season, adolescents of the quay work at night."),
        core_problem=say("Des enfants du Quai-Vieux sont exploités sexuellement.", "Children of Quai-Vieux are sexually exploited."),
        child_labour_present="yes",
        working_children="domestic street_vending street_living",
        risk_sectors="leisure",
        tried_before=say("Des affiches, sans service derrière elles.", "Posters, with no service behind them."),
        in_national_plans="yes",
    )  # fmt: skip
    aside = say("D’autres s’en chargent : le centre de santé et la commune (fictif).", "Others see to it: the health centre and the commune (fictional).")  # fmt: skip
    amina.adds(page, "causes", *({"code": code, "not_addressed_because": aside} for code in ASIDE))
    amina.adds(
        page,
        "causes",
        {"code": "poverty", "analysis": say("Hors saison, les revenus s’arrêtent.", "Out of season, incomes stop.")},
        {"code": "lack_of_education", "analysis": say("Le collège est loin, et plein.", "The school is far, and full.")},
    )  # fmt: skip
    for n in range(1, 9):
        page.locator(f"[id='part-ex.08.s{n}']").click()
        amina.writes(
            page,
            {
                "girls": say("Les filles l’ont dit en groupe, en mai.", "Girls said so in groups, in May."),
                "boys": say("Les garçons l’ont dit à part, en juin.", "Boys said so apart, in June."),
            },
        )  # fmt: skip


def grows_the_tree(amina: Writer) -> None:
    """What was marked hangs under the cause that it speaks of."""
    page = amina.at("tree")
    for factor in FACTORS:
        press(page.locator(f"button[name=factor][value='{factor}']"))
    amina.team.look(amina.at("tree"), "tree")


# Whom it is for, who answers, who stands where


def says_for_whom(amina: Writer) -> None:
    say = amina.team.say
    page = amina.at("who")
    amina.adds(
        page,
        "beneficiaries",
        {
            "name": say("Adolescentes et adolescents du quai", "Adolescents of the quay"),
            "serves": "children_families",
            "planned-female-a12_14": "60",
            "planned-male-a12_14": "40",
        },
    )
    everybody = say("Tout enfant de moins de dix-huit ans qui en a besoin.", "Every child under eighteen who needs it.")  # fmt: skip
    amina.adds(
        page, "eligibility", {"effect": "serves", "dimension": "vulnerability", "text": everybody}
    )
    town = say("Service social de la commune (fictif)", "Social service of the commune (fictional)")
    tried = {"provision": "works_today", "answered_by": town, "tested_on": in_days(-10)}
    planned = {"provision": "planned", "answered_by": town, "works_from": in_days(0)}
    amina.adds(
        page,
        "needs",
        {"kind": "report_response", **tried},
        {"kind": "safe_shelter", **planned},
        {"kind": "food", **tried},
        {"kind": "school_support", **planned},
        {"kind": "school_places", **tried, "capacity": "60"},
    )
    amina.adds(
        page,
        "stakeholders",
        {"group": "educators", "stands": "ally", "influence": "high", "interest": "for"},
        {"group": "government", "stands": "decision_maker", "influence": "very_high", "interest": "neutral"},
        {"group": "specialised_care", "stands": "ally", "influence": "medium", "interest": "strongly_for"},
        {"group": "leisure_establishments", "stands": "opponent", "influence": "high", "interest": "against"},
    )  # fmt: skip
    page = amina.at("stakeholders")
    expect(page.locator(".grid-drawing:visible")).to_have_count(1)
    expect(page.locator(".lacks").first).to_be_visible()
    amina.team.look(page, "grid")


# Strategies of the guide, and one of their own


def chooses_strategies(amina: Writer) -> None:
    say = amina.team.say
    together = say("Veiller, mettre à l’abri, puis soutenir la famille.", "Watch, bring to safety, then support the family.")  # fmt: skip
    page = amina.fills("strategies", areas="area.risk area.wr", strategy=together)
    page.locator("#suggestions details.unfold > summary").click()
    for action in CHOSEN:
        press(page.locator(f"[id='{action}-decides']"))
    page.locator("#choices a[href*='/rows/choices/add/']").click()
    form = page.locator("form[action*='/rows/choices/add/']")
    put(form, "title", say("Cercles de lecture au marché", "Reading circles at the market"))
    put(form, "area", "area.risk")
    put(form, "level", "community")
    press(form.locator(".actionbar button").last)
    expect(page.locator("#choices")).to_contain_text(say("Cercles de lecture", "Reading circles"))


# The framework, pasted from a table, then row by row


def pastes_the_framework(amina: Writer) -> None:
    say = amina.team.say
    page = amina.at("results/paste")
    start, end = (f"{date.fromisoformat(in_days(n)):%d/%m/%Y}" for n in (30, 900))
    head = say("N°\tTexte\tCommence le\tFinit le\tResponsable", "No.\tText\tStarts on\tEnds on\tIn charge")  # fmt: skip
    rows = [
        ("1", say("Fin 2029, les enfants du Quai-Vieux vivent sans exploitation et apprennent", "By the end of 2029, the children of Quai-Vieux live without exploitation and learn")),
        ("1.1", say("Une veille de quartier reliée aux services", "A community watch tied to services")),
        ("1.1.1", say("Former la veille de quartier", "Train the community watch")),
        ("1.1.2", say("Encourager l’inscription au collège", "Encourage enrolment in school")),
        ("1.2", say("Un accompagnement vers une autre vie", "A way towards another life")),
        ("1.2.1", say("Accompagner la sortie", "Accompany the way out")),
        ("1.2.2", say("Ouvrir un soutien psychosocial", "Open psychosocial support")),
        ("1.2.3", say("Conseiller les familles en droit", "Advise families on the law")),
        ("1.2.4", say("Soutenir le revenu des familles", "Support family incomes")),
        ("1.2.5", say("Former les soignants à leurs préjugés", "Train caregivers on prejudice")),
    ]  # fmt: skip
    leads = say("Passerelle (fictif)", "Passerelle (fictional)")
    lines = [f"{n}\t{words}" + f"\t{start}\t{end}\t{leads}" * (n.count(".") == 2) for n, words in rows]  # fmt: skip
    put(page.locator("main"), "table", "\n".join([head, *lines]))
    press(page.locator("[value=preview]"))
    press(page.locator("[value=add]"))
    expect(page.locator(".tree")).to_contain_text("1.2.5")


def tells_each_activity(amina: Writer) -> None:
    say = amina.team.say
    page = amina.at("results")
    told: list[dict[str, str]] = [
        {
            "kind": "community_watch",
            "actions": "18",
            "targets": "communities",
            "children_take_part": "design review",
            "asked-support_network": say("Le service social", "The social service"),
            "asked-monitors_trained": "yes",
            "asked-monitors_equipped": "yes",
        },
        {
            "kind": "school_promotion",
            "actions": "17",
            "targets": "children",
            "asked-children_appear": "no",
            "asked-expected_new_enrolments": "80",
        },
        {
            "kind": "exit_support",
            "actions": "30",
            "targets": "survivors adolescents",
            "asked-leaves_street": "no",
            "asked-announces_help": "no",
        },
        {
            "kind": "care_psychosocial",
            "actions": "30",
            "targets": "survivors",
            "asked-serves_traumatised": "yes",
            "asked-serves_both_sexes": "yes",
            "asked-separate_activities": "yes",
        },
        {"kind": "legal_aid", "actions": "31", "targets": "survivors families"},
        {
            "kind": "livelihoods",
            "actions": "36",
            "targets": "families",
            "asked-meets_assessed_needs": "yes",
        },
        {
            "kind": "provider_sensitisation",
            "targets": "caregivers",
            "asked-covers": "lack_of_knowledge stereotypes false_beliefs view_of_children",
        },
    ]
    for place, row in enumerate(told):
        page.locator("tr.l3 a[id^='change-']").nth(place).click()
        amina.writes(page, row)


def measures_it(amina: Writer) -> None:
    say = amina.team.say
    page = amina.at("results")
    page.locator("tr.l1 a[id^='more-']").first.click()
    page.locator("#row-body a[href*='/rows/indicators/add/']").first.click()
    amina.writes(
        page,
        {
            "text": say("Adolescents inscrits au collège à la rentrée", "Adolescents enrolled in school in September"),
            "about_people": "yes",
            "unit": "number",
            "direction": "up",
            "baseline": "410",
            "baseline_on": "2026-05-31",
            "target": "450",
            "target_on": in_days(900),
            "source": say("Registre des écoles", "School register"),
            "split": "sex age_band",
        },
    )  # fmt: skip


def answers_the_causes(amina: Writer) -> None:
    """One cause becomes a result that is there; a strategy answers each of the others."""
    open_word = amina.team.say("rien n’y répond encore", "nothing answers it yet")
    page = amina.at("tree")
    is_first = True
    while (left := page.locator(".tree-list .knot", has_text=open_word)).count():
        left.first.locator("a").first.click()
        if is_first:
            link = page.locator("form:has([name=result])")
            value = link.locator("[name=result] option").nth(1).get_attribute("value")
            put(link, "result", value or "")
            press(link.locator("button"))
        else:
            page.locator("a[href$='#row_strategies']").click()
            form = page.locator("form[action*='/rows/causes/']")
            put(form, "strategies", "act.36")
            press(form.locator(".actionbar button").last)
        page = amina.at("tree")
        is_first = False


def turns_to_the_opponents(amina: Writer) -> None:
    page = amina.at("stakeholders")
    page.locator(".lacks a[href*='/answer/'], a[href*='/answer/']").first.click()
    form = page.locator("form:has([name=activity])")
    value = form.locator("[name=activity] option").nth(1).get_attribute("value")
    put(form, "activity", value or "")
    press(form.locator("button").last)
    expect(page.locator(".lacks")).to_have_count(0)


# The second designer's part: a risk, a material, an answer


def talks_with_dalia(team: Team, amina: Writer) -> None:
    page = amina.at("results")
    page.locator("tr.l1 a[id^='said-']").click()
    question = team.say("D’où vient ce chiffre ?", "Where does this figure come from?")
    answer = team.say("Du registre des écoles.", "From the school register.")
    dialog = page.locator("dialog[open]")
    put(dialog, "text", question)
    put(dialog, "call", "dalia")
    press(dialog.locator("form:has([name=text]) .actionbar button").last)
    expect(dialog.locator(".timeline")).to_contain_text("@dalia")

    page = team.at("dalia", "/")
    expect(page.locator("main")).to_contain_text(question)
    press(page.locator("button[name=follow]"))
    put(page.locator("main"), "text", answer)
    press(page.locator("form:has([name=text]) .actionbar button").last)
    expect(team.at("bento", f"{amina.programme}comments/").locator("main")).to_contain_text(answer)
    page = amina.at("comments")
    page.locator("h2 a").first.click()
    press(page.locator("form[action$='/resolution/'] button"))
    expect(amina.at("comments").locator("main")).not_to_contain_text(question)


def adds_what_dalia_knows(team: Team, programme: str) -> None:
    dalia, say = Writer(team, "dalia", programme), team.say
    page = dalia.at("results")
    dalia.adds(
        page,
        "register",
        {
            "text": say("Des menaces contre les membres de la veille", "Threats against members of the watch"),
            "likelihood": "2",
            "effect": "3",
            "owner": say("Coordination", "Coordination"),
            "mitigation": say("Personne ne sort seul ; un contact de nuit.", "Nobody goes out alone; a contact at night."),
            "trigger": say("Un membre ne vient plus.", "A member stays away."),
        },
    )  # fmt: skip
    dalia.adds(
        page,
        "materials",
        {
            "title": say("Note aux élus du port", "Note for officials of the port"),
            "audiences": "officials",
            "formats": "spoken",
            "literacy": "good",
            "languages": team.language,
            "invites_reports": "no",
            "announces_help": "no",
            "text": say("Enfants et adolescents ont droit à une autre vie.", "Children and adolescents have a right to another life."),
            "identity_checked": "yes",
            "mentions_children": "yes",
            "mentions_adolescents": "yes",
            "image": "none",
            "story": "none",
            "children_appear": "no",
            "youth_made": "no",
        },
    )  # fmt: skip
    page.locator("#materials a[href*='/materials/']").first.click()
    there = re.sub(r"^https?://[^/]+", "", page.url)
    page = team.at("bento", there)
    press(page.locator("form[action$='/review/'] button"))
    press(page.locator("form[action$='/publishing/'] button"))
    expect(team.at("amina", there).locator(".pagehead")).to_contain_text(
        say("Publiable", "Publishable")
    )


# Review, submission, approval


def takes(team: Team, name: str, programme: str, move: str, **typed: str) -> Page:
    """Take the programme one way, by the link that its overview offers this person."""
    page = team.at(name, programme)
    page.locator(f"main a[href='{programme}passages/{move}/']").first.click()
    for field, words in typed.items():
        put(page.locator("main form"), field, words)
    press(page.locator("main form button").last)
    expect(page.locator(".refusal")).to_have_count(0)
    return page


def offered(team: Team, programme: str) -> dict[str, set[str]]:
    """Return the ways on that the overview offers each of the three."""
    found = {}
    for name in ("amina", "dalia", "bento"):
        links = team.at(name, programme).locator(f"main a[href^='{programme}passages/']").all()
        found[name] = {str(one.get_attribute("href")).split("/")[-2] for one in links}
    return found


def reviews_it(team: Team, amina: Writer) -> None:
    """Amina mends what she can; what stays is Bento's to decide, and not hers."""
    programme, say = amina.programme, team.say
    page = amina.at("review")
    expect(page.locator("#RULE-002")).to_be_visible()
    expect(page.locator("#RULE-018")).to_be_visible()
    page = amina.at("balance")
    too_many = say("en trop\u00a0: 20", "20 too many")
    expect(page.locator("main")).to_contain_text(too_many)
    team.look(page, "balance")
    page = amina.at("results")
    page.locator("tr.l3 a[id^='change-']").nth(1).click()
    amina.writes(page, {"asked-expected_new_enrolments": "50"})
    expect(amina.at("balance").locator("main")).not_to_contain_text(too_many)
    page = amina.at("review")
    left = page.locator(".finding--block, .finding--error").evaluate_all(
        "all => all.map(one => one.id)"
    )
    assert left == ["RULE-018"], left
    assert page.locator("#RULE-018 form").count() == 0
    assert offered(team, programme) == WAYS["draft"]
    takes(
        team,
        "amina",
        programme,
        "ask_review",
        reason=say("Merci de relire la justice.", "Please read the part on justice."),
    )
    assert offered(team, programme) == WAYS["in_review"]


def decides_what_stays(team: Team, amina: Writer) -> None:
    """Bento, who wrote nothing of it, sets the one error aside; then it goes its way to its start."""
    programme, say = amina.programme, team.say
    page = team.at("bento", "/")
    expect(page.locator("main")).to_contain_text(TITLE)
    page = team.at("bento", f"{programme}review/")
    page.locator("#RULE-018 details:has(form) > summary").click()
    put(
        page.locator("#RULE-018"),
        "reason",
        say(
            "La brigade est en réforme ; le juge des enfants s’est engagé.",
            "The brigade is being reformed; the children’s judge has committed.",
        ),
    )
    press(page.locator("#RULE-018 form button"))
    team.look(team.at("bento", f"{programme}review/"), "review")
    takes(team, "bento", programme, "pass")
    assert offered(team, programme) == WAYS["passed"]
    takes(team, "amina", programme, "submit")
    assert offered(team, programme) == WAYS["submitted"]
    takes(
        team,
        "bento",
        programme,
        "approve",
        body=say(*COUNCIL),
        day=in_days(0),
    )
    assert offered(team, programme) == WAYS["approved"]
    takes(team, "amina", programme, "start", day=in_days(0))
    assert offered(team, programme) == WAYS["running"]


# The second year


def changes_it(team: Team, amina: Writer) -> None:
    """A year later she asks for a change on a copy; the plan in force says nothing of it."""
    programme, say = amina.programme, team.say
    page = team.at("amina", f"{programme}changes/new/")
    form = page.locator("main form").last
    put(form, "title", say(*CHANGE))
    put(
        form,
        "reason",
        say("La commune en a ouvert une en septembre.", "The commune opened one in September."),
    )
    press(form.locator("button").last)
    page = team.at("amina", f"{programme}changes/1/")
    address = page.locator("main a[href$='/passages/ask_review/']").get_attribute("href")
    copy = Writer(team, "amina", str(address).removesuffix("passages/ask_review/"))
    copy.fills("frame", agency=SECOND)
    page = copy.at("results")
    page.locator("tr.l3 a[id^='change-']").nth(1).click()
    copy.writes(page, {"asked-expected_new_enrolments": "60"})
    for name in ("amina", "dalia", "bento"):
        expect(team.at(name, f"{programme}document/").locator("main")).not_to_contain_text(SECOND)
    page = team.at("amina", f"{programme}changes/1/")
    page.locator(f"main a[href='{address}']").click()
    press(page.locator("main form button").last)


def decides_on_it(team: Team, programme: str) -> None:
    assert not team.at("amina", f"{programme}changes/1/").locator("[value=approve]").count()
    page = team.at("bento", f"{programme}changes/1/")
    expect(page.locator("main")).to_contain_text(SECOND)
    put(
        page.locator("main"),
        "note",
        team.say("D’accord avec la commune.", "Agreed with the commune."),
    )
    press(page.locator("[value=approve]"))
    team.look(team.at("bento", f"{programme}changes/1/"), "change")


def reads_the_documents(team: Team, programme: str, folder: Path) -> None:
    """The plan as it is now holds the change; the approved baseline is kept without it."""
    now = outline(team, f"{programme}document/", folder)
    page = team.at("amina", f"{programme}versions/")
    page.locator("main tbody a", has_text=team.say("référence 1", "baseline 1")).click()
    then = outline(team, re.sub(r"^https?://[^/]+", "", page.url), folder)
    assert SECOND in now
    assert SECOND not in then
    council, change = (team.say(*words) for words in (COUNCIL, CHANGE))
    said = team.say("Demande de modification 1", "Change request 1")
    for text in (now, then):
        assert council in text
        assert team.say("Brouillon", "Draft") not in text
    assert said in now
    assert change in now
    assert said not in then


def outline(team: Team, address: str, folder: Path) -> str:
    page = team.at("amina", address)
    with page.expect_download() as download:
        link = f"a[href$='/docx/?language={team.language}'], a[href*='/versions/'][href$='/docx/']"
        page.locator(link).click()
    download.value.save_as(folder / "outline.docx")
    return str(mammoth.extract_raw_text(io.BytesIO((folder / "outline.docx").read_bytes())).value)


VARIANTS = {"fr-phone": ("fr", (390, 844)), "en-desk": ("en", (1280, 900))}


@pytest.mark.parametrize(("language", "viewport"), VARIANTS.values(), ids=VARIANTS)
def test_a_team_of_three_takes_a_city_to_an_approved_plan_and_changes_it_in_its_second_year(
    visit: Visit, tmp_path: Path, language: str, viewport: tuple[int, int]
) -> None:
    team = Team(visit, language, viewport)
    knows_its_places(team, tmp_path)
    amina = begins_the_programme(team)
    designs(amina)
    talks_with_dalia(team, amina)
    adds_what_dalia_knows(team, amina.programme)
    reviews_it(team, amina)
    decides_what_stays(team, amina)
    plan = Programme.objects.get()
    Programme.objects.update(state_since=plan.state_since - timedelta(days=400))  # a year goes by
    changes_it(team, amina)
    decides_on_it(team, amina.programme)
    reads_the_documents(team, amina.programme, tmp_path)


def knows_its_places(team: Team, folder: Path) -> None:
    opens_the_organisation(team)
    describes_the_places(team)
    brings_the_figures(team, folder)
    draws_the_map(team)
    looks_at_the_ranking(team)


def designs(amina: Writer) -> None:
    writes_the_frame(amina)
    describes_the_situation(amina)
    grows_the_tree(amina)
    says_for_whom(amina)
    chooses_strategies(amina)
    pastes_the_framework(amina)
    tells_each_activity(amina)
    measures_it(amina)
    answers_the_causes(amina)
    turns_to_the_opponents(amina)
