"""What every page about a study begins with: which study, the ways through it, refusals in words."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rempart.accounts.http import SignedInRequest
from rempart.communities.access import may_write_places
from rempart.communities.forms.studies import TextsForm
from rempart.communities.models import Study
from rempart.communities.models.study_names import KIND_NAMES, MOVE_NAMES, STATE_NAMES
from rempart.communities.queries import studies_for
from rempart.communities.rules.studies import StudyState, moves_from
from rempart.communities.views.finding import reader_of
from rempart.kit.discretion import OF_SOMEONE, signs_of_a_person

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

GATE, FACTS, HERE = "communities:study-ethics", "communities:study-change", ""
REASONS: "dict[str, tuple[Words, str, str]]" = {  # code -> what, the page and the field that mend it
    "no_review": (_("The ethics review has not approved it yet."), GATE, "review"),
    "review_rejected": (_("The ethics review refused it: change the study and ask again."), GATE, "review"),
    "no_reviewer": (_("Say which body reviewed it."), GATE, "reviewed_by"),
    "no_review_day": (_("Say on which day it was reviewed."), GATE, "reviewed_on"),
    "review_day_to_come": (_("The day of the review has not come yet."), GATE, "reviewed_on"),
    "no_conditions": (_("It was approved under conditions: say which, and how they are kept."), GATE, "conditions"),
    "no_distress": (_("The distress protocol is missing: what is done when someone is upset."), GATE, "distress"),
    "no_referral": (_("The referral list is missing: where people are sent for help."), GATE, "referral"),
    "no_consent": (_("How consent is asked is missing."), GATE, "consent"),
    "no_urgent": (_("The urgent-action route is missing: what is done when a child is in danger."), GATE, "urgent"),
    "children_not_said": (_("Say whether children are heard."), FACTS, "hears_children"),
    "no_assent": (_("Children are heard: say how they are informed and how they agree."), GATE, "assent"),
    "no_trained": (_("Children are heard: say how the team was trained for it."), GATE, "trained"),
    "no_places": (_("Say of which places it speaks."), FACTS, "places"),
    "no_method": (_("Say by which method."), FACTS, "method"),
    "no_sample": (_("Say who was asked or counted: the sample."), FACTS, "sample"),
    "no_limits": (_("Say its limits."), FACTS, "limits"),
    "no_confidence": (_("Say how far it can be trusted."), FACTS, "confidence"),
    "no_made_by": (_("Say who made it."), FACTS, "made_by"),
    "no_end": (_("Say on which day it ended."), FACTS, "ends_on"),
    "end_to_come": (_("It ends on a day that has not come yet."), FACTS, "ends_on"),
    "own_round": (_("A study cannot be a later round of itself, nor of one of its own later rounds."), FACTS, "earlier"),
    "changed_meanwhile": (_("Someone else changed it meanwhile. Compare with what stands there now; saving again keeps your words."), HERE, ""),
    "withdrawn": (_("It was withdrawn: bring it back before you change it."), HERE, ""),
    "stands_elsewhere": (_("It stands elsewhere by now: look at the study again."), HERE, ""),
    "told_twice": (_("This round has measured it already: take the other figure away first."), "#", "against"),
    "not_earlier": (_("It is read against a figure of an earlier round only."), "#", "against"),
    "over_a_hundred": (_("A percentage is a hundred at most."), "#", "value"),
    "part_of_one": (_("A count is a whole number."), "#", "value"),
    "is_read_against": (_("A later round is read against this figure: take that one away first."), HERE, ""),
    "no_why": (_("Say why."), "#", "why"),
}  # fmt: skip


def found_study(request: SignedInRequest, pk: UUID) -> Study:
    """Return a study that the reader may see; a stranger gets 404."""
    mine = studies_for(request.user).select_related("ethics", "earlier")
    return get_object_or_404(mine.prefetch_related("located__place"), pk=pk)


def written_study(request: SignedInRequest, pk: UUID) -> Study:
    """Return a study that the reader may write about."""
    study = found_study(request, pk)
    if not may_write_places(request.user, study.organisation_id):
        raise PermissionDenied
    return study


def told_why(reasons: list[str], study: Study | None, page: str = "") -> list[dict[str, object]]:
    """Return refusals as ``look/refusal.html`` shows them, each with the way to what mends it.

    ``page`` is the one on which they are shown: its own fields are led to without leaving it.
    """
    return [_reason(reason, study, page) for reason in reasons]


def _reason(reason: str, study: Study | None, page: str) -> dict[str, object]:
    what, mends, field = REASONS[reason]
    if mends in {page, "#"} or (study is None and field):
        return {"what": what, "address": f"#id_{field}"}
    if study is None:
        return {"what": what}
    address = reverse(mends, args=[study.pk]) if mends else study.get_absolute_url()
    return {"what": what, "address": f"{address}#id_{field}" if field else address}


def around_study(request: SignedInRequest, study: Study, here: str) -> dict[str, object]:
    """Return what every page of a study shows: its state, what may be done, the ways through it."""
    context = reader_of(request)
    tabs = (
        ("study", gettext("Study")),
        ("study-ethics", gettext("Ethics gate")),
        ("study-grid", gettext("Question grid")),
        ("study-stop", gettext("When to stop")),
        ("study-rounds", gettext("Figures and rounds")),
        ("study-summary", gettext("Summaries")),
    )
    shown = [
        {
            "address": reverse(f"communities:{name}", args=[study.pk]),
            "word": word,
            "here": name == here,
            "count": None,
        }
        for name, word in tabs
    ]
    moves = moves_from(study.state, is_withdrawn=study.is_withdrawn)
    return context | {
        "study": study,
        "tabs": shown,
        "kind": KIND_NAMES[study.kind],
        "state": STATE_NAMES[study.state],
        "is_done": study.state == StudyState.DONE.value,
        "moves": [
            (one.value, MOVE_NAMES[one.value])
            for one in moves
            if context["may_write"] and not (study.is_published and one.value == "reopen")
        ],
        "writes": bool(context["may_write"]) and not study.is_withdrawn,
    }


def warn_of_someone(request: SignedInRequest, form: TextsForm) -> None:
    """Tell the person which texts seem to lead to someone; they are saved all the same."""
    doubtful = [
        label
        for label, text in form.texts()
        if set(OF_SOMEONE).intersection(signs_of_a_person(text))
    ]
    if doubtful:
        told = gettext(
            "Saved, but this looks as if it held a name, a contact, an address or one child’s story: %(fields)s. Studies keep nothing that leads to a person, a household or an establishment: please check it."
        )
        messages.warning(request, told % {"fields": ", ".join(doubtful)})
