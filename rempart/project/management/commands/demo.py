"""Fill an empty database with invented people, so that a newcomer sees a living product."""

from dataclasses import replace

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from rempart.accounts.actions import found_organisation, open_account
from rempart.accounts.models import Organisation, User
from rempart.accounts.rules import Role
from rempart.programmes.actions import (
    mark_publishable,
    review_material,
    set_aside_finding,
    store_plan,
)
from rempart.programmes.models import Material
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan

PASSWORD = "demo"  # noqa: S105 -- of invented people, and on a laptop only
PEOPLE = {  # organisation -> its administrator, then the others
    "Passerelle (fictional)": {
        "dalia": Role.ADMINISTRATOR,
        "amina": Role.DESIGNER,
        "bento": Role.REVIEWER,
    },
    "Elsewhere (fictional)": {"enzo": Role.ADMINISTRATOR, "chipo": Role.DESIGNER},
}
EXAMPLE, AUTHOR, REVIEWER = "programmes/port-city.json", "amina", "bento"


class Command(BaseCommand):
    """``manage.py demo``: changes nothing where there is an organisation already."""

    help = "Fill an empty database with invented organisations, people and an example programme."

    def handle(self, **_options: object) -> None:
        """Open the organisations and their people's accounts; one of them wrote a programme."""
        if not settings.LAPTOP:
            message = "Everybody knows the demo's passwords: it is for a laptop only"
            raise CommandError(message)
        if not Organisation.objects.exists():
            for organisation, people in PEOPLE.items():
                self.fill(organisation, people)
            self.write()

    def fill(self, organisation: str, people: dict[str, Role]) -> None:
        """Found one organisation; its administrator opens the others' accounts."""
        (first, _), *others = people.items()
        administrator = User(username=first)
        administrator.set_password(PASSWORD)
        found_organisation(organisation, by=administrator)
        for name, role in others:
            open_account(name, role=role, password=PASSWORD, by=administrator)

    def write(self) -> None:
        """Store the example programme as its author's; a reviewer looked at it."""
        author = User.objects.get(username=AUTHOR)
        plan, faults = read_plan((settings.CONTENT_FOLDERS[0] / EXAMPLE).read_bytes(), known())
        if not (plan and author.organisation):
            raise CommandError("\n".join(map(str, faults)))
        programme = store_plan(
            replace(plan, set_aside=()), by=author, organisation=author.organisation
        )
        reviewer = User.objects.get(username=REVIEWER)
        for one in plan.set_aside:
            set_aside_finding(
                programme, by=reviewer, on=one.on or localdate(), rule=one.rule, reason=one.reason
            )
        play, card, *_ = Material.objects.filter(programme=programme)
        for material in (play, card):
            review_material(material, by=reviewer, on=localdate(), version=material.version)
        mark_publishable(play, by=author, on=localdate())
