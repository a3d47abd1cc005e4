"""Run the benches and print each figure with its goal; with ``--strict`` a missed goal fails."""

import importlib
import os
import pkgutil
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.test.utils import setup_databases, teardown_databases  # noqa: E402 -- Django must be set up first

from tests import bench  # noqa: E402 -- Django must be set up first
from tests.bench import Bench  # noqa: E402 -- Django must be set up first


class Times:
    """What calls took, by the clock and of the processor, which other programs disturb less."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []

    def take(self, run: Callable[[], object]) -> None:
        """Measure one call."""
        clock, processor = time.perf_counter(), time.process_time()
        run()
        self.clock.append(time.perf_counter() - clock)
        self.processor.append(time.process_time() - processor)

    def p95(self) -> float:
        """Return what nineteen of twenty calls stay below, by the clock."""
        return quantiles(self.clock, n=20)[-1]

    def __str__(self) -> str:
        return f"{median(self.clock) * 1000:.2f} / {self.p95() * 1000:.2f} ms"


def told(one: Bench) -> Iterator[tuple[str, bool]]:
    """Measure; yield each figure with its goal, and whether it is reached."""
    if one.weigh:
        size = one.weigh()
        yield f"{size / 1000:.1f} kB (at most {one.most / 1000:.0f} kB)", size <= one.most
        return
    one.run()
    taken, floor = Times(), Times()
    for _ in range(one.rounds):
        taken.take(one.run)
        if one.floor:
            floor.take(one.floor)
    goal = "" if one.seconds is None else f" (p95 at most {one.seconds * 1000:.0f} ms)"
    yield f"{taken}{goal}", one.seconds is None or taken.p95() <= one.seconds
    if one.floor:
        ratio = median(taken.processor) / median(floor.processor)
        goal = f" (at most {one.times:g})" if one.times else ""
        yield f"{ratio:.2f} x its floor of {floor}{goal}", not one.times or ratio <= one.times


def main(words: list[str]) -> int:
    """Run the benches whose names hold all these words; without words, all."""
    strict = "--strict" in words
    missed = []
    for module in pkgutil.iter_modules(bench.__path__):
        if module.name == "__main__":
            continue
        for one in importlib.import_module(f"tests.bench.{module.name}").benches():
            if not all(word in one.name for word in words if word != "--strict"):
                continue
            for said, reached in told(one):
                print(f"{'      ' if reached else 'MISSED'} {one.name:44} {said}", flush=True)
                missed += [] if reached else [one.name]
    print(f"{len(missed)} goals missed" if missed else "every goal reached")
    return int(strict and bool(missed))


if __name__ == "__main__":
    # no setup_test_environment: it copies every context of every template, which no server does
    importlib.import_module("rempart.project.wsgi")  # collects garbage as rarely as a server does
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        code = main(sys.argv[1:])
    finally:
        teardown_databases(databases, verbosity=0)
    sys.exit(code)
