"""The rounds of one study, from the first on, with what each of them measured."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rempart.accounts.models import User
from rempart.communities.models import Study, StudyFigure
from rempart.communities.queries.studies import studies_for
from rempart.communities.rules.study_rounds import Change, Measured, change_since

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A figure of one round, and what changed since the first one."""

    figure: StudyFigure
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A thing that is measured, and its figures by round."""

    first: StudyFigure
    later: list[Read]


def rounds_of(user: User, study: Study) -> list[Study]:
    """Return every round of a study that the reader may see, the first one first; withdrawn ones left out."""
    found = {one.pk: one for one in studies_for(user)}
    first = study.pk
    while (above := found[first].earlier_id) in found:
        assert above is not None  # noqa: S101 -- it is among those found
        first = above
    below: dict[UUID | None, list[UUID]] = defaultdict(list)
    for one in found.values():
        below[one.earlier_id].append(one.pk)
    keys = [first]
    for key in keys:
        keys += below[key]
    kept = [found[key] for key in keys if key == study.pk or not found[key].is_withdrawn]
    return sorted(kept, key=lambda one: (one.pk != first, str(one.ends_on or "9999")))


def measures_of(rounds: list[Study]) -> list[Measure]:
    """Return what these rounds measured, each figure read against that of the first round."""
    figures = StudyFigure.objects.filter(study__in=rounds).select_related("study", "place")
    own = list(figures)
    keys = {one.pk for one in own}
    order = {one.pk: number for number, one in enumerate(rounds)}
    later: dict[UUID, list[StudyFigure]] = defaultdict(list)
    for one in own:
        if one.against_id in keys and one.against_id:
            later[one.against_id].append(one)
    return [
        Measure(
            first=first,
            later=[
                Read(figure=one, change=change_since(measured(first), measured(one)))
                for one in sorted(later[first.pk], key=lambda one: order[one.study_id])
            ],
        )
        for first in own
        if first.against_id not in keys
    ]


def measured(figure: StudyFigure) -> Measured:
    """Return a figure as the rules compare it."""
    study = figure.study
    return Measured(
        value=figure.value,
        unit=figure.unit,
        sample=figure.sample,
        place=str(figure.place_id or ""),
        method=study.method,
        on=study.ends_on,
        confidence=study.confidence,
    )


def figures_to_read_against(study: Study, rounds: list[Study]) -> list[StudyFigure]:
    """Return the first figures of earlier rounds that this one has not measured again yet."""
    earlier = []
    by_key = {one.pk: one for one in rounds}
    above = study.earlier_id
    while above in by_key and above is not None:
        earlier.append(above)
        above = by_key[above].earlier_id
    found = StudyFigure.objects.filter(study__in=earlier, against=None).select_related("study")
    return list(found.exclude(later__study=study))
