"""What a person may type about places. A form cleans; it never saves."""

from rempart.communities.forms.lists import ListForm
from rempart.communities.forms.places import PlaceForm
from rempart.communities.forms.reading import AgreementForm, BallotForm, ScaleForm
from rempart.communities.forms.values import FileForm, OriginForm, SheetForm, ValuesForm

__all__ = [
    "AgreementForm",
    "BallotForm",
    "FileForm",
    "ListForm",
    "OriginForm",
    "PlaceForm",
    "ScaleForm",
    "SheetForm",
    "ValuesForm",
]
