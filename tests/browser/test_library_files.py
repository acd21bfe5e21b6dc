"""An editor brings pictures, a film and captions into a product, is told what is refused, and takes a kit."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from quyen.library.actions.drawing import draw
from quyen.library.models import StoredFile
from tests.factories import files
from tests.factories.media import product

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pictures_captions_a_refusal_and_a_kit(page_as, editor, unit, axe, shots) -> None:
    clip = product(
        unit,
        kind="clip",
        title="Quyền được biết",
        body="- Hỏi cơ quan trước ngày 10/12/2026\n- Chờ 10 ngày",
        licence="CC-BY-4.0",
    )
    page = page_as(editor)
    page.goto(reverse("library:files", args=[clip.pk]))
    axe(page)
    chosen = page.get_by_label("Thả tệp vào đây, hoặc chọn từ máy")
    bad = files.archive(
        {
            "lễ ký.png": files.picture(size=(900, 600)),
            "giấu.gif": files.picture("GIF") + files.archive({"x": b"y"}),
        }
    )
    chosen.set_input_files([
        {"name": "phim.mp4", "mimeType": "video/mp4", "buffer": files.film(20)},
        {"name": "phụ đề.vtt", "mimeType": "text/vtt", "buffer": files.CAPTIONS.encode()},
        {"name": "ảnh.zip", "mimeType": "application/zip", "buffer": bad},
    ])  # fmt: skip
    expect(page.get_by_text("vừa là ảnh GIF vừa là tệp nén")).to_be_visible()
    axe(page)
    shots(page, "files-refused")
    page.get_by_role("link", name="Xem các tệp đã thêm").click()
    expect(page.get_by_text("Quyền được thông tin")).to_be_visible()
    expect(page.get_by_text("đang chuẩn bị bản xem").first).to_be_visible()
    for stored in StoredFile.objects.all():
        draw(file_id=stored.pk)
    expect(page.locator(".thumb img")).to_be_visible()
    page.get_by_label("Mô tả bằng lời cho người không nhìn thấy").fill("Hai người ký vào sổ.")
    page.get_by_role("button", name="Lưu lễ ký.png").click()
    expect(page.get_by_text("Đã lưu mô tả của “lễ ký.png”.")).to_be_visible()
    page.get_by_role("button", name="Đưa lễ ký.png lên trước").click()
    expect(page.locator(".file-row").nth(1)).to_contain_text("lễ ký.png")
    axe(page)
    shots(page, "files")
    page.errors.clear()  # a film without pictures is none that the browser can play
    page.get_by_role("link", name="Bộ tệp cho các kênh").click()
    axe(page)
    shots(page, "kits")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tải về Bài đăng trang mạng xã hội").click()
    with zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes())) as kit:
        assert (
            json.loads(kit.read("kiem-ke.json"))["unit"] == unit.name
            and "bai-dang/anh-1200x630.jpg" in kit.namelist()
        )
    assert page.errors == []
