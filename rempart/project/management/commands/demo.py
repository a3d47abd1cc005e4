"""Fill an empty database with invented people, so that a newcomer sees a living product."""

from dataclasses import replace
from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from rempart.accounts.actions import found_organisation, open_account
from rempart.accounts.models import Organisation, User
from rempart.accounts.rules import Role
from rempart.programmes.actions import change_step, move_programme, store_plan
from rempart.programmes.actions.changes import open_change
from rempart.programmes.models import Programme
from rempart.programmes.queries.known import known
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.lifecycle import Move, Said

PASSWORD = "demo"  # noqa: S105 -- of invented people, and on a laptop only
PEOPLE = {  # organisation -> its administrator, then the others
    "Passerelle (fictional)": {
        "dalia": Role.ADMINISTRATOR,
        "amina": Role.DESIGNER,
        "bento": Role.REVIEWER,
    },
    "Elsewhere (fictional)": {"enzo": Role.ADMINISTRATOR, "chipo": Role.DESIGNER},
}
EXAMPLE, AUTHOR = "programmes/port-city.json", "amina"
RUNNING = "Haute-Sérelle : un programme en cours (fictif)"
CHANGE = "Une année de plus (fictif)"
WHY = "Le ministère prolonge le programme d’un an pour former la relève (fictif)."
ON_THE_WAY = (
    ("amina", Move.ASK_REVIEW),
    ("bento", Move.PASS),
    ("amina", Move.SUBMIT),
    ("dalia", Move.APPROVE),
    ("amina", Move.START),
)


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
        self.run(
            store_plan(replace(plan, title=RUNNING), by=author, organisation=author.organisation)
        )
        store_plan(plan, by=author, organisation=author.organisation)

    def run(self, programme: Programme) -> None:
        """Take a programme as far as it runs, with a change request that waits for a decision."""
        today = localdate()
        for name, move in ON_THE_WAY:
            said = Said(body="Ministère (fictif)", day=today)
            by = User.objects.get(username=name)
            programme = move_programme(programme, by=by, move=move, on=today, said=said)
        author = User.objects.get(username=AUTHOR)
        change = open_change(programme, by=author, title=CHANGE, reason=WHY)
        if copy := change.working_copy:
            later = {"ends_on": date(2030, 2, 28)}
            copy = change_step(copy, by=author, step=Step.FRAME, version=0, values=later)
            move_programme(copy, by=author, move=Move.ASK_REVIEW, on=today)
