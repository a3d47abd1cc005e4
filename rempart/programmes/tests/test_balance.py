"""The balance of a plan: levels, prevention, the chain of exit and recovery, places against enrolments."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import mammoth
import pytest

from rempart.guide.catalogue import catalogue
from rempart.programmes.actions import store_plan
from rempart.programmes.catalogue import kinds
from rempart.programmes.models import Programme
from rempart.programmes.rules.balance import Balance, Stage, balance_of
from rempart.programmes.rules.plan import BudgetLine, Choice, Need, Partner, Plan, Stakeholder
from rempart.programmes.rules.results import Activity, Objective, Output
from rempart.programmes.tests.factories import port_city
from tests.cast import amina, bento, browser_of, chipo, passerelle

TODAY = date(2027, 1, 1)
ENGLISH = {"accept-language": "en"}
SCHOOL = Need(key="s", kind="school_places", provision="works_today", capacity=60, answered_by="School board")  # fmt: skip


def planning(*activities: Activity, **facts: Any) -> Plan:  # noqa: ANN401 -- any fact of a plan
    output = Output(key="p", text="A thing", activities=activities)
    objectives = (Objective(key="o", text="A change", outputs=(output,)),)
    return Plan(title="Havre-Neuf (fictional)", objectives=objectives, **facts)


def doing(key: str, kind: str = "", **facts: Any) -> Activity:  # noqa: ANN401 -- any fact of an activity
    return Activity(key=key, text=f"Work {key}", kind=kind, **facts)


def chosen(action: str) -> Choice:
    return Choice(key=action, decision="chosen", action=action)


def weighed(plan: Plan) -> Balance:
    return balance_of(plan, catalogue(), kinds(), TODAY)


def stored(plan: Plan) -> Programme:
    return store_plan(plan, by=amina(), organisation=passerelle())


def page(programme: Programme, step: str = "balance/") -> str:
    bento()
    answer = browser_of(bento()).get(f"/programmes/{programme.pk}/{step}", headers=ENGLISH)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def outline(programme: Programme, language: str = "en") -> str:
    address = f"/programmes/{programme.pk}/document/docx/?language={language}"
    file = io.BytesIO(browser_of(amina()).get(address).content)
    return " ".join(str(mammoth.extract_raw_text(file).value).split())


def row(found: str, head: str) -> str:
    """Return what a table says beside a word."""
    told = re.search(rf'<th scope="row">{re.escape(head)}</th>(.*?)</tr>', found)
    assert told, head
    return re.sub(r"<[^>]+>", " ", told[1])


# --- the rules ------------------------------------------------------------------------------------


def test_each_level_holds_the_strategies_that_were_chosen_there() -> None:
    own = Choice(key="own", decision="chosen", title="Reading circles", level="community")
    refused = Choice(key="no", decision="refused", action="act.04", reason="Not now")
    found = weighed(planning(choices=(chosen("act.31"), own, refused)))

    held = {one.level: [c.key for c in one.choices] for one in found.levels}
    assert held == {"national": [], "community": ["own"], "individual": ["act.31"], "crossborder": ["act.31"]}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "prevents", "also"),
    [("community_watch", 1, 0), ("livelihoods", 0, 1), ("legal_aid", 0, 0)],
)
def test_an_activity_prevents_where_the_guide_places_what_it_does(
    kind: str, prevents: int, also: int
) -> None:
    found = weighed(planning(doing("a", kind))).prevention

    assert (found.prevents, found.also, found.told) == (prevents, also, 1)
    assert found.is_nil == (not prevents and not also)


def test_actions_that_its_author_names_tell_more_than_its_kind() -> None:
    found = weighed(planning(doing("a", "legal_aid", actions=(18,)))).prevention

    assert (found.prevents, found.share) == (1, 1)


def test_what_cannot_be_told_is_neither_prevention_nor_none() -> None:
    found = weighed(planning(doing("a"), budget=(BudgetLine(key="b", title="All"),))).prevention

    assert [one.key for one in found.untold] == ["a"]
    assert found.share is found.share_of_budget is None
    assert not found.is_nil


def test_the_share_of_the_budget_counts_lines_that_say_what_they_pay_for() -> None:
    def line(key: str, area: str, amount: int | None) -> BudgetLine:
        told = None if amount is None else Decimal(amount)
        return BudgetLine(key=key, title=key, area=area, amount=told)

    lines = (line("a", "area.risk", 30), line("b", "area.wr", 90), line("c", "", 50), line("d", "area.dem", None))  # fmt: skip
    found = weighed(planning(budget=lines)).prevention

    assert (found.amount, found.budget, found.open_budget) == (
        Decimal(30),
        Decimal(120),
        Decimal(50),
    )
    assert found.share_of_budget == 0.25
    assert weighed(planning(budget=lines[1:3])).prevention.is_nil


def test_a_link_is_carried_by_who_leads_answers_or_has_a_part() -> None:
    shelter = Need(key="n", kind="safe_shelter", provision="planned", answered_by="Harbour house")
    nobody = Need(key="x", kind="family_based_care", provision="none", answered_by="Nobody")
    police = Stakeholder(key="k", group="law_justice", stands=("ally",))
    plan = planning(
        doing("law", "legal_aid"),
        doing("care", "care_psychosocial", lead="Health centre"),
        doing("exit", "exit_support"),
        needs=(shelter, nobody),
        choices=(chosen("act.31"),),
        stakeholders=(police,),
        partners=(Partner(key="p", name="School board", group="educators"),),
    )
    found = weighed(plan)
    links = {one.stage: one for one in found.chain}

    assert list(links) == list(Stage)
    assert links[Stage.EMERGENCY].services == ("Harbour house",)
    assert links[Stage.CARE].leads == ("Health centre",)
    assert "law_justice" in links[Stage.LAW].groups
    assert not links[Stage.HOUSING].is_held
    assert not links[Stage.HOUSING].is_planned
    assert [one.stage for one in found.gaps] == [Stage.DETECTION, Stage.HOUSING, Stage.SCHOOL, Stage.ECONOMY]  # fmt: skip


def test_an_opponent_carries_no_link() -> None:
    against = Stakeholder(key="k", group="law_justice", stands=("opponent",))
    found = weighed(planning(choices=(chosen("act.31"),), stakeholders=(against,)))

    assert "law_justice" not in {group for one in found.chain for group in one.groups}


def test_no_gap_is_told_of_a_plan_that_does_not_work_on_exit() -> None:
    found = weighed(planning(doing("a", "community_watch")))

    assert not found.works_on_exit
    assert found.gaps == ()
    assert weighed(planning(areas=("area.wr",))).gaps == weighed(planning(areas=("area.wr",))).chain


# --- the pages ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_plan_shows_its_levels_and_a_crossed_border_demands_a_strategy_across_it() -> None:
    plan = planning(cross_border="yes", choices=(chosen("act.18"),))
    without, elsewhere = stored(plan), replace(plan, cross_border="no", trafficking_route="no")
    across = stored(replace(plan, choices=(*plan.choices, chosen("act.31"))))
    demanded, met = page(without), page(across)

    assert "Community monitoring" in row(demanded, "Community or local")
    assert "needed" in row(demanded, "Cross-border and international")
    assert "A strategy across borders is needed" in demanded
    assert "A strategy across borders is needed" in page(without, "")
    assert 'id="RULE-037"' in page(without, "review/")
    assert "covered" in row(met, "Cross-border and international")
    assert "A strategy across borders is needed" not in met
    assert "not asked here" in row(page(stored(elsewhere)), "Cross-border and international")
    refused = browser_of(amina()).post(
        f"/programmes/{without.pk}/passages/submit/", headers=ENGLISH
    )
    assert refused.status_code == 422
    assert "needed, and missing" in outline(without)


@pytest.mark.django_db
def test_the_summary_states_the_share_of_prevention_and_warns_when_it_is_nil() -> None:
    lines = (
        BudgetLine(key="a", title="Watch", area="area.risk", amount=Decimal(30)),
        BudgetLine(key="b", title="Exit", area="area.wr", amount=Decimal(90)),
    )
    some = stored(planning(doing("a", "community_watch"), doing("b", "legal_aid"), budget=lines, currency="EUR"))  # fmt: skip
    none = stored(planning(doing("b", "legal_aid")))
    unpaid = stored(planning(doing("a", "community_watch"), budget=lines[1:], currency="EUR"))

    for told in (page(some), page(some, ""), outline(some)):
        assert "Prevention is 50% of the activities: 1 of 2." in told
        assert "In the budget, prevention has 25%: €30 of the €120" in told
        assert "of this programme prevents" not in told
    for told in (page(none), page(none, "")):
        assert "Prevention is 0% of the activities: 0 of 1." in told
        assert "No activity of this programme prevents" in told
    assert "No money of this programme goes to prevention" in page(unpaid, "")
    assert "cannot be told yet" in page(stored(Plan(title="Nothing yet (fictional)")), "")
    assert "La prévention représente 50 % des activités" in outline(some, "fr")


@pytest.mark.django_db
def test_the_chain_names_who_carries_each_link_and_warns_of_a_missing_one() -> None:
    plan = planning(doing("exit", "exit_support", lead="Harbour team"), needs=(SCHOOL,), areas=("area.wr",))  # fmt: skip
    programme = stored(plan)
    found, printed = page(programme), outline(programme)

    assert "Harbour team" in row(found, "Emergency help and a safe place")
    assert "School board" in row(found, "School")
    assert "missing link" in row(found, "Law and justice")
    assert "5 links that nobody carries" in found
    assert "5 links that nobody carries" in page(programme, "")
    assert re.search(r"Emergency help and a safe place 1\.1\.1 Work exit Harbour team", printed)
    assert "Law and justice – nobody yet" in printed
    whole = page(stored(port_city()))
    assert "missing link" not in whole
    assert "that nobody carries" not in whole


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "need", "where"),
    [
        ("school_promotion", "school_places", "in schools"),
        ("trade_training", "vocational_training", "in training"),
    ],
)
def test_more_enrolments_than_places_are_an_error_with_the_difference(
    kind: str, need: str, where: str
) -> None:
    def expecting(many: int) -> Programme:
        promotion = doing("a", kind, details={"expected_new_enrolments": many})
        return stored(planning(promotion, needs=(replace(SCHOOL, kind=need),)))

    too_many, enough = expecting(80), expecting(60)
    said = f"80 expected, 60 places free {where}: 20 too many."

    for told in (page(too_many), page(too_many, "review/"), outline(too_many)):
        assert said in told
    assert 'finding--error" id="RULE-002"' in page(too_many, "review/")
    assert "More enrolments are expected than there are places" in page(too_many, "")
    assert f"60 expected, 60 places free {where}." in page(enough)
    assert "too many" not in page(enough)


@pytest.mark.django_db
def test_places_that_nobody_counted_cannot_be_told_yet() -> None:
    promotion = doing("a", "school_promotion", details={"expected_new_enrolments": 80})
    untold = page(stored(planning(promotion, needs=(replace(SCHOOL, capacity=None),))))
    unsaid = page(stored(planning(doing("a", "school_promotion"))))

    assert "Of some places the number is not known." in untold
    assert "Cannot tell yet" in untold
    assert "Nobody has said yet how many are expected." in unsaid
    assert "No activity promotes schooling" in page(stored(planning()))


@pytest.mark.django_db
def test_a_stranger_sees_no_balance() -> None:
    programme = stored(planning(doing("a")))
    address = f"/programmes/{programme.pk}/balance/"

    assert browser_of(chipo()).get(address).status_code == 404
    assert browser_of(amina()).get(address).status_code == 200
    assert "Work a" in page(programme), "an activity without a kind is named, with the way to it"
