"""Findings of studies that a plan cites: chosen with their method, place and day, kept, checked, printed, carried."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rempart.communities.actions import (
    add_finding,
    change_finding,
    move_study,
    withdraw_finding,
)
from rempart.communities.models import Study, StudyFinding
from rempart.communities.rules.studies import StudyMove
from rempart.communities.rules.study_findings import FindingTold
from rempart.communities.tests.invented_studies import TODAY, done, registered
from rempart.programmes.actions import remove_row, store_plan
from rempart.programmes.documents.outline import outline_of
from rempart.programmes.models import Cause, Citation, FactorMark, Indicator, Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.citations import (
    Citation as Cited,
)
from rempart.programmes.rules.citations import (
    numbers_by_row,
    sources_of,
)
from rempart.programmes.rules.copying import as_a_start, to_be_checked
from rempart.programmes.rules.exchange import read_plan, write_plan
from rempart.programmes.tests.factories import port_city
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"accept-language": "en"}, {"accept-language": "fr"}
WORDS = "Half of the men asked think that paying makes it no crime (fictional)."


def found(text: str = WORDS) -> StudyFinding:
    study = done("Men and money (fictional)", kind="demand_study")
    told = FindingTold(text=text, confidence="medium", topic="masculinity")
    return add_finding(study, told, by=amina())


def programme() -> Programme:
    plan = replace(port_city(), citations=())
    return store_plan(plan, by=amina(), organisation=passerelle())


def step(of: Programme, words: dict[str, str] = ENGLISH) -> str:
    page = browser_of(amina()).get(f"/programmes/{of.pk}/situation/", headers=words)
    return page.content.decode()


def cite(of: Programme, **typed: str) -> tuple[int, str]:
    address = f"/programmes/{of.pk}/rows/citations/add/"
    answer = browser_of(amina()).post(address, typed, headers=ENGLISH, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_cause_a_factor_and_a_baseline_rest_on_a_finding_chosen_with_method_place_and_day() -> (
    None
):
    plan, finding = programme(), found()
    rows = (
        f"causes.{Cause.objects.filter(programme=plan)[0].key}",
        f"factors.{FactorMark.objects.filter(programme=plan)[0].key}",
        f"indicators.{Indicator.objects.filter(programme=plan)[0].key}",
    )
    asked = browser_of(amina()).get(f"/programmes/{plan.pk}/rows/citations/add/", headers=ENGLISH)
    offered = asked.content.decode()
    assert f"{WORDS} (Men and money (fictional); Household survey; Port; 1 Mar 2026)" in offered
    for about in rows:
        assert f'value="{about}"' in offered
        status, page = cite(plan, finding=str(finding.pk), about=about)
        assert status == 200
    kept = Citation.objects.filter(programme=plan)
    assert [one.about for one in kept] == list(rows)
    assert {(one.quoted, one.study, one.method, one.where, one.on) for one in kept} == {
        (WORDS, "Men and money (fictional)", "Household survey", "Port", finding.study.ends_on)
    }
    assert "Baseline of: " in page
    assert "Household survey" in page


def test_only_findings_of_done_studies_of_ones_own_are_offered() -> None:
    plan = programme()
    planned = add_finding(registered("Planned"), FindingTold(text="Not yet"), by=amina())
    gone = found("Withdrawn")
    withdraw_finding(gone, by=amina(), on=TODAY, why="Wrong")
    foreign = StudyFinding.objects.create(
        study=registered("Theirs", of=(elsewhere(), chipo())), text="Foreign"
    )
    page = browser_of(amina()).get(f"/programmes/{plan.pk}/rows/citations/add/", headers=ENGLISH)
    for one in (planned, gone, foreign):
        assert str(one.pk) not in page.content.decode()
        status, page_ = cite(plan, finding=str(one.pk))
        assert status == 422
    status, page_ = cite(plan, finding="")
    assert (status, "Choose a finding." in page_) == (422, True)
    assert not Citation.objects.exists()
    assert browser_of(chipo()).get(f"/programmes/{plan.pk}/rows/citations/add/").status_code == 404
    refused = browser_of(bento()).post(f"/programmes/{plan.pk}/rows/citations/add/", {})
    assert refused.status_code == 403


def test_a_finding_that_changed_or_was_withdrawn_is_told_and_its_words_stay_until_one_takes_the_new() -> None:  # fmt: skip
    plan, finding = programme(), found()
    cite(plan, finding=str(finding.pk))
    assert "Its words changed since" not in step(plan)
    change_finding(finding, FindingTold(text="Most look away."), by=amina(), started_from=1)
    assert "Its words changed since" in step(plan)
    row = Citation.objects.get()
    assert row.quoted == WORDS
    address = f"/programmes/{plan.pk}/rows/citations/{row.key}/"
    typed = {"finding": str(finding.pk), "about": "", "version": row.version}
    browser_of(amina()).post(address, typed, headers=ENGLISH)
    row.refresh_from_db()
    assert row.quoted == "Most look away."
    move_study(Study.objects.get(), StudyMove.WITHDRAW, by=amina(), on=TODAY, why="Wrong sample")
    assert "Withdrawn, or its study is no longer done" in step(plan)
    assert "Wrong sample" in step(plan)
    assert "Retiré" in step(plan, FRENCH)
    about = f"causes.{Cause.objects.filter(programme=plan)[0].key}"
    typed = {"finding": str(finding.pk), "about": about, "version": row.version}
    assert browser_of(amina()).post(address, typed, headers=ENGLISH).status_code == 302
    row.refresh_from_db()
    assert (row.quoted, row.about) == ("Most look away.", about)


def test_a_file_carries_what_is_cited_as_text_and_reads_elsewhere() -> None:
    plan, finding = programme(), found()
    cite(plan, finding=str(finding.pk))
    file = write_plan(plan_of(plan)).encode()
    read, faults = read_plan(file, known())
    assert read is not None, faults
    assert read.citations[0].quoted == WORDS
    theirs = store_plan(read, by=chipo(), organisation=elsewhere())
    address = f"/programmes/{theirs.pk}/situation/"
    page = browser_of(chipo()).get(address, headers=ENGLISH).content.decode()
    for words in (
        WORDS,
        "Men and money (fictional)",
        "Household survey",
        "Of a register elsewhere",
    ):
        assert words in page, words
    row = Citation.objects.get(programme=theirs)
    address = f"/programmes/{theirs.pk}/rows/citations/{row.key}/"
    shown = browser_of(chipo()).get(address, headers=ENGLISH).content.decode()
    assert WORDS in shown
    about = f"causes.{Cause.objects.filter(programme=theirs)[0].key}"
    typed = {"finding": "", "about": about, "version": row.version}
    browser_of(chipo()).post(address, typed, headers=ENGLISH)
    row.refresh_from_db()
    assert (row.quoted, row.about) == (WORDS, about)


def test_a_file_that_cites_for_a_row_it_does_not_have_is_refused() -> None:
    cited = (Cited(key="y0", about="causes.nowhere", quoted="x"),)
    _read, faults = read_plan(write_plan(replace(port_city(), citations=cited)).encode(), known())
    assert [(fault.path, fault.code) for fault in faults] == [("citations[0].about", "unknown_key")]


def test_the_outline_prints_the_sources_cited_with_what_rests_on_them() -> None:
    plan, finding = programme(), found()
    cause = Cause.objects.filter(programme=plan, branch="cause")[0]
    indicator = Indicator.objects.filter(programme=plan)[0]
    cite(plan, finding=str(finding.pk), about=f"causes.{cause.key}")
    cite(plan, finding=str(finding.pk), about=f"indicators.{indicator.key}")
    outline = outline_of(plan_of(plan), language="en", is_draft=True)
    tables = {
        block.caption: block
        for section in outline.sections
        for block in section.blocks
        if block.kind == "table"
    }
    (row,) = tables["Sources cited"].rows
    assert row[:4] == ["[1]", WORDS, "Men and money (fictional)", "Household survey"]
    assert "Port, " in row[4]
    assert indicator.text in row[5]
    assert any(line[2].endswith("[1]") for line in tables["Causes"].rows)
    french = outline_of(plan_of(plan), language="fr", is_draft=True)
    assert any(
        getattr(block, "caption", "") == "Sources citées"
        for s in french.sections
        for block in s.blocks
    )


def test_what_rested_on_a_row_that_is_gone_speaks_of_the_situation() -> None:
    plan, finding = programme(), found()
    cause = Cause.objects.filter(programme=plan)[0]
    cite(plan, finding=str(finding.pk), about=f"causes.{cause.key}")
    cite(plan, finding=str(finding.pk), about=f"factors.{FactorMark.objects.filter(programme=plan)[0].key}")  # fmt: skip
    remove_row(cause, by=amina())
    gone, kept = Citation.objects.filter(programme=plan)
    assert (gone.about, kept.about.partition(".")[0]) == ("", "factors")
    assert "The situation as a whole" in step(plan)


def test_a_copy_takes_citations_along_to_be_checked() -> None:
    plan = replace(port_city(), citations=(Cited(key="y0", finding="f", quoted="x"),))
    copy = as_a_start(plan, "Copy", timedelta())
    assert copy.citations == plan.citations
    assert "citations/y0/finding" in to_be_checked(copy)


def test_each_source_stands_once_in_the_list() -> None:
    cited = (
        Cited(key="a", about="causes.c", quoted="x", study="s"),
        Cited(key="b", about="causes.c", quoted="x", study="s"),
        Cited(key="c", about="causes.c", quoted="y", study="s"),
    )
    assert [one.key for one in sources_of(cited)] == ["a", "c"]
    assert numbers_by_row(cited) == {"causes.c": [1, 2]}
