"""Who may be served: every child under eighteen, without discrimination and without blame."""

from collections.abc import Callable, Iterable, Iterator

from rempart.programmes.rules.codes import Criterion, Eligibility, Step
from rempart.programmes.rules.plan import EligibilityCriterion
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import NEW_ACTIVITY, Seen
from rempart.programmes.rules.sorts import DIRECT_HELP, EXITS

LAST_YEAR_OF_CHILDHOOD = 17  # ages are in completed years, both ends included
ADULTS, OF_NO_AGE = "a18_plus", {"unknown", ""}  # of list ``age_band``
UNEQUAL = {
    Criterion.SEX, Criterion.AGE, Criterion.CULTURE, Criterion.NATIONALITY, Criterion.STATUS,
}  # fmt: skip
Test = Callable[[EligibilityCriterion], bool | None]  # wrong, fine, or not to be told


def age_below_eighteen(seen: Seen) -> Outcome:
    """RULE-019 (H13): protection does not end before eighteen, nor at puberty.

    Source: box 2; strategy 4, what to avoid 2. Reading: ages are in completed years, so who serves
    up to 17 serves every child. A lower end is fine where the criterion names the service that
    receives older children; puberty never is. Wholly about adults: not concerned.
    """
    return _judge(seen, {Criterion.AGE, Criterion.PUBERTY}, _ends_childhood_early, "max_age")


def _ends_childhood_early(c: EligibilityCriterion) -> bool | None:
    if c.dimension == Criterion.PUBERTY:
        return True
    if c.effect == Eligibility.SERVES:
        too_low = None if c.max_age is c.min_age is None else _below(c.max_age)
    else:
        unsaid = not c.effect or c.max_age is c.min_age is None
        too_low = (
            None if unsaid else (c.min_age or 0) <= LAST_YEAR_OF_CHILDHOOD and not _below(c.max_age)
        )
    return too_low and not c.other_service


def _below(max_age: int | None) -> bool:
    return max_age is not None and max_age < LAST_YEAR_OF_CHILDHOOD


def refused_as_willing(seen: Seen) -> Outcome:
    """RULE-020: no child is refused because somebody thinks the child chose it.

    Source: strategy 3, what to avoid 4. Reading: no criterion excludes on that ground.
    """
    return _judge(seen, {Criterion.CONSIDERED_VOLUNTARY}, _excludes, "effect")


def _excludes(c: EligibilityCriterion) -> bool | None:
    return c.effect == Eligibility.EXCLUDES if c.effect else None


def discrimination(seen: Seen) -> Outcome:
    """RULE-021: nobody is excluded by sex, age under 18, culture, nationality or status alone.

    Source: strategy 4, thing to do 7. Reading: unless the protective reason is written down, or an
    equivalent service is open to those left out. To exclude adults is no matter of this rule.
    """
    return _judge(seen, UNEQUAL, _discriminates, "reason")


def _discriminates(c: EligibilityCriterion) -> bool | None:
    if c.reason or c.other_service:
        return False
    if c.dimension == Criterion.AGE and (c.min_age or 0) > LAST_YEAR_OF_CHILDHOOD:
        return False
    return _excludes(c)


def profile_as_label(seen: Seen) -> Outcome:
    """RULE-113: the profile of families at risk serves to help, never to refuse.

    Source: boxes 8 and 18. Reading: in a plan, no criterion excludes by that profile.
    """
    return _judge(seen, {Criterion.FAMILY_PROFILE}, _excludes, "effect")


def _judge(seen: Seen, dimensions: Iterable[str], is_wrong: Test, name: str) -> Outcome:
    about = set(dimensions)
    rows = [c for c in seen.plan.eligibility if c.dimension in about]
    said = [(c, is_wrong(c)) for c in rows]
    unsure = (_at(c, "effect" if not c.effect else name) for c, fault in said if fault is None)
    return judge(
        concerned=bool(rows),
        wrong=(
            _at(c, "dimension" if c.dimension == Criterion.PUBERTY else name) for c, f in said if f
        ),
        unsure=[*_unclassed(seen), *unsure],
    )


def _unclassed(seen: Seen) -> Iterator[Spot]:
    return (_at(c, "dimension") for c in seen.plan.eligibility if not c.dimension)


def _at(criterion: EligibilityCriterion, name: str) -> Spot:
    return Spot(step=Step.WHO, row="eligibility", key=criterion.key, field=name)


def no_service_for_boys(seen: Seen) -> Outcome:
    """RULE-028 (H13): where children are helped directly, boys are among them.

    Source: example 27. Reading: boys under eighteen are planned among the children and families
    served: fathers are no boys. Without numbers, or without the ages of all men and boys, the rule
    cannot tell.
    """
    if not seen.of(DIRECT_HELP):
        return judge(concerned=False, unsure=seen.untold)
    gap = (Spot(step=Step.WHO, row="beneficiaries", field="planned"),)
    planned = {who: n for who, n in seen.people_planned.items() if n and who[1] != ADULTS}
    ages_of_boys = {age for sex, age in planned if sex == "male"}
    if ages_of_boys - OF_NO_AGE:
        return judge()
    return judge(unsure=gap) if ages_of_boys or not planned else judge(wrong=gap)


def adolescents_forgotten(seen: Seen) -> Outcome:
    """RULE-047: work on exit includes adolescents exploited for want of choice.

    Source: strategy 4, thing to do 3. Reading: some activity names adolescents among its targets.
    """
    if not seen.of(EXITS):
        return judge(concerned=False, unsure=seen.untold)
    gap = Spot(step=NEW_ACTIVITY.step, row="activities", field="targets")
    return judge(wrong=() if "adolescents" in seen.targeted else (gap,))
