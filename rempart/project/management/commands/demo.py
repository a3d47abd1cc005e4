"""Fill an empty database with invented people, so that a newcomer sees a living product."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from rempart.accounts.actions import found_organisation, open_account
from rempart.accounts.models import Organisation, User
from rempart.accounts.rules import Role
from rempart.programmes.actions import store_plan
from rempart.programmes.actions.comments import write_comment
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
COMMENTS = (  # what colleagues say about its first objective
    ("bento", "@amina La base vient-elle du recensement de 2026 ?"),
    ("amina", "Oui, @bento : chiffres agrégés par quartier."),
)
EXAMPLE, AUTHOR = "programmes/port-city.json", "amina"


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
        """Store the example programme as its author's."""
        author = User.objects.get(username=AUTHOR)
        plan, faults = read_plan((settings.CONTENT_FOLDERS[0] / EXAMPLE).read_bytes(), known())
        if not (plan and author.organisation):
            raise CommandError("\n".join(map(str, faults)))
        programme = store_plan(plan, by=author, organisation=author.organisation)
        about = ("objectives", plan.objectives[0].key)
        for name, text in COMMENTS:
            person = User.objects.get(username=name)
            write_comment(programme, by=person, at=now(), about=about, text=text)
