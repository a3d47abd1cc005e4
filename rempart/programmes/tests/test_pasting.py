"""Tables pasted from Excel and Word, and copied back: told from outside, without script."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from openpyxl import load_workbook

from rempart.programmes.actions import start_programme, store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.programmes.rules.tables.grid import read_html, read_text, write_text
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}
NUMBERED = "No.\tText\tIndicator\tBaseline\tTarget\tSource of verification\tAssumption\tIn charge\tStarts on\tEnds on\n1\tGirls stay at school\tGirls who stay\t12.5 %\t90 %\tRegister\tSchools stay open\n\t\tDays missed\t30\t5\tRegister\n1.1\tA night school works\t\t\t\t\t\tTown\n1.1.1\tTrain teachers\t\t\t\t\tTeachers stay\tPasserelle\t01/03/2027\t1 May 2027\n1.1.2\tRent rooms\t\t\t\t\t\t\t2027-03-01\t1.6.2027\n2\tFamilies earn enough"


def started() -> Programme:
    return start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/results/" + "".join(f"{part}/" for part in path)


def hidden(text: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', text)
    return found[1] if found else ""


def look(
    programme: Programme, language: dict[str, str] = ENGLISH, status: int = 200, **sent: str
) -> str:
    """Send a table and return the page that shows what it becomes."""
    answer = browser_of(amina()).post(address(programme, "paste"), sent, headers=language)
    assert answer.status_code == status
    return answer.content.decode()


def paste(
    programme: Programme, table: str, language: dict[str, str] = ENGLISH, **sent: str
) -> None:
    """Look at a table, then add it as one does: by the button of its preview."""
    told = look(programme, language, table=table, **sent)  # type: ignore[arg-type]  # fields by name
    kept = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", told, re.DOTALL)
    assert kept
    again = {"seen": hidden(told, "seen"), "top": hidden(told, "top"), "act": "add"}
    sent = {"table": table, **sent, **again}
    answer = browser_of(amina()).post(address(programme, "paste"), sent, headers=language)
    assert answer.status_code == 302, answer.content.decode()


def drawn(programme: Programme) -> str:
    def said(one: Objective | Output | Activity) -> str:
        measured = "".join(f"[{i.text}]" for i in one.indicators)
        rows = [*getattr(one, "outputs", ()), *getattr(one, "activities", ())]
        return one.text + measured + (f"({'; '.join(map(said, rows))})" if rows else "")

    return "; ".join(map(said, plan_of(programme).objectives))


def test_a_numbered_table_of_a_spreadsheet_is_shown_and_then_added_whole() -> None:
    programme = started()
    told = look(programme, table=NUMBERED)
    assert "What will be added" in told
    assert "7 rows" in told
    assert drawn(programme) == ""

    paste(programme, NUMBERED)

    assert drawn(programme) == (
        "Girls stay at school[Girls who stay][Days missed](A night school works(Train teachers; Rent rooms)); Families earn enough"
    )
    first, _second = plan_of(programme).objectives
    assert first.assumption == "Schools stay open"
    stay, missed = first.indicators
    assert (stay.baseline, stay.target, stay.unit, stay.source) == (
        Decimal("12.5"),
        Decimal(90),
        "percent",
        "Register",
    )
    assert (missed.baseline, missed.target, missed.unit) == (Decimal(30), Decimal(5), "")
    assert first.outputs[0].lead == "Town"
    train, rent = plan_of(programme).activities()
    assert (train.starts_on, train.ends_on, train.lead) == (
        date(2027, 3, 1),
        date(2027, 5, 1),
        "Passerelle",
    )
    assert (train.assumption, rent.starts_on, rent.ends_on) == (
        "Teachers stay",
        date(2027, 3, 1),
        date(2027, 6, 1),
    )


TREE = "Change(Thing(Work; More work)); Second change"
WAYS = {
    "levels in French": "Niveau\tTexte\nObjectif immédiat\tChange\nProduit\tThing\nActivité\tWork\nActivité\tMore work\nObjectif\tSecond change",
    "numbers of a French spreadsheet": "N°\tRésultat\n1\tChange\n1,1\tThing\n1.1.1\tWork\n1.1.2\tMore work\n2\tSecond change",
    "numbers before the text": "Results\n1. Change\n1.1 Thing\n1.1.1 Work\n1.1.2 More work\n2. Second change",
    "text held in by spaces": "Text\tLead\nChange\n  Thing\n    Work\n    More work\nSecond change",
    "text held in by cells": "Text\t\t\nChange\n\tThing\n\t\tWork\n\t\tMore work\nSecond change",
    "one column for each level": "Objective\tOutput\tActivity\nChange\tThing\tWork\n\t\tMore work\nSecond change\t\t",
    "one column for each level, told again": "Objectif\tProduit\tActivité\nChange\tThing\tWork\nChange\tThing\tMore work\nSecond change",
    "a title and blank rows": "Our framework\n\nNo.\tText\n1\tChange\n\n1.1\tThing\n1.1.1\tWork\n1.1.2\tMore work\n2\tSecond change\n\n",
    "zero-width characters": "\ufeffNo\u200b.\tText\n\u200b1\tChange\n1.1\u200b\tThing\n1.1.1\tWork\n1.1.2\tMore work\n2\tSecond change",
    "prefixes": "Code\tText\nO1\tChange\nR 1.1\tThing\nA1.1.1\tWork\nA1.1.2.\tMore work\nO2\tSecond change",
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_table_says_its_levels_in_many_ways(way: str) -> None:
    programme = started()

    paste(programme, WAYS[way])

    assert drawn(programme) == TREE


WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>td {color: red}</style></head><body>
<p>Before</p><table class=MsoTableGrid><tr><td><p class=MsoNormal>Objectif</p></td><td>Produit</td><td>Activité</td><td>Indicateur</td></tr>
<tr><td rowspan=3><p>Change<o:p></o:p></p></td><td rowspan=2>Thing</td><td>Work</td><td></td></tr>
<tr><td>More
 work</td><td><p>Measure &amp; count</p><p>each month</p></td></tr>
<tr><td colspan=2></td><td></td></tr>
<tr><td>Second change<script>alert(1)</script></td><td></td><td></td><td></td></tr></table></body></html>"""


