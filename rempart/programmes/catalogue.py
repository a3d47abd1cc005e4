"""Kinds of activities, their questions and the words of the rules, read from content once.

Said in the reader's language by ``rempart.guide.catalogue.say``: ``say(kind, "title")``,
``say(question, "label")``, ``say(option, "label")``, ``say(rule_text, "message")``.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from rempart.guide.catalogue import ContentError, catalogue, records, term_lint
from rempart.programmes.rules.kinds import ActivityKind, Question
from rempart.programmes.rules.notes import GenderQuestions, StepNote
from rempart.programmes.rules.smart import Language, Lexicon, SmartCheck
from rempart.programmes.rules.suggestions import actions_beside
from rempart.programmes.rules.texts import RuleText
from rempart.programmes.rules.thresholds import Thresholds, thresholds_from


@cache
def kinds() -> Mapping[str, ActivityKind]:
    """Return every kind of activity by its slug."""
    return records("programme/kinds", ActivityKind)


@cache
def questions() -> Mapping[str, Question]:
    """Return every question by its code."""
    return records("programme/questions", Question)


def questions_of(kind: str) -> tuple[Question, ...]:
    """Return what a kind asks, in order; nothing of a kind that does not exist."""
    found = kinds().get(kind)
    return tuple(questions()[code] for code in found.questions) if found else ()


@cache
def rule_texts() -> Mapping[str, RuleText]:
    """Return what each rule says, by its id: RULE-001, H05."""
    return records("rules", RuleText)


@cache
def thresholds() -> Thresholds:
    """Return the thresholds of this deployment; ``ValueError`` if its content makes one milder."""
    parameters = {slug: text.parameters for slug, text in rule_texts().items()}
    return thresholds_from(parameters, term_lint())


@cache
def step_notes() -> Mapping[str, StepNote]:
    """Return what the guide says beside each step, by the step."""
    return records("programme/steps", StepNote)


@cache
def smart_checks() -> Mapping[str, SmartCheck]:
    """Return every check of the wording, by its slug."""
    return records("smart", SmartCheck)


def lexicon(fallback: str) -> Lexicon:
    """Return what the lint of the wording must know; ``fallback`` is for texts too short to tell."""
    return _lexicon_of(fallback if fallback in _lexicon().languages else "en")


@cache
def _lexicon_of(fallback: str) -> Lexicon:
    return replace(_lexicon(), fallback=fallback)


@cache
def _lexicon() -> Lexicon:
    guide = catalogue()
    needs = guide.code_list("plan_need").ids
    return Lexicon(
        checks=smart_checks(),
        languages=records("languages", Language),
        directions={slug: one.direction for slug, one in guide.indicators.items()},
        needs={need: actions_beside("plan_need", need, guide) for need in needs},
    )


def gender_questions() -> Mapping[str, GenderQuestions]:
    """Return what to ask of girls and of boys, by the part of the gender analysis."""
    return records("programme/gender", GenderQuestions)


def words() -> Iterator[tuple[str, str]]:
    """Yield every translatable text of the planner's content, with its context."""
    for held in (kinds(), questions(), rule_texts(), gender_questions()):
        for record in held.values():
            yield from record.words()
    for check in smart_checks().values():
        yield from check.said()


def hold() -> None:
    """Read everything; ``ContentError`` names each file that asks or cites what does not exist."""
    thresholds()
    _lexicon()
    found = [
        f"content/{file}.yaml: there is no {slug}"
        for file, slugs, known in _named()
        for slug in slugs
        if slug not in known
    ]
    if found:
        raise ContentError("\n".join(found))


def _named() -> Iterator[tuple[str, Iterable[str], Container[str]]]:
    """Yield what each file names, and what there is."""
    entries = catalogue().entries
    parts = {line.slug for line in catalogue().entry("ex.08").lines}
    for part in gender_questions():
        yield f"programme/gender/{part}", [part], parts
    for kind in kinds().values():
        yield f"programme/kinds/{kind.slug}", kind.questions, questions()
    for text in rule_texts().values():
        yield f"rules/{text.slug}", text.refs, entries
    for note in step_notes().values():
        yield f"programme/steps/{note.slug}", note.entries, entries
