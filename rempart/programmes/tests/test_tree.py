"""The problem tree, told from outside: seeded, nested, turned over, and never silent."""

import gzip
import json
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rempart.accounts.models import User
from rempart.guide.catalogue import catalogue
from rempart.kit.refusals import RefusedError
from rempart.programmes.actions import change_row, store_plan
from rempart.programmes.actions.tree import link_cause, release_cause, turn_cause
from rempart.programmes.models import Cause as CauseRow
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan, to_json, write_plan
from rempart.programmes.rules.plan import Cause, Choice, FactorMark, Plan, PlannedPlace
from rempart.programmes.rules.results import Objective, Output
from rempart.programmes.rules.tree import DEEPEST, states_of
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
HEAVIEST = 30 * 1024  # bytes of a page, compressed


def plan() -> Plan:
    """Return three nested causes and an effect, beside a factor that nothing takes up."""
    return Plan(
        title="Havre-Neuf (fictional)",
        places=(PlannedPlace(key="p", name="Quay (fictional)", level="community"),),
        factors=(FactorMark(key="f", factor="vf.child.street", present="yes"),),
        causes=(
            Cause(key="top", code="poverty"),
            Cause(key="mid", title="Season ends (fictional)", under="top"),
            Cause(key="low", title="Debt (fictional)", under="mid"),
            Cause(key="eff", branch="effect", title="Shame (fictional)"),
        ),
        choices=(Choice(key="own", decision="chosen", title="Loans (fictional)"),),
        objectives=(Objective(key="o", text="Safe", outputs=(Output(key="u", text="Shelter"),)),),
    )


def stored(given: Plan | None = None) -> Programme:
    return store_plan(given or plan(), by=amina(), organisation=passerelle())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def read(browser: Client, at: str) -> str:
    answer = browser.get(at, HTTP_ACCEPT_LANGUAGE="en")
    assert answer.status_code == 200
    return answer.content.decode()


def cause(programme: Programme, key: str) -> Cause:
    return next(one for one in plan_of(programme).causes if one.key == key)


def test_a_factor_that_is_present_is_put_into_the_tree_with_one_tap_and_says_why() -> None:
    programme, browser = stored(), browser_of(amina())
    before = read(browser, address(programme, "tree"))

    browser.post(address(programme, "tree", "seeds"), {"factor": "vf.child.street"})

    assert "Because you marked it present" in before
    after = read(browser, address(programme, "tree"))
    assert "Because you marked: Living in a street situation or without a home" in after
    assert "Because you marked it present" not in after
    assert plan_of(programme).causes[-1].factors == ("vf.child.street",)


def test_a_second_tap_puts_nothing_in_twice() -> None:
    programme, browser = stored(), browser_of(amina())

    for _ in range(2):
        browser.post(address(programme, "tree", "seeds"), {"code": "demand"})

    assert [c.code for c in plan_of(programme).causes].count("demand") == 1


@pytest.mark.parametrize("wrong", [{}, {"factor": "vf.family.hiv"}, {"code": "nothing"}])
def test_what_was_not_offered_is_not_put_in(wrong: dict[str, str]) -> None:
    programme = stored()

    browser_of(amina()).post(address(programme, "tree", "seeds"), wrong)

    assert plan_of(programme).causes == plan().causes


def test_the_core_problem_is_said_from_the_frame_until_somebody_writes_it() -> None:
    programme, browser = stored(), browser_of(amina())

    proposed = read(browser, address(programme, "tree"))
    browser.post(address(programme, "situation"), {"core_problem": "Ours", "version": "0"})

    assert "Children are sexually exploited: Quay (fictional)" in proposed
    assert "Ours" in read(browser, address(programme, "tree"))


def test_a_cause_becomes_an_objective_in_words_of_ones_own_and_both_sides_say_so() -> None:
    programme, browser = stored(), browser_of(amina())
    proposed = read(browser, address(programme, "tree", "nodes", "top"))

    browser.post(address(programme, "tree", "nodes", "top", "result"), {"text": "Fed all year"})

    assert "Families live from an income that is steady enough" in proposed
    new = plan_of(programme).objectives[-1]
    assert new.text == "Fed all year"
    assert cause(programme, "top").becomes == f"objectives.{new.key}"
    assert "objective 2" in read(browser, address(programme, "tree"))
    results = read(browser, address(programme, "results"))
    assert "/tree/nodes/top/" in results.split("The causes they answer")[1]


