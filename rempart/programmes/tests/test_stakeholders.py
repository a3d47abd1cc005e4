"""The map of stakeholders, told from outside: placed, drawn, listed, and no opponent left alone."""

import gzip
import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rempart.guide.catalogue import catalogue
from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.plan import Choice, Partner, Plan, Stakeholder
from rempart.programmes.rules.results import Activity, Objective, Output
from rempart.programmes.rules.stakeholders import opponents_left_alone, targets_of
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
HEAVIEST = 30 * 1024  # bytes of a page, compressed
ALONE = "This opponent is the target of nothing yet."


def plan(*activities: Activity) -> Plan:
    """Return an ally, an opponent and two outputs; the first holds these activities."""
    outputs = (
        Output(key="u1", text="Talks", activities=activities),
        Output(key="u2", text="Care"),
    )
    return Plan(
        title="Havre-Neuf (fictional)",
        choices=(Choice(key="c", decision="chosen", action="act.18"),),
        partners=(Partner(key="p", name="Two Banks (fictional)", group="community_groups"),),
        stakeholders=(
            Stakeholder(key="ally", group="media", name="Radio (fictional)", stands=("ally",)),
            Stakeholder(key="opp", group="leisure_establishments", stands=("opponent",)),
        ),
        objectives=(Objective(key="o", text="Safe", outputs=outputs),),
    )


def stored(given: Plan) -> Programme:
    return store_plan(given, by=amina(), organisation=passerelle())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def read(browser: Client, at: str) -> str:
    answer = browser.get(at, HTTP_ACCEPT_LANGUAGE="en")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_group_is_placed_by_its_influence_and_its_interest_and_drawn() -> None:
    programme, browser = stored(plan()), browser_of(amina())
    before = read(browser, address(programme, "stakeholders"))
    placed = {"group": "media", "stands": ["ally"], "name": "Radio (fictional)", "version": "1"}
    placed |= {"influence": "very_high", "interest": "strongly_for"}

    answer = browser.post(
        address(programme, "rows", "stakeholders", "ally") + "?from=groups", placed
    )

    assert answer.headers["Location"].startswith(address(programme, "stakeholders"))
    after = read(browser, address(programme, "stakeholders"))
    assert "2 groups are not on the grid yet." in before
    assert "1 group is not on the grid yet." in after
    assert "Influence: Very much; towards the aim: Strongly for" in after
    assert len(re.findall('class="stand stand--ally" transform', after)) == 2  # wide and narrow


def test_an_influence_of_no_list_is_refused() -> None:
    programme = stored(plan())
    sent = {"group": "media", "influence": "huge", "version": "1"}

    answer = browser_of(amina()).post(address(programme, "rows", "stakeholders", "ally"), sent)

    assert answer.status_code == 422
    assert plan_of(programme) == plan()


def test_every_class_says_what_the_guide_advises() -> None:
    told = read(browser_of(amina()), address(stored(plan()), "stakeholders"))

    for slug in ("sc.beneficiaries", "sc.allies", "sc.decision_makers", "sc.opponents"):
        assert f"/guide/{slug}/" in told or slug in told
    assert "they become the main audience of awareness-raising and tougher laws" in told


