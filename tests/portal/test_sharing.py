"""What is public goes out in every form, and nothing else does; another Quyen takes it over real HTTP with the credits."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from types import SimpleNamespace

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import etree
from sickle import Sickle
from sickle.oaiexceptions import NoRecordsMatch

from quyen.library.actions import publish_product, retire_product, revise_product
from quyen.library.actions.fetching import Limits
from quyen.library.actions.gathering import gather, save_source
from quyen.library.models import Gathered, Product, Source
from quyen.library.queries.sources import thing_of
from quyen.portal.actions.packing import make_data_pack
from quyen.portal.actions.sharing import note_all, note_shared, wake_noting_all
from quyen.portal.actions.topic_packs import make_topic_pack
from quyen.portal.models import Pack, Shared
from quyen.portal.queries.addresses import product_path
from quyen.portal.queries.open_data import TABLES
from quyen.rights.models import Topic
from tests.core.sharing.test_oai import DUBLIN, OWN, PROTOCOL
from tests.core.sharing.test_outward import IIIF
from tests.factories import files
from tests.factories.library import make_product, make_published, make_ready, make_translation, place
from tests.factories.media import keep

SECRET = "Bản nháp không ai được thấy"


@pytest.fixture(autouse=True)
def drawn_here(monkeypatch):
    from contextlib import contextmanager

    from quyen.core.media import look
    from quyen.core.media.renditions import renditions

    @contextmanager
    def drawn(path, media_type, name, **limits):
        yield renditions(path, media_type, name)

    monkeypatch.setattr(
        "quyen.library.actions.files.look_apart", lambda path, name, **limits: look(path, name)
    )
    monkeypatch.setattr("quyen.library.actions.drawing.drawn_apart", drawn)


def make_world(unit, editor) -> SimpleNamespace:
    """A work with a picture, its translation, a draft, one that was taken back, and a draft that revises what is out."""
    topic, _made = Topic.objects.get_or_create(
        slug="tre-em", defaults={"name_vi": "trẻ em", "name_en": "children"}
    )
    Topic.objects.get_or_create(slug="nuoc", defaults={"name_vi": "nước", "name_en": "water"})
    work = make_product(unit, editor, kind="photo", credits=(("Vẽ", "Lò Văn Pâng"), ("Ảnh", "Báo Xưa")))
    work.topics.add(topic)
    picture = keep(editor, unit, files.picture("JPEG"), "tranh.jpg", drawn=True)
    place(work, picture, "picture", "Ba em nhỏ đọc sách.")
    publish_product(actor=None, product=make_ready(work))
    english = make_translation(work, "en", editor, credits=(("Dịch", "Nguyễn Thị Hoà"),))
    english.files.update(alternative_text="Three children reading.")
    publish_product(actor=None, product=make_ready(english))
    draft = make_product(unit, editor, title=SECRET)
    hidden = keep(editor, unit, files.picture("PNG"), "kin.png", drawn=True)
    place(draft, hidden, "picture", SECRET)
    gone = make_published(unit, editor, title="Sản phẩm sẽ rút")
    revision = revise_product(actor=editor, product=work)
    Product.objects.filter(pk=revision.pk).update(title=SECRET, summary=SECRET)
    note_all()
    return SimpleNamespace(work=work, english=english, draft=draft, gone=gone, hidden=hidden, topic=topic)


@pytest.fixture
def world(unit, editor) -> SimpleNamespace:
    return make_world(unit, editor)


@pytest.mark.django_db(transaction=True)
def test_another_quyen_takes_what_is_out_and_follows(live_server, settings, unit, other_unit, editor) -> None:
    """Real HTTP: sickle and feedparser read the first; the second keeps all with credits and withdraws what is retired."""
    settings.ADDRESS, settings.HARVEST_NETWORKS = live_server.url, ("127.0.0.0/8",)
    world = make_world(unit, editor)
    reader = Sickle(f"{live_server.url}/oai/")
    assert reader.Identify().deletedRecord == "persistent"
    titles = {record.metadata["title"][0] for record in reader.ListRecords(metadataPrefix="oai_dc")}
    assert titles == {world.work.title, world.english.title, world.gone.title}
    one = next(reader.ListRecords(metadataPrefix="oai_dc", set="language:en"))
    assert one.metadata["contributor"] == ["Nguyễn Thị Hoà"] and one.metadata["language"] == ["en"]
    with pytest.raises(NoRecordsMatch):
        reader.ListRecords(metadataPrefix="oai_dc", set="language:km")

    source = save_source(
        actor=None, unit=other_unit, source=Source(name="Bạn", address=f"{live_server.url}/oai/")
    )
    run = gather(source=source, limits=Limits(pause=0))
    assert (run.added, run.fault_count, run.error) == (3, 0, "")
    came = {row.title: thing_of(row) for row in Gathered.objects.all()}
    drawing = came[world.work.title]
    assert [(one.name, one.role, one.words) for one in drawing.credits] == [
        ("Lò Văn Pâng", "author", "Vẽ"), ("Báo Xưa", "photographer", "Ảnh"),
    ]  # fmt: skip
    assert drawing.issuer is not None and drawing.issuer.name == unit.name
    assert drawing.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert drawing.parts[0].alternative == "Ba em nhỏ đọc sách."
    assert came[world.english.title].relations[0].identifier == drawing.identifier

    retire_product(actor=None, product=world.gone, reason="Số liệu đã cũ")
    note_shared([world.gone.pk])
    source.refresh_from_db()
    run = gather(source=source, limits=Limits(pause=0))
    assert run.withdrawn == 1 and not run.is_whole
    assert [row.title for row in Gathered.objects.exclude(withdrawn_at=None)] == [world.gone.title]

    for kind, version in (("rss.xml", "rss20"), ("atom.xml", "atom10")):
        feed = feedparser.parse(f"{live_server.url}/thu-vien/{kind}")
        assert feed.version == version and not feed.bozo, feed.get("bozo_exception")
        assert {entry.title for entry in feed.entries} == {world.work.title, world.english.title}
        assert all(
            entry.id.startswith("oai:") and entry.link.startswith(live_server.url) for entry in feed.entries
        )
    assert "Báo Xưa" in {one.name for entry in feed.entries for one in entry.contributors}


def test_every_answer_is_valid_and_nothing_private_is_in_any(world, client) -> None:
    """Each door is asked for everything it has; the words and the files of drafts, revisions and the retired are nowhere."""
    retire_product(actor=None, product=world.gone, reason="Số liệu đã cũ")
    make_data_pack()
    make_topic_pack(world.topic, "vi")
    doors = [
        *(f"/oai/?verb={verb}" for verb in ("Identify", "ListSets", "ListMetadataFormats")),
        *(f"/oai/?verb={verb}&metadataPrefix={prefix}" for verb in ("ListRecords", "ListIdentifiers") for prefix in ("oai_dc", "quyen")),
        *(f"/oai/?verb=GetRecord&metadataPrefix=quyen&identifier=oai:localhost:product/{one.pk}" for one in vars(world).values() if isinstance(one, Product)),
        "/oai/thing.xsd", f"/iiif/{world.work.pk}/manifest.json", f"/iiif/{world.draft.pk}/manifest.json",
        *(f"/thu-vien/{kind}" for kind in ("rss.xml", "atom.xml", "feed.json")),
        *(f"/tin/{kind}" for kind in ("rss.xml", "atom.xml", "feed.json")),
        *(f"/du-lieu-mo/{slug}{end}" for slug in TABLES for end in (".csv", ".json")),
        *(f"/api/v1/open/{slug}" for slug in TABLES), "/api/v1/open",
        "/du-lieu-mo/catalog.jsonld", "/du-lieu-mo/datapackage.json", "/du-lieu-mo/tat-ca.zip",
        "/goi/tre-em/manifest.json", "/goi/tre-em/tai/",
    ]  # fmt: skip
    secrets = [SECRET, f"/tep/{world.hidden.pk}/", "Sản phẩm sẽ rút"]
    for address in doors:
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        texts = _unpacked(content) if content[:2] == b"PK" else [content.decode()]
        assert answer.status_code == (404 if f"/{world.draft.pk}/manifest" in address else 200), address
        assert answer.status_code == 404 or answer["Access-Control-Allow-Origin"] == "*", address
        assert not answer.cookies and "cookie" not in answer.get("Vary", "").lower(), address
        assert not [secret for secret in secrets for text in texts if secret in text], address
        if address.startswith("/oai/?"):
            root = etree.fromstring(content)
            PROTOCOL.assertValid(root)
            for name, schema in (("{*}thing", OWN), ("{*}dc", DUBLIN)):
                for one in root.iter(name):
                    schema.assertValid(etree.fromstring(etree.tostring(one)))
    gone = etree.fromstring(client.get("/oai/?verb=ListIdentifiers&metadataPrefix=quyen").content)
    assert [one.get("status") for one in gone.iter("{*}header")].count(
        "deleted"
    ) == 1  # before the register knows of it
    IIIF.validate(client.get(f"/iiif/{world.work.pk}/manifest.json").json())


def test_pages_tell_programs_what_they_are(world, client) -> None:
    """schema.org in the head of a product and of a data set; feeds of just what the library's page shows."""
    for address, kind, named in (
        (product_path(world.work.pk, world.work.title), "Collection", {"publisher", "creditText", "encoding", "license"}),
        ("/du-lieu-mo/so-lieu/", "Dataset", {"license", "distribution", "isBasedOn", "creator"}),
    ):  # fmt: skip
        page = client.get(address).content.decode()
        [told] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        node = json.loads(told)
        assert node["@type"] == kind and named <= set(node), address
    page = client.get("/thu-vien/?loai=photo").content.decode()
    assert (
        'href="/thu-vien/atom.xml?loai=photo"' in page
        and "/iiif/" in client.get(product_path(world.work.pk, world.work.title)).content.decode()
    )


