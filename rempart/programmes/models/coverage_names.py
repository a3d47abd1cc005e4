"""The words of the states of ``rules.coverage``."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.coverage import Cover

COVER_NAMES = {
    Cover.NOBODY.value: _("no provider"),
    Cover.SEVERAL.value: _("several providers, nothing agreed"),
    Cover.PLANNED.value: _("planned, not there today"),
    Cover.UNSAID.value: _("cannot be told yet"),
    Cover.SHARED.value: _("shared, and said how"),
    Cover.ANSWERED.value: _("answered"),
}
