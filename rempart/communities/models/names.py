"""The words of the closed lists of places; the others and their words are content."""

from django.utils.translation import gettext_lazy as _

from rempart.communities.rules.conditions import Dimension, Direction
from rempart.communities.rules.places import Level

LEVEL_NAMES = {
    Level.COMMUNITY.value: _("A town, a district, a village"),
    Level.NATIONAL.value: _("A country, or a region of it"),
    Level.CROSSBORDER.value: _("Both sides of a border, or a route"),
}
DIMENSION_NAMES = {
    Dimension.VULNERABILITY.value: _("Vulnerability of children and families"),
    Dimension.DEMAND.value: _("Exposure to demand"),
    Dimension.PROTECTION.value: _("Lack of protection"),
}
SHORT_NAMES = {
    Dimension.VULNERABILITY.value: _("Vulnerability"),
    Dimension.DEMAND.value: _("Exposure"),
    Dimension.PROTECTION.value: _("Lack of protection"),
}
DIRECTION_NAMES = {
    Direction.UP.value: _("More means more risk"),
    Direction.DOWN.value: _("More means less risk"),
}
