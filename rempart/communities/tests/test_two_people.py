"""Two people change a place at once: the second sees both versions, and nothing is undone unasked."""

import re

import pytest

from rempart.communities.models import Place
from rempart.communities.tests.region import place
from tests.cast import amina, browser_of, dalia
from tests.sending import form_on

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}


def test_the_second_chooses_between_two_versions_of_a_place() -> None:
    his, hers = browser_of(amina()), browser_of(dalia())
    port, quay = place("Port (fictional)"), place("Quay (fictional)")
    change = f"/places/{quay.pk}/change/"
    seen = form_on(hers.get(change))
    moved = {"parent": str(port.pk), "children": "5 000"}
    his.post(change, form_on(his.get(change)) | moved)

    typed = {"name": "Long quay (fictional)", "children": "4 500", "level": ""}
    second = hers.post(change, seen | typed, headers=ENGLISH)

    page = second.content.decode()
    assert second.status_code == 409
    asked = re.findall(r'name="between" value="(\w+)"', page)
    assert asked == ["name", "level", "parent_id", "children"]
    checked = re.findall(r'name="take-(\w+)" value="(\w+)" id="[\w-]+" required checked', page)
    assert checked == [("name", "mine"), ("level", "mine"), ("parent_id", "theirs")]
    for said in ("Port (fictional)", "A town, a district, a village", "4,500", "5,000"):
        assert said in page
    quay.refresh_from_db()
    assert (quay.name, quay.parent) == ("Quay (fictional)", port)
    taken = {"take-name": "mine", "take-level": "theirs", "take-parent_id": "theirs"}
    assert hers.post(change, form_on(second) | taken).status_code == 409
    sent = form_on(second) | taken | {"take-children": "theirs"}
    assert hers.post(change, sent).status_code == 302
    found = Place.objects.get(pk=quay.pk)
    assert (found.name, found.level, found.parent, found.children, found.version) == (
        "Long quay (fictional)",
        "community",
        port,
        5000,
        3,
    )


def test_the_same_change_twice_is_no_conflict() -> None:
    his, hers = browser_of(amina()), browser_of(dalia())
    change = f"/places/{place('Quay (fictional)').pk}/change/"
    seen = form_on(hers.get(change)) | {"children": "5 000"}

    assert his.post(change, seen).status_code == 302
    assert hers.post(change, seen).status_code == 302
