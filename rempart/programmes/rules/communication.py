"""Communication material: what a poster, a play or a broadcast says, shows and promises, as facts.

Numbers and functions only: never a paper, a picture or the name of a child. An empty string, no
number or no day always means "not said yet".
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rempart.programmes.rules.codes import Answer


class Image(StrEnum):
    """Whether a child is to be seen."""

    NONE = "none"
    DRAWN = "drawn"  # drawn or played, of no real child
    REAL = "real"  # a photograph, a film, or a drawing by which a child can be recognised


class Story(StrEnum):
    """Whether a child's story is told."""

    NONE = "none"
    INVENTED = "invented"
    REAL = "real"


class Literacy(StrEnum):
    """How well those who are addressed read."""

    NONE = "none"
    LOW = "low"
    GOOD = "good"


QUESTIONS = (  # answered by yes, no or "we do not know"
    "invites_reports", "help_answers", "announces_help", "says_penalties", "says_rights",
    "mentions_children", "mentions_adolescents", "dignity_reviewed", "safety_reviewed",
    "story_agreed", "story_anonymised", "story_withdrawable", "children_appear",
    "children_informed", "children_agree", "children_consulted", "identity_checked",
    "youth_made", "sexes_balanced", "single_sex_offered",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One material. Questions answered by yes or no hold an ``Answer``."""

    key: str
    title: str
    activity: str = ""  # key of the ``Activity`` it belongs to; empty: none
    audiences: tuple[str, ...] = ()  # of list ``plan_target``
    messengers: tuple[str, ...] = ()  # of list ``stakeholder_group``: who speaks in it or brings it
    formats: tuple[str, ...] = ()  # of list ``material_format``
    languages: tuple[str, ...] = ()
    literacy: str = ""  # a ``Literacy``
    out_on: date | None = None  # the day it goes out
    text: str = ""  # what it says, or a summary
    # help
    invites_reports: str = ""
    help_contacts: str = ""  # services and numbers that it names
    help_answers: str = ""
    announces_help: str = ""
    first_contact_on: date | None = None
    # what it covers
    covers: tuple[str, ...] = ()  # of list ``material_topic``
    not_relevant_because: str = ""
    says_penalties: str = ""
    says_rights: str = ""
    mentions_children: str = ""
    mentions_adolescents: str = ""
    # the grid of box 7
    image: str = ""  # an ``Image``
    image_needed_because: str = ""
    dignity_reviewed: str = ""
    safety_reviewed: str = ""
    authorisations_needed: int | None = None
    authorisations_held: int | None = None
    authorisations_held_by: str = ""  # a function or an organisation, never a person's name
    story: str = ""  # a ``Story``
    story_agreed: str = ""
    story_anonymised: str = ""
    story_withdrawable: str = ""
    children_appear: str = ""
    children_informed: str = ""
    children_agree: str = ""
    children_consulted: str = ""
    identity_checked: str = ""
    # a production by and with young people (REQ-078)
    youth_made: str = ""
    sexes_balanced: str = ""
    single_sex_offered: str = ""
    # what someone other than its author says of it
    reviewed_by: str = ""  # name shown
    reviewed_on: date | None = None
    publishable_on: date | None = None

    @property
    def beside_the_point(self) -> frozenset[str]:
        """Return the questions that what is already said makes idle."""
        matters = {
            "first_contact_on": self.announces_help == Answer.YES,
            "dignity_reviewed": self.image != Image.NONE,
            "image_needed_because safety_reviewed": self.image == Image.REAL,
            "authorisations_needed authorisations_held authorisations_held_by": self.shows_children,
            "children_informed children_agree children_consulted": self.shows_children,
            "story_agreed story_anonymised story_withdrawable": self.story == Story.REAL,
            "sexes_balanced single_sex_offered": self.youth_made == Answer.YES,
            "mentions_adolescents": self.mentions_children == Answer.YES,
            "says_penalties says_rights": "men" in self.audiences,
            "covers not_relevant_because": "communities" in self.audiences,
        }
        return frozenset(name for names, it in matters.items() if not it for name in names.split())

    @property
    def shows_children(self) -> bool:
        """Say whether a real child is to be seen or heard in it."""
        return self.children_appear == Answer.YES or self.image == Image.REAL

    def said(self, name: str) -> str:
        """Return the answer to one of its yes-or-no questions."""
        return str(getattr(self, name))
