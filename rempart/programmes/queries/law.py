"""Entries of law and policy that programmes point at, as their registers say them today."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from rempart.accounts.models import Organisation
from rempart.communities.models import LawEntry
from rempart.communities.models.law_names import REGISTER_NAMES, WITHIN_NAMES
from rempart.communities.queries.laws import name_of
from rempart.communities.rules.laws.registers import REGISTERS
from rempart.programmes.models import LawLink, Programme

TOLD = ("included", "instability", "briefed", "consulted")
LINKED = [slug for slug in REGISTERS if slug not in WITHIN_NAMES]  # a part is reached by its whole


def entries_to_link(programme: Programme) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the living entries of the programme's organisation, by register, as key and words."""
    living = LawEntry.objects.filter(
        organisation=programme.organisation_id, withdrawn_on=None, register__in=LINKED
    )
    found: dict[str, list[tuple[str, str]]] = {slug: [] for slug in LINKED}
    for one in living:
        found[one.register].append((str(one.pk), f"{name_of(one)} – {one.country}"))
    return [(str(REGISTER_NAMES[slug][0]), own) for slug, own in found.items() if own]


def texts_of(entry: LawEntry) -> dict[str, object]:
    """Return what a programme keeps of an entry: texts and codes that say it elsewhere too."""
    said = entry.said()
    own: dict[str, object] = {name: said.get(name, "") for name in TOLD}
    open_ones = (one for one in entry.parts.all() if one.state in one.described.opened)
    waits = [
        _wait(one) for one in open_ones if one.register == "decisions" and not one.withdrawn_on
    ]
    return own | {
        "register": entry.register,
        "entry": str(entry.pk),
        "names": [str(said[n]) for n in entry.described.named_by if n != "title" and said.get(n)],
        "title": entry.title,
        "country": entry.country,
        "state": entry.state,
        "waits": sorted(waits),
    }


def _wait(decision: LawEntry) -> str:
    owner = str(decision.said().get("owner", ""))
    return f"{decision.due}: {decision.title} ({owner})"


def entry_of(organisation: Organisation, key: str) -> LawEntry | None:
    """Return the organisation's own entry of this key, if there is one."""
    return _entries(organisation.pk, [key]).get(key)


def follow(links: Sequence[LawLink], organisation: UUID) -> None:
    """Let links say what their entries say today; one whose entry is elsewhere keeps its texts."""
    found = _entries(organisation, [one.entry for one in links]) if links else {}
    for one in links:
        if one.entry in found:
            for name, value in texts_of(found[one.entry]).items():
                setattr(one, name, value)


def _entries(organisation: UUID, keys: Iterable[str]) -> Mapping[str, LawEntry]:
    wanted = [key for key in map(_key, keys) if key]
    own = LawEntry.objects.filter(organisation=organisation, pk__in=wanted)
    return {str(one.pk): one for one in own.prefetch_related("parts")}


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
