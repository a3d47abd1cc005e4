"""A plan stored and read again is the same plan, in a number of queries that does not grow."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Indicator, Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, passerelle

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("copies", [1, 3])
def test_a_stored_plan_is_read_again_without_loss(copies: int) -> None:
    plan = full_plan(copies)

    programme = store_plan(plan, by=amina(), organisation=passerelle())

    assert plan_of(Programme.objects.get(pk=programme.pk)) == plan


def test_the_same_plan_can_be_stored_twice_in_one_house() -> None:
    plan = full_plan()

    first, second = (store_plan(plan, by=amina(), organisation=passerelle()) for _ in range(2))

    assert plan_of(first) == plan_of(second)


def test_reading_a_plan_takes_as_many_queries_with_one_row_as_with_many() -> None:
    counts = []
    for copies in (1, 3):
        programme = store_plan(full_plan(copies), by=amina(), organisation=passerelle())
        with CaptureQueriesContext(connection) as queries:
            plan_of(Programme.objects.get(pk=programme.pk))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_database_refuses_an_indicator_of_nothing() -> None:
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())

    with pytest.raises(IntegrityError), transaction.atomic():
        Indicator.objects.create(programme=programme, key="lost", text="Of nothing")
