"""Adding to the guide. One verb, one transaction, one line in the audit log."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.guide.access import may_change, may_write_own_entries
from rempart.guide.models import OwnEntry, OwnIndicator, OwnIndicatorWords, OwnWords
from rempart.guide.rules.library import Defined
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


@transaction.atomic
def add_own_indicator(defined: Defined, *, by: User, on: date) -> OwnIndicator:
    """Add an indicator for the organisation of ``by``; refused as ``no-words`` without any language."""
    if not may_write_own_entries(by) or by.organisation is None:
        raise PermissionDenied
    indicator = OwnIndicator(organisation=by.organisation, written_by=by, written_on=on)
    _define(indicator, defined)
    record(by, "guide.indicator_added", indicator, level=indicator.level)
    return indicator


@transaction.atomic
def change_own_indicator(indicator: OwnIndicator, defined: Defined, *, by: User) -> None:
    """Change what an organisation's indicator says; refused as ``no-words`` without any language."""
    if not may_change(by, indicator):
        raise PermissionDenied
    _define(indicator, defined)
    record(by, "guide.indicator_changed", indicator, level=indicator.level)


@transaction.atomic
def withdraw_own_indicator(indicator: OwnIndicator, *, by: User, on: date) -> None:
    """Offer an organisation's indicator no more; plans that took it keep its words."""
    if not may_change(by, indicator):
        raise PermissionDenied
    indicator.withdrawn_on = on
    indicator.save(update_fields=["withdrawn_on"])
    record(by, "guide.indicator_withdrawn", indicator)


def _define(indicator: OwnIndicator, defined: Defined) -> None:
    if not defined.words:
        raise RefusedError(["no-words"])
    for name in ("level", "domain", "unit", "direction", "frequency"):
        setattr(indicator, name, getattr(defined, name))
    indicator.split = list(defined.split)
    indicator.save()
    indicator.said.all().delete()
    OwnIndicatorWords.objects.bulk_create(
        OwnIndicatorWords(indicator=indicator, language=language, **said)
        for language, said in defined.words.items()
    )
