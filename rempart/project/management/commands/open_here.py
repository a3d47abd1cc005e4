"""Open Rempart on this machine: prepare what is missing, say where it is, and serve it."""

import os
import socket
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from rempart.accounts.models import User
from rempart.project.management.commands.demo import PASSWORD, PEOPLE

SERVER = (
    "granian --interface wsgi --host 127.0.0.1 --port {port} --no-ws --blocking-threads 4"
    " --log-level warning rempart.project.wsgi:application"
)


def is_free(port: int) -> bool:
    """Whether nobody answers at this port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


class Command(BaseCommand):
    """``manage.py open_here``: what `make run` calls once the programs and the words are there."""

    help = "Migrate, collect the static files, load the demo if all is empty, and serve."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a port to begin at, and the moment from which to count the seconds."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--started", type=float, default=time.time())

    def handle(self, *, port: int, started: float, **_options: object) -> None:
        """Prepare, print, and become the server."""
        settings.STATE.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("demo")
        port = next(free for free in range(port, port + 1000) if is_free(free))
        self.introduce(f"http://localhost:{port}/", time.time() - started)
        program, *arguments = SERVER.format(port=port).split()
        server = str(Path(sys.executable).parent / program)
        os.execv(server, [server, *arguments])  # noqa: S606 -- our own server takes our place

    def introduce(self, address: str, seconds: float) -> None:
        """Print where it is, who can sign in if this is the demo, and how long it took."""
        self.stdout.write(
            f"\nRempart is at {address} (ready in {seconds:.0f} s; Ctrl+C stops it)\n"
        )
        if User.objects.filter(username__in=PEOPLE["Passerelle (fictional)"]).exists():
            self.stdout.write(f"All is invented. Sign in with the password {PASSWORD} as:\n")
            for organisation, people in PEOPLE.items():
                for name, role in people.items():
                    self.stdout.write(f"  {name:7} {role.value:14} {organisation}\n")
        self.stdout.flush()
