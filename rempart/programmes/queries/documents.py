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
from rempart.programmes.models import Programme
from rempart.programmes.models.documents import OutlineHeading, OutlineTemplate
from rempart.programmes.queries.levels import our_levels, own_levels
from rempart.programmes.queries.plans import plan_of
from rempart.programmes.rules.exchange import write_plan
from rempart.programmes.rules.findings import review
from rempart.programmes.rules.naming import Names

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


def outline_for(programme: Programme, language: str) -> Outline:
    """Return a programme's outline in a language, under its organisation's headings.

    What was set aside counts as the review counted it on the day of the submission, or counts it
    today: a block that a file from elsewhere calls set aside is not.
    """
    plan = plan_of(programme)
    findings = review(plan, programme.submitted_on or localdate(), thresholds())
    counted = tuple(finding.set_aside for finding in findings if finding.set_aside)
    known = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    own = own_levels(programme.organisation_id, known)
    with translation.override(known):
        ours = our_levels()
    plain = outline_of(
        replace(plan, set_aside=counted),
        language=known,
        is_draft=programme.is_draft,
        headings=_level_headings(own) | headings_of(programme.organisation, known),
    )
    return in_own_words(plain, ours, own)


def file_of(programme: Programme, form: str, language: str) -> tuple[bytes, bool]:
    """Return the programme as json, docx or pdf, and whether it came out as the organisation wants.

    A template of its own was tried when it was kept. Should it not bear this programme, the house's
    own stands in, and the answer says so.
    """
    if form == "json":
        return write_plan(plan_of(programme)).encode(), True
    outline = outline_for(programme, language)
    if form == "pdf":
        return to_pdf(outline), True
    own = template_of(programme.organisation)
    try:
        return to_word(outline, bytes(own.file) if own else None), True
    except RefusedError:
        return to_word(outline), False


def _level_headings(own: Names) -> dict[str, str]:
    """Return the headings of the sections that are about one level."""
    return {
        SECTION_OF[level]: (one if level == "development_objective" else many)
        for level, (one, many) in own.items()
        if level in SECTION_OF
    }
