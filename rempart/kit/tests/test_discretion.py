import pytest

from rempart.kit.discretion import seem_to_name_someone


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
