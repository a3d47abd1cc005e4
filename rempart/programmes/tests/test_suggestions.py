"""What the guide suggests for a plan, and because of what."""

from dataclasses import replace

import pytest

from rempart.guide.catalogue import catalogue
from rempart.guide.rules.lists import CodeList, CodeValue
from rempart.guide.rules.shelf import Catalogue
from rempart.programmes.rules.parts import parts_of
from rempart.programmes.rules.plan import (
    ActionPart,
    Cause,
    Choice,
    FactorMark,
    Need,
    Plan,
    PlannedPlace,
    Stakeholder,
)
from rempart.programmes.rules.suggestions import (
    Because,
    Narrowing,
    Reason,
    chosen_actions,
    invented,
    suggestions,
)

BARE = Plan(title="A fictional programme")


def reasons(plan: Plan, action: int) -> list[Reason]:
    found = {one.action.number: one for one in suggestions(plan, catalogue())}
    return list(found[action].reasons)


def test_a_plan_that_says_nothing_gets_the_whole_catalogue_in_the_guides_order() -> None:
    found = suggestions(BARE, catalogue())
    assert [one.action.number for one in found] == list(range(1, 40))
    assert not any(one.reasons for one in found)


@pytest.mark.parametrize(
    ("said", "action", "reason"),
    [
        (
            {"factors": (FactorMark(key="f", factor="vf.child.street", present="yes"),)},
            28,
            Reason(because=Because.FACTOR, value="vf.child.street"),
        ),
        ({"trafficking_route": "yes"}, 31, Reason(because=Because.ROUTE)),
        ({"cross_border": "yes"}, 31, Reason(because=Because.BORDER)),
        ({"areas": ("area.dem",)}, 22, Reason(because=Because.AREA, value="area.dem")),
    ],
)
def test_what_was_said_becomes_a_reason(
    said: dict[str, object], action: int, reason: Reason
) -> None:
    assert reason in reasons(replace(BARE, **said), action)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("present", ["no", "unknown", ""])
def test_a_factor_that_is_not_said_to_be_present_suggests_nothing(present: str) -> None:
    plan = replace(BARE, factors=(FactorMark(key="f", factor="vf.child.street", present=present),))
    assert reasons(plan, 28) == []


def test_an_unknown_factor_or_cause_suggests_nothing_and_breaks_nothing() -> None:
    plan = replace(
        BARE,
        factors=(FactorMark(key="f", factor="vf.nobody.knows", present="yes"),),
        causes=(Cause(key="c", code="nobody_knows", analysis="Fictional."),),
    )
    assert not any(one.reasons for one in suggestions(plan, catalogue()))


def test_what_more_of_the_situation_speaks_for_comes_first() -> None:
    marks = ("vf.child.street", "vf.env.risky_places", "vf.env.tourism")
    factors = tuple(FactorMark(key=slug, factor=slug, present="yes") for slug in marks)
    found = suggestions(replace(BARE, factors=factors), catalogue())
    assert found[0].action.number == 28
    assert len(found[0].close) == 2


def test_an_ally_is_a_reason_where_figure_1_gives_it_a_part_and_doubt_is_said() -> None:
    ally = Stakeholder(key="s", group="specialised_care", stands=("ally",))
    plan = replace(BARE, stakeholders=(ally,))
    given = catalogue().figure_1.actions_of("specialised_care")
    for one in suggestions(plan, catalogue()):
        cell = given.get(one.action.number)
        expected = cell is not None and set(cell.letters) & {"D", "P"}
        assert bool(one.reasons) == bool(expected)
        if cell and one.reasons:
            row = catalogue().figure_1.row(one.action.number)
            assert one.reasons[0].is_doubtful == row.is_doubtful(cell)


def test_allies_and_areas_alone_are_never_close_reasons() -> None:
    ally = Stakeholder(key="s", group="ngos", stands=("ally",))
    plan = replace(BARE, stakeholders=(ally,), areas=("area.risk", "area.wr"))
    assert not any(one.close for one in suggestions(plan, catalogue()))


def test_a_list_narrows_by_area_level_theme_and_group() -> None:
    guide = catalogue()
    asked = Narrowing(area="wr", level="community", theme="theme.detection")
    kept = [o.action.number for o in suggestions(BARE, guide) if asked.keeps(o.action, guide)]
    assert kept == [26, 27, 28, 29]
    care = Narrowing(theme="theme.detection", group="specialised_care")
    for one in suggestions(BARE, guide):
        given = "specialised_care" in guide.figure_1.roles_of(one.action.number)
        assert care.keeps(one.action, guide) == (given and one.action.theme == "theme.detection")


