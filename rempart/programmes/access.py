"""Who may do what with a programme. Each question includes: it is her own organisation's."""

from rempart.accounts.access import may_design, may_review, works_for
from rempart.accounts.models import Organisation, User
from rempart.programmes.models import ROWS, ChangeRequest, Comment, Mention, Programme, Thread
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.lifecycle import WAYS, Move, Who, refused_writing


def may_start_programme(user: User, organisation: Organisation) -> bool:
    """Designers and administrators start programmes for their own organisation."""
    return may_design(user, organisation.pk)


def may_read(user: User, programme: Programme) -> bool:
    """Everyone of its own organisation reads a programme."""
    return works_for(user, programme.organisation_id)


def may_write(user: User, programme: Programme) -> bool:
    """Designers and administrators write; a reviewer reads."""
    return may_design(user, programme.organisation_id)


def may_set_aside(user: User, programme: Programme) -> bool:
    """Whoever writes or reviews may set a finding aside, with a reason under her name."""
    return may_write(user, programme) or may_review(user, programme.organisation_id)


def may_move(user: User, programme: Programme, move: Move) -> bool:
    """Whether her role takes a programme this way; whether she may herself, the rules tell."""
    writes, reviews = may_write(user, programme), may_review(user, programme.organisation_id)
    return {Who.WRITER: writes, Who.REVIEWER: reviews, Who.EITHER: writes or reviews}[
        WAYS[move].who
    ]


def may_keep_draft(user: User, programme: Programme) -> bool:
    """Whoever may type in a form may have her typing kept."""
    return works_for(user, programme.organisation_id)


def may_comment(user: User, programme: Programme) -> bool:
    """Whoever reads a programme may say something about it."""
    return may_read(user, programme)


def may_change_comment(user: User, comment: Comment) -> bool:
    """The author alone changes or withdraws what she said, as long as she reads the programme."""
    return comment.author_id == user.pk and may_read(user, comment.thread.programme)


def may_settle(user: User, thread: Thread) -> bool:
    """Whoever may speak in a thread may resolve it, or open it again."""
    return may_comment(user, thread.programme)


def may_read_mention(user: User, mention: Mention) -> bool:
    """A mention is for the person whom it names."""
    return mention.person_id == user.pk and may_read(user, mention.comment.thread.programme)


def may_judge_material(user: User, programme: Programme) -> bool:
    """Whoever writes or reviews may review a material and mark it publishable, but for its author."""
    return may_write(user, programme) or may_review(user, programme.organisation_id)


def may_clear_campaign(user: User, programme: Programme) -> bool:
    """Whoever writes or reviews may clear a campaign, begin it and close it: the rules ask the rest."""
    return may_write(user, programme) or may_review(user, programme.organisation_id)


def may_write_list(user: User, programme: Programme, listed_as: str) -> bool:
    """Whether she writes rows of this list in the state in which the programme is."""
    model, state = ROWS.get(listed_as), Lifecycle(programme.lifecycle)
    open_now = model is not None and not refused_writing(state, model.writing)
    return open_now and may_write(user, programme)


def may_keep_version(user: User, programme: Programme) -> bool:
    """Whoever writes or reviews may keep a version under a name."""
    return may_write(user, programme) or may_review(user, programme.organisation_id)


def may_replace(user: User, programme: Programme) -> bool:
    """Whoever writes may restore a version; whoever reviews may let a change take its place."""
    return may_write(user, programme) or may_review(user, programme.organisation_id)


def may_decide(user: User, change: ChangeRequest) -> bool:
    """Reviewers and administrators decide on a change; that it is none of their own, the rules tell."""
    return may_review(user, change.programme.organisation_id)
