"""What every test can ask for, and what every run must keep."""

from collections.abc import Iterator

import pytest
from django.utils import translation

pytest_plugins = ["tests.browser", "tests.claims", "tests.gate"]


@pytest.fixture(autouse=True)
def forget_the_language() -> Iterator[None]:
    """Leave no reader's language to the next test: a request turns it on and nobody turns it off."""
    yield
    translation.deactivate()
