"""The lint of the wording told from outside: beside a row while she types, and under the framework."""

import pytest

from rempart.programmes.actions import add_row, start_programme
from rempart.programmes.catalogue import lexicon
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.smart import remarks_of_plan
from rempart.programmes.tests.test_port_city import whole
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}
TWO = "Girls stay in school and their families earn more."


def started() -> Programme:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    values = {"text": TWO, "key": "o1"}
    add_row(programme, by=amina(), kind="objectives", values=values)
    return programme


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def test_remarks_come_while_one_types_with_the_words_and_a_pair_of_examples() -> None:
    programme, browser = started(), browser_of(amina())

    typed = {"text": "Train teachers and/or parents"}
    answer = browser.post(address(programme, "remarks", "objectives"), typed, headers=ENGLISH)

    told = answer.content.decode()
    assert answer.status_code == 200
    assert "<q>and/or</q>" in told
    assert "<q>Train</q>" in told
    assert "Rather not" in told
    assert "By the end of 2028, the teachers of eight schools notice children at risk." in told
    assert plan_of(programme).objectives[0].text == TWO, "nothing is written"


def test_what_is_well_said_draws_no_remark() -> None:
    programme, browser = started(), browser_of(amina())

    typed = {"text": "By the end of 2028, girls and boys stay in school."}
    answer = browser.post(address(programme, "remarks", "objectives"), typed, headers=ENGLISH)

    assert "remark" not in answer.content.decode()


def test_a_figure_typed_badly_does_not_hide_the_remarks_on_the_words() -> None:
    programme, browser = started(), browser_of(amina())

    typed = {"text": "Increase in girls enrolled", "target": "many", "unit": "nonsense"}
    answer = browser.post(address(programme, "remarks", "indicators"), typed, headers=ENGLISH)

    assert "<q>Increase</q>" in answer.content.decode()


def test_a_row_is_saved_as_it_is_and_its_remarks_are_told_without_script() -> None:
    programme, browser = started(), browser_of(amina())
    form = address(programme, "rows", "objectives", "o1")

    page = browser.get(form, headers=FRENCH).content.decode()
    assert "Plus d’une chose à la fois" in page
    saved = browser.post(
        form, {"text": TWO + " Indeed.", "version": "1"}, headers=ENGLISH, follow=True
    )

    assert plan_of(programme).objectives[0].text == TWO + " Indeed."
    told = saved.content.decode()
    assert "Its wording draws 2 remarks" in told
    assert 'id="wording"' in told
    assert "<q>in school and their families</q>" in told


def test_an_indicator_is_held_against_what_the_plan_can_serve() -> None:
    programme, browser = started(), browser_of(amina())
    add_row(programme, by=amina(), kind="beneficiaries",
            values={"name": "Girls", "planned": [{"sex": "female", "age_band": "a12_14", "number": 40}]})  # fmt: skip

    typed = {"text": "Girls served", "about_people": "on", "unit": "number", "target": "41"}
    told = browser.post(address(programme, "remarks", "indicators"), typed, headers=ENGLISH)
    assert "people planned at step 3 40" in told.content.decode()

    within = browser.post(
        address(programme, "remarks", "indicators"), typed | {"target": "40"}, headers=ENGLISH
    )
    assert "people planned" not in within.content.decode()


def test_only_rows_of_the_framework_are_read_and_only_by_who_writes() -> None:
    programme = started()
    where = address(programme, "remarks", "objectives")

    assert browser_of(amina()).post(address(programme, "remarks", "partners")).status_code == 404
    assert browser_of(amina()).post(f"{where}?key=nothing").status_code == 404
    assert browser_of(bento()).post(where, {"text": TWO}).status_code == 403
    assert browser_of(chipo()).post(where, {"text": TWO}).status_code == 404
    assert browser_of(amina()).post(f"{where}?key=o1", {"text": TWO}).status_code == 200


def test_a_reviewer_reads_the_remarks_and_finds_the_rows() -> None:
    told = browser_of(bento()).get(address(started(), "results"), headers=ENGLISH).content.decode()

    assert 'id="wording"' in told
    assert 'href="?at=o1#o1"' in told


def test_many_rows_with_the_same_remark_are_counted_and_the_page_stays_light() -> None:
    programme = started()
    for place in range(30):
        add_row(programme, by=amina(), kind="objectives", values={"text": f"Change {place}"})

    told = browser_of(amina()).get(address(programme, "results"), headers=ENGLISH).content.decode()

    assert "and 11 more rows" in told


def test_the_port_city_draws_no_remark() -> None:
    assert remarks_of_plan(whole(), lexicon("fr")) == ()


def test_a_direction_is_written_read_and_printed() -> None:
    programme, browser = started(), browser_of(amina())
    new = f"{address(programme, 'rows', 'indicators', 'add')}?parent=objectives.o1"
    typed = {
        "text": "Men who find it acceptable",
        "direction": "down",
        "baseline": "46",
        "target": "23",
    }

    browser.post(new, typed | {"baseline_on": "2026-09-30", "target_on": "2028-12-31"})

    (indicator,) = plan_of(programme).indicators()
    assert indicator.direction == "down"
    said = browser.get(
        f"{address(programme, 'document')}?section=immediate_objectives", headers=ENGLISH
    )
    assert "23 (Dec\xa02028), meant to fall" in said.content.decode()


def test_a_baseline_still_to_be_measured_is_printed_with_its_day() -> None:
    programme, browser = started(), browser_of(amina())
    new = f"{address(programme, 'rows', 'indicators', 'add')}?parent=objectives.o1"

    browser.post(new, {"text": "Children in a stable situation", "baseline_on": "2028-03-31"})

    said = browser.get(
        f"{address(programme, 'document')}?section=immediate_objectives", headers=ENGLISH
    )
    assert "to be set by Mar 2028" in said.content.decode()