@pytest.mark.parametrize(
    ("activity", "alone"),
    [
        (Activity(key="a", text="x", kind="awareness", audiences=("business",)), False),
        (Activity(key="a", text="x", kind="training", targets=("business",)), False),
        (Activity(key="a", text="x", kind="law_reform"), False),
        (Activity(key="a", text="x", kind="other", actions=(4,)), False),
        (Activity(key="a", text="x", kind="awareness", actions=(4,), audiences=("men",)), True),
        (Activity(key="a", text="x"), True),
    ],
)
def test_an_opponent_is_the_target_of_an_activity_or_of_work_on_the_law(
    activity: Activity,
    alone: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    programme, browser = stored(plan(activity)), browser_of(amina())

    assert (ALONE in read(browser, address(programme, "stakeholders"))) is alone
    in_step = "an opponent that is the target of nothing yet"
    assert (in_step in read(browser, address(programme, "who"))) is alone


def test_an_activity_that_is_there_speaks_to_an_opponent_too() -> None:
    programme = stored(plan(Activity(key="a", text="Play in the street", audiences=("men",))))
    browser = browser_of(amina())
    at = address(programme, "stakeholders", "opp", "answer")

    assert "1.1.1 Play in the street" in read(browser, at)
    browser.post(at, {"activity": "a"})

    (activity,) = plan_of(programme).activities()
    assert activity.audiences == ("men", "business")
    shown = read(browser, address(programme, "stakeholders"))
    assert "Addressed by activity 1.1.1" in shown
    assert ALONE not in shown


@pytest.mark.parametrize("kind", ["awareness", "law_reform"])
def test_a_new_activity_is_added_for_an_opponent_and_opened(kind: str) -> None:
    programme, browser = stored(plan()), browser_of(amina())
    at = address(programme, "stakeholders", "opp", "answer")

    answer = browser.post(at, {"kind": kind, "output": "u2"})

    (activity,) = plan_of(programme).activities()
    assert (activity.kind, activity.audiences) == (kind, ("business",))
    assert answer.headers["Location"].startswith(
        address(programme, "rows", "activities", activity.key)
    )
    assert ALONE not in read(browser, address(programme, "stakeholders"))


@pytest.mark.parametrize(
    "wrong", [{}, {"activity": "gone"}, {"output": "gone", "kind": "awareness"}, {"output": "u1"}]
)
def test_what_answers_nothing_is_refused(wrong: dict[str, str]) -> None:
    programme = stored(plan(Activity(key="a", text="x")))

    answer = browser_of(amina()).post(address(programme, "stakeholders", "opp", "answer"), wrong)

    assert answer.status_code == 422
    assert plan_of(programme) == plan(Activity(key="a", text="x"))


def test_only_an_opponent_is_answered() -> None:
    at = address(stored(plan()), "stakeholders", "ally", "answer")

    assert browser_of(amina()).get(at).status_code == 404


def test_figure_1_says_who_may_be_missing_and_puts_it_on_the_map() -> None:
    programme, browser = stored(plan()), browser_of(amina())

    told = read(browser, address(programme, "stakeholders")).split("Who may be missing")[1]

    assert "Figure 1, column inferred" in told
    assert "group=community_groups" not in told  # a partner already
    group = re.findall(r"add/\?group=(\w+)&amp;from=groups", told)[0]
    form = read(browser, address(programme, "rows", "stakeholders", "add") + f"?group={group}")
    assert f'value="{group}" selected' in form


def test_every_group_can_be_addressed_by_a_target_that_exists() -> None:
    there = catalogue().code_list("plan_target").ids

    for group in catalogue().code_list("stakeholder_group").ids:
        assert set(targets_of(group, catalogue())) <= set(there), group
        assert targets_of(group, catalogue()), group


def test_the_port_citys_opponents_are_all_addressed() -> None:
    file = settings.HOUSE / "content" / "programmes" / "port-city.json"
    city, faults = read_plan(file.read_bytes(), known())

    assert (faults, city and opponents_left_alone(city, catalogue())) == ([], ())
    assert targets_of("unknown", catalogue()) == ()


def test_a_reviewer_reads_the_map_and_a_stranger_learns_nothing() -> None:
    programme = stored(plan(Activity(key="a", text="x")))
    at = address(programme, "stakeholders", "opp", "answer")

    for person, seen, done in ((bento(), 200, 403), (chipo(), 404, 404)):
        browser = browser_of(person)
        assert browser.get(address(programme, "stakeholders")).status_code == seen
        assert browser.get(at).status_code == done
        assert browser.post(at, {"activity": "a"}).status_code == done
    assert plan_of(programme) == plan(Activity(key="a", text="x"))
    assert "Address it" not in read(browser_of(bento()), address(programme, "stakeholders"))


def test_a_submitted_map_stays_as_it_is() -> None:
    given = plan(Activity(key="a", text="x"))
    programme = stored(given)
    Programme.objects.filter(pk=programme.pk).update(lifecycle="submitted")
    at = address(programme, "stakeholders", "opp", "answer")

    for sent in ({"activity": "a"}, {"kind": "awareness", "output": "u1"}):
        assert browser_of(amina()).post(at, sent).status_code == 302

    assert plan_of(programme) == given


def many(count: int) -> Plan:
    groups = catalogue().code_list("stakeholder_group").ids
    levels = ("very_low", "low", "medium", "high", "very_high")
    stands = (("ally", "decision_maker"), ("beneficiary", "ally"), ("opponent",))
    aims = ("strongly_against", "against", "neutral", "for", "strongly_for")
    rows = tuple(
        Stakeholder(
            key=f"{n:08}-7d1e-4c1b-9f7a-{n * 7919:012}",
            group=groups[n % len(groups)],
            name="" if n % 3 == 2 else f"Body {n} of quarter {n * 7} (fictional)",
            stands=stands[n % 3],
            influence=levels[n % 5],
            interest=aims[n // 3 % 5],
            note=f"Meets in month {n % 12}; {n * 3} members; asked for {n + 2} talks (fictional).",
        )
        for n in range(count)
    )
    return Plan(title="Havre-Neuf (fictional)", stakeholders=rows)


@pytest.mark.parametrize("page", ["stakeholders", "who"])
def test_sixty_groups_are_light_and_ask_no_more_than_three(page: str) -> None:
    browser, asked = browser_of(amina()), {}
    for count in (3, 60):
        at = address(stored(many(count)), page)
        browser.get(at)
        with CaptureQueriesContext(connection) as queries:
            answer = browser.get(at)
        asked[count] = len(queries)
    weight = len(gzip.compress(answer.content, 9))

    assert asked[3] == asked[60]
    assert weight <= HEAVIEST, f"{page}: {weight / 1024:.1f} KB"
