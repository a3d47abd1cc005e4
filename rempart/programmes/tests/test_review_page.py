"""The review, what is set aside and the submission, told from outside."""

from dataclasses import replace

import pytest
from django.conf import settings

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme, SetAside
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.plan import Partner, Plan
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
REASON = "The ministry answers in both districts since March; agreement in annex 2 (fictional)."


def port_city() -> Plan:
    file = settings.CONTENT_FOLDERS[0] / "programmes" / "port-city.json"
    plan, faults = read_plan(file.read_bytes(), known())
    assert plan is not None, faults
    return plan


def stored(plan: Plan) -> tuple[Programme, str]:
    programme = store_plan(plan, by=amina(), organisation=passerelle())
    return programme, f"/programmes/{programme.pk}/"


def page(address: str) -> str:
    answer = browser_of(bento()).get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return answer.content.decode()


def without_children_and_baseline() -> Plan:
    """Return a plan with errors to mend: nobody asks the children, nothing was measured before."""
    plan = port_city()
    objectives = tuple(
        replace(o, outputs=tuple(
            replace(p, activities=tuple(replace(a, children_take_part=()) for a in p.activities))
            for p in o.outputs
        ))
        for o in plan.objectives
    )  # fmt: skip
    return replace(plan, objectives=objectives, baseline="", child_inputs=())


def test_each_finding_says_what_is_wrong_why_and_leads_to_the_place_to_mend() -> None:
    programme, address = stored(without_children_and_baseline())

    shown = page(f"{address}review/")

    assert 'id="RULE-007"' in shown
    assert 'id="RULE-038"' in shown
    assert 'href="/guide/entries/nat.dont.3/"' in shown
    assert 'href="/programmes/rules/RULE-007/"' in shown
    assert f'href="/programmes/{programme.pk}/frame/#id_baseline"' in shown


def test_a_partner_without_a_class_stops_the_submission_and_the_way_leads_to_it() -> None:
    plan = port_city()
    nobody = Partner(key="unclassed", name="Radio Lagune (fictional)", group="media")
    programme, address = stored(replace(plan, partners=(*plan.partners, nobody)))

    refused = browser_of(amina()).post(f"{address}submission/", headers=ENGLISH)

    shown = refused.content.decode()
    assert refused.status_code == 422
    assert f'href="/programmes/{programme.pk}/rows/partners/unclassed/"' in shown
    assert "Radio Lagune (fictional)" in shown
    programme.refresh_from_db()
    assert programme.is_draft


def test_a_blocked_plan_is_saved_and_printed_as_a_draft_and_its_block_is_never_set_aside() -> None:
    plan = port_city()
    nobody = Partner(key="unclassed", name="Radio Lagune (fictional)", group="media")
    _programme, address = stored(replace(plan, partners=(*plan.partners, nobody)))
    browser = browser_of(amina())

    tried = browser.post(f"{address}review/RULE-034/", {"reason": REASON})

    assert tried.status_code == 422
    assert not SetAside.objects.filter(rule="RULE-034").exists()
    assert f'action="{address}review/RULE-034/"' not in page(f"{address}review/")
    assert browser.get(f"{address}document/pdf/").content.startswith(b"%PDF")


def test_an_error_is_set_aside_with_a_reason_that_is_shown_and_can_be_taken_up_again() -> None:
    _programme, address = stored(without_children_and_baseline())
    reviewer = browser_of(bento())

    too_short = reviewer.post(f"{address}review/RULE-007/", {"reason": "no"}, headers=ENGLISH)
    reviewer.post(f"{address}review/RULE-007/", {"reason": REASON})
    aside = page(f"{address}review/")
    reviewer.post(f"{address}review/RULE-007/taking-up/")
    again = page(f"{address}review/")

    assert too_short.status_code == 422
    assert ">no</textarea>" in too_short.content.decode()
    assert REASON in aside
    assert f'action="{address}review/RULE-007/taking-up/"' in aside
    assert REASON not in again


