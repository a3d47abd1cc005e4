"""The product's settings as the tests run them: a laptop, and passwords hashed cheaply."""

from os import environ

environ.setdefault("REMPART_LAPTOP", "1")

from rempart.project.settings import *  # noqa: F403 -- the environment comes first
from rempart.project.settings import STATIC_ROOT

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # an argon2 hash takes 0.3 s
STATIC_ROOT.mkdir(exist_ok=True)