def test_a_table_of_word_keeps_its_merged_cells_and_nothing_but_its_text() -> None:
    programme = started()
    told = look(programme, FRENCH, html=WORD, table="what the browser made of it")
    assert "alert" not in told
    table = 'Objectif\tProduit\tActivité\tIndicateur\nChange\tThing\tWork\n\t\tMore work\t"Measure & count\neach month"\nSecond change\t\t\t'
    kept = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", told, re.DOTALL)
    assert kept
    assert "Measure &amp; count" in kept[1]

    paste(programme, table)

    assert (
        drawn(programme)
        == "Change(Thing(Work; More work[Measure & count\neach month])); Second change"
    )
    assert read_html(WORD)[:3] == read_text(table)[:3]


def test_every_fault_is_told_by_row_and_column_and_nothing_is_written() -> None:
    programme = started()
    rows = [
        "No.\tText\tIndicator\tBaseline\tTarget\tIn charge\tStarts on\tEnds on",
        "1\tChange\tMeasure\tmany\t-3",
        "1.1\t=B2&C2\t\t12\t\t\t",
        "1.3.1\tOrphan",
        "1.1\tAgain",
        "\tNo number",
        "1.1.1\tWork\t\t\t\t\t03/25/2027\t",
        "1.1.2\tWork\t\t\t\t\t2027-05-01\t2027-04-01",
        "1.1.1.1\tToo deep",
        f"2\t{'x' * 1001}\t\t\t\tTown",
    ]

    told = look(programme, status=422, table="\n".join(rows))

    for words in (
        "Row 2, “Baseline”", "“many” is no number", "Row 2, “Target”", "“-3” is below zero",
        "Row 3, “Text”", "A formula: paste what it shows", "Row 3, “Baseline”", "the row names none",
        "Row 4, “No.”", "would stand under is not there", "Row 5, “No.”", "This number stands twice",
        "Row 6, “No.”", "has a text and no number", "Row 7, “Starts on”", "“03/25/2027” is no date",
        "Row 8, “Ends on”", "It ends before it starts", "Row 9, “No.”", "no level so deep",
        "Row 10, “Text”", "1000 characters at most, here 1001", "Row 10, “In charge”", "has no place for it",
    ):  # fmt: skip
        assert words in told, words
    assert "Nothing was added: 12 things to mend" in told
    assert rows[9] in told
    assert 'value="add"' not in told
    assert drawn(programme) == ""


