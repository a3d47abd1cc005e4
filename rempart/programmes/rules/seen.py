"""A plan as the checks see it: each view is made once, however many rules ask for it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from rempart.programmes.rules.codes import Answer, Decision, Provision, Serves, Step
from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.plan import Choice, Need, Plan
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.sorts import UNTOLD, Sort
from rempart.programmes.rules.thresholds import Thresholds

IN_PLACE = {Provision.WORKS_TODAY.value, Provision.PLANNED.value}


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A plan, the day on which it is looked at, and what rules ask of it again and again."""

    plan: Plan
    today: date
    thresholds: Thresholds = field(default_factory=Thresholds)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """Return every activity, in order."""
        return tuple(self.plan.activities())

    @cached_property
    def untold(self) -> tuple[Spot, ...]:
        """Return where a kind is missing, so that no rule knows whether it is concerned."""
        return tuple(
            at_activity(a, "kind") for a in self.activities if not a.kind and not a.actions
        )

    @cached_property
    def without_kind(self) -> tuple[Spot, ...]:
        """Return where a kind is missing, for sorts that no action of Figure 1 tells apart."""
        return tuple(at_activity(a, "kind") for a in self.activities if not a.kind)

    @cached_property
    def targeted(self) -> frozenset[str]:
        """Return everyone whom some activity means to change, to help or to address."""
        return frozenset().union(*(a.targets for a in self.activities))

    @cached_property
    def chosen(self) -> tuple[Choice, ...]:
        """Return the strategies that were chosen."""
        return tuple(c for c in self.plan.choices if c.decision == Decision.CHOSEN)

    @cached_property
    def place_keys(self) -> tuple[str, ...]:
        """Return the places of the plan; an empty one stands for everywhere where none is named."""
        return tuple(place.key for place in self.plan.places) or ("",)

    @cached_property
    def people_planned(self) -> dict[tuple[str, str], int]:
        """Return how many children and family members are planned, by sex and age band."""
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for row in self.plan.beneficiaries:
            if row.serves != Serves.INTERMEDIARIES:
                for head in row.planned:
                    counts[head.sex, head.age_band] += head.number
        return counts

    @cached_property
    def _by_kind(self) -> dict[str, list[tuple[int, Activity]]]:
        groups: dict[str, list[tuple[int, Activity]]] = defaultdict(list)
        for position, activity in enumerate(self.activities):
            groups[activity.kind].append((position, activity))
        return groups

    @cached_property
    def _lexicons(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _needs(self) -> dict[str, list[Need]]:
        groups: dict[str, list[Need]] = defaultdict(list)
        for need in self.plan.needs:
            groups[need.kind].append(need)
        return groups

    def of(self, sort: Sort) -> tuple[Activity, ...]:
        """Return the activities of a sort, in order."""
        found = [pair for kind in sort.kinds for pair in self._by_kind.get(kind, ())]
        for kind in UNTOLD if sort.actions else ():
            silent = self._by_kind.get(kind, ())
            found += [pair for pair in silent if not sort.actions.isdisjoint(pair[1].actions)]
        return tuple(activity for _, activity in sorted(found, key=lambda pair: pair[0]))

    def places_of(self, activity: Activity) -> Sequence[str]:
        """Return the keys of the places where it is carried out: its own, or all of the plan's."""
        return activity.places or self.place_keys

    def needs(self, kind: str, place: str | None = None) -> Iterator[Need]:
        """Yield the needs of a kind, of the whole plan or as they stand in one place."""
        for need in self._needs.get(kind, ()):
            if place is None or need.place in {"", place}:
                yield need

    def is_met(self, kind: str, place: str | None = None, by: date | None = None) -> bool | None:
        """Return whether a need is answered: today, or as planned, until a day where one is given.

        ``None`` where some row does not say it, or does not say from when.
        """
        answers = {self._meets(need, by) for need in self.needs(kind, place)}
        return True if True in answers else None if None in answers else False

    def _meets(self, need: Need, by: date | None) -> bool | None:
        if not need.provision:
            return None
        if need.provision != Provision.PLANNED or by is None:
            return need.provision in IN_PLACE
        return need.works_from <= by if need.works_from else None

    def lexicons_in(self, material: Material) -> frozenset[str]:
        """Return the lexicons of which its text holds words: those that blame, and "" for the rest."""
        if material.key not in self._lexicons:
            terms = self.thresholds.terms
            known = terms.languages if terms else frozenset()
            spoken = known.intersection(material.languages) or known
            self._lexicons[material.key] = frozenset(
                found.lexicon
                for language in spoken
                for found in (terms.check(material.text, language) if terms else ())
            )
        return self._lexicons[material.key]

    def need_spots(
        self, kind: str, place: str | None = None, name: str = "provision"
    ) -> list[Spot]:
        """Return where to mend a need: its rows, or a row to be added."""
        rows = [at_need(need.key, name) for need in self.needs(kind, place)]
        return rows or [Spot(step=Step.WHO, row="needs", field=kind)]


def at_activity(activity: Activity, name: str = "") -> Spot:
    """Return the place of an activity, or of one of its fields."""
    return Spot(step=Step.RESULTS, row="activities", key=activity.key, field=name)


def at_question(activity: Activity, question: str) -> Spot:
    """Return the place of an answer; of the kind, where the kind does not ask the question."""
    return at_activity(activity, "kind" if activity.kind in UNTOLD else f"details.{question}")


def at_need(key: str, name: str = "provision") -> Spot:
    """Return the place of a field of a need."""
    return Spot(step=Step.WHO, row="needs", key=key, field=name)


def at_field(step: Step, name: str) -> Spot:
    """Return the place of a field of the programme itself."""
    return Spot(step=step, field=name)


NEW_ACTIVITY = Spot(step=Step.RESULTS, row="activities")
AREAS = Spot(step=Step.STRATEGIES, field="areas")


def said_date(activity: Activity, question: str) -> date | None:
    """Return the day given to a question, if it is one."""
    try:
        return date.fromisoformat(activity.said(question))
    except ValueError:
        return None


def at_material(material: Material, name: str) -> Spot:
    """Return the place of a field of a material."""
    return Spot(step=Step.RESULTS, row="materials", key=material.key, field=name)


def months_from(first: date, last: date) -> float:
    """Return the months from one day to another, both included: January to December are twelve."""
    after = last + timedelta(days=1)
    return (after.year - first.year) * 12 + after.month - first.month + (after.day - first.day) / 31


UNSAID = {"", Answer.UNKNOWN.value}


class Noted:
    """Gathers what yes-or-no questions leave wrong or unsure. Unanswered is not the same as no."""

    def __init__(self, unsure: Sequence[Spot] = ()) -> None:
        self.wrong: list[Spot] = []
        self.unsure: list[Spot] = list(unsure)

    def outcome(self, *, concerned: bool) -> Outcome:
        """Return what all of it comes to."""
        return judge(concerned=concerned, wrong=self.wrong, unsure=self.unsure)

    def _want(self, said: str, at: Spot, answer: str = Answer.YES.value) -> None:
        if said in UNSAID:
            self.unsure.append(at)
        elif said != answer:
            self.wrong.append(at)

    def _doubt(self, said: str, at: Spot) -> bool:
        if said in UNSAID:
            self.unsure.append(at)
        return said == Answer.YES


class Answers(Noted):
    """What the questions of activities leave wrong or unsure."""

    def want(self, activity: Activity, *questions: str, answer: Answer = Answer.YES) -> None:
        """Note whatever does not have the wanted answer."""
        for question in questions:
            self._want(activity.said(question), at_question(activity, question), answer.value)

    def doubt(self, activity: Activity, question: str) -> bool:
        """Return whether the answer is yes; note where there is none."""
        return self._doubt(activity.said(question), at_question(activity, question))


class Telling(Noted):
    """What the questions of materials leave wrong or unsure."""

    def want(self, material: Material, *names: str) -> None:
        """Note whatever is not answered with yes."""
        for name in names:
            self._want(material.said(name), at_material(material, name))

    def doubt(self, material: Material, name: str) -> bool:
        """Return whether the answer is yes; note where there is none."""
        return self._doubt(material.said(name), at_material(material, name))
