"""What was said about the rows of a programme, for those who may read it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Count, Prefetch, QuerySet

from rempart.accounts.models import User
from rempart.programmes.models import ROWS, Comment, Mention, Programme, Row, Thread

STEP = "step"  # the kind of a thread about a step's own facts


def colleagues_of(user: User) -> QuerySet[User]:
    """Return the people whom someone may call: of her own organisation, with an open account."""
    if user.organisation_id is None:
        return User.objects.none()
    return User.objects.filter(organisation=user.organisation_id, is_active=True)


def threads_of(programme: Programme) -> QuerySet[Thread]:
    """Return the threads of a programme with what was said in them."""
    mentions = Prefetch("mentions", Mention.objects.select_related("person"))
    said = Comment.objects.select_related("author").prefetch_related(mentions)
    found = Thread.objects.filter(programme=programme).select_related("resolved_by", "programme")
    return found.prefetch_related(Prefetch("comments", said))


def thread_of(programme: Programme, kind: str, key: str) -> Thread | None:
    """Return what was said about one row, or about a step's own facts."""
    return threads_of(programme).filter(kind=kind, key=key).first()


def comment_counts(programme: Programme) -> dict[tuple[str, str], int]:
    """Return how many comments the open thread of each row holds."""
    found = Thread.objects.filter(programme=programme, resolved_at__isnull=True)
    counted = found.annotate(said=Count("comments")).values_list("kind", "key", "said")
    return {(kind, key): said for kind, key, said in counted}


def counts_by_step(counts: dict[tuple[str, str], int]) -> Counter[str]:
    """Return how many comments stand open in each step, by the step's name."""
    found: Counter[str] = Counter()
    for (kind, key), said in counts.items():
        found[key if kind == STEP else ROWS[kind].step.value] += said
    return found


def mentions_for(user: User) -> QuerySet[Mention]:
    """Return the comments that call someone and that she has not read, the newest first."""
    found = Mention.objects.filter(
        person=user,
        read_at__isnull=True,
        comment__thread__programme__organisation=user.organisation_id,
    )
    return found.select_related("comment__author", "comment__thread__programme").order_by(
        "-comment__written_at", "pk"
    )


def said_about(programme: Programme, rows: Iterable[Row]) -> QuerySet[Thread]:
    """Return the threads about these rows."""
    keys: dict[str, list[str]] = {}
    for row in rows:
        keys.setdefault(row.listed_as, []).append(row.key)
    found = Thread.objects.none()
    for kind, some in keys.items():
        found = found | Thread.objects.filter(programme=programme, kind=kind, key__in=some)
    return found


def with_rows_below(row: Row) -> Sequence[Row]:
    """Return a row with all that goes when it goes."""
    found, level = [row], [row]
    while level:
        level = [
            one
            for model in ROWS.values()
            for name in model.parents
            if (
                over := [
                    o.pk for o in level if type(o) is model._meta.get_field(name).related_model
                ]
            )
            for one in model._default_manager.filter(**{f"{name}__in": over})
        ]
        found += level
    return found
