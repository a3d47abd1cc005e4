"""A session that ends loses nothing that was typed. Told with the client, where there is no script."""

from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import amina, browser_of, chipo

pytestmark = pytest.mark.django_db
PLACE = "/account/"
TYPED = {
    "kind": "example",
    "title_en": "Ends & means, “quoted” <b>and\r\nbroken</b>",
    "text_fr": "Élan\u202e عربي {{ braces }}",
    "tags": ["one", "two"],
}
OWN = "http://testserver"
ENGLISH = {"accept-language": "en"}


class Fields(HTMLParser):
    """Reads the fields of the one form of a page that leads to an address."""

    def __init__(self, page: str, action: str) -> None:
        super().__init__()
        self.action, self.inside = action, False
        self.found: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("action") == self.action
        elif tag == "input" and self.inside:
            self.found.setdefault(given["name"] or "", []).append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


def fields(answer: object, action: str) -> dict[str, list[str]]:
    return Fields(answer.content.decode(), action).found  # type: ignore[attr-defined]  # Django's test answer


def sign_in_with(browser: Client, answer: object, **typed: str) -> object:
    held = fields(answer, "/account/sign-in/carrying/")
    return browser.post("/account/sign-in/carrying/", held | typed, headers=ENGLISH)


def test_a_page_asked_for_leads_to_the_sign_in_and_back() -> None:
    amina()
    browser = Client()

    answer = browser.get("/account/people/?role=designer")
    back = browser.post(answer["Location"], {"login": "amina", "password": "demo"})

    assert answer["Location"] == "/account/sign-in/?next=/account/people/%3Frole%3Ddesigner"
    assert back["Location"] == "/account/people/?role=designer"


def test_a_form_sent_without_a_session_is_carried_through_the_sign_in() -> None:
    amina()
    browser = Client(headers=ENGLISH)

    ended = browser.post(PLACE + "?from=list", TYPED)
    wrong = sign_in_with(browser, ended, login="amina", password="not hers")
    right = sign_in_with(browser, wrong, login="amina", password="demo")
    again = fields(right, PLACE + "?from=list")
    sent = browser.post(PLACE, again)

    assert (ended.status_code, wrong.status_code, right.status_code) == (401, 422, 200)  # type: ignore[attr-defined]  # Django's test answer
    again.pop("csrfmiddlewaretoken")
    assert again == {n: v if isinstance(v, list) else [v] for n, v in TYPED.items()}
    assert sent.status_code in {302, 422}
    assert browser.session["_auth_user_id"] == str(amina().pk)


def test_no_password_and_no_token_is_ever_carried() -> None:
    typed = {"password": "pw-1", "new_password": "pw-2", "csrfmiddlewaretoken": "tok", "kind": "x"}

    shown = Client().post(PLACE, typed).content.decode()

    assert "pw-1" not in shown
    assert "pw-2" not in shown
    assert "tok&quot;" not in shown
    assert "kind" in shown


def test_what_is_too_long_says_so_and_a_file_must_be_chosen_again() -> None:
    long = Client().post(PLACE, {"text": "é" * 1_100_000}, headers=ENGLISH)
    file = SimpleUploadedFile("plan.json", b"{}")
    with_file = Client().post(PLACE, {"file": file, "kind": "box"}, headers=ENGLISH)

    assert long.status_code == with_file.status_code == 401
    assert "too long to be carried" in long.content.decode()
    assert len(long.content) < 50_000
    assert "choose it again" in with_file.content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "/no/such/", ""],
)
def test_words_are_sent_to_addresses_of_ours_only(elsewhere: str) -> None:
    held = {"to": elsewhere, "typed": '[["kind", "box"]]', "login": "amina", "password": "demo"}
    amina()

    answer = Client().post("/account/sign-in/carrying/", held).content.decode()

    assert f'action="{elsewhere}"' not in answer
    assert fields_of(answer) == ["box"]


def fields_of(page: str) -> list[str]:
    return Fields(page, "/").found["kind"]


