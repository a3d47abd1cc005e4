"""Search as one types: what a reader asks, and what she must find first."""

import pytest

from rempart.guide.catalogue import catalogue, say, search
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.search import Document, Index, Piece, by_kind

ASKED = [
    # language, question, what must come first; each for a reason
    ("fr", "prostitution enfantine", "term.prostitution"),  # an old word leads to the current one
    ("fr", "Prostitution  ENFANTINE ?", "term.prostitution"),
    ("fr", "enfants des rues", "term.street"),
    ("fr", "pedophile", "term.sex_offender"),  # ...without its accents too
    ("fr", "MST", "term.sti"),
    ("fr", "ecole", "act.17"),  # no accents
    ("fr", "ÉCOLES", "act.17"),  # capitals and a plural
    ("fr", "pauvrete", "vf.family.poverty"),
    ("fr", "reseaux de soutien", "act.37"),  # a plural in x
    ("fr", "exploitaton sexuelle", "def.cse"),  # a typo
    ("fr", "reintegraton familles", "area.rei"),
    ("fr", "veille commun", "act.18"),  # as one types
    ("fr", "convention 182", "li.c182"),
    ("fr", "l’échelle éducative", "fig.2"),
    ("fr", "encadré 8", "box.08"),  # by its name
    ("fr", "encadre 8", "box.08"),
    ("fr", "box 8", "box.08"),  # ...in the other language
    ("fr", "exemple 12", "ex.12"),
    ("fr", "action 16", "act.16"),
    ("fr", "RULE-001", "risk.dont.1"),
    ("fr", "ONG", "st.ngos"),  # what people call it, though the entry says it otherwise
    ("fr", "syndicats", "st.workers_org"),
    ("fr", "réhabilitation", "term.recovery"),
    ("fr", "reinsertion", "term.reintegration"),
    ("fr", "helpline", "term.helpline"),
    ("fr", "camionneurs", "ex.20"),
    ("fr", "internet", "ex.02"),  # and not « intérêt », one letter away
    ("fr", "réfugiés", "term.undocumented"),  # and not « refuge »
    ("fr", "violence familiale", "vf.family.domestic_violence"),
    ("fr", "plan national", "nat.prio.2"),  # « plans nationaux »
    ("fr", "comment repérer un enfant exploité ?", "box.15"),  # a whole question
    ("fr", "hébergement d’urgence", "term.shelter"),
    ("fr", "code de conduite", "term.code_of_conduct"),
    ("en", "child prostitution", "term.prostitution"),
    ("en", "rescue", "term.safety"),
    ("en", "hotline", "term.helpline"),
    ("en", "community monitoring", "act.18"),
    ("en", "trafficing", "risk.do.5"),
    ("en", "helplin", "term.helpline"),
    ("en", "school places", "risk.dont.3"),
    ("en", "box.08", "box.08"),
    ("en", "Box 8", "box.08"),
    ("en", "strategy 2", "area.risk"),
    ("en", "rule-016", "wr.dont.8"),
    ("en", "figure 1", "fig.1"),
    ("en", "NGO", "st.ngos"),
    ("en", "trade union", "st.workers_org"),
    ("en", "rehabilitation", "term.recovery"),
    ("en", "helplne", "term.helpline"),
    ("en", "microcredit", "act.36"),
    ("en", "how to identify a victim", "box.15"),
    ("en", "boys", "vf.note.boys"),
    ("en", "emergency shelter", "term.shelter"),
]


@pytest.mark.parametrize(("language", "question", "first"), ASKED)
def test_a_question_finds_its_answer_first(language: str, question: str, first: str) -> None:
    found = search(question, language)

    assert found
    assert first in {hit.slug for hit in found if hit.score == found[0].score}


@pytest.mark.parametrize("question", ["", "   ", "?!", "zzzzqqqq", "\u0000", "(" * 5000])
def test_a_question_without_answer_finds_nothing(question: str) -> None:
    assert search(question, "fr") == ()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_entry_is_found_by_its_title(language: str) -> None:
    for entry in catalogue().entries.values():
        found = search(say(entry, "title", language), language)[:10]
        assert entry.slug in {hit.slug for hit in found}


def test_where_few_answer_every_word_others_follow_by_a_telling_one() -> None:
    found = [hit.slug for hit in search("street kids", "en")]

    assert found[0] == "term.street"
    assert {"vf.child.street", "wr.dont.7"} <= set(found)
    assert len(search("child pornography", "en")) < 5  # "child" tells nothing


def test_an_id_begun_lists_what_it_begins() -> None:
    assert len(search("RULE", "en")) == 50
    assert all(catalogue().entry(hit.slug).rules for hit in search("RULE", "en"))
    assert {hit.kind for hit in search("encadré 1", "fr")[:9]} == {Kind.BOX}


def test_results_say_what_kind_they_are_the_best_first() -> None:
    groups = by_kind(search("école", "fr"))

    assert next(iter(groups)) in {Kind.ACTION, Kind.NOT_TODO}
    assert {hit.kind for hits in groups.values() for hit in hits} == set(groups)
    assert len(groups) > 3


def test_an_excerpt_shows_what_was_found_and_where() -> None:
    lines = ("Écouter", "Ouvrir une ligne téléphonique")
    (hit,) = Index([Document(slug="a", kind=Kind.BOX, title="T", lines=lines)]).search("telephon")
    assert [piece.text for piece in hit.excerpt if piece.is_found] == ["téléphonique"]
    long = Index(
        [Document(slug="a", kind=Kind.BOX, title="T", text="mot " * 80 + "Élève " + "mot " * 80)]
    )
    excerpt = long.search("eleve")[0].excerpt
    assert Piece("Élève", is_found=True) in excerpt
    assert len("".join(piece.text for piece in excerpt)) < 250
    assert excerpt[0].text.startswith("… ")
    assert excerpt[-1].text.endswith(" …")


def test_markup_in_a_text_is_carried_as_text() -> None:
    odd = Index([Document(slug="a", kind=Kind.BOX, title="<b>Odd</b>", text="<script>x</script>")])

    assert "".join(piece.text for piece in odd.search("odd")[0].title) == "<b>Odd</b>"
