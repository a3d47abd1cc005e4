"""What a list of places says: a place for each row, or every fault with its row and column."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace

from rempart.communities.rules.places import would_turn
from rempart.communities.rules.readings import capped, fault_at, figure_in, in_order
from rempart.guide.rules.words import bare
from rempart.kit.sheets import Sheet, SheetFault, Value

LONGEST = {"name": 200, "country": 100, "source": 300}
MOST_CHILDREN = 500_000_000
Cells = Mapping[str, tuple[Value, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One place that a list names. ``parent`` is a place's key, or ``#`` and the row of another one."""

    row: int
    name: str
    level: str = ""
    country: str = ""
    parent: str = ""
    children: int | None = None
    year: int | None = None
    source: str = ""

    @property
    def ref(self) -> str:
        """Return what another row of the list points at it by."""
        return f"#{self.row}"

    @property
    def same(self) -> tuple[str, str, str]:
        """Return what no two places of an organisation may have in common."""
        return self.name, self.level, self.country

    def kept(self) -> list[object]:
        """Return it as it is kept between the preview and the yes."""
        return list(astuple(self))

    @classmethod
    def of(cls, kept: Sequence[object]) -> "Listed":
        """Return what ``kept`` held."""
        return cls(**dict(zip(cls.__dataclass_fields__, kept, strict=True)))  # type: ignore[arg-type]  # as it was kept


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """What the words of a list mean here: all words are bare."""

    heads: Mapping[str, str]  # a head in any language -> a field of ``Listed``
    levels: Mapping[str, str]  # how wide a place is, in words -> its code
    names: Mapping[str, Sequence[str]]  # a place that exists -> the keys of those called so
    keys: frozenset[str]
    there: frozenset[tuple[str, str, str]]  # name, level and country of every place that exists
    years: range


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Who counted the children, and when, for every row that says nothing else."""

    source: str = ""
    year: int | None = None


@dataclass(slots=True, kw_only=True)
class PlaceList:
    """What a list says: the places to add, how many were there already, or what is wrong."""

    places: list[Listed] = field(default_factory=list)
    there: int = 0
    faults: list[SheetFault] = field(default_factory=list)
    said: set[tuple[str, str, str]] = field(default_factory=set)
    named: set[str] = field(default_factory=set)  # also by rows that are at fault themselves


def places_listed(sheet: Sheet, words: ListWords, counted: Counted) -> PlaceList:
    """Return the places that a sheet lists, or nothing and all of its faults in the order of the sheet."""
    told = PlaceList(faults=list(sheet.faults))
    start = next((n for n, row in enumerate(sheet.rows) if any(row)), None)
    if start is None:
        told.faults = told.faults or [SheetFault(code="empty")]
        return told
    heads = _heads(sheet.rows[start], start + 1, words, told.faults)
    parents: dict[int, tuple[Value, int]] = {}
    for number, row in enumerate(sheet.rows[start + 1 :], start=start + 2):
        cells = _cells(row, heads)
        if cells:
            _read_row(cells, number, words, counted, told)
            parents |= {number: cells["parent"]} if "parent" in cells else {}
    told.places = _put(told, parents, words)
    if not told.faults and not told.places:
        told.faults.append(SheetFault(code="all_there" if told.there else "nothing_listed"))
    if told.faults:
        told.places, told.faults = [], capped(sorted(told.faults, key=in_order))
    return told


def _heads(
    row: Sequence[Value], number: int, words: ListWords, faults: list[SheetFault]
) -> dict[int, str]:
    heads: dict[int, str] = {}
    for column, cell in enumerate(row, start=1):
        if cell is None:
            continue
        role = words.heads.get(bare(str(cell)), "")
        if not role or role in heads.values():
            code = "duplicate_column" if role else "unknown_head"
            faults.append(fault_at(code, number, column, cell))
        else:
            heads[column] = role
    if "name" not in heads.values():
        faults.append(SheetFault(code="no_name_column", row=number))
        return {}
    return heads


def _cells(row: Sequence[Value], heads: Mapping[int, str]) -> Cells:
    return {
        role: (row[column - 1], column)
        for column, role in heads.items()
        if column <= len(row) and row[column - 1] is not None
    }


def _read_row(
    cells: Cells, number: int, words: ListWords, counted: Counted, told: PlaceList
) -> None:
    before = len(told.faults)
    said = {name: str(cells[name][0]).strip() if name in cells else "" for name in LONGEST}
    for name, most in LONGEST.items():
        if len(said[name]) > most:
            told.faults.append(fault_at("too_long", number, cells[name][1], said[name]))
    told.named.add(bare(said["name"]))
    if not said["name"]:
        told.faults.append(SheetFault(code="no_name", row=number))
    level = _level(cells, number, words, told.faults)
    children = _whole(cells, "children", number, range(MOST_CHILDREN + 1), told.faults)
    year = _whole(cells, "year", number, words.years, told.faults)
    source = said["source"] or (counted.source if children is not None else "")
    if children is not None and not source:
        told.faults.append(SheetFault(code="no_children_source", row=number))
    if len(told.faults) > before:
        return
    one = Listed(
        row=number,
        name=said["name"],
        level=level,
        country=said["country"],
        children=children,
        year=year if year is not None or children is None else counted.year,
        source=source,
    )
    if one.same in told.said:
        told.faults.append(fault_at("listed_twice", number, cells["name"][1], one.name))
    elif one.same in words.there:
        told.there += 1
    else:
        told.places.append(one)
    told.said.add(one.same)


def _level(cells: Cells, number: int, words: ListWords, faults: list[SheetFault]) -> str:
    if "level" not in cells:
        return ""
    cell, column = cells["level"]
    level = words.levels.get(bare(str(cell)), "")
    if not level:
        faults.append(fault_at("unknown_level", number, column, cell))
    return level


def _whole(
    cells: Cells, name: str, number: int, among: range, faults: list[SheetFault]
) -> int | None:
    """Return the whole number in a cell, if it lies among these; none, with its fault, if not."""
    if name not in cells:
        return None
    cell, column = cells[name]
    value = figure_in(cell)
    if not isinstance(value, str) and value != value.to_integral_value():
        value = "not_whole"
    if not isinstance(value, str) and int(value) not in among:
        value = "no_year" if name == "year" else "too_large"
    if isinstance(value, str):
        faults.append(fault_at(value, number, column, cell))
        return None
    return int(value)


def _put(told: PlaceList, cells: Mapping[int, tuple[Value, int]], words: ListWords) -> list[Listed]:
    """Return the places with what each lies in; a place that lies within itself is a fault."""
    called: dict[str, list[str]] = defaultdict(list)
    for one in told.places:
        called[bare(one.name)].append(one.ref)
    parents: dict[Hashable, Hashable | None] = {}
    for one in told.places:
        if one.row in cells:
            parents[one.ref] = _parent(one, cells[one.row], called, words, told)
    for one in told.places:
        into = parents.get(one.ref)
        if into is not None and would_turn(one.ref, into, parents):
            cell, column = cells[one.row]
            told.faults.append(fault_at("in_itself", one.row, column, cell))
    return [replace(one, parent=str(parents.get(one.ref) or "")) for one in told.places]


def _parent(
    one: Listed,
    said: tuple[Value, int],
    called: Mapping[str, Sequence[str]],
    words: ListWords,
    told: PlaceList,
) -> str | None:
    cell, column = said
    text = str(cell).strip()
    if text.lower() in words.keys:
        return text.lower()
    found = [*called.get(bare(text), ()), *words.names.get(bare(text), ())]
    others = [ref for ref in found if ref != one.ref]  # a port that lies in the region of its name
    if len(others) == 1:
        return others[0]
    code = "ambiguous_parent" if others else "in_itself" if found else "unknown_parent"
    if found or bare(text) not in told.named:  # what is wrong with the row it names is told there
        told.faults.append(fault_at(code, one.row, column, cell))
    return None
