"""What must hold between the records of a plan: keys are unique and point somewhere, dates follow."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from rempart.programmes.rules.exchange.faults import Fault, Known
from rempart.programmes.rules.exchange.shape import CLOSED, IN_ORDER, ONCE, POINTERS
from rempart.programmes.rules.kinds import Question, QuestionType
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.records import rows_that_change
from rempart.programmes.rules.results import Activity, Detail
from rempart.programmes.rules.tree import DEEPEST, hung_wrongly, references

WHOLE = 100  # percent
Record = Any  # any of the records of a plan


def faults_between(plan: Plan, known: Known) -> Iterator[Fault]:
    """Yield what no single field can tell."""
    keys = {name: [row.key for row in getattr(plan, name)] for name in _listed(plan)}
    keys["activities"] = [activity.key for activity in plan.activities()]
    actions = known.vocabularies["action"] | set(keys["choices"])
    for i, part in enumerate(plan.parts):
        if part.action not in actions:
            yield _fault(f"parts[{i}].action", "unknown_key", value=part.action[:80])
    yield from _origins(plan)
    yield from _cited(plan)
    yield from _measured(plan)
    yield from _tree(plan, actions)
    seen: dict[str, set[str]] = {}
    for record, path in _walk(plan, ""):
        yield from _order(record, path)
        yield from _pointers(record, path, keys)
        if key := getattr(record, "key", ""):
            found = seen.setdefault(type(record).__name__, set())
            if key in found:
                yield _fault(f"{path}.key", "duplicate_key", value=key[:80])
            found.add(key)
        yield from _said_twice(record, path)
        if isinstance(record, Activity):
            yield from _answers(record, path, known)


def _origins(plan: Plan) -> Iterator[Fault]:
    """Yield every risk that comes from a row which the framework lacks, every input that changed one."""
    rows = {
        *(f"objectives.{one.key}" for one in plan.objectives),
        *(f"outputs.{one.key}" for one in plan.outputs()),
        *(f"activities.{one.key}" for one in plan.activities()),
        *(f"indicators.{one.key}" for one in plan.indicators()),
    }
    changed = {"", *rows_that_change(plan)}
    for i, given in enumerate(plan.child_inputs):
        if given.changed not in changed:
            yield _fault(f"child_inputs[{i}].changed", "unknown_key", value=given.changed[:80])
    for i, risk in enumerate(plan.register):
        if risk.assumption_of and risk.assumption_of not in rows:
            yield _fault(
                f"register[{i}].assumption_of", "unknown_key", value=risk.assumption_of[:80]
            )


def _cited(plan: Plan) -> Iterator[Fault]:
    """Yield every citation of which nothing in the plan rests."""
    rows = {
        "",
        *(f"factors.{one.key}" for one in plan.factors),
        *(f"causes.{one.key}" for one in plan.causes),
        *(f"indicators.{one.key}" for one in plan.indicators()),
        *(f"campaigns.{one.key}" for one in plan.campaigns),
    }
    for i, citation in enumerate(plan.citations):
        if citation.about not in rows:
            yield _fault(f"citations[{i}].about", "unknown_key", value=citation.about[:80])


def _measured(plan: Plan) -> Iterator[Fault]:
    """Yield every measure of nothing or of more than the whole, and every count of no campaign."""
    for i, measure in enumerate(plan.measures):
        if not measure.segment:
            yield _fault(f"measures[{i}].segment", "missing_field")
        if measure.share is not None and measure.share > WHOLE:
            yield _fault(f"measures[{i}].share", "too_large", limit=WHOLE)
    for i, count in enumerate(plan.reached):
        if not count.campaign:
            yield _fault(f"reached[{i}].campaign", "missing_field")


def _tree(plan: Plan, actions: AbstractSet[str]) -> Iterator[Fault]:
    """Yield what is wrong with how causes hang, and with what they point at."""
    for i, code in hung_wrongly(plan.causes):
        fault = "unknown_key" if code == "under_nothing" else code
        value = plan.causes[i].under[:80]
        yield _fault(f"causes[{i}].under", fault, value=value, limit=DEEPEST)
    results = {"", *references(plan)}
    for i, cause in enumerate(plan.causes):
        if cause.becomes not in results:
            yield _fault(f"causes[{i}].becomes", "unknown_key", value=cause.becomes[:80])
        for one in cause.strategies:
            if one not in actions:
                yield _fault(f"causes[{i}].strategies", "unknown_key", value=one[:80])


def _listed(plan: Plan) -> list[str]:
    return [
        f.name
        for f in fields(plan)
        if isinstance(getattr(plan, f.name), tuple) and f.name != "concerned"
        if all(hasattr(row, "key") for row in getattr(plan, f.name))
    ]


def _walk(record: Record, path: str) -> Iterator[tuple[Record, str]]:
    yield record, path
    for f in fields(record):
        value = getattr(record, f.name)
        for i, one in enumerate(value if isinstance(value, tuple) else ()):
            if is_dataclass(one):
                yield from _walk(one, f"{path}.{f.name}[{i}]".lstrip("."))


def _said_twice(record: Record, path: str) -> Iterator[Fault]:
    """Yield the rows of a record's lists that say again what only one row may say."""
    for f in fields(record):
        value, seen = getattr(record, f.name), set()
        for i, row in enumerate(value if isinstance(value, tuple) else ()):
            names = ONCE.get(type(row).__name__, ())
            said = tuple(getattr(row, name) for name in names)
            if said in seen and any(said[:1]):
                told = [name for name, value in zip(names, said, strict=True) if value]
                where = f"{path}.{f.name}[{i}].{told[-1]}"
                yield _fault(where, "said_twice", value=" / ".join(filter(None, said))[:80])
            seen.add(said)


def _order(record: Record, path: str) -> Iterator[Fault]:
    for first, last, code in IN_ORDER.get(type(record).__name__, ()):
        early, late = getattr(record, first), getattr(record, last)
        if early is not None and late is not None and late < early:
            yield _fault(f"{path}.{last}", code, first=str(early), last=str(late))


def _pointers(record: Record, path: str, keys: Mapping[str, list[str]]) -> Iterator[Fault]:
    shape = type(record).__name__
    for (name, field), lists in POINTERS.items():
        if name != shape:
            continue
        value = getattr(record, field)
        for key in value if isinstance(value, tuple) else (value,):
            if key and not any(key in keys[one] for one in lists):
                yield _fault(f"{path}.{field}", "unknown_key", value=key[:80])


def _answers(activity: Activity, path: str, known: Known) -> Iterator[Fault]:
    kind = known.kinds.get(activity.kind)
    asked = set(kind.questions) if kind else set()
    for code, answer in activity.details.items():
        where = f"{path}.details.{code[:80]}"
        if code not in asked:
            yield _fault(where, "unknown_field")
        elif not _fits(known.questions[code], answer):
            yield _fault(where, "unknown_code", value=str(answer)[:80], list=code)


def _fits(question: Question, answer: Detail) -> bool:
    options = {option.id for option in question.options}
    if question.type is QuestionType.NUMBER:
        return isinstance(answer, int)
    if question.type is QuestionType.CHOICES:
        return not isinstance(answer, str | int) and set(answer) <= options
    if not isinstance(answer, str):
        return False
    if question.type is QuestionType.DATE:
        return not answer or _is_day(answer)
    if question.type is QuestionType.ANSWER:
        return answer in CLOSED["answer"] | {""}
    return question.type is not QuestionType.CHOICE or answer in options | {""}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _fault(path: str, code: str, **values: object) -> Fault:
    return Fault(path=path.lstrip("."), code=code, values=values)
