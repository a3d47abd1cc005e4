"""`make screenshots`: take the pictures again. Names take only these: python -m tests.pictures guide."""

import sys
from importlib import import_module
from os import environ

import django

if __name__ == "__main__":
    environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    environ["DATABASE_URL"] = "sqlite://"  # filled with the demo, gone afterwards
    django.setup()
    import_module("tests.pictures.camera").main(sys.argv[1:])
