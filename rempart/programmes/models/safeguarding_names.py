"""The words of the closed lists of ``rules.safeguarding``."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.safeguarding import Hold

HOLD_NAMES = {
    Hold.IN_PLACE.value: _("In place"),
    Hold.PARTLY.value: _("In part"),
    Hold.MISSING.value: _("Missing"),
    Hold.UNKNOWN.value: _("We do not know"),
}
STANDARD_NAMES = {
    "policy": _("Policy"),
    "people": _("People"),
    "procedures": _("Procedures"),
    "accountability": _("Accountability"),
}
STANDARD_MEANINGS = {
    "policy": _("A written commitment to keep children safe, which all know and have signed."),
    "people": _("Staff and volunteers are chosen with care, trained, and know how to behave with children."),
    "procedures": _("Anyone knows what to do with a worry or a complaint, and risks of each activity are looked at beforehand."),
    "accountability": _("Someone answers for it, checks it and reports on it; children and families know where to complain."),
}  # fmt: skip
