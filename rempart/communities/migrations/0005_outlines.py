import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('communities', '0004_own_scales_and_weights'),
    ]

    operations = [
        migrations.CreateModel(
            name='Outline',
            fields=[
                ('place', models.OneToOneField(db_comment='operational', on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='outline', serialize=False, to='communities.place')),
                ('rings', models.JSONField(db_comment='operational', default=list)),
                ('kept_on', models.DateField(db_comment='operational')),
            ],
        ),
    ]
