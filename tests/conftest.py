"""Fixtures for every test. Nothing here imports Django at the top: the core's tests run without it."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings as property_settings

HOUSE = Path(__file__).resolve().parent.parent
SHARED = HOUSE.parent / "shared"
CORE_ONLY = os.environ.get("QUYEN_WITHOUT_DJANGO") == "1"

if not os.environ.get("QUYEN_DATA"):
    # tests keep their own database and files, beside nobody's real ones
    os.environ["QUYEN_DATA"] = str(Path(tempfile.gettempdir()) / f"quyen-tests-{os.getuid()}")
os.environ.setdefault("QUYEN_DEBUG", "0")

gc.set_threshold(50_000, 20, 100)  # looking for rubbish every 700 objects took a tenth of the time

# The suite says the same of the same code each time; fresh examples: pytest --hypothesis-profile=fresh
property_settings.register_profile("suite", derandomize=True, deadline=None)
property_settings.register_profile("fresh", deadline=None)
property_settings.load_profile("suite")


class _NoDjango:
    """Refuses Django, so that a core test which reaches for it fails."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.partition(".")[0] in {"django", "psycopg", "procrastinate", "allauth"}:
            raise ModuleNotFoundError(f"{name}: the core's tests run without it", name=name)


if CORE_ONLY:
    sys.meta_path.insert(0, _NoDjango())  # type: ignore[arg-type]


REST_ONLY = os.environ.get("QUYEN_REST") == "1"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """QUYEN_REST=1: a file of the core that names no slow test has nothing left to run, and is not even opened."""
    of_core = "/tests/core/" in collection_path.as_posix() and collection_path.suffix == ".py"
    if REST_ONLY and of_core and collection_path.name.startswith("test_"):
        return None if "slow" in collection_path.read_text(encoding="utf-8") else True
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """QUYEN_REST=1: what bin/test runs beside it (the quick tests of the core) is left out."""
    if REST_ONLY:
        done = [i for i in items if "tests/core/" in i.path.as_posix() and not i.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=done)
        gone = set(done)
        # the longest files first, or one core waits for one of them at the end
        items[:] = sorted((item for item in items if item not in gone), key=_place)


def pytest_collection_finish() -> None:
    """What was imported stays: put among the old objects, it is not looked through for rubbish again.

    Not left frozen: whoever asks how many objects are (each reading does) has them counted, one by one.
    """
    gc.collect()
    gc.freeze()
    gc.unfreeze()


LONGEST = (
    "tests/recovery/",
    "tests/matrix/",
    "tests/config/test_backup",
    "tests/browser/",
    "tests/config/",
    "",
)


