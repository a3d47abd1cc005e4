"""What every page of a programme shows around its work: the rail, the guide's margin, the last saving."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rempart.accounts.http import SignedInRequest
from rempart.guide.catalogue import catalogue, place_of, say
from rempart.kit.discretion import seem_to_name_someone
from rempart.programmes.access import may_write
from rempart.programmes.catalogue import step_notes, thresholds
from rempart.programmes.models import Programme
from rempart.programmes.models.names import HANGS_WRONGLY, STEP_NAMES
from rempart.programmes.queries import programmes_for
from rempart.programmes.queries.comments import comment_counts, counts_by_step
from rempart.programmes.queries.levels import own_levels
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.completeness import complete_steps
from rempart.programmes.rules.findings import Finding, review
from rempart.programmes.rules.plan import Plan
from rempart.programmes.views.asking import needed_in
from rempart.programmes.views.findings import to_mend

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


REFUSALS = {  # why an act refuses, in the reader's words
    "programme_is_submitted": _("The programme has been submitted: reopen it before changing it."),
    "programme_is_a_draft": _("The programme is being written: there is nothing to reopen."),
    "programme_is_in_review": _("The programme is in review: take it back from the review before changing it."),
    "programme_is_approved": _("The programme has been approved: a change request is the way to change it."),
    "programme_is_running": _("The programme is running: a change request is the way to change it."),
    "programme_is_closed": _("The programme is closed: it is read and printed only."),
    "by_someone_else": _("This is for someone else than its author: who neither began it nor changed it last."),
    "needs_a_passed_review": _("Someone who did not write it has to pass its review first."),
    "passed_already": _("Its review has been passed already."),
    "change_is_open": _("A change request is open: decide on it or withdraw it first."),
    "version_is_kept_already": _("Nothing has changed since the last version, which has a name already."),
    "version_not_whole": _("This version says something that Rempart no longer knows: compare it, and take over by hand what you need."),
    "same_as_now": _("The plan says the same already."),
    "no_change_programme_is_a_draft": _("The programme is being written: change it where it stands, without a request."),
    "no_change_programme_is_in_review": _("The programme is in review: it is not approved yet."),
    "no_change_programme_is_submitted": _("The programme is submitted: it is not approved yet."),
    "no_change_programme_is_closed": _("The programme is closed: nothing of it changes any more."),
    "change_is_decided": _("Someone has decided on this change request already."),
    "change_not_asked": _("Nobody has asked for a decision yet, or it was taken back."),
    "changes_nothing": _("The working copy says the same as the approved plan."),
    "needs_reason": _("Say why, in a sentence."),
    "needs_note": _("What you wrote is too long, or holds a sign that no document can carry."),
    "days_out_of_reach": _("The days would leave the calendar: choose another start."),
    "needs_sections": _("Let at least one section be in."),
    "pattern_of_that_name": _("Your organisation has a template of this name in this language already."),
    "not_for_a_copy": _("This is the working copy of a change request: it is decided on with the request."),
    "refusal_needs_a_reason": _("Say why it is refused: the outline prints it."),
    "no_material_chosen": _("Choose at least one material to keep as it is."),
    "cannot_be_set_aside": _("The review does not find this, or it is a block: it cannot be set aside."),
    "reviewed_already": _("It has been reviewed, and nothing has changed since."),
    "changed_since": _("It was changed since you read it: read it again first."),
    "campaign_is_planned": _("It is not cleared yet."),
    "campaign_is_cleared": _("It is cleared already, and has not begun."),
    "campaign_is_under_way": _("It is under way already."),
    "campaign_is_closed": _("It is closed."),
    **HANGS_WRONGLY,
    "effects_follow": _("An effect goes once its causes go: turn a cause over instead."),
    "turned_already": _("It is a result of the plan already."),
    "cause_is_aside": _("It is left aside: take its reason away first."),
    "record_stays": _("A report is kept as it was told: write another that says what has changed."),
    "opponent_named": _("Opponents are kept as groups only: take the name away."),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RailStep:
    """A step in the rail; ``address`` is empty as long as the step has no page."""

    step: Step
    number: int
    name: "Words"
    address: str
    is_done: bool
    is_here: bool
    count: int = 0  # points that the review asks to mend here
    is_grave: bool = False

    @property
    def state(self) -> str:
        """Return how the rail draws it."""
        return "here" if self.is_here else "done" if self.is_done else "todo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the guide says beside a step, for ``look/note.html``."""

    title: str
    text: str
    place: str
    address: str
    do: list[str]
    avoid: list[str]
    examples: list[dict[str, str]]


