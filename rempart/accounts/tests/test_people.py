"""An administrator looks after the people of her own organisation, and nobody after anyone else's."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client

from rempart.accounts.actions import (
    change_role,
    choose_password,
    close_account,
    found_organisation,
    introduce_oneself,
    open_account,
    rename_organisation,
    renew_password,
    reopen_account,
)
from rempart.accounts.models import Organisation, User
from rempart.accounts.rules import Role, Standing, obstacles_to_leaving_administration, sign_in_name
from rempart.kit.refusals import RefusedError
from rempart.vault.models import Entry
from tests.cast import amina, bento, browser_of, chipo, dalia, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
NEW = {"username": "Imani", "full_name": "Imani (fictional)", "role": "reviewer"}


def enzo() -> User:
    """Return the administrator of Chipo's organisation."""
    return User.objects.filter(username="enzo").first() or User.objects.create_user(
        "enzo", password="demo", organisation=elsewhere(), role=Role.ADMINISTRATOR.value
    )


def handed(page: str) -> str:
    """Return the password that a page hands on."""
    found = re.search(r"\b(?:[a-z2-9]{5}-){3}[a-z2-9]{5}\b", page)
    assert found
    return found.group()


def acts() -> list[str]:
    return [entry.act for entry in Entry.objects.all()]


@pytest.mark.parametrize(
    ("active", "role", "others", "obstacles"),
    [
        (True, Role.ADMINISTRATOR, 0, ["last-administrator"]),
        (True, Role.ADMINISTRATOR, 1, []),
        (False, Role.ADMINISTRATOR, 0, []),
        (True, Role.DESIGNER, 0, []),
        (True, Role.REVIEWER, 0, []),
    ],
)
def test_an_organisation_keeps_an_administrator(
    *, active: bool, role: Role, others: int, obstacles: list[str]
) -> None:
    standing = Standing(is_active=active, role=role, other_administrators=others)

    assert obstacles_to_leaving_administration(standing) == obstacles


@pytest.mark.parametrize("typed", ["Élan", " élan ", "E\u0301LAN", "élan"])
def test_one_name_is_kept_in_one_way(typed: str) -> None:
    assert sign_in_name(typed) == "élan"


def test_a_person_comes_in_with_the_password_handed_to_her_and_changes_it_first() -> None:
    page = browser_of(dalia()).post("/account/people/new/", NEW).content.decode()
    password, hers = handed(page), Client()

    first = hers.post("/account/sign-in/", {"login": "IMANI", "password": password})["Location"]
    sent_to = hers.get("/account/")["Location"]
    own = {"oldpassword": password, "password1": "quinze lettres au moins"}
    changed = hers.post("/account/password/", own | {"password2": own["password1"]})

    assert "no-store" in browser_of(dalia()).post("/account/people/new/", NEW)["Cache-Control"]
    assert first == sent_to == "/account/password/"
    assert (changed.status_code, changed["Location"]) == (302, "/")
    assert hers.get("/account/").status_code == 200
    assert acts() == ["accounts.account_opened", "accounts.password_chosen"]
    assert not Entry.objects.filter(details__icontains=password).exists()


@pytest.mark.parametrize(
    "name", ["amina", "AMINA", "chipo", "no spaces", "", "<script>", "x" * 151]
)
def test_a_name_that_is_taken_or_cannot_be_typed_is_refused(name: str) -> None:
    amina(), chipo()

    answer = browser_of(dalia()).post("/account/people/new/", NEW | {"username": name})

    assert answer.status_code == 422
    assert "Imani (fictional)" in answer.content.decode()
    assert not User.objects.filter(first_name="Imani (fictional)").exists()


def test_the_list_shows_the_own_people_only() -> None:
    amina(), bento(), chipo()

    page = browser_of(dalia()).get("/account/people/").content.decode()

    assert all(name in page for name in ("amina", "bento", "dalia"))
    assert "chipo" not in page


def test_a_closed_account_lets_nobody_in_and_ends_what_was_open() -> None:
    hers = browser_of(amina())
    page = f"/account/people/{amina().pk}/"

    browser_of(dalia()).post(f"{page}closure/")
    still_in = hers.get("/account/").status_code
    back = Client().post("/account/sign-in/", {"login": "amina", "password": "demo"})
    browser_of(dalia()).post(f"{page}reopening/")
    again = Client().post("/account/sign-in/", {"login": "amina", "password": "demo"})

    assert still_in == 302
    assert back["Location"] == "/account/inactive/"
    assert again["Location"] == "/"
    assert acts() == ["accounts.account_closed", "accounts.account_reopened"]


def test_a_new_password_ends_the_sessions_and_the_old_one() -> None:
    hers = browser_of(amina())

    answer = browser_of(dalia()).post(f"/account/people/{amina().pk}/password/")
    old = Client().post("/account/sign-in/", {"login": "amina", "password": "demo"})
    password = handed(answer.content.decode())
    new = Client().post("/account/sign-in/", {"login": "amina", "password": password})

    assert hers.get("/account/").status_code == 302
    assert (old.status_code, new.status_code) == (200, 302)
    assert acts() == ["accounts.password_renewed"]