def _place(item: pytest.Item) -> int:
    path = item.path.as_posix()
    return next(place for place, part in enumerate(LONGEST) if part in path)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project; a test that needs it is skipped where it is absent."""
    if not (SHARED / "reading").is_dir():
        pytest.skip("../shared không có ở đây: kiểm thử trên văn bản thật được bỏ qua")
    return SHARED


# nothing need outlive a power cut; and in tables of a few rows it is not worth a third of the server's time to think of
# the best order of joins, each time anew
HASTE = (
    "synchronous_commit=off",
    "from_collapse_limit=1",
    "join_collapse_limit=1",
    "plan_cache_mode=force_generic_plan",
)


if not CORE_ONLY:

    @pytest.fixture(scope="session")
    def django_db_modify_db_settings(
        django_db_modify_db_settings_parallel_suffix: None, django_db_blocker
    ) -> None:
        """In haste; tables are copied, not made again."""
        from django.conf import settings

        from tests.tables import template

        settings.DATABASES["default"]["OPTIONS"]["options"] += "".join(f" -c {one}" for one in HASTE)
        with django_db_blocker.unblock():
            settings.DATABASES["default"]["TEST"]["TEMPLATE"] = template()

    @pytest.fixture
    def as_in_use(db):
        """`as_in_use()`, once many rows are there: they are known to the server, which thinks of its plans again. In haste a
        thousand rows without statistics may take a minute."""
        from django.db import connection

        def known() -> None:
            with connection.cursor() as cursor:
                cursor.execute(
                    "select set_config(name, boot_val, true) from pg_settings where name = any(%s)",
                    [[one.partition("=")[0] for one in HASTE]],
                )
                cursor.execute("analyze")

        return known

    @pytest.fixture(scope="session", autouse=True)
    def _only_used_tables_are_emptied() -> None:
        """Django's flush truncates every table after each test that commits: a quarter of a second of work."""
        from django.test import TransactionTestCase

        TransactionTestCase._fixture_teardown = lambda _case: _empty_used_tables()

    def _empty_used_tables() -> None:
        """All rows but those of the migrations; append-only tables and foreign keys are not asked."""
        from django.db import connection, transaction

        kept = "'django_migrations', 'django_content_type', 'auth_permission', 'procrastinate_version'"
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "select string_agg(format('select %L where exists (select from %I)', tablename, tablename), "
                f"' union all ') from pg_tables where schemaname = 'public' and tablename not in ({kept})"
            )
            cursor.execute(cursor.fetchone()[0])
            used = [name for (name,) in cursor.fetchall()]
            cursor.execute("set local session_replication_role = replica")
            cursor.execute(";".join(f'delete from "{name}"' for name in used) or "select 1")

    def _of_tests(files: Path):
        """Received files go to a folder of the test's own; static files need no manifest; a word is hashed fast."""
        from django.test import override_settings

        return override_settings(
            MEDIA_ROOT=files,
            STRICT_KEEPING=True,
            VISITS_EVERY=0,
            EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
            STORAGES={
                "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
                "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
            },
            PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        )

    @pytest.fixture(autouse=True)
    def _files_of_tests(tmp_path: Path, request: pytest.FixtureRequest):
        if "once" in request.fixturenames:
            shutil.copytree(request.getfixturevalue("once").files, tmp_path / "files")
        with _of_tests(tmp_path / "files"):
            yield

    @pytest.fixture(scope="module")
    def once(django_db_setup, django_db_blocker, tmp_path_factory):
        """`once(make)`: what it makes is there for every test of a file, and gone with it.

        Each test takes back its own changes in the database; give it `deepcopy` of what was made, or it finds objects
        that another has changed.
        """
        from django.db import connection, transaction

        files = tmp_path_factory.mktemp("once")

        def make(maker: Callable[[], object]) -> object:
            with _of_tests(files):
                made = maker()
            connection.check_constraints()  # here, or each test asks again for all that was made
            return made

        make.files = files
        with django_db_blocker.unblock(), transaction.atomic():
            yield make
            transaction.set_rollback(True)

    @pytest.fixture
    def unit(db):
        from quyen.organisation.actions import open_unit
        from quyen.organisation.enums import UnitKind

        return open_unit(
            actor=None, name="Sở Văn hóa tỉnh Thử Nghiệm", kind=UnitKind.DEPARTMENT, province="Thử Nghiệm"
        )

    @pytest.fixture
    def other_unit(db):
        from quyen.organisation.actions import open_unit
        from quyen.organisation.enums import UnitKind

        return open_unit(
            actor=None, name="Sở Văn hóa tỉnh Đối Chứng", kind=UnitKind.DEPARTMENT, province="Đối Chứng"
        )

    def _person(unit, role: int, email: str, name: str):
        from quyen.accounts.models import User
        from quyen.organisation.models import Membership

        user = User.objects.create_user(email, "mat-khau-thu-123", full_name=name)
        Membership.objects.create(user=user, unit=unit, role=role)
        return user

    @pytest.fixture
    def owner(unit):
        """Coordinator of the unit."""
        return _person(unit, 30, "chu@thu.example", "Lê Thị Chủ")

    @pytest.fixture
    def editor(unit):
        return _person(unit, 20, "bientap@thu.example", "Trần Biên Tập")

    @pytest.fixture
    def colleague(unit):
        """Viewer in the same unit."""
        return _person(unit, 10, "dong@thu.example", "Phạm Đồng Nghiệp")

    @pytest.fixture
    def administrator(unit):
        return _person(unit, 40, "quantri@thu.example", "Ngô Quản Trị")

    @pytest.fixture
    def stranger(other_unit):
        """Coordinator of another unit."""
        return _person(other_unit, 30, "la@thu.example", "Đỗ Người Lạ")

    @pytest.fixture
    def client_of(db):
        """`client_of(user)` is a signed-in test client; `client_of(None)` nobody's."""
        from django.conf import settings
        from django.test import Client

        def make(user=None) -> Client:
            client = Client()
            if user is not None:
                client.cookies[settings.SESSION_COOKIE_NAME] = _session_of(user)
            return client

        return make

    def _session_of(user) -> str:
        """What signing in leaves behind. Signing in itself, with all that listens to it, takes ten times as long; it is
        looked at in tests/accounts."""
        from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
        from django.contrib.sessions.backends.db import SessionStore

        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        return session.session_key
