"""Comments told from outside: written, answered, resolved by colleagues; never seen elsewhere, never printed."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from rempart.accounts.models import User
from rempart.programmes.actions import store_plan
from rempart.programmes.actions.comments import write_comment
from rempart.programmes.models import Comment, Mention, Programme, Thread
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.discretion import hints_of_someone
from rempart.programmes.rules.mentions import names_called
from rempart.programmes.tests.factories import full_plan
from rempart.vault.models import Entry
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"Accept-Language": "en"}
NOW = datetime(2027, 1, 1, tzinfo=UTC)
WORDS = "Is this the quay of the school?"


def stored() -> Programme:
    """A programme of an organisation where all three colleagues work."""
    bento()
    dalia()
    return store_plan(full_plan(), by=amina(), organisation=passerelle())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def read(browser: Client, *path: str, programme: Programme, status: int = 200) -> str:
    answer = browser.get(address(programme, *path), headers=ENGLISH)
    assert answer.status_code == status
    return answer.content.decode()


def say(
    programme: Programme,
    by: User,
    text: str,
    kind: str = "outputs",
    key: str = "o0.0",
    status: int = 302,
    **more: str,
) -> str:
    where = address(programme, "comments", kind, key)
    answer = browser_of(by).post(where, {"text": text, **more}, headers=ENGLISH)
    assert answer.status_code == status
    return answer.content.decode()


def test_colleagues_speak_about_a_row_and_its_count_stands_beside_it_and_in_the_rail() -> None:
    programme = stored()
    say(programme, bento(), WORDS)
    say(programme, amina(), "It is.")

    told = read(browser_of(dalia()), "comments", "outputs", "o0.0", programme=programme)
    assert told.index(WORDS) < told.index("It is.")
    shown = read(browser_of(bento()), "results", programme=programme)
    assert re.search(
        r'id="said-o0\.0".*?<b aria-hidden="true">2</b>.*?2 open comments: School', shown
    )
    assert re.search(r"2<span class=\"hide\"> open comments", shown)
    assert WORDS in read(browser_of(amina()), "comments", programme=programme)


LISTS = [("budget", "b0"), ("partners", "a0"), ("factors", "f0"), ("gender", "g0"), ("parts", "t0"), ("choices", "h0"), ("indicators", "o0-i0"), ("step", "who"), ("step", "document")]  # fmt: skip


@pytest.mark.parametrize(("kind", "key"), LISTS)
def test_any_row_and_any_step_can_be_spoken_about(kind: str, key: str) -> None:
    programme = stored()

    say(programme, bento(), WORDS, kind, key)

    assert WORDS in read(browser_of(amina()), "comments", kind, key, programme=programme)
    assert WORDS in read(browser_of(amina()), "comments", programme=programme)


@pytest.mark.parametrize(
    ("kind", "key"),
    [("outputs", "nothing"), ("nothing", "o0"), ("step", "nothing"), ("partners", "o0")],
)
def test_what_is_not_there_cannot_be_spoken_about(kind: str, key: str) -> None:
    programme = stored()
    say(programme, bento(), WORDS, kind, key, status=404)
    read(browser_of(bento()), "comments", kind, key, programme=programme, status=404)


def test_every_list_of_a_step_shows_where_something_is_said() -> None:
    programme = stored()
    for kind, key in LISTS[:6]:
        say(programme, bento(), WORDS, kind, key)
    for step, keys in {"frame": ("b0", "a0"), "who": ("a0",), "situation": ("g0",)}.items():
        shown = read(browser_of(bento()), step, programme=programme)
        assert all(f'id="said-{key}"' in shown for key in keys if step != "who")
        assert f'id="said-{step}"' in shown


def test_whoever_is_called_finds_it_on_her_desk_until_she_read_it() -> None:
    programme = stored()
    say(programme, amina(), "@Bento, please look. (@dalia.)")
    desk = browser_of(bento()).get("/programmes/mentions/", headers=ENGLISH).content.decode()
    assert "please look" in desk
    assert "please look" in browser_of(dalia()).get("/programmes/mentions/").content.decode()
    assert "please look" not in browser_of(amina()).get("/programmes/mentions/").content.decode()

    reading = re.search(r'action="(/programmes/mentions/[^"]+/reading/)"', desk)
    assert reading
    assert browser_of(dalia()).post(reading[1]).status_code == 404
    assert browser_of(bento()).post(reading[1]).headers["Location"] == "/"

    assert "please look" not in browser_of(bento()).get("/programmes/mentions/").content.decode()
    assert browser_of(bento()).post(reading[1]).status_code == 404
    assert "please look" in browser_of(dalia()).get("/programmes/mentions/").content.decode()
    say(programme, dalia(), "I did.")
    assert "please look" not in browser_of(dalia()).get("/programmes/mentions/").content.decode()


def test_a_mention_leads_to_its_thread() -> None:
    programme = stored()
    say(programme, amina(), "Look", call="bento")
    (mention,) = Mention.objects.all()

    answer = browser_of(bento()).post(
        f"/programmes/mentions/{mention.pk}/reading/", {"follow": "yes"}
    )

    assert answer.headers["Location"] == address(programme, "comments", "outputs", "o0.0")
    assert Comment.objects.get().text == "@bento Look"


@pytest.mark.parametrize("name", ["chipo", "nobody", "closed"])
def test_only_colleagues_can_be_called_and_nothing_is_learnt_of_others(name: str) -> None:
    programme = stored()
    chipo()
    User.objects.create_user("closed", organisation=passerelle(), is_active=False)

    told = say(programme, amina(), f"Ask @{name}, he knows", status=422)

    assert "Nobody of your organisation is called so" in told
    assert f"Ask @{name}, he knows" in told
    assert not Thread.objects.exists()
    offered = (
        browser_of(amina()).get("/programmes/colleagues/", {"call": name[:3]}).content.decode()
    )
    assert f'"{name}"' not in offered


def test_colleagues_are_offered_as_one_types() -> None:
    bento()
    dalia()
    offered = browser_of(amina()).get("/programmes/colleagues/", {"call": "@BEN"}).content.decode()
    assert re.findall(r'value="(\w+)"', offered) == ["bento"]
    everyone = browser_of(amina()).get("/programmes/colleagues/").content.decode()
    assert re.findall(r'value="(\w+)"', everyone) == ["bento", "dalia"]
    User.objects.filter(username="amina").update(organisation=None)
    assert "value" not in browser_of(amina()).get("/programmes/colleagues/").content.decode()


def test_a_thread_is_resolved_by_name_and_opens_again_when_someone_speaks() -> None:
    programme = stored()
    say(programme, amina(), WORDS, call="bento")
    where = address(programme, "comments", "outputs", "o0.0", "resolution")

    browser_of(bento()).post(where)

    assert "Resolved by bento" in read(
        browser_of(amina()), "comments", "outputs", "o0.0", programme=programme
    )
    assert WORDS not in read(browser_of(amina()), "comments", programme=programme)
    assert not Mention.objects.filter(read_at=None).exists()
    first = Thread.objects.get().resolved_at
    browser_of(dalia()).post(where)
    assert (Thread.objects.get().resolved_by, Thread.objects.get().resolved_at) == (bento(), first)
    browser_of(amina()).post(where, {"open": "yes"})
    assert WORDS in read(browser_of(amina()), "comments", programme=programme)
    browser_of(bento()).post(where)
    say(programme, amina(), "Not yet.")
    assert Thread.objects.get().resolved_at is None
    nothing = address(programme, "comments", "outputs", "o0.0-x", "resolution")
    assert browser_of(bento()).post(nothing).status_code == 404
    nothing = address(programme, "comments", "step", "who", "resolution")
    assert browser_of(bento()).post(nothing).status_code == 404


def test_only_its_author_changes_a_comment_or_takes_it_back() -> None:
    programme = stored()
    say(programme, bento(), "Ask @amina")
    (comment,) = Comment.objects.all()
    change = address(programme, "comments", str(comment.pk))
    for person in (amina(), dalia()):
        assert browser_of(person).post(change, {"text": "x"}).status_code == 404
        assert browser_of(person).post(f"{change}withdrawal/").status_code == 404
    assert "Ask @amina" in browser_of(bento()).get(change).content.decode()
    assert browser_of(bento()).post(change, {"text": ""}).status_code == 422
    assert browser_of(bento()).post(change, {"text": "Ask @chipo"}).status_code == 422

    assert browser_of(bento()).post(change, {"text": "Ask @dalia"}).status_code == 302

    told = read(browser_of(amina()), "comments", "outputs", "o0.0", programme=programme)
    assert "Ask @dalia" in told
    assert "changed" in told
    assert [one.person for one in Mention.objects.all()] == [dalia()]
    browser_of(bento()).post(f"{change}withdrawal/")
    assert not Thread.objects.exists()


def test_taking_one_comment_back_leaves_the_others() -> None:
    programme = stored()
    say(programme, bento(), "First")
    say(programme, amina(), "Second")
    mine = Comment.objects.get(author=bento())

    browser_of(bento()).post(address(programme, "comments", str(mine.pk), "withdrawal"))

    assert [one.text for one in Comment.objects.all()] == ["Second"]


HINTED = [
    ("Her mother lives at 12 rue des Lilas", "an address"),
    ("Try 4 Harbour Street", "an address"),
    ("She is named Fatou", "someone’s name"),
    ("Call +33 6 12 34 56 78", "a phone number"),
    ("une fille de 13 ans a fui le port", "one child"),
    ("A girl aged 13 who fled", "one child"),
    ("a 13-year-old girl fled", "one child"),
]


@pytest.mark.parametrize(("text", "hint"), HINTED)
def test_a_comment_that_looks_like_someone_is_kept_with_a_warning(text: str, hint: str) -> None:
    programme = stored()
    where = address(programme, "comments", "outputs", "o0.0")

    told = (
        browser_of(bento())
        .post(where, {"text": text}, headers=ENGLISH, follow=True)
        .content.decode()
    )

    assert hint in told
    assert "a plan speaks of groups" in told
    assert Comment.objects.get().text == text


@pytest.mark.parametrize(
    "text",
    ["Girls of 12 to 14 in the port", "See section 12", "40 children, 6–11 years", "Open in 2027"],
)
def test_what_speaks_of_groups_is_not_warned_of(text: str) -> None:
    assert hints_of_someone(text) == []


def test_a_comment_needs_words_and_not_too_many() -> None:
    programme = stored()
    say(programme, bento(), " ", status=422)
    told = say(programme, bento(), "x" * 2001, status=422)
    assert "x" * 2001 in told
    assert not Comment.objects.exists()


def test_comments_are_never_printed_nor_exported_nor_audited_in_words() -> None:
    programme = stored()
    before = plan_of(programme)
    for kind, key in LISTS:
        say(programme, bento(), WORDS, kind, key)
    for form in ("json", "docx"):
        file = browser_of(amina()).get(address(programme, "document", form)).content
        assert WORDS.encode() not in file
    assert WORDS not in read(browser_of(amina()), "document", programme=programme)
    assert plan_of(programme) == before
    lines = Entry.objects.filter(act="programme.comment_written")
    assert lines.count() == len(LISTS)
    assert WORDS not in str(list(lines.values()))


def test_removing_a_row_says_that_its_comments_go_and_takes_them() -> None:
    programme = stored()
    say(programme, bento(), "On the output")
    say(programme, bento(), "On the activity", "activities", "o0.0.0")
    say(programme, bento(), "Elsewhere", "partners", "a0")
    removal = address(programme, "rows", "objectives", "o0", "removal")

    assert (
        "2 comments on it go too"
        in browser_of(amina()).get(removal, headers=ENGLISH).content.decode()
    )
    browser_of(amina()).post(removal)

    assert [one.text for one in Comment.objects.all()] == ["Elsewhere"]


def test_an_action_left_open_again_takes_its_comments_with_it() -> None:
    programme = stored()
    say(programme, bento(), "Why this one?", "choices", "h0")

    browser_of(amina()).post(address(programme, "strategies", "act.17"), {"decision": ""})

    assert not Comment.objects.exists()


def test_comments_follow_a_row_that_changes_level() -> None:
    programme = stored()
    browser_of(amina()).post(address(programme, "rows", "objectives", "o0", "copy"))
    copy = plan_of(programme).objectives[1]
    for one in copy.outputs:
        browser_of(amina()).post(address(programme, "rows", "outputs", one.key, "removal"))
    Programme.objects.update(lifecycle="draft")
    say(programme, bento(), WORDS, "objectives", copy.key)
    form = address(programme, "rows", "objectives", copy.key)
    browser_of(amina()).post(form, {"text": "Moved", "kind": "", "version": "1"})

    browser_of(amina()).post(f"{form}shift/", {"way": "deeper"})

    assert WORDS in read(browser_of(bento()), "comments", "outputs", copy.key, programme=programme)


def test_a_reviewer_comments_on_a_submitted_programme() -> None:
    programme = stored()
    Programme.objects.update(lifecycle="submitted")
    say(programme, bento(), WORDS)
    assert Comment.objects.count() == 1


def test_a_stranger_learns_nothing() -> None:
    programme = stored()
    say(programme, amina(), "@bento see the quay")
    (comment,), (mention,) = Comment.objects.all(), Mention.objects.all()
    stranger = browser_of(chipo())
    for path in ((), ("outputs", "o0.0"), (str(comment.pk),)):
        read(stranger, "comments", *path, programme=programme, status=404)
        read(browser_of(amina()), "comments", *path, programme=programme)
    say(programme, chipo(), "x", status=404)
    for act in (("outputs", "o0.0", "resolution"), (str(comment.pk), "withdrawal")):
        assert stranger.post(address(programme, "comments", *act)).status_code == 404
    assert stranger.post(f"/programmes/mentions/{mention.pk}/reading/").status_code == 404
    assert "see the quay" not in stranger.get("/programmes/mentions/").content.decode()


def test_a_script_gets_the_thread_alone_and_the_count_of_its_row() -> None:
    programme = stored()
    where = address(programme, "comments", "outputs", "o0.0")

    told = (
        browser_of(bento())
        .post(where, {"text": WORDS}, headers={"HX-Request": "true"})
        .content.decode()
    )

    assert "<html" not in told
    assert re.search(
        r'id="said-o0\.0"[^>]*hx-swap-oob="true".*<b aria-hidden="true">1</b>', told, re.DOTALL
    )
    comment = Comment.objects.get()
    form = browser_of(bento()).get(
        address(programme, "comments", str(comment.pk)), headers={"HX-Request": "true"}
    )
    assert "<html" not in form.content.decode()


def test_names_are_found_in_a_text_as_one_writes_them() -> None:
    known = ["bento", "ana.b", "J-P"]
    assert names_called("@bento, @Ana.B. @j-p! (@bento)", known) == (["bento", "ana.b", "J-P"], [])
    assert names_called("mail a@bento.org @ @nobody.", known) == ([], ["nobody"])


def test_the_pages_ask_as_often_for_many_comments_as_for_one(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- pytest-django's own
    programme = stored()
    for n in range(30):
        write_comment(programme, by=bento(), at=NOW, about=("outputs", "o0.0"), text=f"@amina {n}")
    for kind, key in LISTS:
        write_comment(programme, by=bento(), at=NOW, about=(kind, key), text="@dalia look")
    browser = browser_of(amina())
    browser.get(address(programme, "comments"))
    with django_assert_max_num_queries(40):
        browser.get(address(programme, "comments"))
    with django_assert_max_num_queries(8):
        browser.get("/programmes/mentions/")


def test_a_risk_of_the_register_is_talked_about_and_takes_its_comments_along() -> None:
    programme = stored()
    key = plan_of(programme).register[0].key
    say(programme, bento(), WORDS, kind="register", key=key)

    shown = read(browser_of(amina()), "results", programme=programme)
    assert re.search(rf'id="said-{key}".*?<b aria-hidden="true">1</b>.*?1 open comment', shown)
    asked = read(browser_of(amina()), "rows", "register", key, "removal", programme=programme)
    assert "1 comment on it goes too" in asked

    browser_of(amina()).post(address(programme, "rows", "register", key, "removal"))
    assert not Thread.objects.filter(programme=programme, kind="register").exists()


def test_an_action_left_open_again_takes_what_was_said_of_it_along() -> None:
    programme = stored()
    choice = next(one for one in plan_of(programme).choices if one.action)
    say(programme, bento(), WORDS, kind="choices", key=choice.key)

    browser_of(amina()).post(address(programme, "strategies", choice.action), {"decision": ""})

    assert choice.action not in [one.action for one in plan_of(programme).choices]
    assert not Thread.objects.filter(programme=programme, kind="choices").exists()
