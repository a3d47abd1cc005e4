"""Going through a plan, or through one row of it."""

from collections.abc import Iterator
from functools import lru_cache

from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.programmes.rules.smart.figures import (
    MEASURES,
    Frame,
    Measured,
    Told,
    activity_outside,
    activity_without_date,
    frame_of,
    is_measured,
)
from rempart.programmes.rules.smart.lexicon import Lexicon
from rempart.programmes.rules.smart.remarks import Remark
from rempart.programmes.rules.smart.wording import WORDING, Said

Result = Objective | Output | Activity | Indicator
LEVELS: dict[type, str] = {
    Objective: "objectives",
    Output: "outputs",
    Activity: "activities",
    Indicator: "indicators",
}


def remarks_of_plan(plan: Plan, lexicon: Lexicon) -> tuple[Remark, ...]:
    """Return every remark on a plan's results framework, row by row, in its own order."""
    frame = frame_of(plan)
    return tuple(
        remark
        for row, actions in _rows(plan)
        for remark in remarks_of_row(row, frame=frame, lexicon=lexicon, actions=actions)
    )


def remarks_of_row(
    row: Result, *, frame: Frame, lexicon: Lexicon, actions: frozenset[int] = frozenset()
) -> tuple[Remark, ...]:
    """Return the remarks on one row; ``actions`` are those of the guide done where it stands."""
    found = [
        *_on_words(row, lexicon),
        *(
            Remark(check=check, level=LEVELS[type(row)], key=row.key, where=name, figures=figures)
            for check, (name, figures) in _on_figures(row, frame, lexicon, actions)
        ),
    ]
    return tuple(sorted(found, key=lambda one: lexicon.checks[one.check].number))


def _rows(plan: Plan) -> Iterator[tuple[Result, frozenset[int]]]:
    """Yield each row, with the actions done under it or around it."""
    for objective in plan.objectives:
        done = [a for output in objective.outputs for a in output.activities]
        yield objective, frozenset()
        yield from ((one, _actions(done)) for one in objective.indicators)
        for output in objective.outputs:
            yield output, frozenset()
            yield from ((one, _actions(output.activities)) for one in output.indicators)
            for activity in output.activities:
                yield activity, frozenset()
                yield from ((one, _actions([activity])) for one in activity.indicators)


def _actions(activities: "list[Activity] | tuple[Activity, ...]") -> frozenset[int]:
    return frozenset(number for one in activities for number in one.actions)


def _on_words(row: Result, lexicon: Lexicon) -> Iterator[Remark]:
    level = LEVELS[type(row)]
    for slug, words in _words_found(row.text, level, lexicon):
        if slug != "awareness" or not _is_measured(row):
            yield Remark(check=slug, level=level, key=row.key, words=words)


@lru_cache(maxsize=20_000)
def _words_found(
    text: str, level: str, lexicon: Lexicon
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what each check finds in a text; most texts of a plan are the same as a moment ago."""
    said = Said(text=text, level=level, lexicon=lexicon)
    if not said.tokens:
        return ()
    checks = ((slug, find, lexicon.checks[slug]) for slug, find in WORDING.items())
    found = [
        (slug, words)
        for slug, find, check in checks
        if level in check.levels and (words := tuple(dict.fromkeys(find(said, check))))
    ]
    if level == LEVELS[Objective] and not said.tells_when(text):
        found.append(("no_date", ()))
    return tuple(found)


def _is_measured(row: Result) -> bool:
    return isinstance(row, Objective | Output) and is_measured(row)


def _on_figures(
    row: Result, frame: Frame, lexicon: Lexicon, actions: frozenset[int]
) -> Iterator[tuple[str, Told]]:
    if isinstance(row, Indicator):
        seen = Measured(row=row, frame=frame, lexicon=lexicon, actions=actions)
        yield from ((check, told) for check, find in MEASURES.items() for told in find(seen))
    elif isinstance(row, Activity):
        yield from (("no_date", told) for told in activity_without_date(row))
        yield from (("outside_period", told) for told in activity_outside(row, frame))
