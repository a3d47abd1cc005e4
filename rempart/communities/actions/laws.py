"""Entries of law and policy: written, changed, withdrawn and taken up again, brought in by a sheet."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_write_places
from rempart.communities.models import LawEntry, PendingLaw
from rempart.communities.queries.laws import taken_by
from rempart.communities.rules.laws.checking import Facts, faults_of
from rempart.communities.rules.laws.reading import Row, same_key
from rempart.communities.rules.laws.registers import REGISTERS, SHARED, Sort
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record

AT_ONCE = 500  # rows of a statement


@transaction.atomic
def write_entry(entry: LawEntry, facts: Facts, *, by: User, on: date, version: int = 0) -> LawEntry:
    """Write what is said of an entry, new or known, and return it.

    Refused with every fault of the facts, as ``same_entry`` where the register has it already, as
    ``changed_meanwhile`` where someone wrote it since this ``version``.
    """
    if not may_write_places(by, entry.organisation_id):
        raise PermissionDenied
    is_new = entry._state.adding  # noqa: SLF001 -- Django's own word for it
    _check_whole(entry)
    register = entry.described
    reasons = [code for _, code in faults_of(register, facts, on)]
    if not is_new:
        known = LawEntry.objects.select_for_update().get(pk=entry.pk)
        if known.version != version:
            reasons.append("changed_meanwhile")
    own = LawEntry.objects.filter(organisation=entry.organisation_id, register=entry.register)
    same = taken_by(own).get(same_key(register, facts, str(entry.within_id or "")))
    if same not in {None, str(entry.pk)}:
        reasons.append("same_entry")
    if reasons:
        raise RefusedError(reasons)
    _set(entry, facts, by)
    entry.version = 1 if is_new else version + 1
    entry.save()
    record(by, "law.written", entry, register=entry.register, version=entry.version)
    return entry


def _check_whole(entry: LawEntry) -> None:
    """See to it that a part belongs to an entry of its own organisation and of the right register."""
    whole = entry.within
    register = entry.described
    if not register.within and whole is None:
        return
    if whole is None or whole.organisation_id != entry.organisation_id:
        raise PermissionDenied
    if whole.register != register.within:
        raise PermissionDenied


def _set(entry: LawEntry, facts: Facts, by: User) -> None:
    """Put facts where they are kept; the country of a part is that of its whole."""
    own: dict[str, str | list[str]] = {}
    for column in entry.described.columns:
        said = facts.get(column.name, "")
        if column.name not in SHARED:
            own[column.name] = said if isinstance(said, str) else list(said)
        elif column.sort is Sort.DAY:
            setattr(entry, column.name, date.fromisoformat(str(said)) if said else None)
        else:
            setattr(entry, column.name, said)
    if entry.within:
        entry.country = entry.within.country
    entry.facts = own
    entry.written_by = by


@transaction.atomic
def withdraw_entry(entry: LawEntry, *, by: User, on: date) -> None:
    """Withdraw an entry with what belongs to it: it stays on record and counts no more."""
    if not may_write_places(by, entry.organisation_id):
        raise PermissionDenied
    for one in (entry, *entry.parts.filter(withdrawn_on=None)):
        one.withdrawn_on = on
        one.save(update_fields=["withdrawn_on", "changed_at"])
    record(by, "law.withdrawn", entry, register=entry.register)


@transaction.atomic
def take_up_entry(entry: LawEntry, *, by: User) -> None:
    """Let a withdrawn entry count again, with what was withdrawn along with it.

    Refused as ``same_entry`` where another has taken its place, as ``whole_withdrawn`` where what
    it belongs to is withdrawn.
    """
    if not may_write_places(by, entry.organisation_id):
        raise PermissionDenied
    if entry.within and entry.within.withdrawn_on:
        raise RefusedError(["whole_withdrawn"])
    own = LawEntry.objects.filter(organisation=entry.organisation_id, register=entry.register)
    if same_key(entry.described, entry.said(), str(entry.within_id or "")) in taken_by(own):
        raise RefusedError(["same_entry"])
    for one in (entry, *entry.parts.filter(withdrawn_on=entry.withdrawn_on)):
        one.withdrawn_on = None
        one.save(update_fields=["withdrawn_on", "changed_at"])
    record(by, "law.taken_up", entry, register=entry.register)


@transaction.atomic
def keep_law_sheet(
    organisation: Organisation, register: str, rows: Sequence[Row], *, by: User, name: str
) -> PendingLaw:
    """Keep what a faultless sheet says until its reader has seen it; the one before is forgotten."""
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    said = {"organisation": organisation, "register": register, "name": name}
    said["rows"] = [row.kept() for row in rows]
    sheet, _ = PendingLaw.objects.update_or_create(author=by, defaults=said)
    record(by, "law.sheet_kept", sheet, count=len(rows))
    return sheet


@transaction.atomic
def store_law_sheet(sheet: PendingLaw, *, by: User, on: date) -> int:
    """Write every entry of a kept sheet; return how many.

    Refused as ``sheet_stale`` where the register has changed so that a row no longer fits.
    """
    if sheet.author_id != by.pk or not may_write_places(by, sheet.organisation_id):
        raise PermissionDenied
    rows = [Row.of(kept) for kept in sheet.rows]
    known = _known(sheet)
    taken = taken_by(known[key] for key in known if known[key].register == sheet.register)
    made: list[LawEntry] = []
    changed: list[LawEntry] = []
    for row in rows:
        entry = _entry_of(row, sheet, known)
        same = same_key(entry.described, row.facts, row.within)
        if taken.get(same, row.key) != row.key or faults_of(entry.described, row.facts, on):
            raise RefusedError(["sheet_stale"])
        _set(entry, row.facts, by)
        (changed if row.key else made).append(entry)
    LawEntry.objects.bulk_create(made, batch_size=AT_ONCE)
    for entry in changed:
        entry.version += 1
        entry.save()
    record(by, "law.sheet_stored", sheet.organisation, count=len(rows), register=sheet.register)
    sheet.delete()
    return len(rows)


def _known(sheet: PendingLaw) -> dict[str, LawEntry]:
    """Return the entries that the rows of a sheet may change or belong to, by their keys."""
    register = REGISTERS[sheet.register]
    named = {sheet.register, register.within or sheet.register}
    own = LawEntry.objects.select_for_update().filter(organisation=sheet.organisation_id)
    return {str(one.pk): one for one in own.filter(register__in=named)}


def _entry_of(row: Row, sheet: PendingLaw, known: dict[str, LawEntry]) -> LawEntry:
    if (row.key and row.key not in known) or (row.within and row.within not in known):
        raise RefusedError(["sheet_stale"])
    if row.key:
        return known[row.key]
    within = known[row.within].pk if row.within else None
    entry = LawEntry(
        organisation_id=sheet.organisation_id, register=sheet.register, within_id=within
    )
    if row.within:
        entry.within = known[row.within]
    return entry


@transaction.atomic
def drop_law_sheet(sheet: PendingLaw, *, by: User) -> None:
    """Forget a kept sheet."""
    if sheet.author_id != by.pk:
        raise PermissionDenied
    record(by, "law.sheet_dropped", sheet)
    sheet.delete()
