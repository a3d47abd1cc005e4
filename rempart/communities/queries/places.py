"""Finding places, and how they lie within one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import PROTECT, QuerySet
from django.db.models.fields.reverse_related import ForeignObjectRel

from rempart.accounts.models import User
from rempart.communities.models import Place
from rempart.communities.rules.places import way_up

BRANCH = 50  # places shown of one branch at a time


def places_for(user: User) -> QuerySet[Place]:
    """Return the places of the reader's own organisation, by name."""
    return Place.objects.filter(organisation=user.organisation_id)


@dataclass(slots=True, kw_only=True)
class Node:
    """A place in the tree; ``parts`` are those shown, ``count`` all that lie directly in it."""

    place: Place
    count: int = 0
    is_open: bool = False
    parts: "list[Node]" = field(default_factory=list)
    first: int = 0  # the place in the branch of the first shown
    following: int = 0  # of the first that is not shown any more; 0 where none follows


def tree_of(places: Iterable[Place], opened: UUID | None = None, first: int = 0) -> Node:
    """Return the whole tree under a node without a place worth reading: ``parts`` are its roots.

    A small tree stands open. Of a large one only the way to ``opened`` does, fifty places of each
    branch at a time; ``first`` says from which place on the branch ``opened`` is shown.
    """
    found = list(places)
    parents = {one.pk: one.parent_id for one in found}
    below: dict[UUID | None, list[Place]] = defaultdict(list)
    for one in found:
        below[one.parent_id if one.parent_id in parents else None].append(one)
    way: set[UUID] = {opened, *way_up(opened, parents)} if opened in parents else set()
    is_small = len(found) <= BRANCH

    def node(place: Place | None) -> Node:
        key = place.pk if place else None
        own = below[key]
        made = Node(place=place or Place(), count=len(own))
        made.is_open = bool(own) and (place is None or is_small or key in way)
        if made.is_open:
            made.first = first if key == opened and 0 <= first < len(own) else _window(own, way)
            shown = own[made.first : made.first + BRANCH]
            made.parts = [node(one) for one in shown]
            last = made.first + len(shown)
            made.following = last if last < len(own) else 0
        return made

    return node(None)


def _window(own: list[Place], way: set[UUID]) -> int:
    """Return from where a branch is shown so that the opened way is in it."""
    at = next((n for n, one in enumerate(own) if one.pk in way), 0)
    return at - at % BRANCH


def kept_by(place: Place) -> list[str]:
    """Return what keeps a place from being removed, in words: each row says it of itself."""
    return sorted(set(_keepers(place)))


def _keepers(place: Place) -> Iterator[str]:
    for relation in Place._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or relation.on_delete is not PROTECT:
            continue
        model = relation.related_model
        if not isinstance(model, str) and model is not Place:
            for row in model._default_manager.filter(**{relation.field.name: place}):
                yield str(getattr(row, "keeps_place_for", row))
