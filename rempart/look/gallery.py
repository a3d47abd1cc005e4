"""What the gallery shows: invented, sober data for each component in each state."""

from datetime import UTC, date, datetime

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Word = str | Promise
Row = dict[str, object]

SWATCHES = {
    "sw-ground": _("ground"), "sw-paper": _("paper"), "sw-sunken": _("hollow"), "sw-ink": _("ink"),
    "sw-action": _("action"), "sw-action-wash": _("action, wash"), "sw-amber": _("amber"),
    "sw-brick": _("brick"), "sw-moss": _("moss"), "sw-guide": _("the guide’s rule"),
}  # fmt: skip
SAVED = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)
STEPS: list[Row] = [
    {"word": _("Frame"), "address": "#frame", "state": "done"},
    {"word": _("Situation"), "address": "#situation", "state": "done", "count": 1, "said": 3},
    {"word": _("Who"), "address": "#who", "state": "done", "count": 2, "grave": True},
    {"word": _("Strategies"), "address": "#strategies", "state": "here"},
    {"word": _("Results"), "address": "#results", "state": "todo"},
    {"word": _("Review"), "address": "#review", "state": "todo"},
    {"word": _("Document"), "address": "#document", "state": "todo"},
]
REASONS: list[Row] = [
    {
        "what": _("The listening line would be announced before anyone can answer."),
        "why": _("At Haute-Lagune the referral pathway has not been tested."),
        "address": "#activity",
        "word": _("Open activity 2.2.1 and change its date"),
    },
    {"what": _("Two partners have no class."), "address": "#partners"},
]  # fmt: skip
DO = [_("Ground the programme in an analysis of causes."), _("Call on respected voices.")]
AVOID = [_("Raising awareness where no service can yet respond.")]
EXAMPLES: list[Row] = [
    {"text": _("Community groups, trained and supported"), "address": "#example"}
]
CHOICE_REASONS: list[Row] = [
    {"text": _("Answers the cause “leaving school after 12”")},
    {"text": _("Needs a referral pathway, which does not work yet"), "wait": True},
]
COLUMNS: list[Row] = [
    {"word": _("Partner")}, {"word": _("Class")}, {"word": _("Agreement")},
    {"word": _("Children referred"), "end": True},
]  # fmt: skip
ROWS: list[Row] = [
    {
        "address": "#partner-1",
        "cells": [
            "Centre de santé des Collines", _("Intermediary"),
            {"text": _("signed"), "chip": "moss", "icon": "check"}, "23",
        ],
    },
    {
        "cells": [
            "Mutuelle des Rives", "–",
            {"text": _("awaited"), "chip": "amber", "icon": "clock"}, {"masked": True},
        ],
    },
]  # fmt: skip
FILTERS: list[Row] = [
    {"name": "place", "word": _("Place"), "options": [("", _("All")), ("m", "Mirecolline")], "chosen": "m"},
    {"name": "state", "word": _("State"), "options": [("", _("All")), ("o", _("Open"))], "chosen": ""},
]  # fmt: skip
CHOSEN: list[Row] = [{"word": "Mirecolline", "away": "#away"}]
TABS: list[Row] = [
    {"address": "#overview", "word": _("Overview"), "here": True},
    {"address": "#plan", "word": _("Plan"), "count": None},
    {"address": "#services", "word": _("Services"), "count": 4},
]
EVENTS: list[Row] = [
    {"on": date(2026, 11, 20), "icon": "check", "what": _("Protocol signed"), "by": "Noor Saltane", "kind": "key"},
    {"on": date(2026, 11, 12), "icon": "message-circle", "what": _("View asked for"), "text": _("On the gender analysis"), "kind": "wait"},
    {"on": date(2026, 11, 3), "icon": "pencil", "what": _("Plan begun")},
]  # fmt: skip
TASKS: list[Row] = [
    {"icon": "arrows-diff", "address": "#versions", "what": _("Choose between two versions of activity 2.1.2"), "text": _("Nothing is lost."), "due": _("today")},
    {"icon": "message-circle", "address": "#view", "what": _("Give your view on the gender analysis"), "due": _("in 2 days"), "due_kind": "amber"},
]  # fmt: skip
COUNTS: list[Row] = [
    {"degree": "block", "count": 2, "word": _("blocked"), "address": "#findings"},
    {"degree": "error", "count": 3, "word": _("errors"), "address": "#findings"},
    {"degree": "warning", "count": 4, "word": _("warnings"), "address": "#findings"},
    {"degree": "advice", "count": 2, "word": _("advice"), "address": "#findings"},
    {"degree": "unknown", "count": 5, "word": _("cannot tell yet"), "address": "#findings"},
    {"degree": "ok", "count": 41, "word": _("followed"), "address": "#findings"},
]
FINDINGS: list[Row] = [
    {"degree": "block", "what": _("This activity will bring reports that nothing there can answer yet."), "why": _("The guide advises against alerting without being able to respond."), "guide_address": "#guide", "where": "2.2.1", "aside_address": "#aside"},
    {"degree": "error", "what": _("Plan a baseline study before setting targets."), "aside_address": "#aside"},
    {"degree": "warning", "what": _("Nobody yet takes over after the programme."), "aside": _("The district decides in March.")},
    {"degree": "advice", "what": _("Ask the young people’s groups what they think of the calendar."), "aside_address": "#aside"},
    {"degree": "unknown", "what": _("Whether places at school are enough: no figures yet.")},
    {"degree": "ok", "what": _("Each indicator says its source.")},
]  # fmt: skip
BARS: list[tuple[Word, int | None]] = [
    ("Mirecolline", 120), ("Haute-Lagune", 84), ("Trois-Sources", 31), ("Port-Aubier", None),
]  # fmt: skip
RUNGS: list[Row] = [
    {"title": _("Stay in the neighbourhood school"), "state": "past", "text": _("Tried: no place before September.")},
    {"title": _("Bridging class"), "state": "here", "chip": _("proposed"), "chip_kind": "action", "text": _("Opens in January, with a meal.")},
    {"title": _("Apprenticeship with a workshop"), "state": "shut", "text": _("From 15 years.")},
]  # fmt: skip
MATRIX_COLUMNS = [_("Children, adolescents"), _("Communities"), _("School"), _("Media")]
MATRIX_ROWS: list[Row] = [
    {"no": 1, "word": _("Quality school"), "address": "#a1", "letters": "B D P", "sure": _("sure"), "cells": [
        {"letter": "B", "sure": "sure", "word": _("beneficiary")}, None,
        {"letter": "D", "sure": "sure", "word": _("leads")}, {"letter": "P", "sure": "fair", "word": _("takes part")}]},
    {"no": 2, "word": _("Life skills"), "letters": "B P", "sure": _("doubtful"), "cells": [
        {"letter": "B", "sure": "poor", "word": _("beneficiary")}, None, None,
        {"letter": "P", "sure": "poor", "word": _("takes part")}]},
]  # fmt: skip
MINE: Row = {
    "by": _("Your version, 15:12"),
    "text": _("Train twelve community groups."),
    "value": "mine",
    "word": _("Keep yours"),
}
THEIRS: Row = {
    "by": _("Noor Saltane, 15:09"),
    "text": _("Train ten community groups and their deputies."),
    "value": "theirs",
    "word": _("Keep hers"),
}

