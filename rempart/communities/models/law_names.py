"""The words of the registers of law and policy: what they are called, what each column asks."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REGISTER_NAMES = {  # the register, one entry of it, what it is for
    "ratifications": (_("Instruments"), _("Ratification"), _("Per country and instrument of the guide: signed, ratified, in force, with which reservations, and how the campaign stands.")),
    "provisions": (_("Provisions"), _("National provision"), _("What national law says of what an instrument asks, in your own words. Each stands on the page of its instrument.")),
    "plans": (_("National plans"), _("National plan"), _("Public plans: whether they deal with the sexual exploitation of children, since when, with which commitments.")),
    "gaps": (_("Gaps in law"), _("Gap in law"), _("A provision that lacks something or contradicts another: the problem, who was consulted, the wording proposed and what became of it.")),
    "consultations": (_("Consultations"), _("Consultation"), _("Who was heard, on which day, and what they said together. No name and no story of one person.")),
    "enforcement": (_("Enforcement"), _("Enforcement gap"), _("Where a law in force is not applied: the evidence, who mends it and how, which training goes with it, and an indicator before and after.")),
    "reports": (_("Reports"), _("Report"), _("National and alternative reports to treaty bodies, with their due dates and an outline for each.")),
    "reforms": (_("Reforms"), _("Reform"), _("Bills under way: their stage, what the programme asks, and whether the time is stable enough.")),
    "meetings": (_("Meetings"), _("Meeting"), _("State, employers and workers at one table: who was there by institution, what was decided, who does it by when.")),
    "decisions": (_("Decisions"), _("Decision"), _("What was decided, who does it and by when.")),
}  # fmt: skip
WITHIN_NAMES = {"consultations": _("Gap in law"), "decisions": _("Meeting")}
LABELS: dict[str, str | Promise] = {
    "country": _("Country"),
    "title": _("Name"),
    "state": _("State"),
    "on": _("Since"),
    "due": _("Due on"),
    "source": _("Source"),
    "owner": _("Who answers for it"),
    "instrument": _("Instrument"),
    "instruments": _("Instruments"),
    "ratifications.title": _("Which other text"),
    "signed_on": _("Signed on"),
    "ratified_on": _("Ratified on"),
    "ratifications.on": _("In force since"),
    "reservations": _("Reservations and declarations"),
    "campaign": _("What the campaign has done"),
    "next_step": _("Next step"),
    "provisions.title": _("Law and article"),
    "text": _("What it says, in your own words"),
    "provisions.on": _("In force since"),
    "included": _("Deals with the subject"),
    "plans.on": _("Includes it since"),
    "ends_on": _("Plan ends on"),
    "commitments": _("Commitments"),
    "plans.due": _("Next review on"),
    "plans.owner": _("Institution"),
    "provision": _("Provision"),
    "problem": _("Problem"),
    "evidence": _("Evidence"),
    "wording": _("Proposed wording"),
    "gaps.state": _("State of the proposal"),
    "consultations.on": _("Held on"),
    "groups": _("Who was heard"),
    "age_bands": _("Ages of the children heard"),
    "said": _("What they said"),
    "correction": _("Corrective action"),
    "training": _("Training that goes with it"),
    "indicator": _("Indicator"),
    "before": _("Before"),
    "before_on": _("Before: measured on"),
    "later": _("After"),
    "later_on": _("After: measured on"),
    "body": _("Treaty body"),
    "side": _("Kind of report"),
    "from_on": _("Period from"),
    "to_on": _("Period to"),
    "sent_on": _("Sent on"),
    "note": _("Note"),
    "reforms.title": _("Bill"),
    "reforms.state": _("Stage"),
    "reforms.on": _("Begun on"),
    "reforms.due": _("Next step on"),
    "ministry": _("Ministry or committee in charge"),
    "asks": _("What we ask"),
    "instability": _("Is the time politically unstable?"),
    "briefed": _("Were legislators informed?"),
    "consulted": _("Were legislators consulted?"),
    "meetings.title": _("Meeting"),
    "meetings.on": _("Held on"),
    "state_side": _("For the State"),
    "employers_side": _("For employers"),
    "workers_side": _("For workers"),
    "subjects": _("Subjects"),
    "decisions.title": _("Decision"),
    "decisions.due": _("To be done by"),
}
HELPS: dict[str, str | Promise] = {
    "source": _("Where this was read: an official journal, the body’s own page, a study. Never a person’s name."),
    "owner": _("An institution or a post, not a person’s name."),
    "ratifications.title": _("Only where the instrument is another than the guide’s."),
    "campaign": _("Meetings, letters, petitions, with their dates."),
    "evidence": _("Studies and counts, in sums. No case that could be recognised."),
    "wording": _("The text that you would put in its place."),
    "groups": _("Groups, never names."),
    "age_bands": _("Where children were heard: their ages, nothing else about them."),
    "said": _("In sum, as a group: no name, no account of one person."),
    "training": _("Its name or its address, so that it can be found."),
    "indicator": _("What is counted, and among what: “investigations opened, of 100 reports”."),
    "state_side": _("Institutions, not names."),
    "employers_side": _("Institutions, not names."),
    "workers_side": _("Institutions, not names."),
    "asks": _("What the programme wants this reform to say."),
    "instability": _("In unstable times, inform and consult legislators first."),
    "commitments": _("What the plan promises about the sexual exploitation of children."),
}  # fmt: skip
STATES: dict[str, str | Promise] = {
    "unsigned": _("Not signed"),
    "signed": _("Signed"),
    "ratified": _("Ratified"),
    "in_force": _("In force"),
    "draft": _("Bill or draft"),
    "repealed": _("Repealed"),
    "prepared": _("Being prepared"),
    "adopted": _("Adopted"),
    "carried_out": _("Being carried out"),
    "ended": _("Ended"),
    "noted": _("Noted"),
    "consulting": _("In consultation"),
    "drafted": _("Wording drafted"),
    "handed_in": _("Wording handed in"),
    "taken_up": _("Taken up in law"),
    "set_aside": _("Set aside"),
    "under_way": _("Correction under way"),
    "corrected": _("Corrected"),
    "not_begun": _("Not begun"),
    "gathering": _("Gathering figures"),
    "drafting": _("Being drafted"),
    "sent": _("Sent"),
    "examined": _("Examined"),
    "idea": _("Idea"),
    "tabled": _("Tabled"),
    "committee": _("In committee"),
    "vote": _("Before the vote"),
    "abandoned": _("Abandoned"),
    "planned": _("Planned"),
    "held": _("Held"),
    "open": _("Still open"),
    "done": _("Done"),
    "dropped": _("Dropped"),
}
ANSWERS: dict[str, str | Promise] = {
    "yes": _("Yes"),
    "no": _("No"),
    "unknown": _("Not known"),
    "national": _("National report"),
    "alternative": _("Alternative report"),
}
SIDES: dict[str, str | Promise] = {
    "state_side": _("the State"),
    "employers_side": _("employers"),
    "workers_side": _("workers"),
}


def label_of(register: str, column: str) -> str:
    """Return what a column of a register asks, in the reader's language."""
    return str(LABELS.get(f"{register}.{column}") or LABELS[column])


def help_of(register: str, column: str) -> str:
    """Return what explains a column; nothing where its label suffices."""
    return str(HELPS.get(f"{register}.{column}") or HELPS.get(column, ""))


def word_of(code: str) -> str:
    """Return a code of one of our closed lists in words."""
    return str(STATES.get(code) or ANSWERS.get(code, code))