@pytest.mark.parametrize(
    "words", ["", "{", "[1]", '["ab"]', '[["a"]]', "null", '[["password", "x"]]']
)
def test_words_that_cannot_be_read_are_none(words: str) -> None:
    browser = browser_of(amina())

    answer = browser.post("/account/sign-in/carrying/", {"to": PLACE, "typed": words})

    assert answer.status_code == 200
    assert fields(answer, PLACE).keys() <= {"csrfmiddlewaretoken", "a"}


@pytest.mark.parametrize("header", [{"HX-Request": "true"}, {"Sec-Fetch-Mode": "cors"}])
def test_a_script_of_the_page_is_told_and_nothing_else(header: dict[str, str]) -> None:
    for method in (Client().get, Client().post):
        answer = method(PLACE, headers=header)
        assert (answer.status_code, answer.content) == (401, b"")


def test_the_sign_in_over_a_page_gives_the_token_that_the_page_needs() -> None:
    amina()
    browser = Client(headers=ENGLISH, enforce_csrf_checks=True)
    over = "/account/sign-in/over/"

    asked = browser.get(over)
    token = fields(asked, over)["csrfmiddlewaretoken"][0]
    typed = {"login": "amina", "csrfmiddlewaretoken": token}
    wrong = browser.post(over, typed | {"password": "not hers"})
    right = browser.post(over, typed | {"password": "demo"})
    fresh = right["X-CSRFToken"]
    sent = browser.post(PLACE, TYPED | {"csrfmiddlewaretoken": fresh})

    assert (asked.status_code, wrong.status_code, right.status_code) == (200, 422, 204)
    assert "do not go together" in wrong.content.decode()
    assert right["X-Person"] == str(amina().pk)
    assert sent.status_code in {302, 422}
    assert browser.get(over).status_code == 204


def old_page(browser: Client) -> str:
    """Open a page, then sign out and in again in another window; return the page's token."""
    token = fields(browser.get(PLACE), "/account/sign-out/")["csrfmiddlewaretoken"][0]
    browser.force_login(amina())
    browser.cookies["csrftoken"] = "n" * 32
    return token


def test_a_page_older_than_the_sign_in_loses_nothing() -> None:
    browser = Client(headers=ENGLISH, enforce_csrf_checks=True)
    browser.force_login(amina())
    token = old_page(browser)

    answer = browser.post(
        PLACE,
        TYPED | {"csrfmiddlewaretoken": token},
        headers={"Origin": OWN},
    )
    held = fields(answer, PLACE)
    sent = browser.post(PLACE, held)

    assert answer.status_code == 403
    assert held["title_en"] == [TYPED["title_en"]]
    assert sent.status_code in {302, 422}


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://elsewhere.example"}])
def test_a_form_of_another_site_is_refused_and_its_words_are_not_shown(
    headers: dict[str, str],
) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(chipo())

    answer = browser.post(PLACE, TYPED, headers=headers)

    assert answer.status_code == 403
    assert "broken" not in answer.content.decode()


def test_words_in_hand_outlive_a_sign_in_in_another_window() -> None:
    browser = Client(headers=ENGLISH, enforce_csrf_checks=True)
    browser.get("/account/sign-in/")
    token = browser.cookies["csrftoken"].value
    ended = browser.post(PLACE, TYPED | {"csrfmiddlewaretoken": token})
    held = fields(ended, "/account/sign-in/carrying/")
    browser.force_login(amina())
    browser.cookies["csrftoken"] = "n" * 32

    answer = browser.post("/account/sign-in/carrying/", held, headers={"Origin": OWN})

    assert fields(answer, PLACE)["title_en"] == [TYPED["title_en"]]


@pytest.mark.parametrize("address", ["/account/sign-in/", "/account/sign-out/"])
def test_an_old_page_of_the_door_opens_anew(address: str) -> None:
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post(address, {"password": "pw-1"}, headers={"Origin": OWN})

    assert answer["Location"] == address