VERSIONS: list[Row] = [
    {"name": "title", "label": _("Title"), "mine": _("Stay at school"), "theirs": _("School"), "take": "mine"},
    {"name": "ends", "label": _("End date"), "mine": "", "theirs": "30/06/2028", "take": "theirs"},
    {"name": "text", "label": _("Summary"), "mine": _("Train twelve community groups."), "theirs": _("Train ten community groups and their deputies."), "take": ""},
]  # fmt: skip
STATES: list[Row] = [
    {"word": _("Being written"), "stand": "done", "icon": "circle-check"},
    {"word": _("In review"), "stand": "here", "icon": "circle-dot"},
    {"word": _("Approved"), "stand": "todo", "icon": "circle-dashed"},
]
REMARKS: list[Row] = [
    {"letter": "M", "name": _("measurable"), "what": _("Nothing says how much"), "words": _("more"), "bad": _("More children stay at school."), "good": _("Of 100 girls who began, 90 end the year.")},
    {"letter": "T", "name": _("dated"), "what": _("No day is said"), "bad": _("Families are reached."), "good": _("120 families by June 2028."), "open": True},
]  # fmt: skip
RISKS: list[Row] = [
    {"no": 1, "gravity": "grave", "text": _("The bridging class closes"), "word": _("Grave"), "kills": True, "done": _("The district pays the teacher from the second year."), "sign": _("No budget line by September.")},
    {"no": 2, "gravity": "serious", "text": _("Talks bring reports before anyone answers"), "word": _("Serious"), "done": _("The talks wait.")},
    {"no": 3, "gravity": "minor", "text": _("The workshop opens late"), "word": _("Minor")},
]  # fmt: skip
CHAIN: list[Row] = [
    {"kind": "activities", "x": 0, "text": _("Open a class")},
    {"kind": "outputs", "x": 200, "text": _("A class works")},
    {"kind": "outputs", "x": 400, "text": _("No indicator yet"), "open": True},
    {"kind": "objectives", "x": 600, "text": _("Girls stay")},
]
LEAVES: list[Row] = [
    {"look": "becomes", "x": 0, "text": _("No school after 12"), "word": "✓", "said": _("became a result"), "icon": "check", "chip": "moss"},
    {"look": "acted_on", "x": 170, "text": _("Debt of families"), "word": "✓", "said": _("a strategy acts on it"), "icon": "check", "chip": "moss"},
    {"look": "aside", "x": 340, "text": _("No work in winter"), "word": "–", "said": _("left aside, with its reason"), "icon": "ban", "chip": "inferred"},
    {"look": "open", "x": 510, "text": _("Nobody to talk to"), "word": "!", "said": _("nothing answers it yet"), "icon": "alert-triangle", "chip": "amber"},
]  # fmt: skip
DOTS: list[Row] = [
    {"word": "Haute-Lagune", "start": 2, "wide": 12, "dot": 5, "said": _("1 (1–3)")},
    {"word": "Mirecolline", "start": 15, "wide": 60, "dot": 40, "said": _("2 (2–7)")},
    {"word": "Trois-Sources", "start": 90, "wide": 0, "dot": 90, "said": _("8 (always)")},
]
AREAS: list[Row] = [
    {"look": f"m{n}", "x": 20 + 110 * n, "middle": 70 + 110 * n, "label": 6 - n if n else ""}
    for n in range(6)
]


