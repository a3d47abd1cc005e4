"""The results chain told from outside: drawn, read aloud in two languages, its gaps named."""

import gzip
import re
from html import unescape

import pytest

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.rules.chain import Cause, Link, links_to
from rempart.programmes.rules.drawing import Box, Drawing, narrow, wide
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.programmes.rules.risks import Risk
from rempart.programmes.tests.test_port_city import whole
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
LIGHT = 30 * 1024  # bytes of a compressed page


def stored(plan: Plan) -> Programme:
    return store_plan(plan, by=amina(), organisation=passerelle())


def page(programme: Programme, language: str = "en", asked: str = "") -> str:
    address = f"/programmes/{programme.pk}/results/chain/{asked}"
    answer = browser_of(amina()).get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def aloud(text: str) -> str:
    """Return the page's words as a screen reader would say them."""
    text = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split()).replace("\u00a0", " ")


ENGLISH = Plan(
    title="Havre-Neuf (fictional)",
    development_objective="Girls and boys grow up free from exploitation.",
    objectives=(
        Objective(
            key="o1", text="By the end of 2028, girls and boys stay in school.",
            assumption="The school board keeps its posts.",
            indicators=(Indicator(key="i1", text="Girls and boys present"),),
            outputs=(
                Output(key="u1", text="Bridging classes are open in three places",
                       assumption="Teachers accept the posts.",
                       activities=(Activity(key="a1", text="Train the teachers of eight schools."),
                                   Activity(key="a2", text="Open five classes"),
                                   Activity(key="a3", text="Visit families"))),
                Output(key="u2", text="The town lends the rooms", assumption="It has rooms"),
            ),
        ),
    ),
)  # fmt: skip
FRENCH = Plan(
    title="Havre-Neuf (fictif)",
    languages=("fr",),
    development_objective="Contribuer à ce que filles et garçons grandissent à l’abri.",
    objectives=(
        Objective(
            key="o1", text="Fin 2028, les filles et les garçons restent à l’école.",
            assumption="L’Inspection maintient les postes",
            indicators=(Indicator(key="i1", text="Filles et garçons présents"),),
            outputs=(
                Output(key="u1", text="Des classes passerelles sont ouvertes dans trois lieux",
                       assumption="Les personnes formées restent",
                       activities=(Activity(key="a1", text="Former le personnel de huit écoles"),
                                   Activity(key="a2", text="Ouvrir cinq classes"))),
            ),
        ),
    ),
)  # fmt: skip


def test_each_link_is_an_english_sentence() -> None:
    said = aloud(page(stored(ENGLISH)))

    assert (
        "If we manage 1.1.1 to train the teachers of eight schools; 1.1.2 to open five classes; "
        "1.1.3 and to visit families, 1.1 then bridging classes are open in three places, "
        "provided that teachers accept the posts."
    ) in said
    assert (
        "1.1 If bridging classes are open in three places; 1.2 and if the town lends the rooms, "
        "1 then, by the end of 2028, girls and boys stay in school, provided that the school board "
        "keeps its posts."
    ) in said
    assert (
        "1 If, by the end of 2028, girls and boys stay in school, then we come nearer to this: "
        "“girls and boys grow up free from exploitation”."
    ) in said


def test_each_link_is_a_french_sentence() -> None:
    said = aloud(page(stored(FRENCH), "fr"))

    assert (
        "Si nous parvenons 1.1.1 à former le personnel de huit écoles ; 1.1.2 et à ouvrir cinq "
        "classes, 1.1 alors des classes passerelles sont ouvertes dans trois lieux, à condition que "
        "ceci tienne : les personnes formées restent."
    ) in said
    assert (
        "1.1 Si des classes passerelles sont ouvertes dans trois lieux, 1 alors, fin 2028, les filles "
        "et les garçons restent à l’école, à condition que ceci tienne : l’Inspection maintient les postes."
    ) in said


def test_words_of_another_language_or_form_stand_between_quotes_and_the_sentence_holds() -> None:
    said = aloud(page(stored(FRENCH), "en"))

    assert (
        "If this is done: 1.1.1 “Former le personnel de huit écoles”; 1.1.2 “Ouvrir cinq classes”,"
        in said
    )
    assert "then this is there: “Des classes passerelles sont ouvertes dans trois lieux”," in said
    assert "provided that this holds: “Les personnes formées restent”." in said


