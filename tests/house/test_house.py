"""The house rules. Each test lists the living thing and fails when a new one is not declared."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.management import call_command
from django.db import connection
from django.db.models import Model

from rempart.accounts.models import User

ROOMS = sorted(p.parent for p in settings.PACKAGE.glob("*/__init__.py"))
FURNITURE = {
    "__init__", "rules", "models", "access", "queries", "actions", "forms", "views", "urls",
    "apps", "admin", "tasks", "migrations", "templatetags", "management", "tests",
}  # fmt: skip
EXTRA = {  # a room's own pieces; adding one is a decision someone reads in review
    "accounts": {"adapter", "http"},
    "guide": {"catalogue"},
    "kit": {"conflicts", "refusals"},
    "look": {"finders", "htmx", "reader"},
    "programmes": {"catalogue"},
    "project": {"settings", "wsgi"},
    "vault": {"audit"},
}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
WRITES = {"save", "delete", "create", "bulk_create", "update", "get_or_create", "update_or_create"}
PRIVACY_CLASSES = {"operational", "pseudonymous", "personal", "secret"}
DJANGOS = {User.groups.through, User.user_permissions.through}
OURS = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model.__module__.startswith("rempart.") and model not in DJANGOS
]


def furniture(room: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(room.rglob("*.py")):
        piece = path.relative_to(room).parts[0].removesuffix(".py")
        yield piece, path


def code(room: Path) -> Iterator[tuple[str, Path, ast.Module]]:
    for piece, path in furniture(room):
        if piece not in {"tests", "migrations"}:
            yield piece, path, ast.parse(path.read_text())


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def calls(node: ast.AST) -> set[str]:
    named = (n.func for n in ast.walk(node) if isinstance(n, ast.Call))
    return {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in named}


@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)
def test_a_room_says_what_it_is_for(room: Path) -> None:
    assert importlib.import_module(f"rempart.{room.name}").__doc__


@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)
def test_a_room_holds_only_known_furniture(room: Path) -> None:
    assert {piece for piece, _ in furniture(room)} <= FURNITURE | EXTRA.get(room.name, set())


@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)
def test_files_and_functions_stay_short(room: Path) -> None:
    for _, path, tree in code(room):
        assert len(path.read_text().splitlines()) <= LONGEST_FILE, path
        for f in functions(tree):
            assert (f.end_lineno or 0) - f.lineno < LONGEST_FUNCTION, f"{path}:{f.name}"


@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)
def test_only_actions_write(room: Path) -> None:
    for piece, path, tree in code(room):
        if piece not in {"actions", "audit"}:
            assert not calls(tree) & WRITES, path


@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)
def test_every_action_is_atomic_and_recorded(room: Path) -> None:
    for piece, _, tree in code(room):
        for f in functions(tree) if piece == "actions" else ():
            if not f.name.startswith("_"):
                assert "transaction.atomic" in map(ast.unparse, f.decorator_list), f.name
                assert "record" in calls(f), f.name


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_every_stored_field_has_a_privacy_class(model: type[Model]) -> None:
    given = {f.name for f in AbstractUser._meta.get_fields()} if model is User else set()
    for field in model._meta.fields:
        assert field.name in given | {"id"} or field.db_comment in PRIVACY_CLASSES, field


@pytest.mark.django_db
@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_the_database_keeps_the_privacy_classes(model: type[Model]) -> None:
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, model._meta.db_table)
    kept = {column.name: getattr(column, "comment", None) for column in columns}
    declared = {field.column: field.db_comment for field in model._meta.fields}
    if not connection.features.supports_comments:  # SQLite
        declared = dict.fromkeys(declared)
    assert kept == declared


@pytest.mark.django_db
def test_migrations_match_the_models() -> None:
    call_command("makemigrations", check=True, dry_run=True)
