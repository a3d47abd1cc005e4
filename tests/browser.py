"""A real browser for the tests that need one: Chromium, driven by Playwright, on this machine alone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from os import environ
from shutil import which
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from rempart.accounts.models import User
from tests.cast import browser_of

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
Visit = Callable[..., Page]

# Playwright keeps an event loop in the tests' own thread, where Django then refuses its database
environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def program() -> str | None:
    """Return the path of a Chromium: the one that CHROMIUM names, or the first of the usual names."""
    return environ.get("CHROMIUM") or next(filter(None, map(which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give one running browser to the whole run."""
    if not (found := program()):
        pytest.skip("no Chromium here: install it, or let CHROMIUM name it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, live_server: LiveServer) -> Iterator[Visit]:
    """Give ``visit(address, person=None, **context)``: a page in a fresh context, maybe signed in.

    ``context`` is what Playwright's ``new_context`` takes: ``viewport``, ``locale``,
    ``color_scheme``, ``java_script_enabled`` and so on.
    """
    pages: list[Page] = []
    with ExitStack() as visits:

        def page_of(address: str, person: User | None = None, **options: Any) -> Page:  # noqa: ANN401 -- Playwright's own options
            for page in pages:  # a database in memory is one connection: no page may be writing yet
                if not page.is_closed():
                    page.wait_for_load_state("networkidle")
            context = chromium.new_context(base_url=live_server.url, **options)
            visits.callback(context.close)
            if person:
                cookie = browser_of(person).cookies[settings.SESSION_COOKIE_NAME].value
                name = settings.SESSION_COOKIE_NAME
                context.add_cookies([{"name": name, "value": cookie, "url": live_server.url}])
            page = context.new_page()
            page.goto(address)
            pages.append(page)
            return page

        yield page_of


AXE = Axe()
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA on this page: rule and element, or nothing."""
    asked = {"runOnly": STANDARD, "resultTypes": ["violations"]}
    found = AXE.run(page, options=asked).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def too_wide(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))
