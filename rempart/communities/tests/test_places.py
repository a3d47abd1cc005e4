import pytest
from django.core.exceptions import PermissionDenied

from rempart.communities.actions import add_place
from rempart.communities.queries import places_for
from tests.cast import amina, bento, chipo, passerelle

pytestmark = pytest.mark.django_db


def test_a_designer_adds_a_place_once_and_a_stranger_does_not_see_it() -> None:
    first, again = (
        add_place(passerelle(), by=amina(), name="Havre-Neuf", level="community") for _ in range(2)
    )

    assert first == again
    assert list(places_for(bento())) == [first]
    assert not places_for(chipo()).exists()


def test_neither_a_reviewer_nor_a_stranger_adds_a_place() -> None:
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            add_place(passerelle(), by=person, name="Havre-Neuf")
