"""``manage.py import_programme FILE --by USERNAME``: the programme joins that person's organisation."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management import BaseCommand, CommandError
from django.utils.timezone import localdate

from rempart.accounts.models import User
from rempart.programmes.actions import store_plan
from rempart.programmes.catalogue import thresholds
from rempart.programmes.queries.known import known
from rempart.programmes.rules.arrival import on_arrival
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.exchange.faults import LARGEST_FILE
from rempart.programmes.views.faults import said


class Command(BaseCommand):
    """Read a programme from a file; on any fault nothing is written."""

    help = "Imports a programme from JSON; every fault is named with its path."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and the name of the person in whose name it is imported."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", required=True, help="who imports it, by sign-in name")

    def handle(self, *_args: object, **options: object) -> None:
        """Store the programme and print its id, or print each fault and fail."""
        by = User.objects.select_related("organisation").filter(username=options["by"]).first()
        if by is None or by.organisation is None:
            message = f"Nobody signs in as {options['by']} for an organisation."
            raise CommandError(message)
        plan, faults = read_plan(self._read(Path(str(options["file"]))), known())
        if plan is None:
            for fault in said(faults):
                self.stderr.write(": ".join(part for part in fault.values() if part))
            message = "Nothing was imported."
            raise CommandError(message)
        try:
            programme = store_plan(
                on_arrival(plan, localdate(), thresholds()), by=by, organisation=by.organisation
            )
        except PermissionDenied as error:
            message = f"{by.get_username()} may not start programmes."
            raise CommandError(message) from error
        self.stdout.write(str(programme.pk))

    @staticmethod
    def _read(path: Path) -> bytes:
        """Return the file, but never much more of it than could be taken."""
        try:
            with path.open("rb") as file:
                return file.read(LARGEST_FILE + 1)
        except OSError as error:
            message = f"{path}: {error.strerror}"
            raise CommandError(message) from error
