"""The words of the ways between the states of a programme: what one may do, and what someone did."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.lifecycle import Move, Who

MOVE_NAMES = {  # on the button
    Move.ASK_REVIEW.value: _("Ask for a review"),
    Move.WITHDRAW.value: _("Take it back from the review"),
    Move.SEND_BACK.value: _("Send it back with a reason"),
    Move.PASS.value: _("Pass the review"),
    Move.SUBMIT.value: _("Submit the programme"),
    Move.REOPEN.value: _("Reopen the programme"),
    Move.APPROVE.value: _("Record the approval"),
    Move.UNAPPROVE.value: _("Take the approval back"),
    Move.START.value: _("Say that it has started"),
    Move.CLOSE.value: _("Close the programme"),
    Move.RESUME.value: _("Open it again"),
}
MOVE_DONE = {  # in the history
    Move.ASK_REVIEW.value: _("Review asked for"),
    Move.WITHDRAW.value: _("Taken back from the review"),
    Move.SEND_BACK.value: _("Sent back by the review"),
    Move.PASS.value: _("Review passed"),
    Move.SUBMIT.value: _("Submitted"),
    Move.REOPEN.value: _("Reopened for writing"),
    Move.APPROVE.value: _("Approved"),
    Move.UNAPPROVE.value: _("Approval taken back"),
    Move.START.value: _("Started"),
    Move.CLOSE.value: _("Closed"),
    Move.RESUME.value: _("Opened again"),
    Move.CHANGE.value: _("Changed by a change request"),
}
MOVE_LEADS = {  # what it means, before it is done
    Move.ASK_REVIEW.value: _(
        "While it is in review nobody changes its text; findings can be set aside, and you can take it back at any time."
    ),
    Move.WITHDRAW.value: _("It can be written again, and is reviewed again later."),
    Move.SEND_BACK.value: _("Its writers find your reason at the top of the programme."),
    Move.PASS.value: _("It can then be submitted. Someone who wrote it cannot pass it."),
    Move.SUBMIT.value: _(
        "It is handed to the funder or the ministry. From then on it is read and printed, not written."
    ),
    Move.REOPEN.value: _("Its writers can change it again; it passes the review once more."),
    Move.APPROVE.value: _(
        "Say which body approved it and on which day. The approved plan is the baseline: a change request is then the way to change it."
    ),
    Move.UNAPPROVE.value: _("It is submitted again, as before the approval."),
    Move.START.value: _("Say on which day the work began."),
    Move.CLOSE.value: _(
        "Nothing is written in it any more. The closing note stays with it: what was reached, and who goes on."
    ),
    Move.RESUME.value: _("It is running again; the closing note stays in the history."),
}
WHO_NAMES = {
    Who.WRITER.value: _("a designer or an administrator"),
    Who.REVIEWER.value: _("a reviewer or an administrator"),
    Who.EITHER.value: _("anyone who writes or reviews"),
}
NOT_BY_NAMES = {
    "author": _("who did not write it"),
    "submitter": _("who did not submit it"),
}
REASON_LABELS = {
    Move.SEND_BACK.value: _("What has to change"),
    Move.CLOSE.value: _("Closing note"),
    Move.ASK_REVIEW.value: _("A word to the reviewer"),
    Move.PASS.value: _("A word to the writers"),
}
DAY_LABELS = {
    Move.APPROVE.value: _("Approved on"),
    Move.START.value: _("Running since"),
    Move.CLOSE.value: _("Closed on"),
}