def test_chosen_refused_and_invented_are_told_apart() -> None:
    plan = replace(
        BARE,
        choices=(
            Choice(key="a", decision="chosen", action="act.18"),
            Choice(key="b", decision="refused", action="act.26", reason="One exists."),
            Choice(key="c", decision="chosen", title="A charter for carriers"),
        ),
    )
    decisions = {o.action.number: o.decision for o in suggestions(plan, catalogue()) if o.decision}
    assert decisions == {18: "chosen", 26: "refused"}
    assert chosen_actions(plan) == (18,)
    assert [choice.title for choice in invented(plan)] == ["A charter for carriers"]


def test_the_teams_own_reading_replaces_figure_1_in_its_cell_only() -> None:
    own = ActionPart(key="p", action="act.18", group="community_groups", parts=("leads",))
    plan = replace(
        BARE, choices=(Choice(key="a", decision="chosen", action="act.18"),), parts=(own,)
    )
    before = {one.group: one for one in parts_of(replace(plan, parts=()), catalogue())[0].groups}
    after = {one.group: one for one in parts_of(plan, catalogue())[0].groups}
    assert after["community_groups"].parts == ("leads",)
    assert after["community_groups"].is_own
    assert not before["community_groups"].is_own
    others = before.keys() - {"community_groups"}
    assert {group: after[group] for group in others} == {group: before[group] for group in others}


def test_an_action_that_nobody_on_the_map_carries_out_is_flagged() -> None:
    choice = Choice(key="own", decision="chosen", title="A charter for carriers")
    plan = replace(BARE, choices=(choice,))
    assert parts_of(plan, catalogue())[0].unassigned(plan)
    led = replace(
        plan,
        stakeholders=(Stakeholder(key="s", group="workers_org", stands=("ally",)),),
        parts=(ActionPart(key="p", action="own", group="workers_org", parts=("leads",)),),
    )
    assert not parts_of(led, catalogue())[0].unassigned(led)


def test_an_opponent_alone_never_carries_out_an_action() -> None:
    plan = replace(
        BARE,
        choices=(Choice(key="own", decision="chosen", title="A charter for carriers"),),
        stakeholders=(Stakeholder(key="s", group="workers_org", stands=("opponent",)),),
        parts=(ActionPart(key="p", action="own", group="workers_org", parts=("leads",)),),
    )
    assert parts_of(plan, catalogue())[0].unassigned(plan)


def with_code(name: str, code: str, actions: str) -> Catalogue:
    value = CodeValue(slug=f"{name}.{code}", label="Fictional", facts={"actions": actions})
    lists = {name: CodeList(slug=name, title="Fictional", values=(value,))}
    return replace(catalogue(), lists={**catalogue().lists, **lists})


@pytest.mark.parametrize(
    ("provision", "answered_by", "suggested"),
    [
        ("none", "", True),
        ("", "", True),
        ("none", "A fictional clinic", True),
        ("planned", "A fictional clinic", False),
        ("works_today", "A fictional clinic", False),
    ],
)
def test_a_need_without_an_answer_suggests_and_names_its_place(
    provision: str, answered_by: str, *, suggested: bool
) -> None:
    place = PlannedPlace(key="p", name="A fictional quarter")
    need = Need(key="n", kind="rest", place="p", provision=provision, answered_by=answered_by)
    plan = replace(BARE, places=(place,), needs=(need,))
    found = {o.action.number: o for o in suggestions(plan, with_code("plan_need", "rest", "30 33"))}
    reason = Reason(because=Because.NEED, value="rest", place="A fictional quarter")
    assert [number for number, one in found.items() if reason in one.reasons] == (
        [30, 33] if suggested else []
    )


def test_a_cause_suggests_once_it_is_analysed_and_not_when_it_is_set_aside() -> None:
    guide = with_code("plan_cause", "tides", "36")
    cause = Cause(key="c", code="tides", analysis="Fictional.")
    aside = Cause(key="c", code="tides", not_addressed_because="Fictional.")
    for one, expected in ((cause, ["tides"]), (aside, [])):
        first = suggestions(replace(BARE, causes=(one,)), guide)[0]
        assert [reason.value for reason in first.reasons] == expected
