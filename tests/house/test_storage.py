"""What is stored: every field has its privacy class, and every migration leads back."""

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

from rempart.accounts.models import User

PRIVACY_CLASSES = {"operational", "pseudonymous", "personal", "secret"}
DJANGOS = {User.groups.through, User.user_permissions.through}
OURS = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model.__module__.startswith("rempart.") and model not in DJANGOS
]
LABELS = [app.removeprefix("rempart.") for app in settings.INSTALLED_APPS if "rempart." in app]
each_model = pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)


@each_model
def test_every_stored_field_has_a_privacy_class(model: type[Model]) -> None:
    for field in model._meta.fields:
        classed = field.name == "id" or field.db_comment in PRIVACY_CLASSES
        assert classed, f"{field} has no privacy class"


@pytest.mark.django_db
@each_model
def test_the_database_keeps_the_privacy_classes(model: type[Model]) -> None:
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, model._meta.db_table)
    kept = {column.name: getattr(column, "comment", None) for column in columns}
    declared = {field.column: field.db_comment for field in model._meta.fields}
    if not connection.features.supports_comments:  # SQLite
        declared = dict.fromkeys(declared)
    assert kept == declared


@pytest.mark.django_db
def test_migrations_match_the_models(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        call_command("makemigrations", check=True, dry_run=True)
    except SystemExit:
        pytest.fail(f"a model that no migration follows: {capsys.readouterr().out}")


def test_migrations_are_named_and_lead_back() -> None:
    for (label, name), migration in MigrationLoader(None).disk_migrations.items():
        if label in LABELS:
            assert "_auto_" not in name, f"{label}.{name} does not say what it changes"
            for operation in migration.operations:
                back = operation.reversible
                assert back, f"{label}.{name}: {operation.describe()} does not lead back"


@pytest.mark.django_db(transaction=True)
def test_the_database_goes_back_and_comes_forth_again() -> None:
    for label in reversed([label for label in LABELS if label in apps.app_configs]):
        if apps.get_app_config(label).models_module:
            call_command("migrate", label, "zero", verbosity=0)
    assert not any(m._meta.db_table in connection.introspection.table_names() for m in OURS)
    call_command("migrate", verbosity=0)
    assert all(m._meta.db_table in connection.introspection.table_names() for m in OURS)
