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


def changed(copy: Path, changes: dict[str, str]) -> None:
    """Make a mistake in a copy of the house."""
    for file, change in changes.items():
        path = copy / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after(path.read_text() if path.exists() else "", change))
        if path.suffix == ".py":  # furniture that becomes a folder is a package
            (path.parent / "__init__.py").touch()


def asked(guard: tuple[str, ...], changes: dict[str, str]) -> tuple[bool, str]:
    """Ask a guard about a copy of the house with these changes."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = copytree(HOUSE, Path(folder) / "house", ignore=LEFT)
        changed(copy, changes)
        return answer(copy, guard)


def is_content(guard: tuple[str, ...]) -> bool:
    """Ask a guard about the house as it is: one that always cries proves nothing."""
    content, said = asked(guard, {})
    if not content:
        print(f"Without any mistake, {guard[-1]} is not content:\n{said[-3000:]}", flush=True)
    return content


def is_noticed(mistake: Mistake) -> bool:
    """Make the mistake, and ask its guard."""
    content, said = asked(mistake.guard, mistake.changes)
    seen = not content and mistake.says in said
    word = "noticed" if seen else "MISSED "
    print(f"{word}  {mistake.name}  [{mistake.guard[-1]}: {mistake.says}]", flush=True)
    if not seen:
        print(said[-3000:], flush=True)
    return seen


def main(words: list[str]) -> int:
    """Prove the guards of the mistakes whose names hold all these words; without words, all."""
    chosen = [m for m in MISTAKES if all(word in str(m) for word in words)]
    guards = list({mistake.guard for mistake in chosen})
    with ThreadPoolExecutor(AT_ONCE) as pool:
        content = dict(zip(guards, pool.map(is_content, guards), strict=True))
        noticed = list(pool.map(is_noticed, [m for m in chosen if content[m.guard]]))
    print(f"{sum(noticed)} of {len(chosen)} mistakes noticed", flush=True)
    return int(sum(noticed) < len(chosen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
