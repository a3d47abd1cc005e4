"""The question grid and the counts of interviews: written and taken away."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from rempart.accounts.models import User
from rempart.communities.access import may_write_places
from rempart.communities.models import GridCell, GridQuestion, Interview, Study
from rempart.communities.rules.study_grid import CellTold, SourceKind
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


def _written(study: Study, by: User) -> None:
    if not may_write_places(by, study.organisation_id):
        raise PermissionDenied
    if study.is_withdrawn:
        raise RefusedError(["withdrawn"])


@transaction.atomic
def add_question(study: Study, *, by: User, text: str, prompt: str = "") -> GridQuestion:
    """Return a new row of the grid: something we need to know; refused as ``withdrawn``."""
    _written(study, by)
    question = GridQuestion.objects.create(study=study, text=text, prompt=prompt)
    record(by, "grid_question.added", question)
    return question


@transaction.atomic
def remove_question(question: GridQuestion, *, by: User) -> None:
    """Take a row away with its cells; refused as ``withdrawn``."""
    _written(question.study, by)
    record(by, "grid_question.removed", question.study)
    question.delete()


@transaction.atomic
def write_cell(question: GridQuestion, source: SourceKind, told: CellTold, *, by: User) -> None:
    """Write what one kind of source says of a question; nothing said takes the cell away."""
    _written(question.study, by)
    if told.text:
        given = {name: getattr(told, name) for name in CellTold.__dataclass_fields__}
        GridCell.objects.update_or_create(question=question, source=source.value, defaults=given)
    else:
        question.cells.filter(source=source.value).delete()
    record(by, "grid_cell.written", question, source=source.value)


@transaction.atomic
def count_interview(
    study: Study, source: SourceKind, *, by: User, themes: int, new_themes: int
) -> Interview:
    """Count an interview: its themes and the new ones among them; refused as ``more_new_than_all``."""
    _written(study, by)
    if new_themes > themes:
        raise RefusedError(["more_new_than_all"])
    Study.objects.select_for_update().get(pk=study.pk)
    last = study.interviews.aggregate(last=Max("number"))["last"] or 0
    counted = Interview.objects.create(
        study=study, number=last + 1, source=source.value, themes=themes, new_themes=new_themes
    )
    record(by, "interview.counted", study)
    return counted


@transaction.atomic
def remove_interview(interview: Interview, *, by: User) -> None:
    """Take a count away: it was mistaken; refused as ``withdrawn``."""
    _written(interview.study, by)
    record(by, "interview.removed", interview.study)
    interview.delete()
