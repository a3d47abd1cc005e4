"""``manage.py export_programme ID --format json|docx|pdf --language fr --output FILE``."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from rempart.programmes.models import Programme
from rempart.programmes.queries.documents import file_of


class Command(BaseCommand):
    """Write a programme to a file, or to standard output."""

    help = "Writes a programme as JSON, Word or PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the programme's id, the format, the language and the file."""
        parser.add_argument("programme", type=UUID)
        parser.add_argument("--format", choices=["json", "docx", "pdf"], default="json")
        parser.add_argument(
            "--language", choices=list(dict(settings.LANGUAGES)), default=settings.LANGUAGE_CODE
        )
        parser.add_argument("--output", type=Path)

    def handle(self, *_args: object, **options: object) -> None:
        """Write the file; an error if there is no such programme."""
        programme = Programme.objects.filter(pk=str(options["programme"])).first()
        if programme is None:
            message = f"There is no programme {options['programme']}."
            raise CommandError(message)
        file, is_as_wanted = file_of(programme, str(options["format"]), str(options["language"]))
        if not is_as_wanted:
            self.stderr.write("The organisation's template failed: the house's was used.")
        output = options["output"]
        if isinstance(output, Path):
            output.write_bytes(file)
        else:
            sys.stdout.buffer.write(file)
