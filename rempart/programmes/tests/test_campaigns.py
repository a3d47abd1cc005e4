"""Campaigns, told from outside: planned, cleared once box 7 lets them, measured while they run, closed."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from rempart.programmes.actions import change_step, store_plan
from rempart.programmes.actions.campaigns import clear_campaign
from rempart.programmes.actions.changes import open_change
from rempart.programmes.actions.copying import copy_programme
from rempart.programmes.models import (
    Campaign,
    Citation,
    Material,
    Measure,
    Programme,
    Reach,
    Segment,
)
from rempart.programmes.queries import plan_of
from rempart.programmes.rules import campaigns, communication
from rempart.programmes.rules import plan as facts
from rempart.programmes.rules.campaigns import as_it_went
from rempart.programmes.rules.codes import Step
from rempart.programmes.tests.factories import full_plan, port_city
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
REASON = "The flood closed the quay before anyone could be asked (fictional)."
TALK = communication.Material(
    key="talk",
    title="Talk on the quay (fictional)",
    audiences=("men",),
    messengers=("men",),
    formats=("spoken",),
    languages=("en",),
    literacy="low",
    out_on=date(2027, 5, 1),
    text="Every child and every adolescent has rights.",
    help_contacts="National helpline (fictional)",
    help_answers="yes",
    invites_reports="no",
    announces_help="no",
    identity_checked="yes",
    says_penalties="yes",
    says_rights="yes",
    mentions_children="yes",
    mentions_adolescents="yes",
    image="none",
    story="none",
    children_appear="no",
    youth_made="no",
)
SENT = {  # what the form sends for a campaign that only its material still stops
    "title": "Our quay (fictional)",
    "audiences": ["men"],
    "message": "The law protects every child.",
    "channels": ["workplace"],
    "at_school": "no",
    "on_demand": "no",
    "materials": ["talk"],
    "segments": ["dockers"],
    "starts_on": "2027-05-01",
    "ends_on": "2027-08-01",
    "invites_reports": "no",
    "response": "National helpline (fictional)",
    "response_tried_on": "2026-10-01",
    "wanted_reach": "400",
}
MEASURE = {
    "segment": "dockers", "moment": "before", "subject": "knowledge", "measured_on": "2026-10-01",
    "sample": "220", "share": "31.5", "source": "Survey (fictional)",
}  # fmt: skip


def quay() -> facts.Plan:
    return facts.Plan(
        title="Quay (fictional)",
        materials=(TALK,),
        segments=(campaigns.Segment(key="dockers", name="Dockers (fictional)", audience="men"),),
    )


def written(**change: object) -> tuple[Campaign, str]:
    """Return a campaign that Amina wrote through the form, and the address of its page."""
    programme = store_plan(quay(), by=amina(), organisation=passerelle())
    answer = browser_of(amina()).post(
        f"/programmes/{programme.pk}/rows/campaigns/add/", SENT | change, headers=ENGLISH
    )
    assert answer.status_code == 302, answer.content.decode()
    row = Campaign.objects.get(programme=programme)
    return row, f"/programmes/{programme.pk}/campaigns/{row.key}/"


def pass_box_7(row: Campaign) -> None:
    """Let the reviewer look at its material, and mark it publishable."""
    material = Material.objects.get(programme=row.programme_id)
    address = f"/programmes/{row.programme_id}/materials/{material.key}/"
    bento_s = browser_of(bento())
    assert bento_s.post(f"{address}review/", {"version": material.version}).status_code == 302
    assert bento_s.post(f"{address}publishing/").status_code == 302


def does(address: str, act: str, **said: str) -> tuple[int, str]:
    answer = browser_of(amina()).post(f"{address}{act}/", said, headers=ENGLISH)
    return answer.status_code, answer.content.decode()


def page(address: str) -> str:
    answer = browser_of(bento()).get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return answer.content.decode()


def add(row: Campaign, kind: str, said: dict[str, str]) -> tuple[int, str]:
    answer = browser_of(amina()).post(
        f"/programmes/{row.programme_id}/rows/{kind}/add/?from=campaign-{row.key}",
        said,
        headers=ENGLISH,
    )
    return answer.status_code, answer.content.decode() or answer["Location"]


def test_no_campaign_skips_the_checklist_of_box_7() -> None:
    row, address = written()
    Material.objects.filter(programme=row.programme_id).update(image="", story="")

    status, refused = does(address, "clearing")
    untouched = Campaign.objects.get(pk=row.pk)

    assert (status, untouched.cleared_on) == (422, None)
    for reason in (
        "Say whether a child is to be seen.",
        "Say whether a child’s story is told.",
        "Someone other than its author reviews it as it stands.",
        "It is not marked publishable.",
    ):
        assert reason in refused
    there = f"/programmes/{row.programme_id}/rows/materials/talk/#row_"
    assert f"{there}image" in refused
    assert f"{there}story" in refused
    Material.objects.filter(programme=row.programme_id).update(image="none", story="none")
    pass_box_7(row)
    assert does(address, "clearing")[0] == 302
    assert "by amina on" in page(address)


def test_every_reason_comes_at_once_each_with_where_to_mend_it() -> None:
    nothing: dict[str, object] = {n: [] if isinstance(SENT[n], list) else "" for n in SENT}
    row, address = written(**nothing | {"title": "Quay (fictional)"})

    status, refused = does(address, "clearing")

    assert status == 422
    there = f"/rows/campaigns/{row.key}/?from=campaign-{row.key}#row_"
    assert [name for name in SENT if f"{there}{name}" not in refused] == ["title"]


def test_a_material_that_fails_a_rule_stops_its_campaign_even_after_it_was_cleared() -> None:
    row, address = written()
    pass_box_7(row)
    assert does(address, "clearing")[0] == 302
    Material.objects.filter(programme=row.programme_id).update(image="real")
    add(row, "measures", MEASURE)

    status, refused = does(address, "start")

    assert status == 422
    assert "Cleared, but no longer in order" in refused
    assert "Talk on the quay (fictional)" in refused
    assert Campaign.objects.get(pk=row.pk).started_on is None


def test_nothing_that_invites_reports_is_cleared_before_someone_answers() -> None:
    row, address = written(invites_reports="yes")
    pass_box_7(row)

    status, refused = does(address, "clearing")
    facts_of_need = {"kind": "report_response", "provision": "works_today", "tested_on": "2026-10-01"}  # fmt: skip
    added = browser_of(amina()).post(
        f"/programmes/{row.programme_id}/rows/needs/add/", facts_of_need
    )

    assert status == 422
    assert "nobody answers them yet" in refused
    assert f"/programmes/{row.programme_id}/who/" in refused
    assert added.status_code == 302
    assert does(address, "clearing")[0] == 302


def test_an_answer_tried_on_a_day_to_come_was_not_tried() -> None:
    row, address = written(response_tried_on="2026-10-01")
    pass_box_7(row)
    Campaign.objects.update(response_tried_on=date(2099, 1, 1))  # as a file may say it

    status, refused = does(address, "clearing")

    assert status == 422
    assert "#row_response_tried_on" in refused


def test_the_act_itself_asks_who_may_clear() -> None:
    row, _address = written()
    pass_box_7(row)

    with pytest.raises(PermissionDenied):
        clear_campaign(row, by=chipo(), on=date(2026, 12, 1))

    row.refresh_from_db()
    assert row.cleared_on is None


def test_a_campaign_declares_audience_message_response_and_measured_reach() -> None:
    row, address = written()
    programme = Programme.objects.get(pk=row.programme_id)
    Programme.objects.filter(pk=programme.pk).update(lifecycle="running")
    count = {"campaign": row.key, "audience": "men", "counted_on": "2026-11-02", "number": "120", "source": "Lists (fictional)"}  # fmt: skip

    status, there = add(row, "reached", count)
    again, _there = add(row, "reached", count | {"counted_on": "2026-11-09", "number": "30"})
    changed = browser_of(amina()).post(
        f"/programmes/{programme.pk}/rows/campaigns/{row.key}/", SENT | {"version": row.version}
    )

    assert (status, there, again) == (302, address, 302)
    assert changed.status_code == 422  # the plan itself changes by a change request only
    shown = page(address)
    for told in ("Men and boys as an audience", "The law protects every child.", "National helpline (fictional)", "150 of 400 wanted"):  # fmt: skip
        assert told in shown, told
    Programme.objects.filter(pk=programme.pk).update(lifecycle="closed")
    assert add(row, "reached", count)[0] == 422
    assert Reach.objects.filter(programme=programme).count() == 2


def test_school_and_male_audiences_and_states_are_filtered() -> None:
    row, _address = written()
    school = {"title": "In class (fictional)", "channels": ["school"], "audiences": ["adolescents"]}
    browser_of(amina()).post(f"/programmes/{row.programme_id}/rows/campaigns/add/", SENT | school)
    there = f"/programmes/{row.programme_id}/campaigns/"

    found = {
        query: [name for name in ("Our quay", "In class") if name in page(there + query)]
        for query in (
            "", "?audience=schools", "?audience=men_and_boys", "?audience=adolescents",
            "?state=planned", "?state=closed",
        )
    }  # fmt: skip

    assert found == {
        "": ["Our quay", "In class"],
        "?audience=schools": ["In class"],
        "?audience=men_and_boys": ["Our quay"],
        "?audience=adolescents": ["In class"],
        "?state=planned": ["Our quay", "In class"],
        "?state=closed": [],
    }


def test_a_segment_is_measured_before_and_after_and_its_change_is_said_with_caution() -> None:
    row, address = written()
    add(row, "measures", MEASURE)
    after = {"moment": "after", "sample": "84", "share": "52", "source": "Other survey (fictional)", "measured_on": "2026-11-01"}  # fmt: skip

    half = page(address)
    status, there = add(row, "measures", MEASURE | after)
    shown = page(address)

    assert "Not measured after the campaign yet." in half
    assert (status, there) == (302, address)
    assert "31.5 % of 220 asked" in shown
    assert "52 % of 84 asked" in shown
    assert "20.5 points" in shown
    assert "Fewer than 100 people were asked" in shown
    assert "not measured in the same way" in shown
    assert "not that the campaign moved it" in shown
    assert "30 Oct 2027" in shown  # three months after it ends


def test_without_a_measure_before_it_begins_only_with_a_reason_that_is_kept() -> None:
    row, address = written()
    pass_box_7(row)
    too_early = does(address, "start", reason=REASON)
    does(address, "clearing")

    warned = page(address)
    status, refused = does(address, "start", reason="Flood")
    begun, _there = does(address, "start", reason=REASON)

    assert too_early[0] == 422
    assert "It is not cleared yet." in too_early[1]
    assert "Not measured before the campaign yet" in warned
    assert status == 422
    assert ">Flood</textarea>" in refused
    assert begun == 302
    assert REASON in page(address)
    assert does(address, "withdrawal")[0] == 422
    assert does(address, "closing")[0] == 302
    assert does(address, "clearing")[0] == 422
    assert Campaign.objects.get(pk=row.pk).closed_on == localdate()


def test_a_campaign_that_was_measured_before_begins_without_a_reason_and_a_clearing_is_taken_back() -> (
    None
):
    row, address = written()
    pass_box_7(row)
    add(row, "measures", MEASURE)

    done = [does(address, act)[0] for act in ("clearing", "withdrawal", "clearing", "start")]

    assert done == [302, 302, 302, 302]
    assert does(address, "start")[0] == 422
    found = Campaign.objects.get(pk=row.pk)
    assert (found.unmeasured_because, found.started_on) == ("", localdate())


def test_the_second_measure_is_said_to_be_due() -> None:
    _row, address = written(after_due_on="2026-11-01")

    assert "The second measure is due" in page(address)


@pytest.mark.parametrize("aim", [
    {"on_demand": "yes"}, {"audiences": ["potential_exploiters"], "on_demand": "no"},
])  # fmt: skip
def test_a_campaign_that_aims_at_demand_cites_a_finding(aim: dict[str, object]) -> None:
    row, address = written(**aim)
    pass_box_7(row)

    status, refused = does(address, "clearing")
    Citation.objects.create(
        programme=row.programme, key="c", about=f"campaigns.{row.key}", quoted="Peers decide (fictional)", study="Study (fictional)"
    )  # fmt: skip

    assert status == 422
    assert "cite the finding of a study" in refused
    assert f"/rows/citations/add/?about=campaigns.{row.key}" in refused
    assert does(address, "clearing")[0] == 302
    assert "Peers decide (fictional)" in page(address)


def test_a_change_asks_to_clear_it_again() -> None:
    row, address = written()
    pass_box_7(row)
    does(address, "clearing")

    browser_of(amina()).post(
        f"/programmes/{row.programme_id}/rows/campaigns/{row.key}/?from=campaign-{row.key}",
        SENT | {"version": row.version, "wanted_reach": "500"},
    )

    row.refresh_from_db()
    assert (row.wanted_reach, row.cleared_on, row.cleared_by) == (500, None, "")


@pytest.mark.parametrize(("kind", "said", "faulty"), [
    ("measures", {}, ["segment", "moment", "subject", "measured_on", "sample", "share", "source"]),
    ("measures", MEASURE | {"share": "101", "sample": "0", "measured_on": "2099-01-01"}, ["share", "sample", "measured_on"]),
    ("reached", {"number": "many"}, ["campaign", "audience", "counted_on", "number", "source"]),
    ("campaigns", {"title": "", "starts_on": "2027-05-02", "ends_on": "2027-05-01", "wanted_reach": "-3"}, ["title", "ends_on", "wanted_reach"]),
    ("segments", {"audience": "nobody"}, ["name", "audience"]),
])  # fmt: skip
def test_bad_input_says_every_reason_and_writes_nothing(
    kind: str, said: dict[str, str], faulty: list[str]
) -> None:
    row, _address = written()

    status, refused = add(row, kind, said)

    assert status == 422
    assert [name for name in faulty if f'id="row_{name}_error"' not in refused] == []
    assert not Measure.objects.exists()
    assert not Reach.objects.exists()
    assert (Campaign.objects.count(), Segment.objects.count()) == (1, 1)


def test_what_is_gone_leaves_its_campaign_and_takes_what_was_counted_of_it_along() -> None:
    row, _address = written()
    add(row, "measures", MEASURE)
    browser = browser_of(amina())

    for kind, key in (("materials", "talk"), ("segments", "dockers")):
        browser.post(f"/programmes/{row.programme_id}/rows/{kind}/{key}/removal/")

    row.refresh_from_db()
    assert (row.materials, row.segments, Measure.objects.count()) == ([], [], 0)


def test_what_was_counted_while_it_ran_stays_when_a_change_takes_its_place() -> None:
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())
    Programme.objects.filter(pk=programme.pk).update(lifecycle="running")
    programme.refresh_from_db()
    change = open_change(programme, by=amina(), title="Longer", reason=REASON)
    copy = change.working_copy
    assert copy
    row = Campaign.objects.get(programme=programme, key="cp1")
    count = {"campaign": "cp1", "audience": "men", "counted_on": "2026-11-20", "number": "7", "source": "Lists (fictional)"}  # fmt: skip
    in_copy = browser_of(amina()).post(
        f"/programmes/{copy.pk}/rows/reached/add/", count, headers=ENGLISH
    )
    assert add(row, "reached", count)[0] == 302
    change_step(
        copy, by=amina(), step=Step.FRAME, version=0, values={"agency": "Other (fictional)"}
    )
    browser_of(amina()).post(f"/programmes/{copy.pk}/passages/ask_review/")

    decided = browser_of(bento()).post(
        f"/programmes/{programme.pk}/changes/{change.number}/decision/", {"decision": "approve"}
    )

    assert in_copy.status_code == 422
    assert "working copy of a change request" in in_copy.content.decode()
    assert decided.status_code == 302, decided.content.decode()
    numbers = Reach.objects.filter(programme=programme).values_list("number", flat=True)
    assert set(numbers) == {7, 84}


def test_a_change_of_a_campaign_takes_its_clearing_away_unless_it_has_begun() -> None:
    plan = full_plan()
    stored = plan.campaigns[0]
    cleared = replace(stored, started_on=None, closed_on=None, unmeasured_because="")
    changed = replace(stored, wanted_reach=9)

    assert as_it_went(changed, None).state is campaigns.State.PLANNED
    assert as_it_went(changed, cleared).state is campaigns.State.PLANNED
    assert as_it_went(stored, cleared).state is campaigns.State.CLEARED
    assert as_it_went(changed, stored).state is campaigns.State.CLOSED


def test_a_copy_forgets_what_was_measured_and_cleared() -> None:
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())

    copy = plan_of(copy_programme(programme, by=amina(), title="Another quay (fictional)"))

    assert (copy.measures, copy.reached) == ((), ())
    (first, *_others) = copy.campaigns
    assert (first.state, first.cleared_by, first.wanted_reach) == ("planned", "", 500)


def test_the_outline_carries_the_campaigns_in_an_annex() -> None:
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())

    outline = page(f"/programmes/{programme.pk}/document/?section=annexes")

    assert "Annex H. Campaigns" in outline
    assert "120 of 500 wanted" in outline
    assert "31.5 % of 200 asked" in outline


def test_nothing_begins_without_being_cleared() -> None:
    row, _address = written()

    with pytest.raises(IntegrityError), transaction.atomic():
        Campaign.objects.filter(pk=row.pk).update(started_on=date(2026, 11, 1))


def test_the_pages_ask_the_same_number_of_questions_however_many_campaigns_there_are() -> None:
    def asked(copies: int) -> int:
        many = tuple(campaigns.Campaign(key=f"c{n}", title=f"Quay {n}") for n in range(copies))
        plan = replace(quay(), campaigns=many)
        programme = store_plan(plan, by=amina(), organisation=passerelle())
        browser = browser_of(bento())
        with CaptureQueriesContext(connection) as one:
            browser.get(f"/programmes/{programme.pk}/campaigns/")
            browser.get(f"/programmes/{programme.pk}/campaigns/c0/")
        return len(one)

    assert asked(1) == asked(30)


def test_a_stranger_sees_and_does_nothing() -> None:
    row, address = written()
    stranger = browser_of(chipo())

    assert page(address)
    assert stranger.get(address).status_code == 404
    assert stranger.get(f"/programmes/{row.programme_id}/campaigns/").status_code == 404
    for act in ("clearing", "start", "closing", "withdrawal"):
        assert stranger.post(f"{address}{act}/").status_code == 404
    assert browser_of(dalia()).get(f"/programmes/{row.programme_id}/campaigns/none/").status_code == 404  # fmt: skip