def test_a_cause_becomes_an_output_or_points_at_a_result_and_is_let_go_again() -> None:
    programme, browser = stored(), browser_of(amina())
    under = {"text": "Loans are open", "parent": "objectives.o"}

    browser.post(address(programme, "tree", "nodes", "mid", "result"), under)
    browser.post(address(programme, "tree", "nodes", "low", "result"), {"result": "outputs.u"})

    outputs = plan_of(programme).objectives[0].outputs
    assert [one.text for one in outputs] == ["Shelter", "Loans are open"]
    assert cause(programme, "low").becomes == "outputs.u"
    assert "output 1.2" in read(browser, address(programme, "tree"))

    browser.post(address(programme, "tree", "nodes", "low", "result"), {"release": "1"})
    assert cause(programme, "low").becomes == ""
    assert len(plan_of(programme).objectives[0].outputs) == 2


@pytest.mark.parametrize(
    ("key", "sent", "status"),
    [
        ("top", {"text": " "}, 422),
        ("top", {"text": "x" * 1001}, 422),
        ("top", {"text": "x", "parent": "objectives.gone"}, 422),
        ("top", {"result": ""}, 422),
        ("top", {"result": "objectives.gone"}, 422),
        ("eff", {"text": "No shame"}, 302),
    ],
)
def test_what_cannot_be_a_result_is_refused_and_nothing_is_half_done(
    key: str, sent: dict[str, str], status: int
) -> None:
    programme = stored()
    at = address(programme, "tree", "nodes", key, "result")

    assert browser_of(amina()).post(at, sent).status_code == status

    assert plan_of(programme) == plan()


def test_a_cause_is_turned_once_and_one_left_aside_not_at_all() -> None:
    programme, browser = stored(), browser_of(amina())
    at = address(programme, "tree", "nodes", "top", "result")
    browser.post(at, {"text": "Once"})
    again = browser.post(at, {"text": "Twice"}, follow=True, HTTP_ACCEPT_LANGUAGE="en")
    aside = {"title": "Debt", "under": "mid", "not_addressed_because": "Banks do", "version": "1"}
    browser.post(address(programme, "rows", "causes", "low") + "?from=tree", aside)
    late = browser.post(
        address(programme, "tree", "nodes", "low", "result"),
        {"text": "Late"},
        follow=True,
        HTTP_ACCEPT_LANGUAGE="en",
    )

    assert "It is a result of the plan already." in again.content.decode()
    assert "take its reason away first" in late.content.decode()
    assert [o.text for o in plan_of(programme).objectives] == ["Safe", "Once"]
    assert "left aside, with its reason" in read(browser, address(programme, "tree"))


def test_no_node_hangs_under_itself_or_on_the_other_side() -> None:
    programme, browser = stored(), browser_of(amina())

    for key, under in (("top", "low"), ("top", "top"), ("mid", "eff"), ("mid", "gone")):
        at = address(programme, "tree", "nodes", key, "place")
        assert browser.post(at, {"under": under}).status_code == 422
    sent = {"title": "X", "branch": "effect", "under": "top"}
    answer = browser.post(
        address(programme, "rows", "causes", "add"), sent, HTTP_ACCEPT_LANGUAGE="en"
    )

    assert "an effect under effects" in answer.content.decode()
    assert plan_of(programme) == plan()


@pytest.mark.parametrize(
    ("key", "values", "reasons"),
    [
        ("top", {"under": "low"}, ["in_a_circle"]),
        ("top", {"under": "top"}, ["in_a_circle"]),
        ("mid", {"under": "gone"}, ["under_nothing"]),
        ("mid", {"under": "eff"}, ["other_branch"]),
        ("top", {"branch": "effect"}, ["other_branch"]),
    ],
)
def test_the_act_itself_refuses_what_cannot_hang(
    key: str, values: dict[str, str], reasons: list[str]
) -> None:
    programme = stored()
    row = row_of(programme, "causes", key)
    assert row

    with pytest.raises(RefusedError) as refused:
        change_row(row, by=amina(), version=1, values=values)

    assert refused.value.reasons == reasons
    assert plan_of(programme) == plan()


@pytest.mark.parametrize("person", [bento, chipo])
def test_only_who_writes_may_turn_link_or_release_a_cause(person: Callable[[], User]) -> None:
    programme = stored()
    top, result = row_of(programme, "causes", "top"), row_of(programme, "outputs", "u")
    assert isinstance(top, CauseRow)
    assert result

    for act in (
        lambda: turn_cause(top, by=person(), text="x"),
        lambda: link_cause(top, by=person(), result=result),
        lambda: release_cause(top, by=person()),
    ):
        with pytest.raises(PermissionDenied):
            act()

    assert plan_of(programme) == plan()


def test_a_cause_never_points_at_a_result_of_another_programme() -> None:
    programme, other = stored(), stored()
    top, result = row_of(programme, "causes", "top"), row_of(other, "outputs", "u")
    assert isinstance(top, CauseRow)
    assert result

    with pytest.raises(ValueError, match="its own programme"):
        link_cause(top, by=amina(), result=result)

    assert plan_of(programme) == plan()


