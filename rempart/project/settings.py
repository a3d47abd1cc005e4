"""Settings, read from the environment, with safe defaults for a laptop."""

import os
from contextlib import suppress
from os import environ
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

PACKAGE = Path(__file__).resolve().parents[1]
HOUSE = PACKAGE.parent
CONTENT_FOLDERS = [HOUSE / "content"]  # what practitioners own; a later folder overlays an earlier
if "CONTENT_OVERLAY" in environ:
    CONTENT_FOLDERS.append(Path(environ["CONTENT_OVERLAY"]))
CONTENT_WORDS = [  # of later rooms, for the translators' tool
    "rempart.communities.catalogue.words",
    "rempart.programmes.catalogue.words",
]
STATE = Path(environ.get("REMPART_STATE", HOUSE / ".rempart"))  # what a laptop keeps


LAPTOP = environ.get("REMPART_LAPTOP") == "1"  # `make run` and the tests: plain http, own key


def needed(name: str, on_a_laptop: str = "") -> str:
    """Return what the environment says, or what the file that ``<name>_FILE`` names holds.

    Outside a laptop nothing stands in for what is missing: the start fails and says so.
    """
    file = environ.get(f"{name}_FILE")
    value = Path(file).read_text("utf-8").strip() if file else environ.get(name, "")
    if not (value or LAPTOP):
        message = f"{name} is not set: give it, or {name}_FILE with the path of a file holding it"
        raise ImproperlyConfigured(message)
    return value or on_a_laptop


def own_key() -> str:
    """Return the laptop's own key, drawn at its first start and kept beside its data."""
    key = STATE / "secret-key"
    if not key.exists():
        STATE.mkdir(parents=True, exist_ok=True)
        drawn = key.with_suffix(f".{os.getpid()}")
        drawn.touch(mode=0o600)
        drawn.write_text(token_urlsafe(64), "utf-8")
        with suppress(FileExistsError):  # of two first starts at once, one key stays
            key.hardlink_to(drawn)
        drawn.unlink()
    return key.read_text("utf-8")


SECRET_KEY = needed("SECRET_KEY") or own_key()
DEBUG = LAPTOP and environ.get("DEBUG") == "1"
ALLOWED_HOSTS = needed("ALLOWED_HOSTS", "localhost 127.0.0.1 testserver").split()
CSRF_TRUSTED_ORIGINS = environ.get("TRUSTED_ORIGINS", "").split()
ROOT_URLCONF = "rempart.project.urls"
WSGI_APPLICATION = "rempart.project.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "template_partials",  # wraps the loaders below, so that they know "page.html#part"
    "rempart.look",  # before allauth: our sign-in pages take the place of its own
    "rempart.vault",
    "rempart.accounts",
    "rempart.guide",
    "rempart.communities",
    "rempart.programmes",
    "rempart.project",  # the front hall's commands
    "allauth",
    "allauth.account",
    "django.forms",  # after the look, whose widgets take the place of its own
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "rempart.accounts.sessions.keep_nothing",
    "rempart.accounts.sessions.end_after_a_day_of_work",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "rempart.look.htmx.redirect_the_page",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["template_partials.templatetags.partials"],  # as in Django 6
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rempart.look.reader.reader",
            ],
        },
    },
]
# SQLite knows no select_for_update: IMMEDIATE makes acts wait for each other instead of failing
SQLITE = f"sqlite:///{STATE}/rempart.sqlite3?transaction_mode=IMMEDIATE"
DATABASES = {
    "default": dj_database_url.parse(
        needed("DATABASE_URL", SQLITE), conn_max_age=0 if LAPTOP else 60, conn_health_checks=True
    )
}
SILENCED_SYSTEM_CHECKS = ["fields.W163"]  # SQLite keeps no column comments; PostgreSQL does
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},  # NIST SP 800-63B, for a password that stands alone
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "rempart.accounts.adapter.ClosedDoor"
ACCOUNT_FORMS = {
    "login": "rempart.accounts.forms.SignInForm",
    "change_password": "rempart.accounts.forms.PasswordForm",
}
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the window
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "30/15m/ip,10/15m/key"}
# what all processes count together: tries to sign in
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_remembered",
        "OPTIONS": {"MAX_ENTRIES": 50_000},  # no flood of names washes out what was counted
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
LOCALE_PATHS = [PACKAGE / "project" / "locale"]  # each room keeps its own words in <room>/locale
TIME_ZONE = environ.get("TIME_ZONE", "UTC")  # it decides which day an act falls on
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOUSE / ".static"
STATICFILES_FINDERS = ["rempart.look.finders.RoomsFinder", "rempart.look.finders.JoinedFinder"]
JOINED = STATE / "joined"  # one style sheet and one script, joined from the rooms' pieces
FORM_RENDERER = "rempart.look.fields.Renderer"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # named by their content, so that a browser keeps them for ever; compressed once
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

if environ.get("BEHIND_PROXY") == "1":  # one that sets this header itself, whatever a visitor sent
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the last address of X-Forwarded-For is the visitor's
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LAPTOP
SECURE_HSTS_SECONDS = 0 if LAPTOP else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LAPTOP
SECURE_REFERRER_POLICY = "same-origin"
if not LAPTOP:  # names that a browser takes over https alone, and from this very host
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = not LAPTOP
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_FAILURE_VIEW = "rempart.accounts.views.door.stale"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
EVERYONE, MEMBERS = "all", "members"  # for whom an entry is; a set of roles narrows it
NAVIGATION: "list[tuple[str, StrOrPromise, str | frozenset[str]]]" = [
    # at most five: name of the address, word, for whom; one with no address yet is left out
    ("home", _("Desk"), MEMBERS),
    ("guide:home", _("Guide"), EVERYONE),
    ("communities:places", _("Places"), MEMBERS),
    ("law:home", _("Law and policy"), MEMBERS),
    ("programmes:list", _("Programmes"), MEMBERS),
]
PANELS: dict[str, list[str]] = {
    "desk": ["programmes:mentions", "programmes:desk", "communities:desk"],
    "place": ["programmes:for-place"],
    "instrument": ["law:for-instrument"],
}  # page -> the later rooms' panels hung on it, in order
