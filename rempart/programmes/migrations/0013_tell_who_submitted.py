"""What was submitted before states had a history gets its first line of it: who, and on which day.

Drafts stay drafts; what they show as "since" is when they were changed last.
"""

from datetime import datetime, time, timezone
from typing import Any

from django.db import migrations


def tell(apps: Any, schema_editor: Any) -> None:
    Programme = apps.get_model("programmes", "Programme")
    Passage = apps.get_model("programmes", "Passage")
    for programme in Programme.objects.all():
        since = programme.changed_at
        if programme.submitted_on:
            since = datetime.combine(programme.submitted_on, time(12), timezone.utc)
        Programme.objects.filter(pk=programme.pk).update(state_since=since)
        if programme.lifecycle == "submitted":
            Passage.objects.create(
                programme=programme,
                move="submit",
                source="draft",
                target="submitted",
                by_id=programme.changed_by_id or programme.created_by_id,
                at=since,
            )


def forget(apps: Any, schema_editor: Any) -> None:
    """Lead back: the two states that there were; what has gone further counts as submitted."""
    Programme = apps.get_model("programmes", "Programme")
    apps.get_model("programmes", "Passage").objects.all().delete()
    Programme.objects.filter(lifecycle="in_review").update(lifecycle="draft")
    Programme.objects.exclude(lifecycle__in=["draft", "submitted"]).update(lifecycle="submitted")


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0012_keep_the_history_of_states'),
    ]

    operations = [
        migrations.RunPython(tell, forget),
    ]
