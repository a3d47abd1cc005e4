"""The results chain of a programme: drawn, and read aloud with its assumptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.documents.sentences import Sentence, gap_words, sentence
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.chain import Link, link_to_goal, links_to
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.drawing import Drawing, narrow, wide
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Objective
from rempart.programmes.rules.smart import Lexicon
from rempart.programmes.views.pages import around, found_programme
from rempart.programmes.views.smart import own_lexicon

MOST = 60  # activities shown at once; of a larger programme one objective is unfolded at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A link as it is read: its sentence, and what is missing in it."""

    said: Sentence
    gaps: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An objective with all that leads to it; folded, only its own words."""

    objective: Objective
    number: int
    outputs: int
    activities: int
    gaps: int
    wide: Drawing | None = None
    narrow: Drawing | None = None
    links: tuple[Read, ...] = ()


@signed_in
@require_safe
def chain(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show the chain; ``?open=<key>`` unfolds one objective of a large programme."""
    programme = found_programme(request, pk)
    plan = plan_of(programme)
    lexicon = own_lexicon(plan)
    context = around(request, programme, plan, Step.RESULTS) | {
        "branches": list(_branches(plan, request.GET.get("open", ""), lexicon)),
        "goal": _read(link_to_goal(plan), lexicon),
        "plan": plan,
    }
    return render(request, "programmes/results/chain.html", context)


def _branches(plan: Plan, asked: str, lexicon: Lexicon) -> Iterator[Branch]:
    is_small = sum(1 for _activity in plan.activities()) <= MOST
    first = plan.objectives[0].key if plan.objectives else ""
    opened = asked if any(one.key == asked for one in plan.objectives) else first
    for number, objective in enumerate(plan.objectives, start=1):
        links = links_to(objective, plan)
        is_open = is_small or objective.key == opened
        more, nothing = _("and {n} more"), _("No activity yet")
        yield Branch(
            objective=objective,
            number=number,
            outputs=len(objective.outputs),
            activities=sum(len(output.activities) for output in objective.outputs),
            gaps=sum(len(link.gaps) for link in links),
            wide=wide(links, more, nothing) if is_open else None,
            narrow=narrow(links, more, nothing) if is_open else None,
            links=tuple(_read(link, lexicon) for link in links) if is_open else (),
        )


def _read(link: Link, lexicon: Lexicon) -> Read:
    return Read(said=sentence(link, lexicon), gaps=[gap_words(gap) for gap in link.gaps])
