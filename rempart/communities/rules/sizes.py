"""How many there may be, from counts alone: two lists that overlap, a service and a survey.

Nobody is matched here: a list is a number, never its names. Each estimate comes with what makes it doubtful.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log, sqrt

SURE = 1.959963984540054  # of a normal law: 95 per cent lie within so many deviations
FEWEST_SHARED = 7  # Robson and Regier 1964: with fewer in common the estimate is biased downwards
LARGEST = 10_000_000
POINTS = (-10, -5, 5, 10)  # per cent of those asked by which the share is tried
WIDE = 2  # where the interval's ends are so many times apart, the estimate says little


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLists:
    """How many stand on each of two lists, and on both."""

    first: int
    second: int
    both: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """How many used a service; of how many asked in a survey, how many said that they used it."""

    clients: int
    asked: int
    used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """An estimate between two ends; ``doubts`` are codes."""

    total: float
    low: float
    high: float
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What the estimate becomes if the share, in per cent, is another."""

    share: float
    total: float
    is_found: bool = False  # the share that the survey found


def faults_of_lists(told: TwoLists) -> list[tuple[str, str]]:
    """Return every field that cannot be, with why."""
    faults = [
        (name, "too_many")
        for name in ("first", "second", "both")
        if getattr(told, name) > LARGEST
    ]  # fmt: skip
    faults += [(name, "empty_list") for name in ("first", "second") if not getattr(told, name)]
    faults += [
        ("both", f"more_than_{name}")
        for name in ("first", "second")
        if told.both > getattr(told, name)
    ]
    return faults


def estimate_of_lists(told: TwoLists) -> Estimate:
    """Return Chapman's estimate with Chao's interval of 95 per cent.

    Chapman 1951: N = (n1 + 1)(n2 + 1) / (m + 1) - 1; its variance by Seber 1970; the interval by
    Chao 1987, on the logarithm of those never seen, so that it never ends below those who were.
    """
    n1, n2, m = told.first, told.second, told.both
    total = (n1 + 1) * (n2 + 1) / (m + 1) - 1
    variance = variance_of_lists(told)
    seen = n1 + n2 - m
    unseen = total - seen
    apart = exp(SURE * sqrt(log(1 + variance / unseen**2))) if m < min(n1, n2) else 1.0
    low, high = seen + unseen / apart, seen + unseen * apart
    return Estimate(total=total, low=low, high=high, doubts=tuple(_doubts(told, low, high)))


def variance_of_lists(told: TwoLists) -> float:
    """Return the variance of Chapman's estimate (Seber 1970)."""
    n1, n2, m = told.first, told.second, told.both
    return (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) ** 2 * (m + 2))


def _doubts(told: TwoLists, low: float, high: float) -> Iterator[str]:
    if told.both == min(told.first, told.second):
        yield "all_shared"
    if told.both < FEWEST_SHARED:
        yield "few_shared"
    if high >= WIDE * low:
        yield "wide"


def faults_of_service(told: Service) -> list[tuple[str, str]]:
    """Return every field that cannot be, with why."""
    names = ("clients", "asked", "used")
    faults = [(name, "too_many") for name in names if getattr(told, name) > LARGEST]
    if not told.clients:
        faults.append(("clients", "no_clients"))
    if not told.asked:
        faults.append(("asked", "nobody_asked"))
    if told.used > told.asked:
        faults.append(("used", "more_than_asked"))
    elif told.asked and not told.used:
        faults.append(("used", "nobody_used"))
    return faults


def estimate_of_service(told: Service) -> Estimate:
    """Return the clients of a service divided by the share that used it, between two ends.

    The ends are those of the share by Wilson 1927, as if the survey were a random sample.
    """
    least, most = _wilson(told.used, told.asked)
    low, high = told.clients / most, told.clients / least
    doubts = [
        *(["few_users"] if told.used < FEWEST_SHARED else []),
        *(["all_used"] if told.used == told.asked else []),
        *(["wide"] if high >= WIDE * low else []),
    ]
    total = told.clients * told.asked / told.used
    return Estimate(total=total, low=low, high=high, doubts=tuple(doubts))


def tried_shares(told: Service) -> list[Tried]:
    """Return what the estimate becomes when the share is some points lower or higher."""
    found = 100 * told.used / told.asked
    shares = {found + points for points in POINTS if 0 < found + points <= 100}  # noqa: PLR2004 -- per cent
    return [
        Tried(share=one, total=100 * told.clients / one, is_found=one == found)
        for one in sorted(shares | {found})
    ]


def _wilson(used: int, asked: int) -> tuple[float, float]:
    """Return the ends of a share of which so many were found among so many."""
    share, z2 = used / asked, SURE**2
    middle = share + z2 / (2 * asked)
    half = SURE * sqrt(share * (1 - share) / asked + z2 / (4 * asked**2))
    whole = 1 + z2 / asked
    return (middle - half) / whole, min((middle + half) / whole, 1.0)
