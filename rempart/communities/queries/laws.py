"""Reading the registers of law and policy, starting from what this reader may see."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils.translation import override

from rempart.accounts.models import User
from rempart.communities.catalogue import treaty_bodies
from rempart.communities.models import LawEntry, PendingLaw
from rempart.communities.models.law_names import WITHIN_NAMES, label_of, word_of
from rempart.communities.rules.laws.checking import Fact
from rempart.communities.rules.laws.reading import ID, WITHIN, Words, same_key
from rempart.communities.rules.laws.registers import REGISTERS, Column, Register
from rempart.communities.rules.readings import told_twice
from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.words import bare

GROWN = {"a18_plus"}  # no child's age


def law_for(user: User, register: str = "") -> QuerySet[LawEntry]:
    """Return the entries of the reader's own organisation, of one register or of all."""
    mine = LawEntry.objects.filter(organisation=user.organisation_id)
    return mine.filter(register=register) if register else mine


def countries_of(user: User) -> list[str]:
    """Return the countries of which the reader's organisation keeps anything."""
    found = law_for(user).exclude(country="").order_by("country")
    return list(found.values_list("country", flat=True).distinct())


def counts_of(user: User) -> Mapping[str, int]:
    """Return how many entries each register holds, the withdrawn ones left out."""
    living = law_for(user).filter(withdrawn_on=None).order_by()
    return dict(living.values_list("register").annotate(n=Count("pk")))


def waiting_for(user: User) -> list[LawEntry]:
    """Return what still waits for something that has a date, the earliest first."""
    dated = law_for(user).filter(withdrawn_on=None, due__isnull=False).select_related("within")
    return [one for one in dated.order_by("due", "title") if one.state in one.described.opened]


def parts_by_register(entry: LawEntry) -> Mapping[str, list[LawEntry]]:
    """Return the entries that belong to one: its consultations, its decisions."""
    found: dict[str, list[LawEntry]] = defaultdict(list)
    for one in LawEntry.objects.filter(within=entry).order_by("due", "on", "title", "id"):
        found[one.register].append(one)
    return found


def of_instrument(user: User, slug: str) -> Mapping[str, list[LawEntry]]:
    """Return what the reader's organisation keeps about an instrument of the guide."""
    wanted = law_for(user).filter(register__in=("ratifications", "provisions"), withdrawn_on=None)
    found: dict[str, list[LawEntry]] = defaultdict(list)
    for one in wanted:
        if slug == one.facts.get("instrument") or slug in one.facts.get("instruments", ()):
            found[one.register].append(one)
    return found


def pending_law_of(user: User) -> PendingLaw | None:
    """Return the sheet that the reader chose and has not said yes to; never another's."""
    mine = PendingLaw.objects.filter(author=user, organisation=user.organisation_id)
    return mine.first()


# --- words ---


def options_of(column: Column) -> list[tuple[str, str]]:
    """Return what a column may answer, as code and words in the reader's language."""
    if column.options:
        return [(code, word_of(code)) for code in column.options]
    if column.vocabulary == "instrument":
        return [(one.slug, say(one)) for one in catalogue().of_kind(Kind.LAW)]
    if column.vocabulary == "body":
        return [(slug, say(body)) for slug, body in treaty_bodies().items()]
    listed = catalogue().code_list(_LISTS[column.vocabulary]).offered()
    return [(one.id, say(one, "label")) for one in listed if one.id not in GROWN]


_LISTS = {"group": "stakeholder_group", "age_band": "age_band"}


def answer(column: Column, fact: Fact) -> str:
    """Return what a closed column answers, in words."""
    words = dict(options_of(column))
    codes = (fact,) if isinstance(fact, str) else fact
    return ", ".join(words.get(code, word_of(code)) for code in codes if code)


def name_of(entry: LawEntry) -> str:
    """Return what an entry is called: its title, or what names it where it has none."""
    said = entry.said()
    codes: list[str] = []
    for name in entry.described.named_by:
        fact = said.get(name, "") if name != "title" else ""
        codes += [fact] if isinstance(fact, str) and fact else fact
    return name_in_words(entry.register, codes, entry.title)


def name_in_words(register: str, codes: Iterable[str], title: str) -> str:
    """Return the name that codes of a register's naming columns and a title make together."""
    words = dict(codes_in_words(register))
    return ", ".join([*(words.get(code, code) for code in codes), *([title] if title else [])])


def codes_in_words(register: str) -> Iterator[tuple[str, str]]:
    """Yield every code that may name an entry of a register, with its words."""
    described = REGISTERS[register]
    for name in described.named_by:
        column = described.column(name)
        if column is not None and column.is_closed:
            yield from options_of(column)


def law_heads(register: Register) -> list[tuple[str, str]]:
    """Return the columns of a register's sheet, each with its head in the reader's language."""
    whole = [(WITHIN, str(WITHIN_NAMES[register.slug]))] if register.within else []
    own = [(one.name, label_of(register.slug, one.name)) for one in register.columns]
    return [(ID, ID), *whole, *own]


def law_words(user: User, register: Register, today: date) -> Words:
    """Return what the words of a sheet mean to the reader's organisation, in every language."""
    heads: list[tuple[str, str]] = []
    options: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for language, _name in settings.LANGUAGES:
        with override(language):
            for name, words in law_heads(register):
                heads += [(words, name), (name, name)]
            for column in register.columns:
                if column.is_closed:
                    for code, words in options_of(column):
                        options[column.name] += [(words, code), (code, code)]
    own = list(law_for(user, register.slug))
    return Words(
        heads=told_twice(iter(heads)),
        options={name: told_twice(iter(found)) for name, found in options.items()},
        keys=frozenset(str(one.pk) for one in own),
        wholes=_wholes(user, register),
        taken=taken_by(own),
        today=today,
    )


def taken_by(entries: Iterable[LawEntry]) -> dict[tuple[str, ...], str]:
    """Return what no two entries may share, with the entry that has it; withdrawn ones have none."""
    return {
        same_key(one.described, one.said(), str(one.within_id or "")): str(one.pk)
        for one in entries
        if not one.withdrawn_on
    }


def _wholes(user: User, register: Register) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    if register.within:
        living = law_for(user, register.within).filter(withdrawn_on=None)
        for pk, title in living.values_list("pk", "title"):
            found[bare(title)].append(str(pk))
            found[bare(str(pk))] = [str(pk)]
    return found


def as_record(entry: LawEntry) -> dict[str, object]:
    """Return an entry as JSON tells it: codes, days as 2026-05-31, nothing about who wrote it."""
    return {
        "id": str(entry.pk),
        **({"within": str(entry.within_id)} if entry.within_id else {}),
        **{name: list(v) if isinstance(v, tuple) else v for name, v in entry.said().items()},
        "withdrawn": bool(entry.withdrawn_on),
    }
