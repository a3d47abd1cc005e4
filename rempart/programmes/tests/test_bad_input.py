"""What no one should type, and what becomes of it: told from outside, without script."""

import pytest
from django.test import Client

from rempart.programmes.actions import add_row, start_programme
from rempart.programmes.models import Choice, Draft, Programme
from rempart.programmes.queries import plan_of
from tests.cast import amina, browser_of, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"Accept-Language": "en"}


def started() -> tuple[Programme, Client]:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    return programme, browser_of(amina())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def test_a_number_of_thousands_of_digits_is_told_beside_its_cell() -> None:
    programme, browser = started()

    answer = browser.post(
        address(programme, "situation"), {"concerned-female-a12_14": "9" * 5000}, headers=ENGLISH
    )

    assert answer.status_code == 422
    assert "give a whole number" in answer.content.decode()


@pytest.mark.parametrize("title", ["a\x0bb", "a\x1bb", "a\ufffeb"])
def test_a_character_that_no_document_carries_is_refused_where_it_was_typed(title: str) -> None:
    programme, browser = started()

    answer = browser.post(address(programme, "frame"), {"title": title}, headers=ENGLISH)

    assert answer.status_code == 422
    assert "control character" in answer.content.decode()


def test_a_title_of_which_nothing_can_be_seen_is_no_title() -> None:
    programme, browser = started()

    answer = browser.post(address(programme, "frame"), {"title": "\u200b\u200f"})

    assert answer.status_code == 422


def test_a_long_text_is_told_and_never_cut_by_the_browser() -> None:
    programme, browser = started()
    frame = address(programme, "frame")

    answer = browser.post(frame, {"title": "Havre-Neuf", "baseline": "é" * 4001}, headers=ENGLISH)

    assert answer.status_code == 422
    assert "é" * 4001 in answer.content.decode()
    assert "maxlength" not in browser.get(frame).content.decode()


@pytest.mark.parametrize("reason", ["x" * 2001, "a\0b"], ids=["too long", "null"])
def test_a_reason_that_cannot_be_kept_is_refused_on_its_card(reason: str) -> None:
    programme, browser = started()
    decision = {"decision": "refused", "reason": reason}

    answer = browser.post(address(programme, "strategies", "act.18"), decision)

    assert answer.status_code == 422
    assert not Choice.objects.exists()


def test_an_unknown_decision_changes_nothing() -> None:
    programme, browser = started()
    card = address(programme, "strategies", "act.18")
    browser.post(card, {"decision": "chosen"})

    assert browser.post(card, {"decision": "perhaps"}).status_code == 422
    assert [one.decision for one in plan_of(programme).choices] == ["chosen"]


def test_a_null_character_in_an_address_or_in_typing_is_no_fault_of_the_server() -> None:
    programme, browser = started()
    add = address(programme, "rows", "outputs", "add")

    assert browser.get(address(programme, "rows", "outputs", "%00")).status_code == 404
    assert browser.get(f"{add}?parent=objectives.%00").status_code == 404
    factor = address(programme, "rows", "factors", "add") + "?factor=%00"
    assert browser.get(factor).status_code == 200
    kept = browser.post(address(programme, "draft"), {"what": "frame", "agency": "a\0b"})
    assert kept.status_code == 200
    assert Draft.objects.get().typed["agency"] == ["a\ufffdb"]
    assert browser.post(address(programme, "draft"), {"what": "fr\0me"}).status_code == 400


def test_typing_under_a_row_can_be_dropped_and_the_form_is_there_again() -> None:
    programme, browser = started()
    values = {"text": "Change", "key": "o1"}
    add_row(programme, by=amina(), kind="objectives", values=values)
    form = address(programme, "rows", "outputs", "add") + "?parent=objectives.o1"
    browser.post(address(programme, "draft"), {"what": "outputs/add", "text": "Half"})

    told = browser.get(form).content.decode()
    assert f'name="back" value="{form}"' in told
    assert f"{form}&amp;draft=taken" in told
    answer = browser.post(
        address(programme, "draft"), {"what": "outputs/add", "drop": "1", "back": form}
    )
    assert browser.get(answer.headers["Location"]).status_code == 200


def test_a_faulty_cell_is_marked_among_its_neighbours() -> None:
    programme, browser = started()

    told = browser.post(
        address(programme, "situation"), {"concerned-female-a12_14": "forty"}
    ).content.decode()

    assert told.count('aria-invalid="true"') == 1
