"""``manage.py export_programme ID --format json|docx|pdf --language fr --output FILE``."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from rempart.programmes.documents.pdf import to_pdf
from rempart.programmes.documents.word import to_word
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.documents import outline_for, template_of
from rempart.programmes.rules.exchange import write_plan


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
        file = self._file(programme, str(options["format"]), str(options["language"]))
        output = options["output"]
        if isinstance(output, Path):
            output.write_bytes(file)
        else:
            sys.stdout.buffer.write(file)

    @staticmethod
    def _file(programme: Programme, form: str, language: str) -> bytes:
        if form == "json":
            return write_plan(plan_of(programme)).encode()
        outline = outline_for(programme, language)
        if form == "pdf":
            return to_pdf(outline)
        own = template_of(programme.organisation)
        return to_word(outline, bytes(own.file) if own else None)
