"""The product's settings as the tests run them: a laptop, and passwords hashed cheaply."""

from os import environ

environ.setdefault("REMPART_LAPTOP", "1")
environ.setdefault("SECRET_KEY", "the tests keep no secret")

from rempart.project.settings import *  # noqa: F403 -- the environment comes first
from rempart.project.settings import STATE, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # an argon2 hash takes 0.3 s
STORAGES = STORAGES | {  # the tests collect no static files
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
STATIC_ROOT = (
    STATE / "tests-static"
)  # an empty one: `make run`, tried beside them, fills the house's
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
