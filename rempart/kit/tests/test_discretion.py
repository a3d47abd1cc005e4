import pytest

from rempart.kit.discretion import seem_to_name_someone, seems_too_precise


@pytest.mark.parametrize(
    "text",
    [
        "Ask at +225 07 00 00 00 00.",
        "Tél. 07.00.00.00.00",
        "write to someone@example.org",
        "A girl named Invented told us",
        "Une fille prénommée Inventée",
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
        "The committee named in the protocol meets @ noon.",
    ],
)
def test_figures_dates_and_groups_are_let_be(text: str) -> None:
    assert not seem_to_name_someone([text])


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