def test_ten_thousand_rows_are_refused_politely_and_kept() -> None:
    programme = started()
    table = "Text\n" + "\n".join(f"Change {n}" for n in range(10_000))

    told = look(programme, status=422, table=table)

    assert "10000 rows are too many at once: 2000 at most" in told
    assert "Change 9999" in told
    assert drawn(programme) == ""


@pytest.mark.parametrize("table", ["", " \n\t\n", "Budget\tColour\n1\tred\n2\tblue"])
def test_a_table_without_texts_asks_which_column_holds_them(table: str) -> None:
    assert "say which column holds the texts" in look(started(), status=422, table=table)


def test_columns_are_told_by_hand_and_those_not_taken_are_named() -> None:
    programme = started()
    table = "Quoi\tCombien\tCouleur\nChange\t12,5\tred\nOther\t\tblue"
    told = look(programme, FRENCH, status=422, table=table)

    by_hand = {"top": hidden(told, "top"), "head": "0", "map-0": "text", "map-1": "", "map-2": ""}
    told = look(programme, FRENCH, table=table, **by_hand)  # type: ignore[arg-type]  # fields by name
    assert "Combien\u00a0: 1 cellule" in told
    assert "Couleur\u00a0: 2 cellules" in told
    again = {**by_hand, "seen": hidden(told, "seen"), "act": "add", "table": table}
    browser_of(amina()).post(address(programme, "paste"), again)

    assert drawn(programme) == "Change; Other"


def test_what_was_told_of_one_table_does_not_hold_for_another() -> None:
    programme = started()
    told = look(programme, table="A\tB\nx\ty", status=422)

    told = look(
        programme,
        table=NUMBERED,
        top=hidden(told, "top"),
        head="none",
        **{"map-0": "text"},  # type: ignore[arg-type]  # fields by name
    )

    assert "7 rows" in told


def test_a_table_that_changed_after_it_was_looked_at_is_shown_again_before_it_is_added() -> None:
    programme = started()
    told = look(programme, table="Text\nChange")

    again = look(programme, table="Text\nAnother", seen=hidden(told, "seen"), act="add")

    assert "What will be added" in again
    assert drawn(programme) == ""


def test_a_table_goes_under_a_row_and_its_first_level_is_the_next_one() -> None:
    programme = started()
    paste(programme, "Text\nChange")
    (change,) = plan_of(programme).objectives
    paste(programme, "No.\tText\n1.1\tThing\n1.1.1\tWork", under=f"objectives.{change.key}")
    (output,) = plan_of(programme).outputs()
    paste(programme, "Activity\tIndicator\nSecond\tCount", under=f"outputs.{output.key}")
    paste(
        programme,
        "Indicator\tTarget\tAssumption\nShare\t50 %\tPeace",
        under=f"outputs.{output.key}",
    )

    assert drawn(programme) == "Change(Thing[Share](Work; Second[Count]))"
    assert plan_of(programme).objectives[0].outputs[0].indicators[0].assumption == "Peace"
    told = look(
        programme,
        status=422,
        table="No.\tText\n1\tThing\n1.1\tWork\n1.1.1\tDeep",
        under=f"objectives.{change.key}",
    )
    assert "no level so deep" in told
    assert "none above it" in look(programme, status=422, table="Indicator\nCount")
    wrong = {"table": "Text\nx", "under": "partners.p1"}
    assert browser_of(amina()).post(address(programme, "paste"), wrong).status_code == 404


