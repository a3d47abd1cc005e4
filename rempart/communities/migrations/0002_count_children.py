from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('communities', '0001_places'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='children',
            field=models.PositiveIntegerField(blank=True, db_comment='operational', null=True),
        ),
        migrations.AddField(
            model_name='place',
            name='children_source',
            field=models.CharField(blank=True, db_comment='operational', max_length=300),
        ),
        migrations.AddField(
            model_name='place',
            name='children_year',
            field=models.PositiveSmallIntegerField(blank=True, db_comment='operational', null=True),
        ),
    ]
