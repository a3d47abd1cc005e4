"""The guide's pages, told from the outside: everybody may read them, and they show what bears on what."""

import re
from itertools import pairwise

import pytest
from django.test import Client

from rempart.guide.catalogue import catalogue, place_of, say
from rempart.guide.rules.entries import Area
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.shelves import SHELVES, Shelf

pytestmark = pytest.mark.django_db


def page(address: str, language: str = "en") -> str:
    answer = Client().get(address, headers={"accept-language": language})
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("kind", Kind, ids=str)
def test_every_entry_of_the_guide_has_a_page_with_its_place(kind: Kind) -> None:
    for entry in catalogue().of_kind(kind):
        shown = page(f"/guide/entries/{entry.slug}/", "fr")
        assert f"<h1>{escaped(say(entry, 'title', 'fr'))}</h1>" in shown
        assert kind is Kind.AREA or escaped(place_of(entry, "fr")) in shown


def test_an_entry_that_nobody_wrote_is_not_found() -> None:
    assert Client().get("/guide/entries/act.40/").status_code == 404
    assert Client().get("/guide/shelves/attic/").status_code == 404


@pytest.mark.parametrize("area", catalogue().of(Area), ids=lambda a: a.slug)
def test_a_strategy_shows_its_objective_dos_donts_examples_and_boxes_with_their_places(
    area: Area,
) -> None:
    shown = page(f"/guide/entries/{area.slug}/")

    assert escaped(area.objective) in shown
    chapter = [
        entry
        for kind in (Kind.PRIORITY, Kind.TODO, Kind.NOT_TODO, Kind.EXAMPLE)
        for entry in catalogue().of_kind(kind)
        if area.place.area == entry.place.area
    ]
    chapter += [catalogue().entry(slug) for slug in area.boxes]
    assert len(chapter) > 10
    for entry in chapter:
        assert escaped(entry.title) in shown
        assert escaped(place_of(entry, "en")) in shown


def test_an_action_shows_the_guidance_of_its_strategies_with_its_place() -> None:
    shown = page("/guide/entries/act.18/")

    for slug in ("area.risk", "risk.do.3", "risk.dont.1", "ex.12", "box.08"):
        assert f'href="/guide/entries/{slug}/"' in shown
    assert escaped(catalogue().of(Area)[1].objective) in shown
    assert "Strategy 2, communities at risk, what to avoid 1" in shown


def test_figure_1_is_read_both_ways_and_says_that_its_columns_are_inferred() -> None:
    row = page("/guide/entries/act.18/")
    column = page("/guide/entries/st.ngos/")
    whole = page("/guide/figure-1/")

    assert "B P P D P D" in row
    assert 'href="/guide/entries/act.18/"' in column
    assert whole.count('class="as-printed"') == 39
    for shown in (row, column, whole):
        assert "the columns are our reading" in shown


def test_the_ladder_of_schooling_is_drawn() -> None:
    shown = page("/guide/entries/fig.2/")

    assert shown.count('class="rung"') == 6
    assert shown.count('class="ages"') == 5  # the guide gives no age for preschool


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda s: s.slug)
def test_a_shelf_lists_all_of_its_kinds(shelf: Shelf) -> None:
    shown = page(f"/guide/shelves/{shelf.slug}/")

    for kind in shelf.kinds:
        for entry in catalogue().of_kind(kind):
            assert f'href="/guide/entries/{entry.slug}/"' in shown


def test_a_shelf_is_filtered_by_what_its_entries_are_about() -> None:
    shown = page("/guide/shelves/examples/?area=dem&theme=csr")

    listed = set(re.findall(r"<h3><a href=\"/guide/entries/(ex\.\d+)/", shown))
    assert listed
    assert all("dem" in catalogue().entry(slug).areas for slug in listed)
    assert len(listed) < sum("dem" in e.areas for e in catalogue().of_kind(Kind.EXAMPLE))


def test_each_filter_comes_off_alone_and_an_empty_list_says_which_to_take_off() -> None:
    shown = page("/guide/shelves/examples/?area=rei&theme=csr&group=media")

    assert "0 entries of 32" in shown
    assert 'href="?theme=csr&amp;group=media"' in shown
    assert "Without “Theme: Business responsibility”" in shown
    assert "Without “Strategy:" not in shown  # nothing stands there either


@pytest.mark.parametrize(
    ("address", "headings"),
    [
        ("actions", ["Policy development", "Law enforcement", "Knowledge base"]),
        ("factors", ["Family", "Child", "Setting"]),
        ("care", ["Phases of assistance", "Physical signs", "Psychosocial signs"]),
    ],
)
def test_actions_stand_by_theme_factors_and_signs_by_family(
    address: str, headings: list[str]
) -> None:
    shown = page(f"/guide/shelves/{address}/")

    assert re.findall(r"<h2 id=[^>]*>([^<]*)</h2>", shown)[:3] == headings


def test_words_of_the_field_stand_as_in_a_dictionary() -> None:
    shown = page("/guide/shelves/glossary/", "fr")

    words = re.findall(r"/guide/entries/(term[^/]*)/\">([^<]*)</a></h3>", shown)
    assert words[0][1].startswith("Abus")
    assert [slug for slug, _ in words].index("term.street") > 5


@pytest.mark.parametrize("kind", Kind, ids=str)
def test_headings_skip_no_level(kind: Kind) -> None:
    entry = catalogue().of_kind(kind)[0]
    levels = [int(n) for n in re.findall(r"<h([1-6])", page(f"/guide/entries/{entry.slug}/"))]

    assert levels[0] == 1
    assert all(later - level <= 1 for level, later in pairwise(levels))


def test_an_entry_leads_to_its_like() -> None:
    shown = page("/guide/entries/ex.12/")

    assert 'href="/guide/shelves/examples/?area=risk"' in shown
    assert 'href="/guide/shelves/examples/?theme=' in shown


def test_a_filter_that_means_nothing_hides_nothing() -> None:
    shown = page("/guide/shelves/examples/?area=%00nowhere")

    assert "32 entries of 32" in shown


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&#x27;").replace('"', "&quot;")
