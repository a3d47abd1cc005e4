"""Every page of every room, in a browser: nothing for axe, nothing too wide, nothing that breaks."""

import itertools
import zlib
from pathlib import Path
from types import ModuleType

import pytest
from django.test import override_settings
from playwright.sync_api import ViewportSize

from tests.browser import Visit, faults, too_wide
from tests.pages import ROOMS, Place, pages_of
from tests.pseudo import CODE, write_language

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.any_database,
]  # how a page looks; doors and journeys
# ask every page on both databases
SIZES: dict[int, ViewportSize] = {
    1280: {"width": 1280, "height": 900},
    390: {"width": 390, "height": 844},
}
SHARES = 4  # of a room's pages: a room of many pages keeps every core busy, not one alone
VARIANTS = list(itertools.product(("fr-FR", "en-GB"), ("light", "dark"), SIZES))


def seen(visit: Visit, place: Place) -> list[str]:
    """Return what is wrong with the page, in the variant that falls to its address and in both widths."""
    turn = zlib.crc32(place.address.split("?")[0].encode()) % len(VARIANTS)
    language, theme, width = VARIANTS[turn]
    page = visit(
        place.address, place.person, locale=language, color_scheme=theme, viewport=SIZES[width]
    )
    found = [f"{fault} ({language}, {theme}, {width})" for fault in faults(page)]
    for other, size in SIZES.items():
        page.set_viewport_size(size)
        found += [f"{over} px too wide at {other}" for over in [too_wide(page)] if over]
    page.context.close()
    return found


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_a_page_is_fit_for_everyone(visit: Visit, room: ModuleType, share: int) -> None:
    found = {place.address: seen(visit, place) for place, _ in pages_of(room)[share::SHARES]}
    wrong = [f"{address}: {fault}" for address, several in found.items() for fault in several]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_a_page_can_be_mirrored(visit: Visit, room: ModuleType, share: int, tmp_path: Path) -> None:
    write_language(tmp_path)
    found = {}
    with override_settings(LANGUAGES=[(CODE, "Pseudo")], LOCALE_PATHS=[tmp_path]):
        for place, _ in pages_of(room)[share::SHARES]:
            page = visit(place.address, place.person, locale=CODE, viewport=SIZES[390])
            assert page.locator("html").get_attribute("dir") == "rtl"
            narrow = too_wide(page)
            page.set_viewport_size({"width": 1280, "height": 900})
            found[place.address] = (narrow, too_wide(page))
            page.context.close()
    wrong = [f"{address}: {over} px too wide" for address, over in found.items() if any(over)]
    assert not wrong, "\n".join(wrong)