def test_the_tree_stops_at_its_deepest_level() -> None:
    chain = [Cause(key="c0", title="0")]
    chain += [Cause(key=f"c{n}", title=str(n), under=f"c{n - 1}") for n in range(1, DEEPEST)]
    programme = stored(Plan(title="T", causes=(*chain, Cause(key="x", title="x"))))
    browser = browser_of(amina())

    at = address(programme, "tree", "nodes", "x", "place")
    too_deep = browser.post(at, {"under": chain[-1].key}, follow=True, HTTP_ACCEPT_LANGUAGE="en")
    assert "more than six levels" in too_deep.content.decode()
    assert cause(programme, "x").under == ""

    browser.post(at, {"under": chain[-2].key})
    assert cause(programme, "x").under == chain[-2].key


def test_a_node_moves_with_what_hangs_under_it_and_among_its_neighbours() -> None:
    programme, browser = stored(), browser_of(amina())
    browser.post(address(programme, "tree", "seeds"), {"code": "demand"})
    new = plan_of(programme).causes[-1].key

    browser.post(address(programme, "rows", "causes", new, "move") + "?from=tree", {"offset": "-1"})
    browser.post(address(programme, "tree", "nodes", "mid", "place"), {"under": new})

    shown = read(browser, address(programme, "tree"))
    assert shown.index(f'id="{new}"') < shown.index('id="mid"') < shown.index('id="low"')
    assert shown.index('id="low"') < shown.index('id="top"')


def test_a_removal_warns_of_what_hangs_under_and_takes_it_along() -> None:
    programme, browser = stored(), browser_of(amina())
    at = address(programme, "rows", "causes", "top", "removal") + "?from=tree"

    asked = read(browser, at)
    answer = browser.post(at, {"seen": "1.2"})

    assert "2 rows that belong to it go along." in asked
    assert answer.headers["Location"].startswith(address(programme, "tree"))
    assert [one.key for one in plan_of(programme).causes] == ["eff"]


def test_whatever_a_cause_points_at_may_go_and_the_cause_is_open_again() -> None:
    programme, browser = stored(), browser_of(amina())
    browser.post(address(programme, "tree", "nodes", "low", "result"), {"result": "outputs.u"})
    acted = {"code": "poverty", "strategies": ["own"], "version": "1"}
    browser.post(address(programme, "rows", "causes", "top"), acted)
    assert dict(states_of(plan_of(programme)))["top"] == "acted_on"

    browser.post(address(programme, "rows", "objectives", "o", "removal"))
    browser.post(address(programme, "rows", "choices", "own", "removal"))

    assert (cause(programme, "low").becomes, cause(programme, "top").strategies) == ("", ())
    assert "Nothing answers 3 causes yet" in read(browser, address(programme, "tree"))
    assert read_plan(write_plan(plan_of(programme)).encode(), known())[1] == []


def test_what_nobody_answers_stops_the_submission_and_the_way_leads_to_it() -> None:
    programme, browser = stored(), browser_of(amina())

    silent = read(browser, address(programme, "review"))
    browser.post(address(programme, "tree", "seeds"), {"factor": "vf.child.street"})
    new = plan_of(programme).causes[-1].key
    for key in (new, "low"):
        sent = {"result": "outputs.u"}
        browser.post(address(programme, "tree", "nodes", key, "result"), sent)
    answered = read(browser, address(programme, "review"))

    said = "Factors that are present, or causes, are neither answered by the plan"
    assert said in silent
    assert address(programme, "rows", "causes", "low") in silent
    assert address(programme, "rows", "factors", "f") in silent
    assert said not in answered


def test_strategies_say_which_causes_they_act_on() -> None:
    programme, browser = stored(), browser_of(amina())
    acted = {"title": "Debt (fictional)", "under": "mid", "strategies": ["own"], "version": "1"}

    browser.post(address(programme, "rows", "causes", "low"), acted)

    told = read(browser, address(programme, "strategies")).split("The causes they answer")[1]
    assert told.index("Loans (fictional)") < told.index("Debt (fictional)")


def test_every_listed_cause_is_answered_or_justified_before_a_submission() -> None:
    programme, browser = stored(), browser_of(amina())
    said = "Some are neither analysed nor set aside with a reason."
    assert said in read(browser, address(programme, "review"))

    for code in catalogue().code_list("plan_cause").ids:
        sent = {"code": code, "not_addressed_because": "Another programme does (fictional)"}
        browser.post(address(programme, "rows", "causes", "add"), sent)

    assert said not in read(browser, address(programme, "review"))


