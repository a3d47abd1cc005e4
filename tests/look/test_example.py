"""The example programme's pages, with its long sentences, fit a phone and a desk."""

import pytest
from django.conf import settings
from playwright.sync_api import ViewportSize

from rempart.programmes.actions import store_plan
from rempart.programmes.queries.known import known
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.exchange import read_plan
from tests.browser import Visit, too_wide
from tests.cast import amina, passerelle

WINDOWS: tuple[ViewportSize, ...] = ({"width": 390, "height": 844}, {"width": 1280, "height": 900})


@pytest.mark.django_db(transaction=True)
def test_no_step_of_the_example_is_wider_than_its_window(visit: Visit) -> None:
    file = settings.CONTENT_FOLDERS[0] / "programmes" / "port-city.json"
    plan, faults = read_plan(file.read_bytes(), known())
    assert plan, faults
    programme = store_plan(plan, by=amina(), organisation=passerelle())
    wide = {}
    page = visit("/guide/", amina())
    home = page.url.removesuffix("guide/")
    for step in Step:
        page.goto(f"{home}programmes/{programme.pk}/{step.value}/")
        for window in WINDOWS:
            page.set_viewport_size(window)
            if over := too_wide(page):
                wide[step.value, window["width"]] = over
    assert wide == {}
