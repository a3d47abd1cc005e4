"""Where our sources lie when they lie beside the house. The product never needs them."""

from os import environ
from pathlib import Path

import pytest
from django.conf import settings

SHARED = Path(environ.get("REMPART_SHARED", settings.HOUSE.parent / "shared"))


def needs_shared(file: str) -> pytest.MarkDecorator:
    """Mark a test that reads this source, and is left out where it does not lie beside the house."""
    return pytest.mark.shared(file)
