"""A finding is set aside for one material; what was set aside before holds for the rule, as it did."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0025_say_what_a_budget_line_pays_for")]

    operations = [
        migrations.AddField(
            model_name="setaside",
            name="material",
            field=models.CharField(
                blank=True, db_comment="operational", default="", max_length=64
            ),
            preserve_default=False,
        ),
    ]
