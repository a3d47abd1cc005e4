"""How fast it is, each thing against its floor in the same run (`make bench`).

A module of this folder has ``benches()``, which makes what it needs in an empty database and yields
``Bench`` rows. The runner takes measured and floor in turn, so that a slow moment hits both, prints
median and p95 by the clock, and compares by the processor's time.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """One thing measured, and its goals: at most ``times`` its floor at the median, ``seconds`` at p95.

    What is weighed instead of timed gives ``weigh`` (a size in bytes) and ``most``.
    """

    name: str
    run: Callable[[], object] = lambda: None
    floor: Callable[[], object] | None = None
    times: float | None = None
    seconds: float | None = None
    rounds: int = 40
    weigh: Callable[[], int] | None = None
    most: int = 0
