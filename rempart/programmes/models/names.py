"""The words of the closed lists of ``rules.codes``; the other lists and their words are content."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.codes import (
    Aggregation,
    Answer,
    Branch,
    Criterion,
    Decision,
    Direction,
    Eligibility,
    Influence,
    Interest,
    Involvement,
    Level,
    Lifecycle,
    ObjectiveKind,
    Part,
    Provision,
    Serves,
    Stand,
    Step,
)
from rempart.programmes.rules.risks import Gravity
from rempart.programmes.rules.tree import State

STEP_NAMES = {
    Step.FRAME.value: _("Frame"),
    Step.SITUATION.value: _("Situation"),
    Step.WHO.value: _("Who"),
    Step.STRATEGIES.value: _("Strategies"),
    Step.RESULTS.value: _("Results"),
    Step.REVIEW.value: _("Review"),
    Step.DOCUMENT.value: _("Document"),
}
ANSWER_NAMES = {
    Answer.YES.value: _("Yes"),
    Answer.NO.value: _("No"),
    Answer.UNKNOWN.value: _("We do not know"),
}
LEVEL_NAMES = {
    Level.NATIONAL.value: _("National"),
    Level.COMMUNITY.value: _("Community"),
    Level.INDIVIDUAL.value: _("Individual"),
    Level.CROSSBORDER.value: _("Across borders"),
}
SERVES_NAMES = {
    Serves.CHILDREN_FAMILIES.value: _("Children and families"),
    Serves.INTERMEDIARIES.value: _("Intermediary organisations"),
}
PROVISION_NAMES = {
    Provision.WORKS_TODAY.value: _("It works today"),
    Provision.PLANNED.value: _("It is planned"),
    Provision.NONE.value: _("Nobody answers it"),
}
STAND_NAMES = {
    Stand.BENEFICIARY.value: _("Beneficiary"),
    Stand.ALLY.value: _("Possible ally"),
    Stand.DECISION_MAKER.value: _("Decision-maker"),
    Stand.OPPONENT.value: _("Opponent: an audience of awareness work"),
}
BRANCH_NAMES = {
    Branch.CAUSE.value: _("A cause: why it happens"),
    Branch.EFFECT.value: _("An effect: what follows from it"),
}
HANGS_WRONGLY = {  # why a node cannot hang where it should
    "under_nothing": _("What it should hang under is not in the tree."),
    "other_branch": _("A cause hangs under causes, an effect under effects."),
    "in_a_circle": _("It would hang under itself: choose what is not below it."),
    "too_deep": _("The tree would have more than six levels: choose a higher place."),
}
INFLUENCE_NAMES = {
    Influence.VERY_LOW.value: _("Very little"),
    Influence.LOW.value: _("Little"),
    Influence.MEDIUM.value: _("Some"),
    Influence.HIGH.value: _("Much"),
    Influence.VERY_HIGH.value: _("Very much"),
}
INTEREST_NAMES = {
    Interest.STRONGLY_AGAINST.value: _("Strongly against"),
    Interest.AGAINST.value: _("Against"),
    Interest.NEUTRAL.value: _("Neither"),
    Interest.FOR.value: _("For"),
    Interest.STRONGLY_FOR.value: _("Strongly for"),
}
STATE_NAMES = {  # what became of a node of the problem tree; of a result, its number says it
    State.ASIDE: _("left aside, with its reason"),
    State.ACTED_ON: _("strategies act on it"),
    State.BELOW: _("answered by what is under it"),
    State.OPEN: _("nothing answers it yet"),
    State.EFFECT: "",
}
PART_NAMES = {
    Part.LEADS.value: _("leads"),
    Part.JOINS.value: _("joins"),
    Part.BENEFITS.value: _("benefits"),
}
DECISION_NAMES = {
    Decision.CHOSEN.value: _("Chosen"),
    Decision.REFUSED.value: _("Refused"),
}
ELIGIBILITY_NAMES = {
    Eligibility.SERVES.value: _("May be served"),
    Eligibility.EXCLUDES.value: _("Is excluded"),
}
CRITERION_NAMES = {
    Criterion.AGE.value: _("Age"),
    Criterion.SEX.value: _("Sex"),
    Criterion.PUBERTY.value: _("Puberty"),
    Criterion.CULTURE.value: _("Culture or community"),
    Criterion.NATIONALITY.value: _("Nationality"),
    Criterion.STATUS.value: _("Legal status"),
    Criterion.CONSIDERED_VOLUNTARY.value: _("Being seen as consenting"),
    Criterion.FAMILY_PROFILE.value: _("Profile of the family"),
    Criterion.RESIDENCE.value: _("Place of residence"),
    Criterion.VULNERABILITY.value: _("Vulnerability"),
    Criterion.OTHER.value: _("Another criterion"),
}
OBJECTIVE_KIND_NAMES = {
    ObjectiveKind.LAW_POLICY.value: _("Law and policy"),
    ObjectiveKind.ATTITUDES.value: _("Attitudes"),
    ObjectiveKind.CAPACITY.value: _("Capacity"),
    ObjectiveKind.PREVENTION.value: _("Prevention"),
    ObjectiveKind.EXIT_RECOVERY.value: _("Exit and recovery"),
    ObjectiveKind.REINTEGRATION.value: _("Reintegration"),
    ObjectiveKind.KNOWLEDGE.value: _("Knowledge"),
    ObjectiveKind.OTHER.value: _("Another change"),
}
AGGREGATION_NAMES = {
    Aggregation.SUM.value: _("Added up"),
    Aggregation.LATEST.value: _("The latest figure counts"),
    Aggregation.AVERAGE.value: _("Average"),
    Aggregation.UNIQUE.value: _("Each person once only"),
}
DIRECTION_NAMES = {
    Direction.UP.value: _("It should rise"),
    Direction.DOWN.value: _("It should fall"),
    Direction.HOLD.value: _("It should stay as it is"),
}
INVOLVEMENT_NAMES = {
    Involvement.DESIGN.value: _("in the design"),
    Involvement.DECISION.value: _("in the decision"),
    Involvement.REVIEW.value: _("in the review"),
}
LIFECYCLE_NAMES = {
    Lifecycle.DRAFT.value: _("Being written"),
    Lifecycle.IN_REVIEW.value: _("In review"),
    Lifecycle.SUBMITTED.value: _("Submitted"),
    Lifecycle.APPROVED.value: _("Approved"),
    Lifecycle.RUNNING.value: _("Running"),
    Lifecycle.CLOSED.value: _("Closed"),
}
LIKELIHOOD_NAMES = {
    "1": _("Very unlikely"),
    "2": _("Unlikely"),
    "3": _("Possible"),
    "4": _("Likely"),
    "5": _("Almost certain"),
}
EFFECT_NAMES = {
    "1": _("Slight"),
    "2": _("Limited"),
    "3": _("Marked"),
    "4": _("Severe"),
    "5": _("Extreme"),
}
EFFECT_MEANINGS = {  # what each word means, where one chooses
    "1": _("Slight: the work goes on as planned"),
    "2": _("Limited: a delay that is made up"),
    "3": _("Marked: a result comes late, or smaller"),
    "4": _("Severe: a result is lost, or someone is hurt"),
    "5": _("Extreme: children are in danger, or the programme stops"),
}
GRAVITY_NAMES = {
    Gravity.GRAVE.value: _("Grave: act before it happens"),
    Gravity.SERIOUS.value: _("Serious: be prepared"),
    Gravity.MINOR.value: _("Minor: keep it in sight"),
    Gravity.UNKNOWN.value: _("Not weighed yet"),
}
FUNDER_NAMES = {
    "agency": _("The agency"),
    "partner": _("A partner"),
    "third_party": _("A third party"),
}
