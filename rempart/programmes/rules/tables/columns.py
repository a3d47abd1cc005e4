"""What a column of a pasted table holds, told by its heading in French or English."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from rempart.programmes.rules.tables.grid import Grid, bare

HEAD_ROWS = 10  # the headings stand in one of the first rows, below a title
LEVELS = ("objectives", "outputs", "activities", "indicators")


class Column(StrEnum):
    """What a column may hold."""

    NUMBER = "number"
    LEVEL = "level"
    TEXT = "text"
    OBJECTIVE = "objectives"
    OUTPUT = "outputs"
    ACTIVITY = "activities"
    KIND = "kind"
    INDICATOR = "indicators"
    UNIT = "unit"
    BASELINE = "baseline"
    BASELINE_ON = "baseline_on"
    TARGET = "target"
    TARGET_ON = "target_on"
    SOURCE = "source"
    DIRECTION = "direction"
    DEFINITION = "definition"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    AGGREGATION = "aggregation"
    METHOD = "method"
    FREQUENCY = "frequency"
    OWNER = "owner"
    ANALYSIS = "analysis"
    ANALYST = "analyst"
    COST = "cost"
    LEAD = "lead"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    ASSUMPTION = "assumption"


HOW_MEASURED = (
    Column.DIRECTION, Column.DEFINITION, Column.NUMERATOR, Column.DENOMINATOR, Column.AGGREGATION, Column.METHOD,
    Column.FREQUENCY, Column.OWNER, Column.ANALYSIS, Column.ANALYST, Column.COST,
)  # fmt: skip
_WORDS: dict[Column, str] = {  # the usual headings, parted by commas, without accents
    Column.NUMBER: "no, n, nr, number, numero, num, code, ref",
    Column.LEVEL: "level, niveau, type",
    Column.TEXT: "text, texte, result, results, resultat, resultats, description, wording, libelle, intitule,"
    " title, titre, intervention logic, logique d intervention, result activity indicator, resultat activite indicateur",
    Column.OBJECTIVE: "objective, objectives, objectif, objectifs, immediate objective, immediate objectives,"
    " objectif immediat, objectifs immediats, specific objective, specific objectives, objectif specifique,"
    " objectifs specifiques, outcome, outcomes, effet, effets",
    Column.OUTPUT: "output, outputs, produit, produits, extrant, extrants, expected result, expected results,"
    " resultat attendu, resultats attendus",
    Column.ACTIVITY: "activity, activities, activite, activites, action, actions",
    Column.KIND: "kind, sort, nature, genre, sorte, kind of change, kind of activity, type d activite",
    Column.INDICATOR: "indicator, indicators, indicateur, indicateurs, ovi, iov, objectively verifiable indicators,"
    " indicateurs objectivement verifiables",
    Column.UNIT: "unit, unite, unit of measure, unite de mesure",
    Column.BASELINE: "baseline, baseline value, starting value, reference, valeur de reference, valeur de base,"
    " valeur de depart, situation de depart, situation de reference, valeur initiale, depart",
    Column.BASELINE_ON: "measured on, baseline date, date of the baseline, mesure le, mesuree le, date de reference,"
    " date de la reference, date de depart",
    Column.TARGET: "target, target value, cible, valeur cible, valeur visee",
    Column.TARGET_ON: "to be reached on, target date, date of the target, a atteindre le, date cible, date de la cible, echeance",
    Column.SOURCE: "source, sources, source of verification, sources of verification, means of verification, mov,"
    " source de verification, sources de verification, moyen de verification, moyens de verification",
    Column.DIRECTION: "direction, sens, desired direction, direction of change, sens de l evolution",
    Column.DEFINITION: "definition, definitions",
    Column.NUMERATOR: "numerator, numerateur",
    Column.DENOMINATOR: "denominator, denominateur",
    Column.AGGREGATION: "aggregation, agregation",
    Column.METHOD: "method, methods, collection method, methode, methodes, methode de collecte",
    Column.FREQUENCY: "frequency, frequence, periodicite, rythme, frequency of collection, frequence de collecte",
    Column.OWNER: "collected by, recueilli par, collecte par, responsable de la collecte, person collecting",
    Column.ANALYSIS: "analysis, analyse",
    Column.ANALYST: "analysed by, analyzed by, analyse par, analysee par",
    Column.COST: "cost, cout",
    Column.LEAD: "lead, led by, in charge, responsible, owner, who answers for it, responsable, responsables, pilote,"
    " qui en repond, charge",
    Column.STARTS_ON: "start, starts, start date, starts on, from, debut, date de debut, commence le, du",
    Column.ENDS_ON: "end, ends, end date, ends on, to, until, fin, date de fin, finit le, se termine le, au",
    Column.ASSUMPTION: "assumption, assumptions, hypothese, hypotheses, assumptions and risks, hypotheses et risques",
}  # fmt: skip
_HEADINGS = {word.strip(): column for column, words in _WORDS.items() for word in words.split(",")}


def folded(words: str) -> str:
    """Return words as they are compared: no accent, no case, nothing but letters and figures."""
    plain = unicodedata.normalize("NFD", bare(words).casefold().replace("°", " "))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))


def recognised(heading: str, own: Mapping[str, str]) -> Column | None:
    """Return what a column under this heading holds; ``own`` are an organisation's names of levels."""
    words = folded(heading)
    level = own.get(words)
    return Column(level) if level else _HEADINGS.get(words)


def level_of(word: str, own: Mapping[str, str]) -> str | None:
    """Return the level that a word names; none if it names none."""
    found = recognised(word, own)
    return found.value if found and found.value in LEVELS else None


def heading_row(grid: Grid, own: Mapping[str, str]) -> int | None:
    """Return where the headings stand: the first row in which two are known, or the only one is."""
    for n, row in enumerate(grid[:HEAD_ROWS]):
        said = [cell for cell in row if bare(cell)]
        known = [cell for cell in said if recognised(cell, own)]
        if len(known) > 1 or (known and len(said) == 1):
            return n
    return None


def guessed(row: Sequence[str], own: Mapping[str, str]) -> list[Column | None]:
    """Return what each column holds, by its heading; each thing is held by one column."""
    found: list[Column | None] = []
    for heading in row:
        column = recognised(heading, own)
        found.append(None if column in found else column)
    return found


def wide_text(columns: Sequence[Column | None], headings: Sequence[str]) -> Iterator[int]:
    """Yield the columns of the text: its own, and those without heading in which it is held in."""
    if Column.TEXT not in columns:
        return
    first = columns.index(Column.TEXT)
    yield first
    for n in range(first + 1, len(columns)):
        if columns[n] is not None or (n < len(headings) and bare(headings[n])):
            return
        yield n
