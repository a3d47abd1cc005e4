"""Communication material, told from outside: written, looked at, reviewed by another, marked publishable."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Material, Need, Programme
from rempart.programmes.rules import communication
from rempart.programmes.rules import plan as facts
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
RADIO = {  # what the form sends for a material that nothing stands in the way of
    "title": "Radio spot (fictional)",
    "audiences": ["public"],
    "formats": ["audio"],
    "languages": ["en"],
    "literacy": "low",
    "out_on": "2027-05-01",
    "text": "Every child and every adolescent has rights. Call: someone answers.",
    "help_contacts": "National helpline (fictional)",
    "help_answers": "yes",
    "invites_reports": "no",
    "announces_help": "no",
    "identity_checked": "yes",
    "mentions_children": "yes",
    "mentions_adolescents": "yes",
    "image": "none",
    "story": "none",
    "children_appear": "no",
    "youth_made": "no",
}
PHOTOGRAPH = {
    "image": "real",
    "image_needed_because": "No drawing can show the place (fictional)",
    "dignity_reviewed": "yes",
    "safety_reviewed": "yes",
    "authorisations_needed": "2",
    "authorisations_held": "2",
    "authorisations_held_by": "Legal service",
    "children_appear": "yes",
    "children_informed": "yes",
    "children_agree": "yes",
    "children_consulted": "yes",
}


def quay() -> facts.Plan:
    return facts.Plan(
        title="Quay (fictional)",
        places=(facts.PlannedPlace(key="quay", name="Quay (fictional)", level="community"),),
        needs=(
            facts.Need(
                key="line",
                kind="report_response",
                provision="works_today",
                tested_on=date(2026, 10, 1),
            ),
        ),
    )


def written(**change: object) -> tuple[Material, str]:
    """Return a material that Amina wrote through the form, and the address of its page."""
    programme = store_plan(quay(), by=amina(), organisation=passerelle())
    answer = browser_of(amina()).post(
        f"/programmes/{programme.pk}/rows/materials/add/", RADIO | change, headers=ENGLISH
    )
    assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"] == f"/programmes/{programme.pk}/results/#materials"
    row = Material.objects.get(programme=programme)
    return row, f"/programmes/{programme.pk}/materials/{row.key}/"


def review(address: str, row: Material) -> int:
    row.refresh_from_db()
    return (
        browser_of(bento())
        .post(f"{address}review/", {"version": row.version}, headers=ENGLISH)
        .status_code
    )


def marked(address: str) -> bool:
    """Say whether Amina can mark it publishable."""
    return browser_of(amina()).post(f"{address}publishing/", headers=ENGLISH).status_code == 302


def page(address: str) -> str:
    answer = browser_of(bento()).get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_material_is_marked_publishable_once_someone_else_reviewed_it() -> None:
    row, address = written()

    too_early = browser_of(amina()).post(f"{address}publishing/", headers=ENGLISH)
    by_its_author = browser_of(amina()).post(
        f"{address}review/", {"version": row.version}, headers=ENGLISH
    )
    reviewed = review(address, row)
    twice = review(address, row)
    is_marked = marked(address)

    assert too_early.status_code == 422
    assert "Someone other than its author reviews it as it stands." in too_early.content.decode()
    assert by_its_author.status_code == 422
    assert "for someone else than its author" in by_its_author.content.decode()
    assert (reviewed, twice, is_marked) == (302, 422, True)
    assert "Publishable since" in page(address)
    row.refresh_from_db()
    assert (row.reviewed_by, row.publishable_on is not None) == ("bento", True)


@pytest.mark.parametrize("missing", [
    {"image": ""}, {"story": ""}, {"children_appear": ""}, {"identity_checked": ""},
    PHOTOGRAPH | {"image_needed_because": ""}, PHOTOGRAPH | {"dignity_reviewed": "unknown"},
    PHOTOGRAPH | {"safety_reviewed": "no"}, {"story": "real"},
])  # fmt: skip
def test_no_material_is_publishable_without_the_whole_grid(missing: dict[str, str]) -> None:
    row, address = written(**missing)
    assert review(address, row) == 302

    assert not marked(address)
    row.refresh_from_db()
    assert row.publishable_on is None


@pytest.mark.parametrize("missing", [
    {"authorisations_needed": ""}, {"authorisations_needed": "0"}, {"authorisations_held": "1"},
    {"authorisations_held": ""}, {"authorisations_held_by": ""},
])  # fmt: skip
def test_no_material_with_a_childs_image_is_publishable_without_its_authorisations(
    missing: dict[str, str],
) -> None:
    row, address = written(**PHOTOGRAPH | missing)
    assert review(address, row) == 302

    refused = browser_of(amina()).post(f"{address}publishing/", headers=ENGLISH)

    assert refused.status_code == 422
    assert "how many are needed, how many are held, and by whom" in refused.content.decode()


def test_a_photograph_with_the_whole_grid_is_publishable() -> None:
    row, address = written(**PHOTOGRAPH)

    assert review(address, row) == 302
    assert marked(address)


def test_a_production_of_young_people_declares_consents_its_story_and_girls_and_boys() -> None:
    play = {
        "youth_made": "yes", "children_appear": "yes", "children_informed": "yes",
        "children_agree": "yes", "children_consulted": "yes", "story": "real",
        "story_agreed": "yes", "story_anonymised": "yes", "story_withdrawable": "yes",
        "authorisations_needed": "4", "authorisations_held": "4",
        "authorisations_held_by": "Youth club (fictional)",
    }  # fmt: skip
    row, address = written(**play)
    review(address, row)
    answers: tuple[dict[str, str], ...] = (
        {},
        {"sexes_balanced": "no", "single_sex_offered": "no"},
        {"sexes_balanced": "yes", "single_sex_offered": ""},
    )
    shown = []
    for said in answers:
        row.refresh_from_db()
        browser_of(amina()).post(
            f"/programmes/{row.programme_id}/rows/materials/{row.key}/",
            RADIO | play | said | {"version": row.version},
        )
        review(address, row)
        assert not marked(address)
        shown.append(page(address))

    balanced = "have as many girls as boys, or offer groups of one sex"
    assert [balanced in one for one in shown] == [True, True, False]
    assert ["say whether groups of one sex are offered" in one for one in shown] == [True, False, True]  # fmt: skip
    row.refresh_from_db()
    whole = {"sexes_balanced": "no", "single_sex_offered": "yes", "version": row.version}
    browser_of(amina()).post(
        f"/programmes/{row.programme_id}/rows/materials/{row.key}/", RADIO | play | whole
    )
    assert review(address, row) == 302
    assert marked(address)
    told = page(address)
    assert "A true story" in told
    assert "Can whoever wants it work in a group of one sex?" in told


def test_a_change_asks_for_a_new_review_and_a_reviewer_reads_the_version_she_reviews() -> None:
    row, address = written()
    seen = row.version
    review(address, row)
    marked(address)

    browser_of(dalia()).post(
        f"/programmes/{row.programme_id}/rows/materials/{row.key}/",
        RADIO | {"version": row.version, "title": "Radio spot, second (fictional)"},
    )
    stale = browser_of(bento()).post(f"{address}review/", {"version": seen}, headers=ENGLISH)
    by_who_changed_it = browser_of(dalia()).post(f"{address}review/", {"version": seen + 1})

    row.refresh_from_db()
    assert (row.title, row.reviewed_on, row.publishable_on) == (
        "Radio spot, second (fictional)", None, None,
    )  # fmt: skip
    assert stale.status_code == 422
    assert "changed since you read it" in stale.content.decode()
    assert by_who_changed_it.status_code == 422
    assert review(address, row) == 302


def test_a_mark_is_taken_away_and_a_material_no_longer_in_order_says_so() -> None:
    row, address = written()
    review(address, row)
    marked(address)
    Material.objects.filter(pk=row.pk).update(help_answers="no")

    broken = page(address)
    browser_of(bento()).post(f"{address}withdrawal/")

    assert "Marked publishable, but no longer in order" in broken
    row.refresh_from_db()
    assert (row.publishable_on, row.reviewed_by) == (None, "bento")


def test_nothing_goes_out_before_the_way_to_help_was_tried_and_the_check_names_what_is_missing() -> (
    None
):
    row, address = written(
        invites_reports="yes", announces_help="yes", first_contact_on="2027-01-15"
    )
    need = Need.objects.get(programme=row.programme_id)
    review(address, row)
    need.provision, need.works_from, need.tested_on = "planned", date(2027, 5, 1), date(2027, 6, 1)
    need.save()

    refused = browser_of(amina()).post(f"{address}publishing/", headers=ENGLISH)
    submission = browser_of(amina()).post(f"/programmes/{row.programme_id}/submission/")

    shown = refused.content.decode()
    assert (refused.status_code, submission.status_code) == (422, 422)
    assert f"/rows/needs/{need.key}/" in shown  # the way to help, tried too late
    assert 'id="RULE-013-communication"' in shown
    for kind in ("safe_shelter", "food", "legal_aid", "psychosocial_care", "school_support"):
        Need.objects.create(programme=need.programme, key=kind, kind=kind, provision="works_today")
    need.tested_on = date(2027, 5, 1)
    need.save()
    assert marked(address)


def test_the_review_says_which_material_and_leads_to_the_field_that_mends_it() -> None:
    row, _address = written(help_contacts="", text="Help for street children.")

    shown = page(f"/programmes/{row.programme_id}/review/")

    mend = f'href="/programmes/{row.programme_id}/rows/materials/{row.key}/#row_'
    assert 'id="RULE-055-communication"' in shown
    assert f"{mend}help_contacts" in shown
    assert 'id="RULE-058-communication"' in shown
    assert f"{mend}text" in shown
    assert "Material: Radio spot (fictional)" in shown


def test_a_finding_on_material_is_set_aside_apart_from_the_plans_own() -> None:
    row, address = written(audiences=["men"], messengers=["ngos"])
    reason = {"reason": "Two women dockers carry it, as the men asked (fictional)."}

    browser_of(amina()).post(
        f"/programmes/{row.programme_id}/review/RULE-008-communication/", reason
    )

    shown = page(f"/programmes/{row.programme_id}/review/")
    assert reason["reason"] in shown
    assert f'class="finding finding--aside" id="RULE-008-communication-{row.key}"' in shown
    assert 'id="RULE-008"' not in shown
    assert page(address)


def test_the_page_of_a_material_marks_its_words_and_what_leads_to_a_person() -> None:
    text = "Help for street children. A girl of 13 asked at the Harbour School."
    row, address = written(text=text, identity_checked="")

    shown = page(address)

    assert "<mark>street children</mark>" in shown
    assert "enfants en situation de rue" in shown.casefold()
    assert "a school by its name, the story of one child" in shown
    assert f"#row_{'text'}" in shown
    assert not marked(address)
    assert row.text == text


def test_what_seems_to_lead_to_a_person_is_said_but_a_public_number_is_not() -> None:
    programme = store_plan(quay(), by=amina(), organisation=passerelle())
    add = f"/programmes/{programme.pk}/rows/materials/add/"
    author = browser_of(amina())
    number = {"help_contacts": "Helpline 08 00 00 00 00", "text": "Call 08 00 00 00 00."}

    quiet = author.post(add, RADIO | number, headers=ENGLISH, follow=True)
    warned = author.post(
        add, RADIO | {"text": "Une fillette de 13 ans."}, headers=ENGLISH, follow=True
    )

    assert "A plan speaks of groups" not in quiet.content.decode()
    assert "A plan speaks of groups" in warned.content.decode()
    assert Material.objects.filter(programme=programme).count() == 2


def test_bad_input_keeps_what_was_typed_and_says_every_reason() -> None:
    programme = store_plan(quay(), by=amina(), organisation=passerelle())

    refused = browser_of(amina()).post(
        f"/programmes/{programme.pk}/rows/materials/add/",
        {"text": "Typed words", "authorisations_needed": "two", "out_on": "soon"},
        headers=ENGLISH,
    )

    shown = refused.content.decode()
    assert refused.status_code == 422
    assert "Typed words" in shown
    assert all(
        f'id="row_{name}_error"' in shown for name in ("title", "authorisations_needed", "out_on")
    )
    assert not Material.objects.exists()


def test_material_leaves_with_its_activity_and_stands_in_the_outline() -> None:
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    author = browser_of(amina())
    outline = author.get(f"/programmes/{programme.pk}/document/?section=annexes", headers=ENGLISH)

    author.post(f"/programmes/{programme.pk}/rows/objectives/o0/removal/")

    assert "Annex G. Communication material" in outline.content.decode()
    assert Material.objects.get(programme=programme).activity == ""


def test_what_is_set_aside_of_a_material_is_printed_in_words() -> None:
    card = communication.Material(key="m", title="Card", audiences=("men",), messengers=("media",))
    programme = store_plan(
        replace(quay(), materials=(card,)), by=amina(), organisation=passerelle()
    )
    address = f"/programmes/{programme.pk}"

    answer = browser_of(bento()).post(
        f"{address}/review/RULE-008-communication/", {"reason": "Dockers bring it by word of mouth"}
    )
    outline = browser_of(bento()).get(f"{address}/document/?section=annexes", headers=ENGLISH)

    assert answer.status_code == 302
    assert (
        "Material: Message to men without men to carry it, for “Card” (RULE-008)"
        in outline.content.decode()
    )
    assert "Dockers bring it by word of mouth" in outline.content.decode()


def test_a_file_brings_no_review_along() -> None:
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    exported = browser_of(bento()).get(f"/programmes/{programme.pk}/document/json/").content
    assert b'"publishable_on"' in exported
    plan = replace(quay(), materials=(communication.Material(key="m", title="Poster"),))

    store_plan(plan, by=dalia(), organisation=passerelle())

    own = Material.objects.get(key="m")
    assert own.is_by(dalia())
    assert not own.is_by(bento())


def test_the_pages_ask_the_same_number_of_questions_however_many_materials_there_are() -> None:
    def asked(copies: int) -> int:
        materials = tuple(
            communication.Material(key=f"m{n}", title=f"Poster {n}") for n in range(copies)
        )
        plan = replace(quay(), materials=materials)
        programme = store_plan(plan, by=amina(), organisation=passerelle())
        browser = browser_of(bento())
        with CaptureQueriesContext(connection) as one:
            browser.get(f"/programmes/{programme.pk}/materials/m0/")
            browser.get(f"/programmes/{programme.pk}/results/")
        return len(one)

    assert asked(1) == asked(30)


def test_a_stranger_sees_and_does_nothing() -> None:
    row, address = written()
    stranger = browser_of(chipo())

    assert browser_of(bento()).get(address).status_code == 200
    assert stranger.get(address).status_code == 404
    for act in ("review", "publishing", "withdrawal"):
        assert stranger.post(f"{address}{act}/", {"version": row.version}).status_code == 404
    assert browser_of(bento()).get(f"{address[:-37]}/gone/").status_code == 404
    assert Programme.objects.get().pk == row.programme_id
