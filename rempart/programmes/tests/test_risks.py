"""The register of risks told from outside: weighed in words, gravest first, drawn, printed, carried."""

import json
import re

import pytest

from rempart.programmes.actions import add_row, remove_row, start_programme
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan, write_plan
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.risks import Gravity, Risk, gravest_first
from rempart.programmes.tests.test_port_city import whole
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}


def started() -> Programme:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    objective = add_row(
        programme,
        by=amina(),
        kind="objectives",
        values={"text": "Children learn", "key": "o1", "assumption": "The school stays open"},
    )
    add_row(
        programme, by=amina(), kind="outputs", parent=objective,
        values={"text": "A class", "key": "u1", "assumption": "The teacher stays"},
    )  # fmt: skip
    return programme


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def page(programme: Programme, headers: dict[str, str] = ENGLISH) -> str:
    browser = browser_of(amina())
    answer = browser.get(address(programme, "results"), headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def write(programme: Programme, **typed: str) -> None:
    new = address(programme, "rows", "register", "add")
    assert browser_of(amina()).post(new, typed).status_code == 302


def test_a_risk_is_weighed_in_words_and_the_gravest_comes_first() -> None:
    programme = started()
    write(programme, text="Rain", likelihood="2", effect="2")
    write(programme, text="Nobody knows yet")
    write(programme, text="Reprisals", likelihood="4", effect="5", owner="Shelter",
          mitigation="A safety plan", trigger="A threat")  # fmt: skip

    told = page(programme)

    order = [told.index(text) for text in ("Reprisals", "Rain", "Nobody knows yet")]
    assert order == sorted(order)
    grave = told[told.index("Reprisals") : told.index("Rain")]
    for words in ("Grave: act before it happens", "Likelihood · Likely", "Effect · Extreme"):
        assert words in grave
    assert "A safety plan" in grave
    assert "Not weighed yet" in told[told.index("Nobody knows yet") :]
    assert "20" not in re.sub(r"<[^>]*>", "", grave), "no score is shown"


def test_the_grid_holds_each_weighed_risk_once_in_its_cell() -> None:
    programme = started()
    write(programme, text="Reprisals", likelihood="4", effect="5")
    write(programme, text="Nobody knows yet")

    told = page(programme)
    table = told[told.index('<table class="risk-grid">') :]
    table = table[: table.index("</table>")]
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", table)

    assert [name for name, _cells in rows] == [
        "Almost certain", "Likely", "Possible", "Unlikely", "Very unlikely",
    ]  # fmt: skip
    cells = {name: re.findall(r"<td[^>]*>(.*?)</td>", cells) for name, cells in rows}
    assert ["R1" in cell for cell in cells["Likely"]] == [False, False, False, False, True]
    assert table.count("R1") == 1
    assert "R2" not in table


@pytest.mark.parametrize("typed", [{"likelihood": "6"}, {"effect": "0"}, {"text": ""}])
def test_a_risk_typed_badly_is_not_written_and_its_words_stay(typed: dict[str, str]) -> None:
    programme = started()
    new = address(programme, "rows", "register", "add")

    answer = browser_of(amina()).post(new, {"text": "Reprisals", "owner": "Shelter"} | typed)

    assert answer.status_code == 422
    assert 'value="Shelter"' in answer.content.decode()
    assert plan_of(programme).register == ()


def test_an_assumption_becomes_a_risk_with_one_click_and_only_once() -> None:
    programme, browser = started(), browser_of(amina())
    assert "2 assumptions that are no risks yet" in page(programme)

    first = browser.post(address(programme, "results", "outputs", "u1", "risk"), headers=ENGLISH)
    second = browser.post(address(programme, "results", "outputs", "u1", "risk"), headers=ENGLISH)

    (risk,) = plan_of(programme).register
    assert risk.text == "This does not hold: The teacher stays"
    assert risk.assumption_of == "outputs.u1"
    form = address(programme, "rows", "register", risk.key)
    assert first.headers["Location"] == second.headers["Location"] == form
    assert "1 assumption that is no risk yet" in page(programme)
    more = browser.get(address(programme, "results", "outputs", "u1"), headers=ENGLISH)
    assert "Make a risk of it" in more.content.decode()


def test_an_assumption_that_is_likely_to_fail_and_severe_is_a_killer_assumption() -> None:
    programme, browser = started(), browser_of(amina())
    browser.post(address(programme, "results", "outputs", "u1", "risk"))
    (risk,) = plan_of(programme).register
    form = address(programme, "rows", "register", risk.key)
    weighed = {"text": risk.text, "version": "1", "assumption_of": "outputs.u1", "likelihood": "4"}

    browser.post(form, weighed | {"effect": "3"})
    assert "Killer assumption" not in page(programme)
    browser.post(form, weighed | {"version": "2", "effect": "4"})

    assert "Killer assumption" in page(programme)
    assert "Hypothèse fatale" in page(programme, FRENCH)
    assert "Assumption of 1.1" in page(programme)
    said = browser.get(f"{address(programme, 'document')}?section=risks", headers=ENGLISH)
    assert "The teacher stays (killer assumption)" in said.content.decode()


def test_a_risk_stands_by_itself_once_the_row_it_came_from_is_gone() -> None:
    programme, browser = started(), browser_of(amina())
    browser.post(address(programme, "results", "outputs", "u1", "risk"))
    browser.post(address(programme, "results", "objectives", "o1", "risk"))
    objective = row_of(programme, "objectives", "o1")
    assert objective

    remove_row(objective, by=amina())

    assert [risk.assumption_of for risk in plan_of(programme).register] == ["", ""]
    assert read_plan(write_plan(plan_of(programme)).encode(), known())[1] == []


def test_a_risk_whose_row_lost_its_assumption_can_still_be_saved() -> None:
    programme, browser = started(), browser_of(amina())
    browser.post(address(programme, "results", "outputs", "u1", "risk"))
    (risk,) = plan_of(programme).register
    browser.post(
        address(programme, "rows", "outputs", "u1"),
        {"text": "A class", "assumption": "", "version": "1"},
    )

    form = address(programme, "rows", "register", risk.key)
    assert (
        "An assumption that was taken away" in browser.get(form, headers=ENGLISH).content.decode()
    )
    kept = {"text": "It fails", "version": "1", "assumption_of": "outputs.u1"}
    assert browser.post(form, kept).status_code == 302
    assert plan_of(programme).register[0].text == "It fails"


def test_a_row_without_an_assumption_makes_no_risk_and_strangers_find_nothing() -> None:
    programme = started()
    add_row(programme, by=amina(), kind="objectives", values={"text": "Other", "key": "o2"})
    where = address(programme, "results", "outputs", "u1", "risk")

    none = address(programme, "results", "objectives", "o2", "risk")
    assert browser_of(amina()).post(none).status_code == 404
    assert browser_of(amina()).post(where.replace("outputs", "objectives")).status_code == 404
    assert browser_of(bento()).post(where).status_code == 403
    assert browser_of(chipo()).post(where).status_code == 404
    assert plan_of(programme).register == ()
    assert browser_of(amina()).post(where).status_code == 302


def test_a_submitted_programme_takes_no_new_risk() -> None:
    programme = started()
    Programme.objects.filter(pk=programme.pk).update(lifecycle="submitted")

    answer = browser_of(amina()).post(address(programme, "results", "outputs", "u1", "risk"))

    assert answer.headers["Location"] == address(programme, "results")
    assert plan_of(programme).register == ()


def test_a_file_from_before_the_register_still_imports_with_its_text() -> None:
    told = {"format": "rempart-programme", "version": 1, "plan": {"title": "T", "risks": "Storm"}}

    plan, faults = read_plan(json.dumps(told).encode(), known())

    assert (faults, plan) == ([], Plan(title="T", risks="Storm"))


@pytest.mark.parametrize(
    ("wrong", "path", "code"),
    [
        ({"likelihood": 6}, "register[0].likelihood", "unknown_code"),
        ({"effect": 0}, "register[0].effect", "unknown_code"),
        ({"effect": "grave"}, "register[0].effect", "wrong_type"),
        ({"assumption_of": "outputs.nothing"}, "register[0].assumption_of", "unknown_key"),
    ],
)
def test_a_file_with_a_wrong_risk_is_told_where(
    wrong: dict[str, object], path: str, code: str
) -> None:
    risk = {"key": "r1", "text": "Reprisals"} | wrong
    told = {"format": "rempart-programme", "version": 1, "plan": {"title": "T", "register": [risk]}}

    plan, faults = read_plan(json.dumps(told).encode(), known())

    assert plan is None
    assert [(fault.path, fault.code) for fault in faults] == [(path, code)]


@pytest.mark.parametrize(
    ("likelihood", "effect", "gravity"),
    [
        (5, 5, Gravity.GRAVE), (3, 5, Gravity.GRAVE), (5, 3, Gravity.GRAVE), (4, 4, Gravity.GRAVE),
        (1, 5, Gravity.SERIOUS), (4, 2, Gravity.SERIOUS), (3, 4, Gravity.SERIOUS),
        (2, 3, Gravity.MINOR), (5, 1, Gravity.MINOR), (1, 1, Gravity.MINOR),
        (None, 5, Gravity.UNKNOWN), (5, None, Gravity.UNKNOWN),
    ],
)  # fmt: skip
def test_what_two_degrees_make_together(
    likelihood: int | None, effect: int | None, gravity: Gravity
) -> None:
    assert Risk(key="r", text="t", likelihood=likelihood, effect=effect).gravity is gravity


def test_of_two_risks_as_grave_the_worse_effect_comes_first() -> None:
    told = [
        Risk(key="a", text="", likelihood=5, effect=4),
        Risk(key="b", text="", likelihood=4, effect=5),
    ]

    assert [one.risk.key for one in gravest_first(told)] == ["b", "a"]


def test_the_port_city_knows_its_risks() -> None:
    register = whole().register

    assert len(register) >= 5
    assert all(r.owner and r.mitigation and r.trigger for r in register)
    assert [r.key for r in register if r.kills]
