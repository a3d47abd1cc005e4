"""What the rows of campaigns need of every act on rows: who may be written, what goes with what is gone."""

from collections.abc import Set as AbstractSet

from rempart.kit.refusals import RefusedError
from rempart.programmes.models import (
    Activity,
    Campaign,
    Material,
    Measure,
    PlannedPlace,
    Programme,
    Reach,
    Row,
    Segment,
)
from rempart.programmes.queries import locked
from rempart.programmes.queries.changes import change_of_copy
from rempart.programmes.rules.lifecycle import Writing, writing_of

GROUPED: dict[str, type[Row]] = {
    "materials": Material,
    "sessions": Activity,
    "places": PlannedPlace,
    "segments": Segment,
}


def held_to_write(programme: Programme, listed_as: str) -> Programme:
    """Return the programme as stored, kept alone, if rows of this list are written in its state.

    What is counted and measured is written as long as it is not closed, and never in a working copy:
    the approved plan keeps it.
    """
    writing = writing_of(listed_as)
    found = locked(programme, writing=writing)
    if writing is Writing.MEASURES and change_of_copy(found):
        raise RefusedError(["not_for_a_copy"])
    return found


def tidy_campaigns(programme: Programme) -> None:
    """Let campaigns forget the rows that are gone; what was counted goes with whom it was counted of."""
    kept = {name: _keys(model, programme) for name, model in GROUPED.items()}
    for campaign in Campaign.objects.filter(programme=programme):
        told = {name: [k for k in getattr(campaign, name) if k in kept[name]] for name in GROUPED}
        if any(told[name] != getattr(campaign, name) for name in GROUPED):
            for name, keys in told.items():
                setattr(campaign, name, keys)
            campaign.save()
    Measure.objects.filter(programme=programme).exclude(segment__in=kept["segments"]).delete()
    campaigns = _keys(Campaign, programme)
    Reach.objects.filter(programme=programme).exclude(campaign__in=campaigns).delete()


def _keys(model: type[Row], programme: Programme) -> AbstractSet[str]:
    found = model._default_manager.filter(programme=programme)
    return set(found.values_list("key", flat=True))
