"""In a pseudo-language, every word that somebody forgot to mark stands out."""

from pathlib import Path
from types import ModuleType

import pytest
from django.test import override_settings

from tests.pages import ROOMS, pages_of
from tests.pseudo import CODE, Known, content, pseudo, typed, unmarked, write_language

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_no_page_shows_a_word_that_cannot_be_translated(room: ModuleType, tmp_path: Path) -> None:
    write_language(tmp_path)
    with override_settings(
        LANGUAGES=[(CODE, "⟦Pseudo⟧"), ("en", "⟦English⟧")], LOCALE_PATHS=[tmp_path]
    ):
        pages = pages_of(room, accept_language=CODE)
    known = Known([*content(), *typed(), *getattr(room, "INVENTED", ())])
    found = [f"{place.address}: {said}" for place, text in pages for said in unmarked(text, known)]
    assert not found, "\n".join(found)


def test_a_forgotten_word_is_found() -> None:
    known = Known(["A text of the guide"])
    page = f"<p>{pseudo('Saved at %(time)s')} Forgotten</p><p>A text of the guide</p><p lang=en>English</p>"
    assert unmarked(page, known) == ["Forgotten"]
