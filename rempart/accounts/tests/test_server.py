"""What holds on a server and not on a laptop."""

from tests.house.test_settings import PRODUCTION, start


def test_on_a_server_cookies_are_bound_to_its_name_and_to_https() -> None:
    names = (
        "SESSION_COOKIE_NAME",
        "CSRF_COOKIE_NAME",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
    )
    ask = f"from django.conf import settings as s; print(*(getattr(s, n) for n in {names}))"
    said = start("shell", "-v", "0", "-c", ask, **PRODUCTION)
    assert said.stdout.split() == ["__Host-session", "__Host-csrf", "True", "True"]