class Specimen(forms.Form):
    """Each kind of field once; sent empty, it shows their errors."""

    title = forms.CharField(
        label=_("Title of the programme"), help_text=_("Short, in the language of the place.")
    )
    organisation = forms.CharField(
        label=_("Organisation"), initial="Association Passerelle (fictional)", required=False
    )
    level = forms.ChoiceField(
        label=_("Level"),
        choices=[("", "—"), ("village", _("village")), ("district", _("district"))],
    )
    ends = forms.DateField(label=_("End date"), widget=forms.DateInput(attrs={"type": "date"}))
    families = forms.IntegerField(label=_("Families"), required=False, min_value=0)
    summary = forms.CharField(
        label=_("Summary"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Six lines at most."),
    )
    number = forms.CharField(
        label=_("Number, set by the server"), initial="VAL-27-004", disabled=True, required=False
    )
    route = forms.ChoiceField(
        label=_("A known trafficking route"),
        widget=forms.RadioSelect,
        choices=[("yes", _("yes")), ("no", _("no")), ("unknown", _("unknown"))],
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the document"),
        widget=forms.CheckboxSelectMultiple,
        choices=[("fr", _("French")), ("en", _("English"))],
        required=False,
    )
    protocol = forms.FileField(
        label=_("The partner’s document"),
        required=False,
        help_text=_("PDF or text, 10 MB at most. No picture of a child."),
    )
    agreed = forms.BooleanField(label=_("With the partners’ written agreement"))


def specimens() -> Row:
    """Return everything the gallery's template draws."""
    names = {name.lower(): value for name, value in globals().items() if name.isupper()}
    sent = Specimen({"sent-organisation": "Association Passerelle (fictional)"}, prefix="sent")
    return {**names, "empty_form": Specimen(), "sent_form": sent}
