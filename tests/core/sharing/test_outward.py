"""Feeds, linked data, pictures, catalogues, tables: what other programs read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from quyen.core.sharing import (
    Catalogue,
    Channel,
    Column,
    Credit,
    DataSet,
    File,
    Form,
    Packed,
    Said,
    block,
    csv_lines,
    data_package,
    dcat,
    digest,
    json_feed,
    linked,
    manifest,
)
from tests.core.sharing.things import DAY, FULL, HOST

IIIF = jsonschema_rs.validator_for(json.loads((Path(__file__).parent / "schemas/iiif3.json").read_text()))


def test_pictures_are_a_manifest_that_the_schema_accepts() -> None:
    made = manifest(FULL, f"{HOST}/iiif/12/manifest.json")
    IIIF.validate(made)
    assert made is not None and len(made["items"]) == 1  # the film is no picture
    assert made["rights"] == "http://creativecommons.org/licenses/by/4.0/"
    assert "Lò Văn Pâng" in made["requiredStatement"]["value"]["none"][0]
    assert made["items"][0]["label"] == {"vi": ["Ba em nhỏ đọc sách dưới gốc cây."]}
    IIIF.validate(manifest(replace(FULL, licence="", descriptions=(), issuer=None, credits=()), f"{HOST}/m"))
    assert manifest(replace(FULL, parts=FULL.parts[1:]), f"{HOST}/m") is None


@pytest.mark.parametrize(
    ("form", "kind", "needed"),
    [
        (
            Form.VIDEO,
            "VideoObject",
            {"name", "thumbnailUrl", "uploadDate", "contentUrl", "description", "duration"},
        ),
        (Form.SOUND, "AudioObject", {"name", "contentUrl", "encodingFormat"}),
        (Form.PICTURE, "ImageObject", {"contentUrl", "license", "creditText"}),
        (Form.BOOK, "Book", {"name", "author", "inLanguage", "publisher"}),
        (Form.TEXT, "Article", {"headline", "author", "datePublished", "dateModified"}),
        (Form.PICTURES, "Collection", {"name", "encoding", "translationOfWork", "translator"}),
    ],
)
def test_search_engines_find_what_they_need(form: Form, kind: str, needed: set[str]) -> None:
    node = linked(replace(FULL, form=form))
    assert node["@type"] == kind and node["@context"] == "https://schema.org"
    assert needed <= set(node)
    assert node["about"][0]["name"] == "Điều 13 CRC"


def test_linked_data_cannot_leave_its_element() -> None:
    text = block(linked(replace(FULL, titles=(Said("</script><script>alert(1)</script>&\u2028"),))))
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text)["name"] == "</script><script>alert(1)</script>&\u2028"


def test_json_feed_has_what_its_version_asks_for() -> None:
    head = Channel("Thư viện", "Sản phẩm mới", f"{HOST}/thu-vien/", f"{HOST}/thu-vien/feed.json", "vi")
    feed = json_feed(head, [FULL, replace(FULL, descriptions=(), published_at=None, credits=(), parts=())])
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"] and feed["feed_url"]
    first, second = feed["items"]
    assert first["id"] and first["content_text"] and second["content_text"]
    assert [one["name"] for one in first["authors"]][:2] == [FULL.issuer.name, "Lò Văn Pâng"]  # type: ignore[union-attr]
    assert first["attachments"][0]["mime_type"] == "video/mp4" and "authors" in second


def test_a_digest_moves_with_any_word_and_not_with_time() -> None:
    assert digest(FULL) == digest(replace(FULL, changed_at=DAY.replace(year=2027)))
    assert digest(FULL) != digest(replace(FULL, credits=(Credit("Ai khác", "author"),)))


COLUMNS = (
    Column("ten", "Tên"),
    Column("so", "Số", "number"),
    Column("ngay", "Ngày", "date"),
    Column("m", "M", "list"),
)


def test_tables_come_whole_and_no_spreadsheet_runs_them() -> None:
    rows: list[list[Any]] = [
        ["=HYPERLINK(\"http://x\")", Decimal("-1.50"), date(2026, 11, 30), ("a", "b")],
        ["Lời, có “dấu”\nhai dòng", None, None, ()],
        ["@SUM(1)", 3, None, ("-1",)],
    ]  # fmt: skip
    text = "".join(csv_lines(COLUMNS, rows, excel=True))
    assert text.startswith("\ufeff") and "\r\n" in text
    read = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert read[0] == {"ten": '\'=HYPERLINK("http://x")', "so": "-1.5", "ngay": "2026-11-30", "m": "a; b"}
    assert read[1]["ten"] == "Lời, có “dấu”\nhai dòng" and read[1]["so"] == ""
    assert read[2]["ten"] == "'@SUM(1)" and read[2]["m"] == "'-1"


def test_catalogues_name_licence_source_and_hash() -> None:
    one = DataSet(
        "san-pham", (Said("Sản phẩm"),), (Said("Mọi sản phẩm đã phát hành."),), COLUMNS, f"{HOST}/du-lieu-mo/san-pham/",
        "Thư viện của chương trình", "https://creativecommons.org/licenses/by/4.0/", DAY, ("quyền con người",),
        (File(f"{HOST}/x.csv", "text/csv", "CSV", 12, "ab" * 32),),
    )  # fmt: skip
    whole = Catalogue("Dữ liệu mở", "Số liệu của chương trình", f"{HOST}/du-lieu-mo/", "Quyền", "vi", (one,))
    found = dcat(whole)["dcat:dataset"][0]
    assert found["dct:license"] and found["dct:source"] and found["dct:modified"]["@value"].endswith("Z")
    assert found["dcat:distribution"][0]["spdx:checksum"]["spdx:checksumValue"] == "ab" * 32
    package = data_package(whole, [Packed(one, "san-pham.csv", 12, "ab" * 32, 1)], DAY)
    [resource] = package["resources"]
    assert resource["hash"] == "sha256:" + "ab" * 32 and package["licenses"]
    assert [field["type"] for field in resource["schema"]["fields"]] == ["string", "number", "date", "string"]
