"""The doors of studies. Reviewers read; a stranger finds nothing; posts come with empty hands."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from rempart.communities.actions import (
    add_figure,
    add_finding,
    add_question,
    add_study,
    count_interview,
    describe_place,
    write_cell,
)
from rempart.communities.models import Place, Study
from rempart.communities.rules.studies import StudyTold
from rempart.communities.rules.study_findings import FindingTold
from rempart.communities.rules.study_grid import CellTold, SourceKind
from rempart.communities.rules.study_rounds import FigureTold
from rempart.communities.rules.told import Told
from tests.cast import amina, passerelle

S = "/places/studies/<uuid:study>"
DOORS = {
    #                                                       amina bento dalia chipo nobody
    "GET /places/studies/":                                (200, 200, 200, 200, 302),
    "POST /places/studies/":                               (405, 405, 405, 405, 401),
    "GET /places/studies/new/":                            (200, 403, 200, 200, 302),
    "POST /places/studies/new/":                           (422, 403, 422, 422, 401),
    f"GET {S}/":                                           (200, 200, 200, 404, 302),
    f"POST {S}/":                                          (405, 405, 405, 405, 401),
    f"GET {S}/change/":                                    (200, 403, 200, 404, 302),
    f"POST {S}/change/":                                   (422, 403, 422, 404, 401),
    f"GET {S}/passage/<slug:move>/":                       (200, 403, 200, 404, 302),
    f"POST {S}/passage/<slug:move>/":                      (422, 403, 422, 404, 401),
    f"GET {S}/ethics/":                                    (200, 200, 200, 404, 302),
    f"POST {S}/ethics/":                                   (302, 403, 302, 404, 401),
    f"GET {S}/summaries/":                                 (200, 403, 200, 404, 302),
    f"POST {S}/summaries/":                                (302, 403, 302, 404, 401),
    f"GET {S}/summary/":                                   (200, 200, 200, 404, 302),
    f"POST {S}/summary/":                                  (405, 405, 405, 405, 401),
    f"GET {S}/rounds/":                                    (200, 200, 200, 404, 302),
    f"POST {S}/rounds/":                                   (422, 403, 422, 404, 401),
    f"GET {S}/rounds/<uuid:figure>/removal/":              (405, 405, 405, 405, 302),
    f"POST {S}/rounds/<uuid:figure>/removal/":             (302, 403, 404, 404, 401),
    f"GET {S}/grid/":                                      (200, 200, 200, 404, 302),
    f"POST {S}/grid/":                                     (422, 403, 422, 404, 401),
    f"GET {S}/grid/<uuid:question>/removal/":              (405, 405, 405, 405, 302),
    f"POST {S}/grid/<uuid:question>/removal/":             (302, 403, 404, 404, 401),
    f"GET {S}/grid/<uuid:question>/<slug:source>/":        (200, 403, 200, 404, 302),
    f"POST {S}/grid/<uuid:question>/<slug:source>/":       (302, 403, 302, 404, 401),
    f"GET {S}/stop/":                                      (200, 200, 200, 404, 302),
    f"POST {S}/stop/":                                     (422, 403, 422, 404, 401),
    f"GET {S}/stop/<uuid:interview>/removal/":             (405, 405, 405, 405, 302),
    f"POST {S}/stop/<uuid:interview>/removal/":            (302, 403, 404, 404, 401),
    f"GET {S}/paper/<slug:form>/":                         (200, 200, 200, 404, 302),
    f"POST {S}/paper/<slug:form>/":                        (405, 405, 405, 405, 401),
    f"GET {S}/findings/new/":                              (200, 403, 200, 404, 302),
    f"POST {S}/findings/new/":                             (422, 403, 422, 404, 401),
    f"GET {S}/findings/<uuid:finding>/":                   (200, 403, 200, 404, 302),
    f"POST {S}/findings/<uuid:finding>/":                  (422, 403, 422, 404, 401),
    f"GET {S}/findings/<uuid:finding>/withdrawal/":        (200, 403, 200, 404, 302),
    f"POST {S}/findings/<uuid:finding>/withdrawal/":       (422, 403, 422, 404, 401),
    f"GET {S}/findings/<uuid:finding>/return/":            (405, 405, 405, 405, 302),
    f"POST {S}/findings/<uuid:finding>/return/":           (302, 403, 302, 404, 401),
}  # fmt: skip
TODAY = date(2026, 6, 1)


def study_of(number: int, earlier: UUID | None = None) -> Study:
    """Register a study of a place of its own."""
    place = Told(name=f"Study district {Place.objects.count()} (fictional)", level="community")
    told = StudyTold(
        title=f"Study {number} (fictional)",
        kind="baseline",
        topics=("masculinity",),
        places=(describe_place(passerelle(), place, by=amina()).pk,),
        method="Survey",
        earlier_id=earlier,
    )
    return add_study(passerelle(), told, by=amina(), on=TODAY)


def write(study: Study) -> dict[str, str]:
    """Write one of all that a study holds; return what stands for each placeholder."""
    found = FindingTold(text=f"Finding {study.findings.count()} (fictional)", topic="demand")
    finding = add_finding(study, found, by=amina())
    figure = add_figure(
        study, FigureTold(name="Venues (fictional)", unit="count", value=Decimal(40)), by=amina()
    )
    question = add_question(study, by=amina(), text="Who tolerates it?")
    write_cell(question, SourceKind.SURVEY, CellTold(text="Most"), by=amina())
    interview = count_interview(study, SourceKind.KEY_INFORMANT, by=amina(), themes=3, new_themes=1)
    return {
        "<uuid:finding>": str(finding.pk),
        "<uuid:figure>": str(figure.pk),
        "<uuid:question>": str(question.pk),
        "<uuid:interview>": str(interview.pk),
    }


def fill() -> dict[str, str]:
    """Make what the addresses name."""
    study = study_of(Study.objects.count())
    named = {"<slug:move>": "begin", "<slug:source>": "survey", "<slug:form>": "observation"}
    return {"<uuid:study>": str(study.pk), **named, **write(study)}


def more(filled: dict[str, str]) -> None:
    """Make one more of all that the pages of a study list: rows, and a later round."""
    study = Study.objects.get(pk=filled["<uuid:study>"])
    write(study)
    later = study_of(Study.objects.count(), study.pk)
    write(later)
    first = study.figures.get(pk=filled["<uuid:figure>"])
    add_figure(later, FigureTold(value=Decimal(50), against_id=first.pk), by=amina())