def test_a_decimal_comma_and_french_words_are_read_as_a_french_reader_writes_them() -> None:
    programme = started()
    table = (
        "Niveau\tTexte\tNature\tUnité\tSituation de départ\tMesurée le\tCible\tÀ atteindre le\n"
        "Objectif immédiat\tChange\tPrévention\nIndicateur\tPart\t\tPour cent\t1 234,5\t1er février 2027\t–\t31/12/2028"
    )
    kinds = look(programme, FRENCH, status=422, table=table.replace("Prévention", "Nulle part"))
    assert "«\u00a0Nulle part\u00a0» n’est aucun des mots de cette liste" in kinds

    paste(programme, table, FRENCH)

    (objective,) = plan_of(programme).objectives
    (indicator,) = objective.indicators
    assert objective.kind == "prevention"
    assert (indicator.baseline, indicator.target, indicator.unit) == (
        Decimal("1234.5"),
        None,
        "percent",
    )
    assert (indicator.baseline_on, indicator.target_on) == (date(2027, 2, 1), date(2028, 12, 31))


def hard() -> Programme:
    """A framework whose words are hard to carry in a table."""
    odd = '=1+1 "quoted"\tand a tab\nand a line, \u200fقصة\u200b; {{ x }} <b>'
    indicators = (
        Indicator(key="i1", text="-5 to @all", unit="percent", baseline=Decimal("0.5"), baseline_on=date(2027, 1, 1), target=Decimal(1000000), target_on=date(2028, 1, 1), source="'=apostrophe", assumption="a", direction="down", definition="=who\nstays", numerator="-1", denominator="@all", aggregation="latest", method="+count", frequency="monthly", owner="The team", analysis="by sex", analyst="Town", cost=Decimal("12.5")),
        Indicator(key="i2", text='"all quoted"'),
    )  # fmt: skip
    activity = Activity(key="a1", text="+more", kind="street_outreach", lead="@town", starts_on=date(2027, 1, 1), ends_on=date(2027, 2, 1), assumption="=x", indicators=(Indicator(key="i3", text="'-5"),))  # fmt: skip
    plan = Plan(
        title="Hard (fictional)",
        objectives=(
            Objective(key="o1", text=odd, kind="prevention", assumption=odd, indicators=indicators, outputs=(Output(key="p1", text="2.1 Thing", lead="Town", activities=(activity,)),)),
            Objective(key="o2", text="Second"),
        ),
    )  # fmt: skip
    return store_plan(plan, by=amina(), organisation=passerelle())


def port_city() -> Programme:
    file = settings.HOUSE / "content" / "programmes" / "port-city.json"
    plan, _faults = read_plan(file.read_bytes(), known())
    assert plan
    return store_plan(plan, by=amina(), organisation=passerelle())


def taken(programme: Programme, form: str, language: dict[str, str] = ENGLISH) -> bytes:
    answer = browser_of(amina()).get(address(programme, "table", form), headers=language)
    assert answer.status_code == 200
    return answer.content


