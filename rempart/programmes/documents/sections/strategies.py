"""Section 3: by which strategy, on which entries of law and policy, in what balance."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rempart.guide.catalogue import catalogue
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Bullets, Heading, Paragraph
from rempart.programmes.documents.sections.balance import balance_summary
from rempart.programmes.documents.sections.law import law_table
from rempart.programmes.rules.codes import Decision
from rempart.programmes.rules.plan import Plan


def strategies(plan: Plan) -> Iterator[Block]:
    """Section 3: the strategy in words, what was chosen, refused, invented."""
    yield from words.text_or_unsaid(plan.strategy)
    if plan.areas:
        yield Heading(text=_("Fields of strategy"))
        yield Bullets(items=[words.of_guide(area) for area in plan.areas])
    chosen = [c for c in plan.choices if c.decision == Decision.CHOSEN]
    refused = [c for c in plan.choices if c.decision == Decision.REFUSED]
    yield Heading(text=_("Strategies chosen"))
    if chosen:
        yield Bullets(items=[_choice(c.action, c.title, c.text or c.reason) for c in chosen])
    else:
        yield words.unsaid()
    if refused:
        yield Heading(text=_("Strategies not chosen, and why"))
        yield Bullets(items=[_choice(c.action, c.title, c.reason) for c in refused])
    if plan.law:
        yield law_table(plan)
    if plan.prevention_link:
        yield Heading(text=_("Link with a prevention programme"))
        yield Paragraph(text=plan.prevention_link)
    yield from balance_summary(plan)


def _choice(action: str, title: str, more: str) -> str:
    name = words.of_guide(action)
    if name:
        number_ = catalogue().entry(action).number
        name = _("%(name)s (action %(number)s of the guide)") % {"name": name, "number": number_}
    else:
        name = _("%(name)s (the team's own)") % {"name": title}
    return _("%(name)s. %(more)s") % {"name": name, "more": more} if more else name
