"""Make every mistake in a copy of the house, two at a time, and see whether its guard notices."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from tests.prove.mistakes import MISTAKES, Mistake

HOUSE = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
LEFT = ignore_patterns(".*", "__pycache__")
AT_ONCE = 2


def after(before: str, change: str) -> str:
    """Return a file's text with the change in it."""
    if change.startswith("+"):
        return before + change[1:]
    if change.startswith("~"):
        _, old, new = change.split("~")
        assert old in before, old
        return before.replace(old, new)
    return change


def answer(copy: Path, guard: tuple[str, ...]) -> tuple[bool, str]:
    """Run a guard in a copy of the house; return whether it is content, and its words."""
    program, *arguments = guard
    run = subprocess.run(  # noqa: S603 -- a guard of this house, named in mistakes.py
        [PROGRAMS / program, *arguments],
        cwd=copy,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
    )
    return run.returncode == 0, run.stdout


def is_noticed(mistake: Mistake) -> bool:
    """Make the mistake in a copy of the house, and ask its guard."""
    with TemporaryDirectory() as folder:
        copy = copytree(HOUSE, Path(folder) / "house", ignore=LEFT)
        for file, change in mistake.changes.items():
            path = copy / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(after(path.read_text() if path.exists() else "", change))
            if path.suffix == ".py":  # furniture that becomes a folder is a package
                (path.parent / "__init__.py").touch()
        content, said = answer(copy, mistake.guard)
    seen = not content and mistake.says in said
    print(
        f"{'noticed' if seen else 'MISSED '}  {mistake.name}  [{mistake.guard[-1]}: {mistake.says}]",
        flush=True,
    )
    if not seen:
        print(said[-3000:], flush=True)
    return seen


def main(words: list[str]) -> int:
    """Prove the guards of the mistakes whose names hold all these words; without words, all."""
    chosen = [m for m in MISTAKES if all(word in str(m) for word in words)]
    guards = {mistake.guard for mistake in chosen}
    with ThreadPoolExecutor(AT_ONCE) as pool, TemporaryDirectory() as folder:
        copy = copytree(HOUSE, Path(folder) / "house", ignore=LEFT)
        for content, said in pool.map(lambda guard: answer(copy, guard), guards):
            if not content:
                sys.exit(f"Without any mistake, a guard is not content:\n{said}")
        noticed = list(pool.map(is_noticed, chosen))
    print(f"{sum(noticed)} of {len(chosen)} mistakes noticed", flush=True)
    return int(not all(noticed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