@pytest.mark.parametrize("language", [ENGLISH, FRENCH], ids=["en", "fr"])
@pytest.mark.parametrize("made", [hard, port_city])
def test_a_table_taken_out_pastes_back_without_loss(made, language: dict[str, str]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- either maker
    source, target = made(), started()
    out = taken(source, "tsv", language).decode()

    paste(target, out, language)

    assert taken(target, "tsv", language).decode() == out
    before, after = plan_of(source), plan_of(target)
    for one, other in zip(before.activities(), after.activities(), strict=True):
        assert (one.text, one.kind, one.lead, one.assumption) == (
            other.text,
            other.kind,
            other.lead,
            other.assumption,
        )
        assert (one.starts_on, one.ends_on) == (other.starts_on, other.ends_on)
    for mine, theirs in zip(before.indicators(), after.indicators(), strict=True):
        beside = {"key": theirs.key, "about_people": False, "split": (), "library": ""}
        assert replace(mine, **beside) == theirs  # type: ignore[arg-type]  # fields by name


def test_how_an_indicator_is_measured_is_pasted_in_and_its_faults_are_told() -> None:
    programme = started()
    head = "Level\tText\tDirection\tDéfinition\tCollected by\tFrequency\tCoût\n"
    told = look(
        programme,
        status=422,
        table=f"{head}Objective\tChange\nIndicator\tShare\tsideways\t{'x' * 2001}\t\tnow and then\t1.234",
    )
    for words in (
        "Row 3, “Direction”", "“sideways” is none of the words", "Row 3, “Définition”", "2000 characters at most, here 2001",
        "Row 3, “Frequency”", "“now and then” is none", "Row 3, “Coût”", "two for a cost",
    ):  # fmt: skip
        assert words in told, words

    paste(
        programme, f"{head}Objective\tChange\nIndicator\tShare\tIt should fall\tWho\tTown\t\t12.50"
    )

    (one,) = plan_of(programme).indicators()
    assert (one.direction, one.definition, one.owner, one.cost) == (
        "down",
        "Who",
        "Town",
        Decimal("12.5"),
    )
    assert "Numerator" not in taken(programme, "csv").decode()


def test_the_html_that_is_copied_holds_the_same_table() -> None:
    source = port_city()
    html, text = taken(source, "html").decode(), taken(source, "tsv").decode()
    assert read_html(html) == [[cell.strip() for cell in row] for row in read_text(text)]


def test_no_cell_of_a_file_is_a_formula_and_numbers_of_rows_stay_text() -> None:
    source = hard()
    sheet = load_workbook(io.BytesIO(taken(source, "xlsx"))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if str(cell.value)[0] in "=+-@"]
    assert "1.1" in [cell.value for cell in cells]
    assert b";" in taken(source, "csv", FRENCH).splitlines()[0]
    assert taken(source, "csv").startswith("\ufeffNo.,Level,Text".encode())
    assert not re.findall(rb'(?:^|[,\n])"?[=+@-]', taken(source, "csv"))


def test_whoever_reads_takes_the_table_and_only_writers_paste() -> None:
    programme = hard()
    for form in ("xlsx", "csv", "tsv", "html"):
        assert browser_of(bento()).get(address(programme, "table", form)).status_code == 200
        assert browser_of(chipo()).get(address(programme, "table", form)).status_code == 404
    assert browser_of(amina()).get(address(programme, "table", "exe")).status_code == 404
    assert (
        "Copy as a table"
        in browser_of(bento()).get(address(programme, "table"), headers=ENGLISH).content.decode()
    )
    for person, status in ((bento(), 403), (chipo(), 404)):
        answer = browser_of(person).post(address(programme, "paste"), {"table": "Text\nx"})
        assert answer.status_code == status


def test_a_submitted_programme_takes_no_table() -> None:
    programme = started()
    told = look(programme, table="Text\nChange")
    Programme.objects.update(lifecycle="submitted")

    again = look(programme, status=422, table="Text\nChange", seen=hidden(told, "seen"), act="add")

    assert "has been submitted" in again
    assert drawn(programme) == ""


@pytest.mark.parametrize(("language", "says"), [(ENGLISH, "2.5 MB"), (FRENCH, "2,5 Mo")])
def test_what_is_larger_than_a_form_may_be_is_refused_in_words(
    language: dict[str, str], says: str
) -> None:
    programme = started()

    told = look(programme, language, status=400, table="x" * 3_000_000)

    assert says in told
    assert drawn(programme) == ""


QUOTES = ['a"b', '"a"', '""', '"', "a\tb", "a\nb", '"a\nb"', "", 'x "y" z', "'=1"]


def test_cells_are_read_as_they_were_written() -> None:
    grid = [QUOTES, list(reversed(QUOTES))]
    assert read_text(write_text(grid)) == grid
    assert read_text('"said" she\t1\r\n"two\r\nlines"\t2\r\n') == [
        ['"said" she', "1"],
        ["two\nlines", "2"],
    ]
    assert read_html("<p>nothing</p>") == []
    wide = read_html(
        '<table><tr><td colspan="9999999999999999999">a</td><td colspan=x>b</td></tr></table>'
    )
    assert [cell for cell in wide[0] if cell] == ["a", "b"]
