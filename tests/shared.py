"""Where our sources lie when they lie beside the house. The product never needs them.

A test that reads one is marked ``@pytest.mark.shared("seed/inventory.yaml")``: it is left out where
the source is not there, also on a build machine.
"""

from os import environ
from pathlib import Path

from django.conf import settings

SHARED = Path(environ.get("REMPART_SHARED", settings.HOUSE.parent / "shared"))
