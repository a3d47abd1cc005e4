"""Consulting children, told from outside: protected, by groups, answered one by one, told back (REQ-063)."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from rempart.programmes.actions import store_plan
from rempart.programmes.actions.copying import copy_programme
from rempart.programmes.actions.versions import keep_version, restore_version
from rempart.programmes.models import ChildInput, Consultation, Programme
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan, write_plan
from rempart.programmes.rules.headcounts import Headcount
from rempart.programmes.rules.participation import (
    ChildInput as Input,
)
from rempart.programmes.rules.participation import (
    Consultation as Asked,
)
from rempart.programmes.rules.participation import (
    open_points,
    told_counts,
)
from rempart.programmes.rules.plan import Plan, PlannedPlace
from rempart.programmes.rules.records import keeping_records
from rempart.programmes.rules.results import Objective, Output
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}
SAFE = dict.fromkeys(
    ("assent", "guardian_consent", "facilitator_trained", "someone_to_turn_to", "no_promise", "may_stop", "feedback_promised"),
    "yes",
)  # fmt: skip
MEETING = SAFE | {
    "title": "Ways home at night (fictional)",
    "held_on": "2026-10-01",
    "place": "quay",
    "method": "Drawing",
    "took_part-female-a12_14": "14",
    "took_part-male-a12_14": "3",
}


def started() -> Programme:
    plan = Plan(
        title="Havre-Neuf (fictional)",
        places=(PlannedPlace(key="quay", name="Quay (fictional)", level="community"),),
        objectives=(
            Objective(key="o", text="Children learn", outputs=(Output(key="u", text="A class"),)),
        ),
    )
    return store_plan(plan, by=amina(), organisation=passerelle())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def page(programme: Programme, *path: str, headers: dict[str, str] = ENGLISH) -> str:
    where = address(programme, *(path or ("consultations",)))
    answer = browser_of(amina()).get(where, headers=headers)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def write(programme: Programme, kind: str, **typed: str) -> tuple[int, str]:
    new = address(programme, "rows", kind, "add")
    answer = browser_of(amina()).post(new, typed, headers=ENGLISH)
    return answer.status_code, answer.content.decode()


def asked(programme: Programme, **change: str) -> Consultation:
    code, answer = write(programme, "consultations", **(MEETING | change))
    assert code == 302, answer
    return Consultation.objects.get(programme=programme)


def section(programme: Programme, slug: str) -> str:
    told = browser_of(amina()).get(
        address(programme, "document"), {"section": slug}, headers=ENGLISH
    )
    return told.content.decode()


def test_each_input_has_a_status_with_its_reason() -> None:
    programme = started()
    meeting = asked(programme)
    said = {"consultation": meeting.key, "topic": "Safety"}
    without = write(programme, "child_inputs", text="A lamp on the path", fate="not_kept", **said)
    for typed in (
        {"text": "A lamp on the path", "fate": "not_kept", "reason": "The town decides"},
        {"text": "A room after class", "fate": "kept", "reason": "It opens", "changed": "outputs.u"},
        {"text": "Choose the songs", "fate": "in_part", "reason": "Half of them"},
        {"text": "Who reads this?"},
    ):  # fmt: skip
        assert write(programme, "child_inputs", **said, **typed)[0] == 302

    told = page(programme)

    assert without[0] == 422
    assert "Say why, in a sentence that one can repeat to the children." in without[1]
    assert "A lamp on the path" in without[1]
    for says in (
        "Not kept · 1", "Kept in full · 1", "Kept in part · 1", "No answer yet · 1", "Why: The town decides",
        "It changed 1.1 of the framework.", "Something that they proposed has no answer yet.",
        "The children have not been told yet what became of it.", "Quay (fictional)",
        "Everything that protects the children was in place.",
    ):  # fmt: skip
        assert says in told
    assert "Non retenu · 1" in page(programme, headers=FRENCH)
    assert "1 consultation. 4 things that children proposed." in page(programme, "who")


def test_what_was_told_back_is_kept_with_its_day() -> None:
    programme = started()
    meeting = asked(programme)
    one = address(programme, "rows", "consultations", meeting.key)
    back = {"fed_back_on": "2026-10-20", "fed_back": "A poster, and a meeting"}

    answer = browser_of(amina()).post(one, MEETING | back | {"version": meeting.version})

    assert (answer.status_code, answer["Location"]) == (
        302, f"{address(programme, 'consultations')}#{meeting.key}",
    )  # fmt: skip
    assert "A poster, and a meeting" in page(programme)
    assert "have not been told yet" not in page(programme)


@pytest.mark.parametrize(("typed", "says"), [
    ({"title": ""}, "required"),
    ({"fed_back_on": "2026-09-01", "fed_back": "x"}, "This is before the meeting."),
    ({"fed_back_on": "2099-01-01", "fed_back": "x"}, "This day is still to come."),
    ({"fed_back_on": "2026-10-20"}, "Say what the children were told."),
    ({"took_part-female-a12_14": "many"}, "give a whole number"),
    ({"place": "elsewhere"}, "valid choice"),
])  # fmt: skip
def test_a_consultation_that_cannot_be_is_refused_with_its_reason(
    typed: dict[str, str], says: str
) -> None:
    programme = started()

    code, answer = write(programme, "consultations", **(MEETING | {"method": "Kept words"} | typed))

    assert code == 422
    assert says in answer
    assert "Kept words" in answer
    assert not Consultation.objects.exists()


def test_no_child_can_be_found_in_what_is_kept_printed_and_carried() -> None:
    programme = started()
    meeting = asked(programme)
    write(programme, "child_inputs", text="A lamp on the path", consultation=meeting.key)

    names = {f.name for model in (Consultation, ChildInput) for f in model._meta.fields}
    carried = browser_of(amina()).get(address(programme, "document", "json")).content.decode()
    annex = section(programme, "annexes")
    told = json.loads(carried)["plan"]

    assert not names & {
        "name",
        "child",
        "author",
        "by",
        "birth_date",
        "address",
        "school",
        "family",
    }
    assert set(told["child_inputs"][0]) == {"key", "text", "consultation"}
    assert "Annex I. What children say" in annex
    assert "fewer than ten" in annex
    assert "17 in all" not in annex  # it would give the three away
    assert "14" in annex
    assert "7 of 7" in annex
    assert "Children were asked in 1 consultation" in section(programme, "groups")


@pytest.mark.parametrize("text", [
    "A girl of 14 was sold by her uncle", "A child named Lina asked for it", "Call her on 0612345678",
])  # fmt: skip
def test_a_text_that_looks_like_a_name_or_one_childs_story_is_told_to_who_wrote_it(
    text: str,
) -> None:
    programme = started()
    meeting = asked(programme)
    new = address(programme, "rows", "child_inputs", "add")

    answer = browser_of(amina()).post(
        new, {"text": text, "consultation": meeting.key}, follow=True, headers=ENGLISH
    )

    told = answer.content.decode()
    assert "A plan speaks of groups: please check it." in told
    assert "Please check, it looks like:" in told


def test_a_meeting_without_safeguards_says_which_are_lacking_and_a_guardian_may_be_left_out() -> (
    None
):
    programme = started()
    asked(programme, assent="no", may_stop="unknown", guardian_consent="no",
          guardian_not_asked_because="It would put the children in danger")  # fmt: skip

    told = page(programme)

    lacking = told.split("What protects the children was lacking")[1].split("Still to be settled")[
        0
    ]
    assert "Each child’s own agreement" in lacking
    assert "guardian" not in lacking
    assert "The right to be silent, to stop and to leave" in told.split("Still to be settled")[1]
    assert "It would put the children in danger" in told
    assert "6 of 7" not in section(programme, "annexes")
    assert "5 of 7" in section(programme, "annexes")


def test_children_are_asked_while_it_runs_and_a_change_keeps_what_they_said() -> None:
    programme = started()
    before = keep_version(programme, by=amina())
    Programme.objects.filter(pk=programme.pk).update(lifecycle="running")
    meeting = asked(programme)
    assert write(programme, "child_inputs", text="A lamp", consultation=meeting.key)[0] == 302
    one = address(programme, "rows", "consultations", meeting.key)
    assert "<form" in browser_of(amina()).get(one).content.decode().split("<main")[1]

    Programme.objects.filter(pk=programme.pk).update(lifecycle="draft")
    browser_of(amina()).post(address(programme, "frame"), {"title": "Another", "version": "9"})
    browser_of(amina()).post(address(programme, "rows", "objectives", "add"), {"text": "More"})
    restored = plan_of(restore_version(before, by=amina()))

    assert len(restored.objectives) == 1
    assert [one.title for one in restored.consultations] == [MEETING["title"]]
    assert [one.text for one in restored.child_inputs] == ["A lamp"]
    Programme.objects.filter(pk=programme.pk).update(lifecycle="submitted")
    assert write(programme, "consultations", **MEETING)[0] == 422
    assert "Add a consultation" not in page(programme)


def test_what_pointed_at_a_row_that_is_gone_points_nowhere() -> None:
    programme = started()
    meeting = asked(programme)
    write(programme, "child_inputs", text="A", fate="kept", reason="Yes", changed="outputs.u", consultation=meeting.key)  # fmt: skip
    write(programme, "child_inputs", text="B", consultation=meeting.key)
    author = browser_of(amina())

    author.post(address(programme, "rows", "places", "quay", "removal"))
    author.post(address(programme, "rows", "outputs", "u", "removal"))
    author.post(address(programme, "rows", "consultations", meeting.key, "removal"))

    assert row_of(programme, "consultations", meeting.key) is None
    left = ChildInput.objects.filter(programme=programme)
    assert [(one.consultation, one.changed) for one in left] == [("", ""), ("", "")]
    assert "Proposed elsewhere" in page(programme)
    plan, faults = read_plan(write_plan(plan_of(programme)).encode(), known())
    assert (plan, faults) == (plan_of(programme), [])


def test_a_reviewer_reads_and_a_stranger_learns_nothing() -> None:
    programme = started()
    meeting = asked(programme)
    own = store_plan(Plan(title="Elsewhere (fictional)"), by=chipo(), organisation=elsewhere())  # fmt: skip

    read = browser_of(bento()).get(address(programme, "consultations"), headers=ENGLISH)

    assert MEETING["title"] in read.content.decode()
    assert "Add a consultation" not in read.content.decode()
    assert browser_of(bento()).post(address(programme, "rows", "child_inputs", "add")).status_code == 403  # fmt: skip
    for path in (("consultations",), ("rows", "consultations", meeting.key)):
        assert browser_of(chipo()).get(address(programme, *path)).status_code == 404
    assert browser_of(chipo()).get(address(own, "consultations")).status_code == 200


def test_a_file_that_points_nowhere_names_every_fault() -> None:
    plan = Plan(
        title="x",
        consultations=(Asked(key="c", title="t", place="gone"),),
        child_inputs=(Input(key="i", text="t", consultation="gone", changed="outputs.gone"),),
    )
    told = json.loads(write_plan(plan))
    told["plan"]["child_inputs"][0]["fate"] = "perhaps"

    read, faults = read_plan(json.dumps(told).encode(), known())
    _plan, others = read_plan(write_plan(plan).encode(), known())

    assert "child_inputs[0].fate" in {fault.path for fault in faults}
    assert {fault.path for fault in others} == {
        "consultations[0].place", "child_inputs[0].consultation", "child_inputs[0].changed",
    }  # fmt: skip
    del read


def test_a_copy_takes_no_child_along() -> None:
    programme = started()
    write(programme, "child_inputs", text="B", consultation=asked(programme).key)

    copied = plan_of(copy_programme(programme, by=amina(), title="Copy", shift=timedelta()))

    assert (copied.consultations, copied.child_inputs) == ((), ())


def test_what_the_plan_alone_has_comes_after_what_was_recorded() -> None:
    now = Plan(title="now", consultations=(Asked(key="a", title="a", place="p"),))
    then = Plan(
        title="then",
        consultations=(Asked(key="b", title="b"), Asked(key="a", title="old")),
        child_inputs=(Input(key="i", text="i", changed="outputs.gone"),),
    )

    kept = keeping_records(then, now)

    assert [(one.title, one.place) for one in kept.consultations] == [("a", ""), ("b", "")]
    assert kept.child_inputs[0].changed == ""


def test_no_number_under_ten_is_told_nor_a_whole_that_gives_it_away() -> None:
    many = Headcount(sex="female", age_band="a12_14", number=12)
    few = Headcount(sex="male", age_band="a12_14", number=9)
    none = Headcount(sex="male", age_band="a15_17", number=0)

    assert told_counts([many, none])[1] == 12
    assert told_counts([few])[1] is None
    counts, whole = told_counts([many, few])
    assert ([one.number for one in counts], whole) == ([12, None], None)
    assert told_counts([]) == ((), None)


def test_a_meeting_to_come_owes_nothing_yet() -> None:
    asked_of = Asked(key="c", title="t", held_on=date(2027, 1, 2), **SAFE)  # type: ignore[arg-type]  # fields by name

    assert open_points(asked_of, (), date(2027, 1, 1)) == []
    assert open_points(asked_of, (), date(2027, 1, 2)) == ["not_fed_back"]
    given = Input(key="i", text="t", consultation="c", fate="kept")
    assert open_points(asked_of, (given,), date(2027, 1, 1)) == ["no_reason"]


def test_the_page_asks_the_same_number_of_questions_however_many_were_asked() -> None:
    programme = started()
    meeting = asked(programme)
    write(programme, "child_inputs", text="A", consultation=meeting.key)
    browser = browser_of(amina())

    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            browser.get(address(programme, "consultations"))
        return len(caught)

    questions()
    few = questions()
    for n in range(4):
        ChildInput.objects.create(programme=programme, key=f"x{n}", text="B", consultation=meeting.key)  # fmt: skip
        Consultation.objects.create(programme=programme, key=f"y{n}", title="C", held_on=localdate())  # fmt: skip
    assert questions() == few
