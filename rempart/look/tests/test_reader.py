import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from rempart.look.reader import entries, reader


class Person:
    is_authenticated = True
    role = "designer"


SAID = [
    ("home", "Desk", "members"),
    ("gallery", "Gallery", "all"),
    ("nowhere:yet", "Nowhere", "all"),
    ("theme", "Theme", frozenset({"reviewer"})),
]


@override_settings(NAVIGATION=SAID)
@pytest.mark.parametrize(
    ("person", "role", "words"),
    [
        (AnonymousUser(), "", ["Gallery"]),
        (Person(), "designer", ["Desk", "Gallery"]),
        (Person(), "reviewer", ["Desk", "Gallery", "Theme"]),
    ],
)
def test_the_top_bar_shows_what_is_there_for_this_person(
    person: Person, role: str, words: list[str]
) -> None:
    request = RequestFactory().get("/look/gallery/")
    person.role = role
    request.user = person  # type: ignore[assignment]  # a stranger to the database
    found = entries(request)
    assert [entry["word"] for entry in found] == words
    assert [entry["word"] for entry in found if entry["here"]] == ["Gallery"]


@pytest.mark.parametrize(("kept", "theme"), [("dark", "dark"), ("light", "light"), ("x'>", "")])
def test_only_a_known_theme_reaches_the_page(kept: str, theme: str) -> None:
    request = RequestFactory().get("/", headers={"cookie": f"theme={kept}"})
    assert reader(request)["theme"] == theme


def test_choosing_a_theme_goes_back_and_nowhere_else() -> None:
    browser = Client()
    answer = browser.post("/look/theme/", {"theme": "dark", "next": "/look/gallery/"})
    assert (answer.headers["Location"], browser.cookies["theme"].value) == (
        "/look/gallery/",
        "dark",
    )
    answer = browser.post("/look/theme/", {"theme": "", "next": "https://elsewhere.example/"})
    assert (answer.headers["Location"], browser.cookies["theme"].value) == ("/", "")


def broken(_request: object) -> HttpResponse:
    raise RuntimeError


urlpatterns = [path("broken/", broken)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "missing"), [("en", "There is nothing here"), ("fr", "Il n’y a rien ici")]
)
def test_an_address_that_is_not_there_is_said_in_the_readers_language(
    language: str, missing: str
) -> None:
    answer = Client().get("/attic/", headers={"accept-language": language})
    assert answer.status_code == 404
    assert missing in answer.content.decode()


@override_settings(ROOT_URLCONF="rempart.look.tests.test_reader")
def test_a_fault_of_ours_is_said_without_a_request_or_a_database() -> None:
    answer = Client(raise_request_exception=False).get(
        "/broken/", headers={"accept-language": "fr"}
    )
    assert answer.status_code == 500
    assert "Quelque chose s’est cassé de notre côté" in answer.content.decode()


def test_a_form_sent_too_late_is_told_so() -> None:
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post("/look/theme/", {"theme": "dark"})
    assert answer.status_code == 403
    assert "This page had grown old" in answer.content.decode()
