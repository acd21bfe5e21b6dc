"""Kits of products in Vietnamese, Khmer and English."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import date

import docx
import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry
from quyen.core.media.voice import Voice
from quyen.library.actions.kits import make_kit
from quyen.library.enums import Channel
from quyen.library.models import Product
from quyen.library.queries.kits import kit_product, kits_page, post_of, spoken_of, told_of
from tests.factories import files
from tests.factories.media import keep, product

BODY = "## Ba bước\n- Gửi phiếu trước ngày 10/12/2026\n- UBND trả lời trong 10 ngày\n\nKhông phải nêu lý do. Hỏi BQLDA."
KHMER = "អ្នកមានសិទ្ធិសួរអាជ្ញាធររដ្ឋអំពីព័ត៌មាន។"
DAY = date(2026, 12, 10)


@pytest.fixture
def made(editor, unit, monkeypatch):
    monkeypatch.setattr("quyen.library.queries.kits.voice_for", lambda language: None)
    monkeypatch.setattr("quyen.library.actions.kits.voice_for", lambda language: None)
    more = {
        "credits": [{"role": "Biên soạn", "name": "Nguyễn A"}],
        "licence": "CC-BY-4.0",
        "body": BODY,
        "state": "publish",
    }
    picture = keep(editor, unit, files.picture("JPEG"), "hình.jpg", drawn=True)
    captions = keep(editor, unit, files.CAPTIONS.encode(), "phụ đề.vtt")
    vi = product(unit, picture, (captions, "captions"), **more)
    km = product(
        unit, language="km", title="សិទ្ធិទទួលបានព័ត៌មាន", **(more | {"summary": KHMER, "body": f"- {KHMER}"})
    )
    en = product(
        unit,
        language="en",
        title="The right to know",
        **(more | {"summary": "Anyone may ask in 10 days.", "body": ""}),
    )
    return {one.language: kit_product(editor, one.pk) for one in (vi, km, en)}


def opened(kit) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(kit.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_everything_of_a_vietnamese_product_with_its_prints(made, editor) -> None:
    kit = make_kit(actor=editor, product=made["vi"], channel=Channel.ALL, day=DAY)
    got = opened(kit)
    assert kit.name == "quyen-duoc-biet-vi-tat-ca.zip"
    assert set(got) >= {
        "web/trang.html", "web/anh-01.jpg", "bai-dang/bai-dang.txt", "bai-dang/anh-1200x630.jpg", "bai-dang/mo-ta-anh.txt",
        "truyen-thanh/ban-doc.docx", "ap-phich/ap-phich-a4.pdf", "ap-phich/ap-phich-a3.pdf", "ma-qr/ma-qr.svg",
        "phu-de/phu-de-vi.vtt", "phu-de/phu-de-vi.srt", "kiem-ke.json", "doc-truoc.txt",
    }  # fmt: skip
    manifest = json.loads(got["kiem-ke.json"])
    assert (manifest["licence"], manifest["unit"], manifest["credits"][0]["name"]) == (
        "CC-BY-4.0",
        made["vi"].unit.name,
        "Nguyễn A",
    )
    for one in manifest["files"]:
        assert hashlib.sha256(got[one["name"]]).hexdigest() == one["sha256"]
    assert {one["name"] for one in manifest["files"]} == set(got) - {"kiem-ke.json"}
    assert any("chưa cài giọng đọc" in note for note in kit.notes) and any(
        "BQLDA" in note for note in kit.notes
    )
    page = got["web/trang.html"].decode()
    assert (
        '<html lang="vi">' in page
        and 'alt="Một hình vẽ."' in page
        and "<script" not in page
        and "<h2>Ba bước</h2>" in page
    )
    one, again = (make_kit(actor=editor, product=made["vi"], channel=Channel.WEB, day=DAY) for _ in range(2))
    assert one.content == again.content
    _every_part_names(made["vi"].unit.name, got)
    assert AuditEntry.objects.filter(verb=Verb.EXPORT, subject="library.Product").count() == 3


def _every_part_names(unit: str, got: dict[str, bytes]) -> None:
    """Rights by design, rule 6."""
    script = "\n".join(
        one.text for one in docx.Document(io.BytesIO(got["truyen-thanh/ban-doc.docx"])).paragraphs
    )
    poster = " ".join(
        pypdfium2.PdfDocument(got["ap-phich/ap-phich-a4.pdf"])[0].get_textpage().get_text_bounded().split()
    )
    for said in (
        script,
        poster,
        got["web/trang.html"].decode(),
        got["bai-dang/bai-dang.txt"].decode(),
        got["doc-truoc.txt"].decode(),
    ):
        assert unit in said
    assert (
        "mùng mười tháng mười hai năm hai nghìn không trăm hai mươi sáu" in script
        and "Ủy ban nhân dân trả lời" in script
    )
    assert "khoảng" in script and "BQLDA" in script


def test_khmer_and_english_are_languages_of_their_own(made, editor) -> None:
    got = opened(make_kit(actor=editor, product=made["km"], channel=Channel.ALL, day=DAY))
    assert '<html lang="km">' in got["web/trang.html"].decode() and "phu-de/phu-de-km.vtt" not in got
    assert (
        b"NotoSansKhmer" in got["ap-phich/ap-phich-a4.pdf"]
        and "km-KH" in docx.Document(io.BytesIO(got["truyen-thanh/ban-doc.docx"])).element.xml
    )
    assert "/km/thu-vien/" in got["ma-qr/ma-qr.svg"].decode()
    posted = make_kit(actor=editor, product=made["en"], channel=Channel.POST, day=DAY)
    english = make_kit(actor=editor, product=made["en"], channel=Channel.RADIO, day=DAY)
    got = (
        opened(make_kit(actor=editor, product=made["en"], channel=Channel.QR))
        | opened(english)
        | opened(posted)
    )
    post = got["bai-dang/bai-dang.txt"].decode()
    assert "Issued by: " in post and "name the source" in post and "ghi nguồn" not in post
    assert f'<span lang="vi">{made["en"].unit.name}' in opened(make_kit(actor=editor, product=made["en"], channel=Channel.WEB))["web/trang.html"].decode()  # fmt: skip
    assert "/en/thu-vien/" in got["ma-qr/ma-qr.svg"].decode()
    assert "10 days" in got["truyen-thanh/ban-doc.txt"].decode() and any(
        "chỉ tiếng Việt" in note for note in english.notes
    )


def test_a_voice_reads_where_one_is_and_its_failure_is_said(
    made, editor, stranger, client_of, monkeypatch
) -> None:
    voice = Voice("giọng thử", ("/bin/sh", "-c", 'cat > "$0"'))
    monkeypatch.setattr("quyen.library.actions.kits.voice_for", lambda language: voice)
    kit = make_kit(actor=editor, product=made["vi"], channel=Channel.RADIO)
    assert "phần trăm" not in kit.notes and opened(kit)["truyen-thanh/nghe-thu.wav"]
    place = reverse("library:kit-heard", args=[made["vi"].pk])
    answer = client_of(editor).get(place)
    assert (
        answer.content == opened(kit)["truyen-thanh/nghe-thu.wav"]
        and answer["Cache-Control"] == "private, no-store"
    )
    assert client_of(stranger).get(place).status_code == 200  # it is out
    Product.objects.filter(pk=made["vi"].pk).update(state="draft")
    assert client_of(stranger).get(place).status_code == 404
    Product.objects.filter(pk=made["vi"].pk).update(state="publish")
    monkeypatch.setattr(
        "quyen.library.actions.kits.voice_for", lambda language: Voice("hỏng", ("/bin/false",))
    )
    kit = make_kit(actor=editor, product=made["vi"], channel=Channel.RADIO)
    assert client_of(editor).get(place).content == b""
    assert "truyen-thanh/nghe-thu.wav" not in opened(kit) and any("hỏng" in note for note in kit.notes)


def test_a_post_keeps_its_unit_and_its_length(made) -> None:
    told = told_of(made["vi"])
    whole, short = post_of(told), post_of(told, 270)
    assert "• Gửi phiếu" in whole and told.address in whole
    assert len(short) <= 270 and told.unit in short and "Không phải nêu lý do" not in short
    assert spoken_of(made["vi"]).minutes.startswith("khoảng ")


def test_what_is_not_out_says_so_everywhere_and_is_its_own_units(
    made, editor, stranger, unit, client_of
) -> None:
    draft = product(unit, body=BODY, title="Nháp")
    hidden = kit_product(editor, draft.pk)
    kit = make_kit(actor=editor, product=hidden, channel=Channel.WEB, day=DAY)
    got = opened(kit) | opened(make_kit(actor=editor, product=hidden, channel=Channel.POST, day=DAY))
    assert kit.name.startswith("chua-phat-hanh-") and "chưa phát hành" in kit.notes[-1]
    for name in ("web/trang.html", "bai-dang/bai-dang.txt"):
        assert "BẢN CHƯA PHÁT HÀNH" in got[name].decode()
    assert kit_product(stranger, draft.pk) is None
    with pytest.raises(PermissionDenied):
        make_kit(actor=stranger, product=draft, channel=Channel.QR)
    client = client_of(stranger)
    assert client.get(f"/san-pham/{draft.pk}/bo-kenh/").status_code == 404
    response = client.get(f"/san-pham/{made['vi'].pk}/bo-kenh/ma-qr/")
    assert (response["Content-Type"], response["Cache-Control"]) == ("application/zip", "private, no-store")
    assert client.get(f"/san-pham/{made['vi'].pk}/bo-kenh/khac/").status_code == 404
    page = client.get(f"/san-pham/{made['vi'].pk}/bo-kenh/").content.decode()
    assert "chưa cài giọng đọc" in page and "Tải tất cả trong một tệp" in page


def test_a_page_of_kits_asks_five_questions(made, editor, django_assert_num_queries) -> None:
    with django_assert_num_queries(5):
        kits_page(editor, made["vi"].pk)
