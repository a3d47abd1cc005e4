"""The templates that an organisation can print with: its own, and those that are shipped."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from rempart.accounts.models import Organisation
from rempart.programmes.documents.outline import SECTIONS
from rempart.programmes.models.documents import OutlinePattern
from rempart.programmes.rules.patterns import Pattern, PatternSection, read_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A template as it is chosen by its code, with its own Word template if it has one."""

    code: str
    pattern: Pattern
    file: bytes | None = None


def shipped() -> dict[str, Pattern]:
    """Return the templates of the content by their code, in the languages of this deployment."""
    offered = dict(settings.LANGUAGES)
    return {code: one for code, one in _shipped().items() if one.language in offered}


@cache
def _shipped() -> dict[str, Pattern]:
    """Return every template of the content; ``ValueError`` if one of them is faulty."""
    found: dict[str, Pattern] = {}
    for folder in settings.CONTENT_FOLDERS:
        for path in sorted((folder / "outlines").glob("*.json")):
            language = path.stem.rsplit(".", maxsplit=1)[-1]
            pattern, faults = read_pattern(path.read_bytes(), SECTIONS, {language})
            if pattern is None:
                message = f"{path.name}: {faults}"
                raise ValueError(message)
            found[path.stem] = pattern
    return found


def patterns_of(organisation: Organisation) -> QuerySet[OutlinePattern]:
    """Return the organisation's own templates, without their files."""
    return OutlinePattern.objects.filter(organisation=organisation).defer("file")


def pattern_in(organisation: Organisation, key: UUID) -> OutlinePattern | None:
    """Return one of the organisation's own templates."""
    return OutlinePattern.objects.filter(organisation=organisation, pk=key).first()


def told(stored: OutlinePattern) -> Pattern:
    """Return a stored template as facts."""
    return Pattern(
        name=stored.name,
        language=stored.language,
        note=stored.note,
        sections=tuple(PatternSection(**one) for one in stored.sections),
    )


def choices_of(organisation: Organisation) -> list[tuple[str, Pattern]]:
    """Return every template that the organisation can print with: code and template, its own first."""
    own = [(str(one.pk), told(one)) for one in patterns_of(organisation)]
    return own + list(shipped().items())


def chosen_by(organisation: Organisation, code: str) -> Chosen | None:
    """Return the template of a code; none if there is no such one for this organisation."""
    if code in shipped():
        return Chosen(code=code, pattern=shipped()[code])
    try:
        stored = pattern_in(organisation, UUID(code))
    except ValueError:
        return None
    if stored is None:
        return None
    file = bytes(stored.file) if stored.file else None
    return Chosen(code=code, pattern=told(stored), file=file)
