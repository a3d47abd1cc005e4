import pytest

from rempart.kit.discretion import (
    seem_to_name_someone,
    seems_too_precise,
    signs_of_a_person,
)


@pytest.mark.parametrize(
    "text",
    [
        "Ask at +225 07 00 00 00 00.",
        "Tél. 07.00.00.00.00",
        "write to someone@example.org",
        "A girl named Invented told us",
        "Une fille prénommée Inventée",
        "Une fillette de 13 ans a quitté le village.",
        "A 13-year-old left the village.",
        "Inventée, 13 ans, a quitté le village.",
        "Elle vit au 12 bis, rue du Port (fictif).",
        "She lives at 12 Invented Harbour Road.",
    ],
)
def test_a_contact_or_a_name_is_noticed(text: str) -> None:
    assert seem_to_name_someone(["Fine.", text])


@pytest.mark.parametrize(
    "text",
    [
        "From 2027-01-01 to 2028-12-31, 612 households.",
        "A budget of 240 000 000 EUR; 0.55 of it for schools.",
        "Girls and boys aged 12–17 who left school.",
        "Depuis 15 ans, le collège Invente travaille sur cette route; article 34, 2 rues plus loin.",
        "Les filles de 13 ans et plus, environ 12 ans d’école.",
        "The committee named in the protocol meets @ noon.",
    ],
)
def test_figures_dates_and_groups_are_let_be(text: str) -> None:
    assert not seem_to_name_someone([text])


def test_a_school_is_pointed_out_where_a_text_is_to_be_published() -> None:
    told = "Élève du collège Saint-Invente, elle a appelé le 08 00 00 00 00."

    assert signs_of_a_person(told) == ("contact", "school")
    assert signs_of_a_person(told, but="Ligne nationale : 08 00 00 00 00") == ("school",)
    assert signs_of_a_person("Invented Harbour Primary School") == ("school",)
    assert signs_of_a_person("Every school of the district, and its board.") == ()


@pytest.mark.parametrize(
    "name",
    [
        "12 rue des Lilas",
        "Maison Blanche",
        "Bar de l’Escale",
        "Famille Untel",
        "Mrs Invented",
        "-1.94321",
        "Street 4",
    ],
)
def test_an_address_or_a_home_is_no_place(name: str) -> None:
    assert seems_too_precise(name)


@pytest.mark.parametrize(
    "name", ["Havre-Neuf", "District 4", "Port-Amarin – quartier du Vieux-Bassin", "Bardenas"]
)
def test_a_district_is_a_place(name: str) -> None:
    assert not seems_too_precise(name)
