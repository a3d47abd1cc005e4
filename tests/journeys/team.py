"""Three people of one organisation, each in a browser of her own; what they type, and how it is sent.

Nothing here waits by the clock: a page is left only once what it sent has been answered.
"""

from collections.abc import Mapping
from os import environ
from pathlib import Path
from weakref import WeakKeyDictionary

from playwright.sync_api import Locator, Page, Request, expect

from tests.browser import Visit, faults, too_wide

PATIENCE = 15_000  # milliseconds, for a machine with much to do
FRAMES = 600  # drawn frames in which a page should have had all its answers
SENT: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()
PASSWORD = "{name} marche sur le quai en mai"


def put(form: Locator, name: str, value: str) -> None:
    """Answer one question of a form, whatever it is asked with: words, a list, boxes to tick."""
    field = form.locator(f"[name='{name}']")
    field.first.wait_for(state="attached")
    kind = field.first.evaluate("field => field.type")
    if kind not in {"checkbox", "radio"}:
        field.select_option(value) if kind == "select-one" else field.fill(value)
        return
    fold = form.locator(f"details:not([open]):has([name='{name}']) > summary")
    if fold.count():
        fold.first.click()
    if field.first.get_attribute("value") is None:  # a single box: yes or nothing
        field.first.check()
        return
    for one in value.split():
        form.locator(f"[name='{name}'][value='{one}']").check()


def press(button: Locator) -> None:
    """Press a button that sends a form, and wait until its answer stands on the page."""
    page = button.page
    by_script = button.evaluate("b => !!(b.form ?? b).closest('[hx-post], [hx-boost=true]') || b.hasAttribute('hx-post')")  # fmt: skip
    if by_script:
        with page.expect_response(lambda r: is_sent(r.request)) as answer:
            button.click()
        status, address = answer.value.status, answer.value.url
    else:
        with page.expect_navigation() as arrival:
            button.click()
        came = arrival.value
        assert came
        status, address = came.status, came.url
    settle(page)
    assert status < 400, f"{address}: {page.locator('main').inner_text()}"


def watch(page: Page) -> None:
    """Count what a page has sent and has no answer to yet."""
    sent: set[Request] = set()
    SENT[page] = sent
    page.on("request", lambda r: None if r.resource_type == "ping" else sent.add(r))
    for over in ("requestfinished", "requestfailed"):
        page.on(over, lambda r: sent.discard(r))  # noqa: PLW0108 -- Playwright wants a function of ours


def settle(page: Page) -> None:
    """Wait until the page has drawn what came, and everything it then asked for has come too.

    The database of the tests is one connection: nobody may begin while another page is being answered.
    """
    for _ in range(FRAMES):
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")  # fmt: skip
        if not SENT[page]:
            return
    message = f"{page.url} still waits for {[one.url for one in SENT[page]]}"
    raise AssertionError(message)


def is_sent(request: Request) -> bool:
    """Say whether a person sent this, and not a page that keeps or reads what is being typed."""
    by_itself = request.url.endswith("/draft/") or "/remarks/" in request.url
    return request.method == "POST" and not by_itself


class Team:
    """Each person's page by her name; ``language`` and ``viewport`` are everybody's."""

    def __init__(self, visit: Visit, language: str, viewport: tuple[int, int]) -> None:
        self.visit, self.language, self.viewport = visit, language, viewport
        self.pages: dict[str, Page] = {}

    def say(self, french: str, english: str) -> str:
        """Return the words in the language of this team."""
        return french if self.language == "fr" else english

    def comes_in(self, name: str, first_password: str) -> Page:
        """Sign in for the first time, by the door, and choose a password of one's own."""
        width, height = self.viewport
        page = self.visit(
            "/account/sign-in/",
            locale=self.language,
            viewport={"width": width, "height": height},
            accept_downloads=True,
        )
        page.set_default_timeout(PATIENCE)
        watch(page)
        self.pages[name] = page
        own = PASSWORD.format(name=name)
        door = page.locator("main form").last
        put(door, "login", name)
        put(door, "password", first_password)
        press(door.locator("button").last)
        change = page.locator("form:has([name=oldpassword])")
        for field, word in (
            ("oldpassword", first_password),
            ("password1", own),
            ("password2", own),
        ):
            put(change, field, word)
        press(change.locator("button").last)
        return page

    def at(self, name: str, address: str) -> Page:
        """Return this person's page, at an address; nothing of it hangs over the edge."""
        page = self.pages[name]
        answer = page.goto(address)
        assert answer
        assert answer.status == 200, f"{name} at {address}: {answer.status}"
        settle(page)
        assert too_wide(page) <= 0, f"{address} is {too_wide(page)} px too wide"
        return page

    def each_sees(self, address: str, shown: Mapping[str, str]) -> None:
        """Look at an address with everybody's eyes; each finds what she should."""
        for name, words in shown.items():
            expect(self.at(name, address).locator("main")).to_contain_text(words)

    def look(self, page: Page, name: str) -> None:
        """Check a page against WCAG; keep a picture of it where TOGETHER_PICTURES names a folder."""
        if folder := environ.get("TOGETHER_PICTURES"):
            file = f"city-{name}-{self.language}-{self.viewport[0]}.png"
            page.screenshot(path=Path(folder) / file, full_page=True)
        assert faults(page) == [], name


class Writer:
    """Someone who writes a programme: she goes to a step, fills it in, adds rows to its lists."""

    def __init__(self, team: Team, name: str, programme: str) -> None:
        self.team, self.name, self.programme = team, name, programme

    def at(self, step: str) -> Page:
        """Return her page at a step."""
        return self.team.at(self.name, f"{self.programme}{step}/")

    def fills(self, step: str, **typed: str) -> Page:
        """Answer questions of a step itself, and save."""
        page = self.at(step)
        for name, value in typed.items():
            put(page.locator("main"), name, value)
        press(page.locator("#step > .actionbar button:not([name])"))
        expect(page.locator(".refusal")).to_have_count(0)
        return page

    def adds(self, page: Page, kind: str, *rows: Mapping[str, str]) -> None:
        """Add rows to a list of the step where she is, each by its form over the page."""
        for row in rows:
            page.locator(f"#add-{kind}").click()
            self.writes(page, row)

    def writes(self, page: Page, row: Mapping[str, str]) -> None:
        """Fill in the row's form that has opened, and save it."""
        form = page.locator("dialog[open] form[action*='/rows/']")
        for name, value in row.items():
            put(form, name, value)
        press(form.locator(".actionbar button").last)
        expect(page.locator("dialog[open]")).to_have_count(0)
