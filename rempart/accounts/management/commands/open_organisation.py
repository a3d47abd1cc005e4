"""Open an organisation with its first administrator; she opens everyone else's account."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rempart.accounts.actions import found_organisation
from rempart.accounts.models import Organisation, User
from rempart.accounts.passwords import new_password
from rempart.accounts.rules import sign_in_name


class Command(BaseCommand):
    """``manage.py open_organisation "Name" --administrator user``: prints her password this once."""

    help = "Open an organisation with its first administrator, and print her password this once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the organisation's name, and how its administrator signs in and is called."""
        parser.add_argument("name")
        parser.add_argument("--administrator", required=True, help="the name she signs in with")
        parser.add_argument("--full-name", default="")

    def handle(self, *, name: str, administrator: str, full_name: str, **_options: object) -> None:
        """Open both, or say why not."""
        username = sign_in_name(administrator)
        if User.objects.filter(username__iexact=username).exists():
            message = f"Somebody signs in as {username} already: choose another name"
            raise CommandError(message)
        if Organisation.objects.filter(name=name).exists():
            message = f"{name} is there already: its administrator opens further accounts"
            raise CommandError(message)
        password = new_password()
        first = User(username=username, first_name=full_name, must_renew_password=True)
        first.set_password(password)
        found_organisation(name, by=first)
        self.stdout.write(
            f"{name} is open. Its administrator signs in as {username} with the password\n\n"
            f"    {password}\n\nand changes it there. It is kept nowhere: hand it on now."
        )