def test_french_elides_its_if() -> None:
    plan = Plan(title="T", objectives=(Objective(key="o", text="Les filles restent à l’école", outputs=(
        Output(key="u", text="Il y a une classe dans le quartier"), Output(key="v", text="Ils ont une salle pour les cours"))),))  # fmt: skip
    said = aloud(page(stored(plan), "fr"))

    assert "Si il" not in said
    assert "S’il y a une classe dans le quartier ; 1.2 et s’ils ont une salle" in said


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (Plan(title="T"), "The chain is drawn once there is an immediate objective."),
        (Plan(title="T", objectives=(Objective(key="o", text="Change"),)), "No output leads to this objective."),
        (Plan(title="T", objectives=(Objective(key="o", text="Change"),)), "No indicator says whether this objective is reached."),
        (Plan(title="T", objectives=(Objective(key="o", text="Change"),)), "No development objective is written yet."),
        (ENGLISH, "No activity leads to this output."),
        (Plan(title="T", objectives=(Objective(key="o", text="Change", outputs=(Output(key="u", text="Thing"),)),)), "The assumption of this link is not written."),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(plan: Plan, words: str) -> None:
    assert words in aloud(page(stored(plan)))


def test_the_port_city_misses_nothing_and_its_killer_assumption_is_named() -> None:
    programme = stored(whole())

    said = page(programme, "fr")

    assert "chip--amber" not in said[said.index("goal") :]
    assert said.count("Hypothèse fatale") == 1


def test_drawings_have_their_words_and_nobody_needs_them() -> None:
    said = page(stored(ENGLISH))

    drawings = re.findall(r"<svg class=\"chain.*?</svg>", said, flags=re.DOTALL)
    assert len(drawings) == 2
    for drawing in drawings:
        assert 'role="img"' in drawing
        assert "<title" in drawing
        assert "<desc" in drawing
        assert "1.1.1 Train the teachers" in drawing


def large() -> Plan:
    def activity(key: str) -> Activity:
        return Activity(
            key=key, text=f"Open the class of the district called {key} for its girls and boys"
        )

    def output(key: str) -> Output:
        return Output(key=key, text=f"The class {key} is open", assumption=f"The room {key} stays free",
                      activities=tuple(activity(f"{key}-{n}") for n in range(10)))  # fmt: skip

    return Plan(
        title="Large (fictional)",
        objectives=tuple(
            Objective(key=f"o{n}", text=f"By 2028, children of district {n} stay in school",
                      outputs=tuple(output(f"o{n}-{m}") for m in range(10)))
            for n in range(10)
        ),
    )  # fmt: skip


def test_a_thousand_activities_stay_light_and_each_objective_unfolds() -> None:
    programme = stored(large())

    told = page(programme)
    assert len(gzip.compress(told.encode())) <= LIGHT
    assert told.count('id="aloud-') == 1
    assert told.count("Unfold this objective") == 9

    other = page(programme, asked="?open=o7")
    assert 'id="aloud-8"' in other
    assert 'id="aloud-1"' not in other
    assert 'id="aloud-1"' in page(programme, asked="?open=nothing")


def test_readers_see_it_and_strangers_do_not() -> None:
    programme = stored(ENGLISH)
    address = f"/programmes/{programme.pk}/results/chain/"

    assert browser_of(chipo()).get(address).status_code == 404
    told = browser_of(bento()).get(address, headers={"Accept-Language": "en"})
    assert told.status_code == 200
    assert "/rows/" not in told.content.decode()


def test_the_outline_reads_it_aloud_too() -> None:
    programme = stored(ENGLISH)
    said = browser_of(amina()).get(
        f"/programmes/{programme.pk}/document/?section=annexes", headers={"Accept-Language": "en"}
    ).content.decode()  # fmt: skip

    assert (
        "1.1 If we manage to train the teachers of eight schools; to open five classes; and to visit "
        "families, then bridging classes are open in three places, provided that teachers accept the posts."
    ) in unescape(said)
    assert "No activity leads to this output." in said


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize("draw", [wide, narrow])
@pytest.mark.parametrize("activities", [0, 1, 3, 40])
def test_boxes_never_overlap_and_stay_inside(draw: object, activities: int) -> None:
    long = "A very long wording of what exists once the work is done " * 6
    causes = tuple(Cause(key=f"a{n}", number=f"1.1.{n}", text=long) for n in range(activities))
    branch = [
        *(
            Link(level="outputs", key=f"u{n}", number=f"1.{n}", text=long, causes=causes)
            for n in range(3)
        ),
        Link(level="objectives", key="o", number="1", text=long, causes=()),
    ]
    assert callable(draw)
    drawing: Drawing = draw(branch, "and {n} more", "No activity yet")

    for place, one in enumerate(drawing.boxes):
        assert one.x >= 0
        assert one.x + one.width <= drawing.width
        assert one.y + one.height <= drawing.height
        assert not [other for other in drawing.boxes[place + 1 :] if overlap(one, other)]
    shown = [line for box in drawing.boxes for line in box.lines]
    assert ("and 28 more" in shown) == (activities == 40)
    assert ("No activity yet" in shown) == (activities == 0)


def test_an_assumption_kills_only_as_its_own_risk_says() -> None:
    risk = Risk(key="r", text="It fails", likelihood=5, effect=5, assumption_of="outputs.u1")
    plan = Plan(title="T", objectives=ENGLISH.objectives, register=(risk,))

    assert [link.kills for link in links_to(plan.objectives[0], plan)] == [True, False, False]
