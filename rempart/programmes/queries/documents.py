"""What an organisation changed of its documents."""

from django.conf import settings

from rempart.accounts.models import Organisation
from rempart.kit.refusals import RefusedError
from rempart.programmes.documents.blocks import Outline
from rempart.programmes.documents.outline import outline_of
from rempart.programmes.documents.pdf import to_pdf
from rempart.programmes.documents.word import to_word
from rempart.programmes.models import Programme
from rempart.programmes.models.documents import OutlineHeading, OutlineTemplate
from rempart.programmes.queries.plans import plan_of
from rempart.programmes.rules.exchange import write_plan


def headings_of(organisation: Organisation, language: str) -> dict[str, str]:
    """Return the organisation's own headings in a language, by section."""
    found = OutlineHeading.objects.filter(organisation=organisation, language=language)
    return dict(found.values_list("section", "heading"))


def template_of(organisation: Organisation) -> OutlineTemplate | None:
    """Return the organisation's own Word template, if it has one."""
    return OutlineTemplate.objects.filter(organisation=organisation).first()


def outline_for(programme: Programme, language: str) -> Outline:
    """Return a programme's outline in a language, under its organisation's headings."""
    known = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return outline_of(
        plan_of(programme),
        language=known,
        is_draft=programme.is_draft,
        headings=headings_of(programme.organisation, known),
    )


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
