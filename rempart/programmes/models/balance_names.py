"""The words of the links of ``rules.balance``."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.balance import Stage

STAGE_NAMES = {
    Stage.DETECTION.value: _("Detection"),
    Stage.EMERGENCY.value: _("Emergency help and a safe place"),
    Stage.CARE.value: _("Health and psychosocial care"),
    Stage.HOUSING.value: _("A family or a home"),
    Stage.LAW.value: _("Law and justice"),
    Stage.SCHOOL.value: _("School"),
    Stage.ECONOMY.value: _("Income and trade"),
}
