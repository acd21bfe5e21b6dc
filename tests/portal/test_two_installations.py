"""Two installations, each with a web process and a database of its own: the second harvests the first over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import override_settings

from tests.portal.test_sharing import SECRET, drawn_here, make_world  # noqa: F401  a fixture for every test
from tests.replica.experiment import Site


@dataclass
class Installation:
    """`here()`: what is done within is done in this one, as its own people and its worker would."""

    name: str
    folder: Path
    site: Site = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.site = Site(None, self.folder)
        self.address = f"http://127.0.0.1:{self.site.port}"
        self.site.more = {"QUYEN_ADDRESS": self.address}

    @contextmanager
    def here(self) -> Iterator[None]:
        usual = connection.settings_dict["NAME"]
        connection.close()
        connection.settings_dict["NAME"] = self.name
        ContentType.objects.clear_cache()
        own = {
            "MEDIA_ROOT": self.folder / "files",
            "ADDRESS": self.address,
            "HARVEST_NETWORKS": ("127.0.0.0/8",),
        }
        try:
            with override_settings(**own):
                yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = usual
            ContentType.objects.clear_cache()

    def start(self) -> None:
        where = connection.settings_dict
        self.site.start(f"postgresql://{where['USER']}@/{self.name}?host={quote(where['HOST'], safe='/')}")


@pytest.fixture
def two(django_db_setup, django_db_blocker, tmp_path) -> Iterator[tuple[Installation, Installation]]:
    from tests.tables import _said, _server, template

    with django_db_blocker.unblock():
        made = [Installation(f"two_{connection.settings_dict['NAME']}_{one}", tmp_path / one) for one in "ab"]
        tables = template()
        with _server() as server:
            for one in made:
                server.execute(_said("drop database if exists {} with (force)", one.name))
                server.execute(_said("create database {} template {}", one.name, tables))
        try:
            yield made[0], made[1]
        finally:
            for one in made:
                one.site.stop()
            with _server() as server:
                for one in made:
                    server.execute(_said("drop database if exists {} with (force)", one.name))


def test_the_second_installation_takes_what_the_first_gives_and_follows_it(two) -> None:
    """Credits come with it; what changed and what was taken back there is so here too; asked again, nothing doubles; its
    own public search finds it under the name of those who made it."""
    from quyen.library import actions
    from quyen.library.actions.fetching import Limits
    from quyen.library.actions.gathering import gather, save_source
    from quyen.library.models import Gathered, Source
    from quyen.library.queries.sources import thing_of
    from quyen.organisation.actions import open_unit
    from quyen.organisation.enums import Role
    from quyen.portal.actions.index import rebuild
    from quyen.portal.actions.sharing import note_shared
    from quyen.portal.models import Entry
    from tests.factories.library import make_facts, make_ready
    from tests.factories.work import member

    first, second = two
    with first.here():
        unit = open_unit(actor=None, name="Bộ Ở Nơi Thứ Nhất")
        editor = member(unit, Role.EDITOR, "Biên")
        world = make_world(unit, editor)
    with second.here():
        rebuild()
        source = save_source(
            actor=None, unit=open_unit(actor=None, name="Tỉnh Ở Nơi Thứ Hai"),
            source=Source(name="Quyền nơi thứ nhất", address=f"{first.address}/oai/"),
        )  # fmt: skip
    with ThreadPoolExecutor(2) as both:
        list(both.map(Installation.start, two))

    def taken(whole: bool = False) -> tuple[int, int, int]:
        with second.here():
            source.refresh_from_db()
            run = gather(source=source, whole=whole, limits=Limits(pause=0))
            assert (run.error, run.fault_count) == ("", 0)
            return run.added, run.changed, run.withdrawn

    def found(words: str) -> str:
        return second.site.get(f"/tim/?q={quote(words)}&lan={{n}}").words

    assert taken() == (3, 0, 0)
    with second.here():
        rows = {row.title: row for row in Gathered.objects.all()}
        work = rows[world.work.title]
        thing = thing_of(work)
    assert [(one.words, one.name) for one in thing.credits] == [("Vẽ", "Lò Văn Pâng"), ("Ảnh", "Báo Xưa")]
    page = second.site.get(f"/thu-vien/tu-noi-khac/{work.pk}/")
    assert page.status == 200 and all(
        words in page.words
        for words in ("Lò Văn Pâng", "Báo Xưa", "Bộ Ở Nơi Thứ Nhất", "Quyền nơi thứ nhất", thing.address)
    )
    assert thing.parts[0].alternative == "Ba em nhỏ đọc sách."
    for address in (thing.address, thing.parts[0].address):  # as the first gave them: they open there
        assert address.startswith(first.address) and first.site.get(urlsplit(address).path).status == 200, (
            address
        )
    told = found("lo van pang")
    assert f'href="/thu-vien/tu-noi-khac/{work.pk}/' in told
    assert "từ Quyền nơi thứ nhất · Lò Văn Pâng, Báo Xưa" in told and "Sản phẩm của nơi khác" in told
    assert f"tu-noi-khac/{rows[world.gone.title].pk}/" in found("sản phẩm sẽ rút")
    assert (
        "tu-noi-khac" not in found(SECRET) and SECRET not in second.site.get("/thu-vien/tu-noi-khac/").words
    )

    with first.here():
        actions.retire_product(actor=None, product=world.gone, reason="Số liệu đã cũ")
        draft = actions.revise_product(actor=editor, product=world.english)
        facts = make_facts(kind="photo", title="Every child may read", credits=(("Dịch", "Nguyễn Thị Hoà"), ("Hiệu đính", "Trần Bình")))  # fmt: skip
        draft = actions.write_product(actor=editor, product=draft, revision=None, facts=facts)
        actions.publish_product(actor=None, product=make_ready(draft))
        note_shared([world.gone.pk, world.english.pk])
    # the work names its translation by its address, in which the title stands: it has changed with it
    assert taken() == (0, 2, 1)
    assert second.site.get(f"/thu-vien/tu-noi-khac/{rows[world.gone.title].pk}/").status == 404
    assert f"tu-noi-khac/{rows[world.gone.title].pk}/" not in found("sản phẩm sẽ rút")
    assert "Nguyễn Thị Hoà, Trần Bình" in found("every child may read")

    assert taken() == taken(whole=True) == (0, 0, 0)
    with second.here():
        assert Gathered.objects.count() == 3 and Gathered.objects.shown().count() == 2
        assert Entry.objects.filter(kind="elsewhere").count() == 2
        assert rebuild() == Entry.objects.count() and Entry.objects.filter(kind="elsewhere").count() == 2
