"""What every test can ask for, and what every run must keep."""

pytest_plugins = ["tests.browser", "tests.claims", "tests.gate"]