def test_setting_aside_what_is_open_lets_the_submission_through_and_reopening_gives_it_back() -> (
    None
):
    programme, address = stored(without_children_and_baseline())
    browser = browser_of(amina())

    refused = browser.post(f"{address}submission/")
    for rule in offered(address):
        browser_of(bento()).post(f"{address}review/{rule}/", {"reason": REASON})
    too_early = browser.post(f"{address}submission/")
    browser.post(f"{address}passages/ask_review/")
    browser_of(bento()).post(f"{address}passages/pass/")
    submitted = browser.post(f"{address}submission/")
    programme.refresh_from_db()
    was_submitted = programme.lifecycle
    browser.post(f"{address}reopening/")
    programme.refresh_from_db()

    assert (refused.status_code, too_early.status_code) == (422, 422)
    assert (submitted.status_code, was_submitted) == (302, "submitted")
    assert programme.is_draft


def offered(address: str) -> list[str]:
    """Return the rules whose findings the page offers to set aside."""
    shown = page(f"{address}review/")
    return [part.split("/")[0] for part in shown.split(f'action="{address}review/')[1:]]


def test_an_error_is_set_aside_by_someone_else_than_its_author_and_the_page_says_who() -> None:
    programme, address = stored(without_children_and_baseline())
    author, warning = browser_of(amina()), "RULE-024"

    shown = author.get(f"{address}review/", headers=ENGLISH).content.decode()
    refused = author.post(f"{address}review/RULE-007/", {"reason": REASON}, headers=ENGLISH)
    author.post(f"{address}review/{warning}/", {"reason": REASON})

    assert "someone else decides whether this point is kept" in shown
    assert f'action="{address}review/RULE-007/"' not in shown
    assert refused.status_code == 422
    assert "neither began it nor changed it last" in refused.content.decode()
    set_aside = SetAside.objects.filter(programme=programme, by="amina")
    assert [one.rule for one in set_aside] == [warning]


def test_who_changed_the_plan_last_does_not_set_its_errors_aside_either() -> None:
    programme, address = stored(without_children_and_baseline())
    administrator = browser_of(dalia())
    before = administrator.post(f"{address}review/RULE-038/", {"reason": REASON})
    administrator.post(
        f"{address}results/",
        {"version": programme.step_versions.get("results", 0), "risks": "Storm"},
    )
    after = administrator.post(f"{address}review/RULE-007/", {"reason": REASON})
    by_another = browser_of(bento()).post(f"{address}review/RULE-007/", {"reason": REASON})

    assert [before.status_code, after.status_code, by_another.status_code] == [302, 422, 302]
    aside = {one.rule: one.by for one in SetAside.objects.filter(programme=programme)}
    assert (aside["RULE-038"], aside["RULE-007"]) == ("dalia", "bento")


def test_a_file_does_not_bring_along_an_error_set_aside_elsewhere() -> None:
    file = settings.CONTENT_FOLDERS[0] / "programmes" / "port-city.json"
    with file.open("rb") as opened:
        answer = browser_of(amina()).post(
            "/programmes/import/", {"file": opened}, headers=ENGLISH, follow=True
        )

    address = answer.redirect_chain[-1][0]
    assert "is open again" in answer.content.decode()
    assert not SetAside.objects.filter(rule="RULE-015").exists()
    assert 'class="finding finding--error" id="RULE-015"' in page(f"{address}review/")


def test_a_fact_that_is_missing_is_said_to_be_missing() -> None:
    plan = replace(port_city(), political_instability="", trafficking_route="", cross_border="")
    _programme, address = stored(plan)

    shown = page(f"{address}review/")

    assert "Cannot tell yet" in shown
    assert 'id="d-unknown"' in shown


def test_the_rail_and_the_desk_say_how_much_is_to_mend() -> None:
    _programme, address = stored(without_children_and_baseline())

    assert 'class="todo-count todo-count--grave"' in page(f"{address}frame/")
    desk = page("/programmes/desk/")
    assert "error" in desk
    assert "Pick up where you left off" in desk


def test_a_stranger_sees_and_changes_nothing() -> None:
    _programme, address = stored(without_children_and_baseline())
    stranger = browser_of(chipo())

    assert stranger.get(f"{address}review/").status_code == 404
    assert stranger.post(f"{address}review/RULE-007/", {"reason": REASON}).status_code == 404
    assert stranger.post(f"{address}submission/").status_code == 404
    assert "Port-Amarin" not in stranger.get("/programmes/desk/").content.decode()
    assert not SetAside.objects.filter(rule="RULE-007").exists()
