"""``manage.py content_messages``: bring the translations of the content up to its source."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from rempart.guide.catalogue import load
from rempart.guide.catalogue.translating import all_words, by_domain, refresh, translation_faults


class Command(BaseCommand):
    """After a change of the English: old translations turn fuzzy, new texts stand empty."""

    help = "Rewrites content/locale/<language>/LC_MESSAGES/*.po from the content, and says what is left to translate."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a language that is not there yet, if one is given."""
        parser.add_argument("--language", help="only this language; a new one is begun")

    def handle(self, **options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """Rewrite every file and list what is left to do."""
        (content, *_) = settings.CONTENT_FOLDERS
        found = sorted(path.name for path in content.glob("locale/*"))
        words = by_domain(all_words(load([content]).words()))
        for language in [options["language"]] if options["language"] else found:
            for domain, said in words.items():
                file = content / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
                refresh(file, said, language)
                for fault in translation_faults(file, said):
                    self.stdout.write(f"{language}/{domain}: {fault}")
