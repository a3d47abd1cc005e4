"""The words of the closed lists of ``rules.codes``; the other lists and their words are content."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.codes import (
    Answer,
    Criterion,
    Decision,
    Eligibility,
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
FUNDER_NAMES = {
    "agency": _("The agency"),
    "partner": _("A partner"),
    "third_party": _("A third party"),
}