def test_the_last_administrator_stays_and_learns_why() -> None:
    page, browser = f"/account/people/{dalia().pk}/", browser_of(dalia())

    closed = browser.post(f"{page}closure/", headers=ENGLISH)
    demoted = browser.post(f"{page}role/", {"role": "designer"}, headers=ENGLISH)
    browser.post(f"/account/people/{amina().pk}/role/", {"role": "administrator"})
    stepped_down = browser.post(f"{page}role/", {"role": "designer"})

    assert closed.status_code == demoted.status_code == 422
    assert "nobody left to look after it" in closed.content.decode()
    assert stepped_down.status_code == 302
    assert browser.get("/account/people/").status_code == 403
    assert [amina().role, dalia().role] == ["administrator", "designer"]


def test_a_closed_administrator_does_not_count() -> None:
    change_role(amina(), role=Role.ADMINISTRATOR, by=dalia())
    close_account(amina(), by=dalia())

    with pytest.raises(RefusedError, match="last-administrator"):
        close_account(dalia(), by=dalia())


@pytest.mark.parametrize("who", [amina, bento, chipo, enzo])
def test_nobody_else_administers(who: Callable[[], User]) -> None:
    person, by = User.objects.get(pk=dalia().pk), who()
    page, browser = f"/account/people/{person.pk}/", browser_of(by)

    assert browser.get(page).status_code == 404
    for act in ("role", "closure", "reopening", "password"):
        assert browser.post(f"{page}{act}/", {"role": "designer"}).status_code == 404
    refused: list[Callable[[], None]] = [
        partial(change_role, person, role=Role.DESIGNER, by=by),
        partial(close_account, person, by=by),
        partial(reopen_account, person, by=by),
        partial(renew_password, person, password="x", by=by),
        partial(choose_password, person, password="x", by=by),
        partial(introduce_oneself, person, full_name="x", language="", theme="", by=by),
        partial(rename_organisation, passerelle(), name="x", by=by),
    ]
    for act_upon in refused:
        with pytest.raises(PermissionDenied):
            act_upon()
    assert acts() == []


def test_a_person_in_no_organisation_and_a_closed_one_administer_nothing() -> None:
    nobody = User.objects.create_user("nobody", role=Role.ADMINISTRATOR.value)
    closed = User.objects.create_user(
        "closed", organisation=passerelle(), role=Role.ADMINISTRATOR.value, is_active=False
    )

    for by in (nobody, closed, amina()):
        with pytest.raises(PermissionDenied):
            open_account("x", role=Role.DESIGNER, password="x", by=by)
        with pytest.raises(PermissionDenied):
            close_account(amina(), by=by)
    for address in ("/account/people/", "/account/people/new/", "/account/organisation/"):
        assert browser_of(nobody).get(address).status_code == 403


def test_an_organisation_is_renamed_by_its_administrator() -> None:
    browser = browser_of(dalia())

    empty = browser.post("/account/organisation/", {"name": ""})
    browser.post("/account/organisation/", {"name": "Passerelles (fictional)"})

    assert empty.status_code == 422
    assert "Passerelles (fictional)" in browser.get("/account/people/").content.decode()
    assert acts() == ["accounts.organisation_renamed"]


def test_a_language_follows_its_person_to_every_browser() -> None:
    here = browser_of(amina())

    here.post("/account/", {"full_name": "Amina (fictional)", "language": "fr", "theme": "dark"})
    there = Client(headers=ENGLISH)
    there.post("/account/sign-in/", {"login": "amina", "password": "demo"})
    page = there.get("/account/").content.decode()
    there.post("/account/", {"full_name": "", "language": "", "theme": ""})

    assert here.cookies["django_language"].value == "fr"
    assert 'lang="fr"' in page
    assert 'data-theme="dark"' in page
    assert "Amina (fictional)" in page
    assert there.cookies["django_language"].value == ""
    assert browser_of(amina()).post("/account/", {"language": "xx"}).status_code == 422


def test_whoever_works_for_an_organisation_founds_no_other() -> None:
    with pytest.raises(PermissionDenied):
        found_organisation("A second one (fictional)", by=amina())

    assert not Organisation.objects.filter(name="A second one (fictional)").exists()


def test_a_name_that_another_takes_in_the_same_moment_is_refused() -> None:
    administrator, rivals = dalia(), [User(username="imani")]

    def quicker(execute: Callable[..., object], sql: str, *rest: object) -> object:
        if sql.startswith('INSERT INTO "accounts_user"') and rivals:
            rivals.pop().save()  # the name was free when we looked
        return execute(sql, *rest)

    with connection.execute_wrapper(quicker), pytest.raises(RefusedError) as refused:
        open_account("imani", role=Role.DESIGNER, password="demo", by=administrator)

    assert refused.value.reasons == ["name-taken"]
    assert not rivals
    assert not User.objects.filter(username="imani", organisation=passerelle()).exists()
