"""Settings with working defaults. What differs by installation comes from the environment:

QUYEN_DATA         folder of database and files      QUYEN_SECRET_KEY  key of sessions and links
DATABASE_URL       another PostgreSQL 15+            QUYEN_HOSTS       names the site answers to, comma-parted
QUYEN_DEBUG        1 for development                 QUYEN_HTTPS       1 behind TLS: secure cookies and HSTS
QUYEN_MAIL_URL     smtp://user:password@host:port    QUYEN_MAIL_FROM   the sender's address
QUYEN_VIDEO_MEGABYTES  largest video of the library (2048)
QUYEN_HARVEST_NETWORKS  inner networks that products may be taken from
QUYEN_ADDRESS      https://... as written in letters QUYEN_READ_SECONDS, QUYEN_READ_MEGABYTES  limits of a reading
DATABASE_REPLICA_URL  a streaming replica of it, from which public pages are read
"""

import os
import re
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from quyen.config import database

HOUSE = Path(__file__).resolve().parent.parent
DATA = database.data_dir()


def flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value not in {"0", "1", "true", "false", "yes", "no", ""}:
        raise ValueError(f"{name}={value!r}: chỉ nhận 0 hoặc 1")
    return value in {"1", "true", "yes"}


def secret_key() -> str:
    """From the environment, else made once and kept with the data, readable by its owner only."""
    if key := os.environ.get("QUYEN_SECRET_KEY"):
        return key
    path = DATA / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


def version() -> str:
    """The newest version named in the change log: the one place where it is written."""
    text = (HOUSE.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## (\d+\.\d+\.\d+)", text, re.M)
    if not found:
        raise ValueError("CHANGELOG.md: không có dòng '## x.y.z'")
    return found[1]


VERSION = version()
DEBUG = flag("QUYEN_DEBUG")
HTTPS = flag("QUYEN_HTTPS")
VISITS_EVERY = 10.0  # seconds between two writings of counts of visits
STRICT_KEEPING = DEBUG  # whether a public answer that turns out personal is an error, or is only made private
SECRET_KEY = secret_key()
ALLOWED_HOSTS = os.environ.get("QUYEN_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{h}" for h in ALLOWED_HOSTS if HTTPS and h != "*"]

INSTALLED_APPS = [
    "quyen.shared",
    "quyen.accounts",
    "quyen.organisation",
    "quyen.sources",
    "quyen.rights",
    "quyen.indicators",
    "quyen.plans",
    "quyen.library",
    "quyen.budget",
    "quyen.reports",
    "quyen.portal",
    "wagtail.contrib.redirects",  # of Wagtail only what the pages need: no pictures, documents, snippets or forms of its own
    "wagtail.contrib.simple_translation",
    "wagtail.users",
    "wagtail.admin",
    "wagtail",
    "modelsearch",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "quyen.config.replica.ReadsElsewhere",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "quyen.config.language.ChosenLanguage",
    "quyen.config.keeping.NothingPersonal",
    "quyen.config.visits.VisitsCounted",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "quyen.config.once.RolesOnce",
    "quyen.config.editing.EditingDoor",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "quyen.config.urls"
WSGI_APPLICATION = "quyen.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "quyen.config.frame.frame",
                "quyen.config.public.public",
            ],
        },
    }
]

DATABASES = {"default": database.settings()}
if replica_url := os.environ.get("DATABASE_REPLICA_URL"):
    DATABASES["replica"] = database.replica_settings(replica_url)
CACHES = {
    # shared by all processes: the throttles of sign-in and of keys count across them
    "default": {
        "BACKEND": "quyen.config.cache.TableCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},  # more than a country's keys: none is counted out by the others
    }
}

# --- people -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "quyen.config.editing.RolesOpenPages",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by an administrator, never by sign-up
ACCOUNT_ADAPTER = "quyen.config.adapter.ClosedAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_TOTP_ISSUER = "Quyền"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- language and time ----------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh")), ("km", _("Tiếng Khmer"))]
DESK_LANGUAGES = ("vi", "en")  # officers choose between these; the third is the public site's only
LOCALE_PATHS = [HOUSE / "portal" / "locale", HOUSE / "shared" / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- files ----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_HANDLERS = [
    "quyen.config.uploads.WithinLimits",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a plan of a thousand tasks decided in one go
UPLOAD_LIMIT_BYTES = 100 * 1024 * 1024
_MIB = 1 << 20
LIBRARY_LIMITS = {  # bytes of one file of the library, by its kind
    "picture": 40 * _MIB, "drawing": 10 * _MIB, "sound": 300 * _MIB, "paper": 200 * _MIB, "captions": 5 * _MIB,
    "text": 20 * _MIB, "video": int(os.environ.get("QUYEN_VIDEO_MEGABYTES", "2048")) * _MIB,
}  # fmt: skip
LIBRARY_ARCHIVE_BYTES, LIBRARY_ARCHIVE_FILES = 1024 * _MIB, 200  # of one zip, unpacked
LIBRARY_LOOK_SECONDS, LIBRARY_LOOK_MEGABYTES = 60, 1500  # of looking at one file, or drawing it
READ_SECONDS = int(os.environ.get("QUYEN_READ_SECONDS", "120"))
READ_MEGABYTES = int(os.environ.get("QUYEN_READ_MEGABYTES", "1500"))

# --- the public site's pages -------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Quyền"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt")]
WAGTAILADMIN_BASE_URL = os.environ.get("QUYEN_ADDRESS", "http://localhost:8000").rstrip("/")
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False  # nothing is asked of other servers
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_DATE_FORMAT, WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y", "%d/%m/%Y %H:%M"
FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = ["%Y-%m-%d", WAGTAIL_DATE_FORMAT]  # Django's own would read 5/12 as the twelfth of May
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", WAGTAIL_DATETIME_FORMAT]
WAGTAIL_WORKFLOW_ENABLED = False  # editors draft, coordinators publish: roles say it
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = (
    False
)
MODELSEARCH_BACKENDS = {
    "default": {"BACKEND": "quyen.config.page_search"}
}  # for the editors' lists of pages; the one search of the site is the portal's own
# --- what is taken from others ------------------------------------------------------------------------
HARVEST_NETWORKS = tuple(
    filter(None, os.environ.get("QUYEN_HARVEST_NETWORKS", "").split(","))
)  # "10.0.0.0/8"

PACK_LANGUAGES = ("vi", "en")  # in which topics are packed to be taken along

# --- background work ------------------------------------------------------------------------------
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# --- mail -----------------------------------------------------------------------------------------
ADDRESS = os.environ.get("QUYEN_ADDRESS", "http://localhost:8000").rstrip("/")  # letters lead people here
DEFAULT_FROM_EMAIL = os.environ.get("QUYEN_MAIL_FROM", "quyen@localhost")
if mail_url := os.environ.get("QUYEN_MAIL_URL"):
    _mail = urlsplit(mail_url)
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 587
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_USE_SSL = _mail.scheme == "smtps"
    EMAIL_USE_TLS = not EMAIL_USE_SSL and EMAIL_PORT == 587
    EMAIL_TIMEOUT = 30  # seconds; a server that says nothing must not hold the other letters
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "mail"
HAS_MAIL_SERVER = bool(mail_url)  # without one, who invites hands the link over themselves

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
