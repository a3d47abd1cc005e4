"""A list of places waits for the yes of the person who chose it."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_privacy_classes_of_djangos_fields"),
        ("communities", "0015_count_versions_of_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="PendingPlaces",
            fields=[
                ("id", models.UUIDField(db_comment="operational", default=uuid.uuid4, primary_key=True, serialize=False)),
                ("name", models.CharField(db_comment="operational", max_length=200)),
                ("places", models.JSONField(db_comment="operational", default=list)),
                ("there", models.PositiveIntegerField(db_comment="operational", default=0)),
                ("kept_at", models.DateTimeField(auto_now=True, db_comment="operational")),
                ("author", models.OneToOneField(db_comment="personal", on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("organisation", models.ForeignKey(db_comment="operational", on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.organisation")),
            ],
        ),
    ]
