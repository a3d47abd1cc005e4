"""Two people add the same thing in the same moment: one row is stored, and nobody's words are lost."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from rempart.accounts.models import User
from rempart.kit.conflicts import ConflictError
from rempart.programmes.actions import add_row, start_programme
from rempart.programmes.actions.tree import seed_cause
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from tests.cast import amina, bento, chipo, dalia, passerelle

POVERTY = "vf.family.poverty"
AT_ONCE = (
    connection.vendor == "postgresql"
)  # SQLite lets one writer in at a time: one after the other


def started() -> Programme:
    return start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "same", "hers", "his"),
    [
        ("factors", {"factor": POVERTY}, {"present": "yes"}, {"present": "no"}),
        ("gender", {"part": "access"}, {"girls": "Less"}, {"girls": "None"}),
        (
            "parts",
            {"action": "act.01", "group": "school"},
            {"parts": ["pilot"]},
            {"parts": ["participates"]},
        ),
    ],
)
def test_the_slower_is_told_what_stands_there(
    kind: str, same: dict[str, str], hers: dict[str, object], his: dict[str, object]
) -> None:
    programme = started()
    first = add_row(programme, by=amina(), kind=kind, values=same | hers)

    assert add_row(programme, by=dalia(), kind=kind, values=same | hers) == first
    with pytest.raises(ConflictError) as conflict:
        add_row(programme, by=dalia(), kind=kind, values=same | his)

    assert (conflict.value.theirs, conflict.value.version) == (same | hers, 1)
    assert len(getattr(plan_of(programme), kind)) == 1


@pytest.mark.django_db
def test_a_seed_of_the_tree_is_planted_once_by_who_may_write() -> None:
    programme = started()
    first = seed_cause(programme, by=amina(), factor=POVERTY)

    assert seed_cause(programme, by=dalia(), factor=POVERTY) == first
    code = seed_cause(programme, by=amina(), code="social_norms")
    assert seed_cause(programme, by=dalia(), code="social_norms") == code
    assert len(plan_of(programme).causes) == 2
    for person in (bento, chipo):
        with pytest.raises(PermissionDenied):
            seed_cause(programme, by=person(), code="other")


def mark(programme: Programme, by: User) -> None:
    values = {"factor": POVERTY, "present": "yes" if by == amina() else "no"}
    add_row(programme, by=by, kind="factors", values=values)


def plant(programme: Programme, by: User) -> None:
    seed_cause(programme, by=by, factor=POVERTY)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("act", "told"), [(mark, 1), (plant, 0)])
def test_in_the_very_same_moment_one_row_is_stored(
    act: Callable[[Programme, User], None], told: int
) -> None:
    programme, people, gate = started(), (amina(), dalia()), Barrier(2 if AT_ONCE else 1)
    refused: list[User] = []

    def run(person: User) -> None:
        gate.wait()
        try:
            act(programme, person)
        except ConflictError:
            refused.append(person)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(person,)) for person in people]
    for one in threads:
        one.start()
        if not AT_ONCE:
            one.join()
    for one in threads:
        one.join()

    plan = plan_of(programme)
    assert len(plan.factors) + len(plan.causes) == 1
    assert len(refused) == told
