"""Takes the pictures: four of a page, on a phone and a desk, in French and English."""

import io
import sys
from itertools import product
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test.utils import setup_databases, setup_test_environment, teardown_databases
from django.urls import NoReverseMatch
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from rempart.accounts.models import User
from tests.browser import QUIET, program
from tests.cast import browser_of
from tests.pictures.pages import PAGES

FOLDER = settings.HOUSE / "docs" / "pictures"
MOST = 150 * 1024
TALLEST = 4000
SIZES = {390: 844, 1280: 900}
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
QUALITIES = (82, 70, 55, 40)
SCALES = (1, 0.8, 0.65, 0.5)


def small(picture: bytes) -> bytes:
    """Return the picture as WebP, as good as 150 KB allow."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image = image.crop((0, 0, image.width, min(image.height, TALLEST)))
    for scale, quality in product(SCALES, QUALITIES):
        size = (round(image.width * scale), round(image.height * scale))
        kept = io.BytesIO()
        image.resize(size, Image.Resampling.LANCZOS).save(kept, "WEBP", quality=quality, method=6)
        if kept.tell() <= MOST:
            return kept.getvalue()
    message = f"not even half the size is under {MOST} bytes"
    raise ValueError(message)


def take(browser: Browser, server: str, name: str, folder: Path) -> None:
    """Take the four pictures of a page."""
    address, person = PAGES[name]
    session = browser_of(User.objects.get(username=person)).cookies if person else {}
    for width, height in SIZES.items():
        for language, locale in LANGUAGES.items():
            context = browser.new_context(
                base_url=server, locale=locale, viewport={"width": width, "height": height}
            )
            for key, morsel in session.items():
                context.add_cookies([{"name": key, "value": morsel.value, "url": server}])
            page = context.new_page()
            page.goto(address(), wait_until="networkidle")
            data = small(page.screenshot(full_page=True))
            (folder / f"{name}-{width}-{language}.webp").write_bytes(data)
            context.close()


def main(names: list[str]) -> None:
    """Take the pictures of these pages, or of all."""
    setup_test_environment()
    kept = setup_databases(verbosity=0, interactive=False)
    call_command("demo")
    FOLDER.mkdir(parents=True, exist_ok=True)
    server = LiveServer("localhost")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=QUIET)
        for name in names or PAGES:
            try:
                take(browser, server.url, name, FOLDER)
            except NoReverseMatch as why:
                sys.stderr.write(f"{name}: not taken, {why}\n")
        browser.close()
    server.stop()
    teardown_databases(kept, verbosity=0)
