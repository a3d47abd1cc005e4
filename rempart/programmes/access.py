"""Who may do what with a programme. Each question includes: it is her own organisation's."""

from rempart.accounts.access import may_design, may_review, works_for
from rempart.accounts.models import Organisation, User
from rempart.programmes.models import ChangeRequest, Programme
from rempart.programmes.rules.lifecycle import WAYS, Move, Who


def may_start_programme(user: User, organisation: Organisation) -> bool:
    """Designers and administrators start programmes for their own organisation."""
    return may_design(user, organisation.pk)


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


def may_keep_version(user: User, programme: Programme) -> bool:
    """Whoever writes or reviews may keep a version under a name."""
    return may_write(user, programme) or may_review(user, programme.organisation_id)


def may_replace(user: User, programme: Programme) -> bool:
    """Whoever writes may restore a version; whoever reviews may let a change take its place."""
    return may_write(user, programme) or may_review(user, programme.organisation_id)


def may_decide(user: User, change: ChangeRequest) -> bool:
    """Reviewers and administrators decide on a change; that it is none of their own, the rules tell."""
    return may_review(user, change.programme.organisation_id)
