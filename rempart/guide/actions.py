"""Adding to the guide. One verb, one transaction, one line in the audit log."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.guide.access import may_change, may_write_own_entries
from rempart.guide.models import OwnEntry, OwnWords
from rempart.guide.rules.own import Written
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


@transaction.atomic
def add_own_entry(written: Written, *, by: User, on: date) -> OwnEntry:
    """Add an entry for the organisation of ``by``; refused as ``no-words`` without any language."""
    if not may_write_own_entries(by) or by.organisation is None:
        raise PermissionDenied
    entry = OwnEntry.objects.create(
        organisation=by.organisation,
        kind=written.kind,
        area=written.area,
        written_by=by,
        written_on=on,
    )
    _say(entry, written)
    record(by, "guide.entry_added", entry, kind=entry.kind)
    return entry


@transaction.atomic
def change_own_entry(entry: OwnEntry, written: Written, *, by: User) -> None:
    """Change what an organisation's entry says; refused as ``no-words`` without any language."""
    if not may_change(by, entry):
        raise PermissionDenied
    entry.kind, entry.area = written.kind, written.area
    entry.save(update_fields=["kind", "area"])
    entry.said.all().delete()
    _say(entry, written)
    record(by, "guide.entry_changed", entry, kind=entry.kind)


@transaction.atomic
def withdraw_own_entry(entry: OwnEntry, *, by: User, on: date) -> None:
    """Show an organisation's entry no more; its words are kept."""
    if not may_change(by, entry):
        raise PermissionDenied
    entry.withdrawn_on = on
    entry.save(update_fields=["withdrawn_on"])
    record(by, "guide.entry_withdrawn", entry)


def _say(entry: OwnEntry, written: Written) -> None:
    if not written.words:
        raise RefusedError(["no-words"])
    OwnWords.objects.bulk_create(
        OwnWords(entry=entry, language=language, title=said.title, text=said.text)
        for language, said in written.words.items()
    )
