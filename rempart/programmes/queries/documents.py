"""What an organisation changed of its documents."""

from django.conf import settings

from rempart.accounts.models import Organisation
from rempart.programmes.documents.blocks import Outline
from rempart.programmes.documents.outline import outline_of
from rempart.programmes.models import Programme
from rempart.programmes.models.documents import OutlineHeading, OutlineTemplate
from rempart.programmes.queries.plans import plan_of


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
