"""Two people change a place: each saving counts, so that the second is told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("communities", "0014_law_registers")]

    operations = [
        migrations.AddField(
            model_name="place",
            name="version",
            field=models.PositiveIntegerField(db_comment="operational", default=1),
        ),
    ]
