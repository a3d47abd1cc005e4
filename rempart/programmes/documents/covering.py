"""How the coverage of needs is said, on its page and in its outline alike."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rempart.programmes.documents import words
from rempart.programmes.rules.coverage import Cover, Coverage, Line, agreed_by
from rempart.programmes.rules.plan import Plan


def line_said(line: Line, plan: Plan) -> str:
    """Say a need and where it is."""
    told = {
        "need": words.of_list(line.kind, "plan_need"),
        "place": words.everywhere([line.place] if line.place else [], plan),
    }
    return _("%(need)s (%(place)s)") % told


def names_of(found: Coverage, keys: tuple[str, ...]) -> str:
    """Say providers by name, one after the other."""
    names = {one.key: one.name for one in found.providers}
    return "; ".join(names[key] for key in keys)


def suggestion(line: Line, found: Coverage) -> str:
    """Say what would close a gap or end a duplicate: an alliance; nothing where nothing is open."""
    if line.state is Cover.SEVERAL:
        return _agreement(line, found)
    if line.state is Cover.NOBODY:
        return _ally(line, found)
    if line.state is Cover.PLANNED:
        return _("Until then nobody answers it: say who helps meanwhile.")
    if line.state is Cover.UNSAID:
        return _("Say how it is answered: today, planned, or not.")
    return ""


def _agreement(line: Line, found: Coverage) -> str:
    if agreed_by(line, {one.key: one for one in found.providers}):
        return _("These partners agreed how they coordinate: write how they complete each other here.")  # fmt: skip
    return _("Agree who does what: an alliance, or one of them elsewhere. Write what was agreed.")


def _ally(line: Line, found: Coverage) -> str:
    if near := found.elsewhere(line):
        told = {"names": names_of(found, near)}
        return _("Ask those who answer this need in another place: %(names)s.") % told
    return _("Seek a specialised alliance, or plan the work in step 5.")


def gaps_and_duplicates(plan: Plan, found: Coverage) -> Iterator[str]:
    """Say in a sentence each which needs have no provider, none today, or several without a word why."""
    for state, sentence in (
        (Cover.NOBODY, _("No provider: %(needs)s.")),
        (Cover.PLANNED, _("Planned, nobody today: %(needs)s.")),
        (Cover.UNSAID, _("Someone is named, how it is answered is not said: %(needs)s.")),
    ):
        if some := [line_said(line, plan) for line in found.of(state)]:
            yield sentence % {"needs": "; ".join(some)}
    if several := [
        _("%(need)s: %(names)s")
        % {"need": line_said(line, plan), "names": names_of(found, line.providers)}
        for line in found.of(Cover.SEVERAL)
    ]:
        told = {"needs": " / ".join(several)}
        yield _("Several providers in the same place, nothing agreed: %(needs)s.") % told
