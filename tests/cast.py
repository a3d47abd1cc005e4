"""The people in every test. All invented.

Amina designs a programme, Bento reviews it, Dalia administers their organisation;
Chipo designs for another organisation and must see nothing.
"""

from django.test import Client

from rempart.accounts.models import Organisation, User
from rempart.accounts.rules import Role


def passerelle() -> Organisation:
    """Return the organisation of Amina, Bento and Dalia."""
    return Organisation.objects.get_or_create(name="Passerelle (fictional)")[0]


def elsewhere() -> Organisation:
    """Return the organisation of Chipo."""
    return Organisation.objects.get_or_create(name="Elsewhere (fictional)")[0]


def _person(name: str, organisation: Organisation, role: Role) -> User:
    return User.objects.filter(username=name).first() or User.objects.create_user(
        name, password="demo", organisation=organisation, role=role.value
    )


def amina() -> User:
    """Return the designer who writes the programme."""
    return _person("amina", passerelle(), Role.DESIGNER)


def bento() -> User:
    """Return the reviewer of her organisation."""
    return _person("bento", passerelle(), Role.REVIEWER)


def dalia() -> User:
    """Return the administrator of her organisation."""
    return _person("dalia", passerelle(), Role.ADMINISTRATOR)


def chipo() -> User:
    """Return a designer of another organisation."""
    return _person("chipo", elsewhere(), Role.DESIGNER)


def browser_of(person: User | None) -> Client:
    """Return a browser in which this person, or nobody, is signed in."""
    browser = Client()
    if person:
        browser.force_login(person)
    return browser