def test_a_reviewer_reads_the_tree_and_changes_nothing_and_a_stranger_sees_nothing() -> None:
    programme = stored()
    acts = [
        (("tree", "seeds"), {"code": "demand"}),
        (("tree", "nodes", "top", "result"), {"text": "x"}),
        (("tree", "nodes", "mid", "place"), {"under": ""}),
    ]

    for person, seen, done in ((bento(), 200, 403), (chipo(), 404, 404)):
        browser = browser_of(person)
        assert browser.get(address(programme, "tree")).status_code == seen
        assert browser.get(address(programme, "tree", "nodes", "top")).status_code == seen
        for path, sent in acts:
            assert browser.post(address(programme, *path), sent).status_code == done
    assert plan_of(programme) == plan()
    assert "Turn it into" not in read(
        browser_of(bento()), address(programme, "tree", "nodes", "top")
    )


def test_a_submitted_tree_stays_as_it_is() -> None:
    programme = stored()
    Programme.objects.filter(pk=programme.pk).update(lifecycle="submitted")

    for path, sent in (
        (("tree", "seeds"), {"code": "demand"}),
        (("tree", "nodes", "top", "result"), {"text": "x"}),
        (("tree", "nodes", "top", "result"), {"result": "outputs.u"}),
        (("tree", "nodes", "top", "result"), {"release": "1"}),
        (("tree", "nodes", "mid", "place"), {"under": ""}),
    ):
        answer = browser_of(amina()).post(address(programme, *path), sent, follow=True)
        assert answer.status_code == 200

    assert plan_of(programme) == plan()


def test_a_tree_goes_out_and_in_again_and_an_old_file_is_still_read() -> None:
    told = to_json(plan_of(stored()))
    assert read_plan(json.dumps(told).encode(), known()) == (plan(), [])

    old = {"title": "T", "causes": [{"key": "c", "code": "demand", "analysis": "Seen"}]}
    file = json.dumps({"format": "rempart-programme", "version": 1, "plan": old}).encode()
    read_back, faults = read_plan(file, known())
    assert faults == []
    assert read_back
    assert read_back.causes[0].branch == "cause"


def test_every_fault_of_a_tree_in_a_file_is_told_at_once() -> None:
    deep: list[dict[str, object]] = [
        {"key": f"d{n}", "under": f"d{n - 1}" if n else ""} for n in range(DEEPEST + 1)
    ]
    causes: list[dict[str, object]] = [
        {"key": "a", "under": "b"},
        {"key": "b", "under": "a"},
        {"key": "self", "under": "self"},
        {"key": "lost", "under": "gone"},
        {"key": "eff", "branch": "effect", "under": "lost"},
        {"key": "odd", "branch": "root"},
        {"key": "ref", "becomes": "objectives.gone", "strategies": ["act.99"]},
        *deep,
    ]
    told = {"title": "T", "causes": [{**one, "title": "x"} for one in causes]}
    file = json.dumps({"format": "rempart-programme", "version": 1, "plan": told}).encode()

    found = [(f.path, f.code) for f in read_plan(file, known())[1]]
    assert found == [
        ("causes[5].branch", "unknown_code"),
        ("causes[0].under", "in_a_circle"),
        ("causes[1].under", "in_a_circle"),
        ("causes[2].under", "in_a_circle"),
        ("causes[3].under", "unknown_key"),
        ("causes[4].under", "other_branch"),
        ("causes[13].under", "too_deep"),
        ("causes[6].becomes", "unknown_key"),
        ("causes[6].strategies", "unknown_key"),
    ]


def many(count: int) -> Plan:
    """Return a plan of so many causes, in threes under one another, in words of usual length."""
    causes = tuple(
        Cause(
            key=f"{n:08}-7d1e-4c1b-9f7a-{n * 7919:012}",
            title=f"Cause {n} (fictional): rents rise in quarter {n} while pay stops in month {n % 12}",
            under=f"{n - 1:08}-7d1e-4c1b-9f7a-{(n - 1) * 7919:012}" if n % 3 else "",
            analysis=f"Seen by {n} services on {n * 3} evenings, of {n * 11} asked (fictional).",
            source=f"Study {n} (fictional)",
        )
        for n in range(count)
    )
    return Plan(title="Havre-Neuf (fictional)", causes=causes)


@pytest.mark.parametrize("page", ["tree", "tree?drawn=objectives", "situation", "review"])
def test_a_hundred_causes_are_light_and_ask_no_more_than_three(page: str) -> None:
    browser, asked = browser_of(amina()), {}
    path, _mark, query = page.partition("?")
    for count in (3, 100):
        at = address(stored(many(count)), path) + f"?{query}"
        browser.get(at)
        with CaptureQueriesContext(connection) as queries:
            answer = browser.get(at)
        asked[count] = len(queries)
    weight = len(gzip.compress(answer.content, 9))

    assert asked[3] == asked[100]
    assert weight <= HEAVIEST, f"{page}: {weight / 1024:.1f} KB"
