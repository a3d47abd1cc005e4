"""A finding as it is typed."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from rempart.communities.catalogue import conditions
from rempart.communities.forms.studies import NOT_SAID, TextsForm, paragraph, topic_names
from rempart.communities.models import Place, StudyFinding
from rempart.communities.models.study_names import CONFIDENCE_NAMES
from rempart.communities.rules.study_findings import FindingTold
from rempart.guide.catalogue import say


def _topics() -> list[tuple[str, object]]:
    return [NOT_SAID, *topic_names()]


def _conditions() -> list[tuple[str, object]]:
    return [("", _("None")), *((slug, say(one)) for slug, one in conditions().items())]


class FindingForm(TextsForm):
    """One finding; ``own`` are the places of its study."""

    mostly_optional = True
    text = forms.CharField(
        label=_("Finding"),
        help_text=_("One sentence that can be cited: about groups and conditions, never about one child."),
        widget=paragraph(),
        max_length=1000,
    )  # fmt: skip
    confidence = forms.ChoiceField(
        label=_("How sure it is"), required=False, choices=[NOT_SAID, *CONFIDENCE_NAMES.items()]
    )
    topic = forms.ChoiceField(label=_("Topic"), required=False, choices=lazy(_topics, list))
    condition = forms.ChoiceField(
        label=_("Condition of risk"),
        help_text=_("Where it speaks of one of them."),
        required=False,
        choices=lazy(_conditions, list),
    )
    place = forms.ModelChoiceField(
        label=_("Place"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("All places of the study"),
    )
    sources = forms.CharField(
        label=_("Sources"),
        help_text=_("Kinds of sources and how many: twelve key informants, two registers. Never a person."),
        max_length=1000,
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, own: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        place = self.fields["place"]
        assert isinstance(place, forms.ModelChoiceField)  # noqa: S101 -- declared above
        place.queryset = own

    def told(self) -> FindingTold:
        """Return what was typed, as the act wants it."""
        typed = dict(self.cleaned_data)
        place = typed.pop("place")
        return FindingTold(place_id=place.pk if place else None, **typed)

    @staticmethod
    def typed_of(finding: StudyFinding) -> dict[str, object]:
        """Return what the form shows of a finding that exists."""
        told = {name: getattr(finding, name) for name in FindingTold.__dataclass_fields__}
        return told | {"place": finding.place_id}
