"""What goes from campaigns with a row that is gone."""

from collections.abc import Set as AbstractSet

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

GROUPED: dict[str, type[Row]] = {
    "materials": Material,
    "sessions": Activity,
    "places": PlannedPlace,
    "segments": Segment,
}


def _tidy_campaigns(programme: Programme) -> None:
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
