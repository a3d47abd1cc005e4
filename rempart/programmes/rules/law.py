"""The entries of law and policy that a programme works on, and what they say together."""

from collections.abc import Sequence
from dataclasses import dataclass

from rempart.programmes.rules.codes import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLink:
    """An entry of law and policy that the programme works on: the gap, reform, plan or meeting.

    Texts and codes as the register has them, so that a file says them elsewhere too; ``entry`` is
    its key here. ``names`` are the codes that name an entry without a title, ``waits`` the open
    decisions of a meeting.
    """

    key: str
    register: str  # of the registers of law and policy
    entry: str = ""
    names: tuple[str, ...] = ()
    title: str = ""
    country: str = ""
    state: str = ""
    included: str = (
        ""  # an ``Answer``, as the three below: a plan deals with the subject (RULE-120)
    )
    instability: str = ""  # of a reform (RULE-005)
    briefed: str = ""
    consulted: str = ""
    waits: tuple[str, ...] = ()
    purpose: str = ""  # what the programme does about it


def linked_to(links: Sequence[LawLink], register: str) -> list[LawLink]:
    """Return the entries of one register that the programme works on."""
    return [link for link in links if link.register == register]


def joint_answer(answers: Sequence[str], *, any_of: Answer) -> str:
    """Return what several answers come to: ``any_of`` if one says so, the other if all do.

    Empty where there are none, or where some do not know.
    """
    if not answers:
        return ""
    if any_of.value in answers:
        return any_of.value
    other = Answer.NO if any_of is Answer.YES else Answer.YES
    return other.value if set(answers) == {other.value} else ""
