"""Who may do what with a programme. Each question includes: it is her own organisation's."""

from rempart.accounts.access import may_design, may_review, works_for
from rempart.accounts.models import Organisation, User
from rempart.programmes.models import Comment, Mention, Programme, Thread


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


def may_submit(user: User, programme: Programme) -> bool:
    """Whoever writes may submit."""
    return may_write(user, programme)


def may_reopen(user: User, programme: Programme) -> bool:
    """Whoever writes or reviews may send a submitted programme back to its writers."""
    return may_write(user, programme) or may_review(user, programme.organisation_id)


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