def found_programme(request: SignedInRequest, pk: UUID) -> Programme:
    """Return the programme that the reader may see; a stranger gets 404."""
    return get_object_or_404(programmes_for(request.user), pk=pk)


def around(
    request: SignedInRequest, programme: Programme, plan: Plan, here: Step | None = None
) -> dict[str, object]:
    """Return what a page of a programme needs around its work, for ``look/work.html``."""
    findings = review(plan, localdate(), thresholds())
    rail = rail_of(programme, plan, here, findings)
    place = next((n for n, one in enumerate(rail) if one.is_here), -1)
    open_steps = [one for one in rail if one.address]
    after = [one for one in open_steps if one.number > place + 1]
    before = [one for one in open_steps if one.number < place + 1]
    said = comment_counts(programme)
    by_step = counts_by_step(said)
    return {
        "programme": programme,
        "rail": rail,
        "rail_steps": [
            {
                "word": one.name,
                "address": one.address,
                "state": one.state,
                "count": one.count,
                "grave": one.is_grave,
                "said": by_step[one.step.value],
            }
            for one in open_steps
        ],
        "review_address": "" if here is Step.REVIEW else address_of(programme, Step.REVIEW),
        "here": rail[place] if place >= 0 else None,
        "place_in_plan": _place_in_plan(rail[place]) if place >= 0 else "",
        "previous_step": before[-1] if before and here else None,
        "next_step": after[0] if after else None,
        "may_write": may_write(request.user, programme),
        "writes": may_write(request.user, programme) and programme.is_draft,
        "note": note_of(here) if here else None,
        "said": said,
        "levels": own_levels(programme.organisation_id),
        "needed": needed_in(here, findings, programme, plan) if here else None,
    }


def warn_of_names(request: SignedInRequest, values: Mapping[str, object]) -> None:
    """Tell the person if what she saved seems to name someone; it is saved all the same."""
    public = str(values.get("help_contacts", ""))  # numbers that a material gives to everybody
    told = [value for value in values.values() if isinstance(value, str)]
    if seem_to_name_someone(told, but=public):
        messages.warning(
            request,
            gettext(
                "Saved, but a text looks as if it held a phone number, an e-mail address or someone’s name. A plan speaks of groups: please check it."
            ),
        )


def _place_in_plan(step: RailStep) -> str:
    told = gettext("Step %(number)s of %(count)s") % {"number": step.number, "count": len(Step)}
    return f"{told} · {step.name}"


def rail_of(
    programme: Programme, plan: Plan, here: Step | None, findings: Sequence[Finding]
) -> list[RailStep]:
    """Return the steps in their order, each with whether it is complete."""
    done = complete_steps(plan, findings)
    open_points = to_mend(findings)
    return [
        RailStep(
            step=step,
            number=number,
            name=STEP_NAMES[step.value],
            address=address_of(programme, step),
            is_done=step in done,
            is_here=step is here,
            count=open_points.get(step, (0, False))[0],
            is_grave=open_points.get(step, (0, False))[1],
        )
        for number, step in enumerate(Step, start=1)
    ]


def address_of(programme: Programme, step: Step) -> str:
    """Return the address of a step's page; empty as long as it has none."""
    try:
        return reverse(f"programmes:{step.value}", args=[programme.pk])
    except NoReverseMatch:
        return ""


def note_of(step: Step) -> Note | None:
    """Return what the guide says beside a step."""
    told = step_notes().get(step.value)
    if told is None:
        return None
    lead = catalogue().entry(told.lead)
    return Note(
        title=say(lead),
        text=say(lead, "text"),
        place=place_of(lead),
        address=reverse("guide:entry", args=[lead.slug]),
        do=[_sentence(slug) for slug in told.do],
        avoid=[_sentence(slug) for slug in told.avoid],
        examples=[
            {"text": _sentence(slug), "address": reverse("guide:entry", args=[slug])}
            for slug in filter(None, [told.example])
        ],
    )


def _sentence(slug: str) -> str:
    return say(slug, "text") or say(slug)
