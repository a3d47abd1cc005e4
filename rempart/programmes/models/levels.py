"""The levels of the results framework, as we name them."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

LEVEL_NAMES: "dict[str, tuple[Words, Words]]" = {  # level -> one of its rows, several of them
    "development_objective": (_("Development objective"), _("Development objectives")),
    "objectives": (_("Immediate objective"), _("Immediate objectives")),
    "outputs": (_("Output"), _("Outputs")),
    "activities": (_("Activity"), _("Activities")),
    "indicators": (_("Indicator"), _("Indicators")),
}
