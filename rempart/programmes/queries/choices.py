"""The actions that a programme chose, by their names."""

from rempart.guide.catalogue import catalogue, say
from rempart.programmes.models import Choice, Programme
from rempart.programmes.rules.codes import Decision


def chosen_actions(programme: Programme) -> dict[str, str]:
    """Return the name of each chosen action, by its guide slug; of an invented one by its key."""
    chosen = Choice.objects.filter(programme=programme, decision=Decision.CHOSEN.value)
    return {one.action or one.key: action_name(one.action) or one.title for one in chosen}


def action_name(slug: str) -> str:
    """Return the title of an action of the guide, in the reader's language."""
    return say(slug) if slug in catalogue().entries else ""
