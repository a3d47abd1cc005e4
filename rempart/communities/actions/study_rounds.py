"""What a study measured: figures added, and taken away where nothing is read against them."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.communities.access import may_write_places
from rempart.communities.models import Place, Study, StudyFigure
from rempart.communities.rules.study_rounds import FigureTold, obstacles_to_figure
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


@transaction.atomic
def add_figure(study: Study, told: FigureTold, *, by: User) -> StudyFigure:
    """Return a new figure of a round; what it is read against gives it its name, unit and place.

    Refused as ``withdrawn``, ``told_twice``, ``not_earlier``, ``over_a_hundred``, ``part_of_one``.
    """
    if not may_write_places(by, study.organisation_id):
        raise PermissionDenied
    figure = StudyFigure(study=study)
    for name in FigureTold.__dataclass_fields__:
        setattr(figure, name, getattr(told, name))
    own = StudyFigure.objects.filter(study__organisation=study.organisation_id)
    first = own.filter(pk=told.against_id).first() if told.against_id else None
    if first:
        figure.name, figure.unit, figure.place_id = first.name, first.unit, first.place_id
    if figure.place_id and not Place.objects.filter(organisation=study.organisation_id, pk=figure.place_id).exists():  # fmt: skip
        raise PermissionDenied
    if reasons := _obstacles(study, figure, first, told):
        raise RefusedError(reasons)
    figure.save()
    record(by, "study_figure.added", figure)
    return figure


def _obstacles(
    study: Study, figure: StudyFigure, first: StudyFigure | None, told: FigureTold
) -> list[str]:
    reasons = ["withdrawn"] if study.is_withdrawn else []
    if told.against_id:
        if first is None or first.against_id or not _is_earlier(study, first):
            reasons.append("not_earlier")
        elif study.figures.filter(against=first).exists():
            reasons.append("told_twice")
    same = FigureTold(name=figure.name, unit=figure.unit, value=told.value)
    return reasons + obstacles_to_figure(same)


def _is_earlier(study: Study, first: StudyFigure) -> bool:
    """Say whether a figure belongs to a round before this one."""
    one = study.earlier
    while one is not None:
        if one.pk == first.study_id:
            return True
        one = one.earlier
    return False


@transaction.atomic
def remove_figure(figure: StudyFigure, *, by: User) -> None:
    """Take a figure away: it was mistaken. Refused as ``is_read_against`` where a later round needs it."""
    if not may_write_places(by, figure.study.organisation_id):
        raise PermissionDenied
    if figure.later.exists():
        raise RefusedError(["is_read_against"])
    record(by, "study_figure.removed", figure.study)
    figure.delete()
