"""The words of the closed lists of ``rules.communication``."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.communication import Image, Literacy, Story

IMAGE_NAMES = {
    Image.NONE.value: _("No child is to be seen"),
    Image.DRAWN.value: _("A drawn or played child, who is nobody"),
    Image.REAL.value: _("A real child, who could be recognised"),
}
STORY_NAMES = {
    Story.NONE.value: _("No child’s story"),
    Story.INVENTED.value: _("An invented story"),
    Story.REAL.value: _("A true story"),
}
LITERACY_NAMES = {
    Literacy.NONE.value: _("Most do not read"),
    Literacy.LOW.value: _("Many read with difficulty"),
    Literacy.GOOD.value: _("Most read with ease"),
}
