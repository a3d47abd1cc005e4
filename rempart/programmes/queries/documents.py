"""What an organisation changed of its documents."""

from django.conf import settings
from django.utils import translation

from rempart.accounts.models import Organisation
from rempart.programmes.documents.blocks import Outline
from rempart.programmes.documents.naming import in_own_words
from rempart.programmes.documents.outline import outline_of
from rempart.programmes.models import Programme
from rempart.programmes.models.documents import OutlineHeading, OutlineTemplate
from rempart.programmes.queries.levels import our_levels, own_levels
from rempart.programmes.queries.plans import plan_of
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
    """Return a programme's outline in a language, under its organisation's headings."""
    known = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    own = own_levels(programme.organisation_id, known)
    with translation.override(known):
        ours = our_levels()
    plain = outline_of(
        plan_of(programme),
        language=known,
        is_draft=programme.is_draft,
        headings=_level_headings(own) | headings_of(programme.organisation, known),
    )
    return in_own_words(plain, ours, own)


def _level_headings(own: Names) -> dict[str, str]:
    """Return the headings of the sections that are about one level."""
    return {
        SECTION_OF[level]: (one if level == "development_objective" else many)
        for level, (one, many) in own.items()
        if level in SECTION_OF
    }
