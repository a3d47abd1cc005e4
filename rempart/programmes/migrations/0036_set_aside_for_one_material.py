"""A finding is set aside for one material; what was set aside before holds for the rule, as it did."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0017_keep_templates_for_funders")]

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
