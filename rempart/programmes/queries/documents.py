"""What an organisation changed of its documents."""

from dataclasses import replace

from django.conf import settings
from django.utils import translation
from django.utils.timezone import localdate

from rempart.accounts.models import Organisation
from rempart.kit.refusals import RefusedError
from rempart.programmes.catalogue import thresholds
from rempart.programmes.documents.blocks import Outline
from rempart.programmes.documents.naming import in_own_words
from rempart.programmes.documents.outline import outline_of
from rempart.programmes.documents.pdf import to_pdf
from rempart.programmes.documents.word import to_word
from rempart.programmes.models import Programme, Version
from rempart.programmes.models.documents import OutlineHeading, OutlineTemplate
from rempart.programmes.queries.decisions import decisions_on, is_draft
from rempart.programmes.queries.levels import our_levels, own_levels
from rempart.programmes.queries.patterns import Chosen
from rempart.programmes.queries.plans import plan_of
from rempart.programmes.queries.versions import plan_kept
from rempart.programmes.rules.exchange import write_plan
from rempart.programmes.rules.findings import review
from rempart.programmes.rules.naming import Names
from rempart.programmes.rules.plan import Plan

SECTION_OF = {
    "development_objective": "development_objective",
    "objectives": "immediate_objectives",
    "outputs": "outputs",
    "activities": "activities",
}


def headings_of(organisation: Organisation, language: str) -> dict[str, str]:
    """Return the organisation's own headings in a language, by section."""
    found = OutlineHeading.objects.filter(organisation=organisation, language=language)
    return dict(found.values_list("section", "heading"))


def template_of(organisation: Organisation) -> OutlineTemplate | None:
    """Return the organisation's own Word template, if it has one."""
    return OutlineTemplate.objects.filter(organisation=organisation).first()


def outline_for(
    programme: Programme,
    language: str,
    version: Version | None = None,
    chosen: Chosen | None = None,
    plan: Plan | None = None,
) -> Outline:
    """Return a programme's outline in a language, under its organisation's headings or a template's.

    ``plan`` is what the programme says, where the caller has read it already.
    What was set aside counts as the review counted it on the day of the submission (of a version:
    when it was kept), or counts it today: a block that a file from elsewhere calls set aside is not.
    """
    plan = plan_kept(version) if version else plan or plan_of(programme)
    day = localdate(version.kept_at) if version else programme.submitted_on or localdate()
    findings = review(plan, day, thresholds())
    counted = tuple(finding.set_aside for finding in findings if finding.set_aside)
    asked = chosen.pattern.language if chosen else language
    known = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    own = own_levels(programme.organisation_id, known)
    with translation.override(known):
        ours = our_levels()
    headings = _level_headings(own) | headings_of(programme.organisation, known)
    plain = outline_of(
        replace(plan, set_aside=counted),
        language=known,
        is_draft=is_draft(programme, version),
        headings={} if chosen else headings,
        pattern=chosen.pattern if chosen else None,
        decisions=decisions_on(programme, version),
    )
    return in_own_words(plain, ours, own)


def file_of(
    programme: Programme,
    form: str,
    language: str,
    version: Version | None = None,
    chosen: Chosen | None = None,
) -> tuple[bytes, bool]:
    """Return the programme, or one of its versions, as json, docx or pdf, and whether it is as wanted.

    A template of the organisation's own was tried when it was kept. Should it not bear this
    programme, the house's own stands in, and the answer says so.
    """
    if form == "json":
        plan = plan_kept(version) if version else plan_of(programme)
        return write_plan(plan).encode(), True
    outline = outline_for(programme, language, version, chosen)
    if form == "pdf":
        return to_pdf(outline), True
    own = template_of(programme.organisation)
    file = chosen.file if chosen and chosen.file else bytes(own.file) if own else None
    try:
        return to_word(outline, file), True
    except RefusedError:
        return to_word(outline), False


def _level_headings(own: Names) -> dict[str, str]:
    """Return the headings of the sections that are about one level."""
    return {
        SECTION_OF[level]: (one if level == "development_objective" else many)
        for level, (one, many) in own.items()
        if level in SECTION_OF
    }
