"""Settings: every one in the docs, read in one place; a production start says what it lacks."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.house.rooms import HOUSE, ROOMS, called, code

READERS = {"get", "needed", "getenv", "setdefault"}
PRODUCTION = {
    "SECRET_KEY": "k9-" * 20 + "for-this-test-alone-and-for-nobody-else",
    "ALLOWED_HOSTS": "rempart.example",
    "DATABASE_URL": "sqlite://:memory:",
}


def is_environ(node: ast.AST) -> bool:
    return ast.unparse(node) in {"environ", "os.environ", "needed", "environ.get", "os.getenv"}


def read(tree: ast.AST) -> Iterator[str]:
    """Yield every variable of the environment that this code reads."""
    for node in ast.walk(tree):
        words: list[ast.expr] = []
        if isinstance(node, ast.Subscript) and is_environ(node.value):
            words = [node.slice]
        elif isinstance(node, ast.Compare) and is_environ(node.comparators[0]):
            words = [node.left]
        yield from (str(w.value) for w in words if isinstance(w, ast.Constant))
    for _, call in called(tree):
        if is_environ(call.func) and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)


def start(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the product as a server would, with this environment and nothing else."""
    return subprocess.run(  # noqa: S603 -- our own manage.py
        [sys.executable, "manage.py", *command],
        cwd=HOUSE,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )


def test_every_variable_of_the_environment_is_in_the_docs() -> None:
    page = (HOUSE / "docs" / "settings.md").read_text("utf-8")
    for room in ROOMS:
        for _, path, tree in code(room):
            for name in set(read(tree)) - {"DJANGO_SETTINGS_MODULE"}:
                assert f"`{name}`" in page, (
                    f"{path.name} reads {name}; docs/settings.md does not say so"
                )


@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)
def test_the_environment_is_read_in_the_settings_only(room: Path) -> None:
    for _, path, tree in code(room):
        if path != settings.PACKAGE / "project" / "settings.py":
            names = set(read(tree)) - {"DJANGO_SETTINGS_MODULE"}
            assert not names, f"{path.name} reads {names} past the settings"


@pytest.mark.parametrize("missing", PRODUCTION)
def test_a_production_start_says_what_it_lacks(missing: str) -> None:
    given = {name: value for name, value in PRODUCTION.items() if name != missing}
    run = start("check", **given)
    assert run.returncode, f"it started without {missing}"
    assert f"{missing} is not set" in run.stderr


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(f"{PRODUCTION['SECRET_KEY']}\n", "utf-8")
    given = PRODUCTION | {"SECRET_KEY": "", "SECRET_KEY_FILE": str(file)}
    said = start(
        "shell",
        "-v",
        "0",
        "-c",
        "from django.conf import settings as s; print(s.SECRET_KEY)",
        **given,
    )
    assert said.stdout.strip() == PRODUCTION["SECRET_KEY"]


def test_djangos_own_list_for_a_deployment_is_clean() -> None:
    run = start("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert run.returncode == 0, run.stderr