def _unpacked(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        return [whole.read(name).decode(errors="replace") for name in whole.namelist()]


def test_the_register_moves_only_with_what_is_seen(world) -> None:
    before = dict(Shared.objects.values_list("number", "changed_at"))
    assert set(before) == {world.work.pk, world.english.pk, world.gone.pk}
    assert note_all() == 0 and note_shared([world.draft.pk]) == 0
    Product.objects.filter(pk=world.english.pk).update(title="A new title")
    assert note_shared([world.english.pk]) == 2  # the work names its translation by its address
    row = Shared.objects.get(number=world.english.pk)
    assert (
        row.changed_at > before[world.english.pk] and "kind" in row.shelves and "language:en" in row.shelves
    )


def test_a_start_has_everything_noted_that_nobody_told(world, client) -> None:
    """As the demo world, a restored copy or an upgrade may leave it: public rows that no action published."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    from quyen.portal.jobs.sharing import note_everything

    queued = ProcrastinateJob.objects.filter(task_name=note_everything.name, status="todo")
    wake_noting_all()
    assert not queued.exists()  # nothing was missed
    Shared.objects.all().delete()
    wake_noting_all()
    wake_noting_all()
    assert queued.count() == 1
    note_everything(**queued[0].args)
    assert Shared.objects.filter(is_gone=False).count() == 3
    assert b"noRecordsMatch" not in client.get("/oai/?verb=ListRecords&metadataPrefix=oai_dc").content


def test_lists_ask_as_much_for_three_as_for_one(unit, editor, client, django_assert_num_queries) -> None:
    found = []
    for number in (1, 3):
        while Product.objects.published().count() < number:
            make_published(unit, editor)
        note_all()
        for address in (
            "/oai/?verb=ListRecords&metadataPrefix=quyen",
            "/thu-vien/atom.xml",
            "/api/v1/open/san-pham",
        ):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            found.append(len(asked))
    assert found[:3] == found[3:] and max(found) <= 16, found


def test_a_figure_or_a_row_is_taken_with_its_source(world, client) -> None:
    """CSV for people and programs, JSON with licence and date, the REST door row by row, the whole as one package."""
    answer = client.get("/du-lieu-mo/san-pham.csv?excel=1")
    assert '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' in answer["Link"]
    assert re.search(r'filename="san-pham-\d{4}-\d\d-\d\d\.csv"', answer["Content-Disposition"])
    text = answer.content.decode()
    assert text.startswith("\ufeff") and "attachment" in answer["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert {row["title"] for row in rows} == {world.work.title, world.english.title, world.gone.title}
    assert rows[0]["credits"] == "Vẽ: Lò Văn Pâng; Ảnh: Báo Xưa" and rows[0]["licence"].startswith("https://")
    whole = client.get("/du-lieu-mo/san-pham.json").json()
    assert whole["licence"] and whole["source"] and whole["date"] and len(whole["items"]) == 3

    seen, address = [], "/api/v1/open/san-pham?limit=1"
    while address:
        page = client.get(address).json()
        seen += page["items"]
        address = page["next"]
    assert seen == whole["items"]
    assert client.get("/api/v1/open/nowhere").status_code == 404
    assert client.get("/api/v1/open/san-pham?after=x").status_code == 422
    assert "/open/{slug}" in json.dumps(client.get("/api/v1/openapi.json").json())

    first = make_data_pack()
    assert make_data_pack().pk == first.pk and first.manifest["resources"]
    Product.objects.filter(pk=world.work.pk).update(title="Tên khác")
    second = make_data_pack()
    assert second.pk != first.pk and second.fingerprint != first.fingerprint
    page = client.get("/du-lieu-mo/san-pham/")
    assert page.status_code == 200 and "Tên khác" in page.content.decode()


def test_a_topic_is_packed_once_for_the_same_content(world, client) -> None:
    pack = make_topic_pack(world.topic, "vi")
    assert pack is not None and make_topic_pack(world.topic, "vi").pk == pack.pk
    with zipfile.ZipFile(pack.content.open()) as whole:
        names = whole.namelist()
        page = whole.read(f"san-pham/{world.work.pk}.html").decode()
        told = json.loads(whole.read("manifest.json"))
    assert {"index.html", "pack.css", "kiem-tra.html", "SHA256SUMS"} <= set(names) and "<script" not in page
    assert 'alt="Ba em nhỏ đọc sách."' in page and "Lò Văn Pâng" in page
    assert any(name.startswith("tep/") and name in page.replace("../", "") for name in names)
    assert told["fingerprint"] == pack.fingerprint and told["check"].endswith(pack.fingerprint)
    held = reverse("portal:pack", args=["tre-em"]) + f"?dau={pack.fingerprint}"
    assert "còn mới" in client.get(held).content.decode()
    Product.objects.filter(pk=world.work.pk).update(summary="Tóm tắt khác.")
    newer = make_topic_pack(world.topic, "vi")
    assert newer.pk != pack.pk and "mới hơn" in client.get(held).content.decode()
    assert make_topic_pack(Topic.objects.exclude(pk=world.topic.pk).first(), "vi") is None
    assert Pack.objects.count() == 2
