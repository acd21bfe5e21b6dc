"""A product on its way in Chromium: written, checked, translated, published; its source changes; a reviewer's phone."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile

import docx
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from quyen.core.arithmetic import year
from quyen.indicators.measures import measure_called
from quyen.library import actions
from quyen.library.enums import Channel, FileRole, ProductState
from quyen.library.models import Comment, Product
from quyen.library.queries import public_product
from tests.factories.library import (
    make_facts,
    make_file,
    make_product,
    make_published,
    make_ready,
    make_translation,
    place,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}


def test_a_product_is_written_translated_published_and_outlived_by_its_source(
    page_as, unit, editor, owner, axe, shots
) -> None:
    page = page_as(editor)
    page.goto(reverse("library:list"))
    axe(page)
    page.get_by_role("link", name="Bắt đầu sản phẩm đầu tiên").click()
    page.get_by_label("Tên sản phẩm").fill("Quyền đi học của trẻ em")
    axe(page)
    page.get_by_role("button", name="Bắt đầu soạn").click()
    page.get_by_label("Nội dung", exact=True).fill("Trẻ em có quyền học tập.\n\n- Không học phí tiểu học.")
    page.get_by_label("Giấy phép sử dụng").select_option("CC-BY-4.0")
    page.get_by_label("Người và đơn vị thực hiện").fill("Biên soạn: Tổ truyền thông")
    page.get_by_label("in ấn").check()
    page.get_by_label("Tóm tắt", exact=True).fill("Một trang cho cha mẹ.")
    page.locator("#lacks", has_text="đủ điều kiện phát hành").wait_for()
    axe(page)
    shots(page, "library-write")
    page.get_by_role("button", name="Lưu và xem").click()
    page.wait_for_url(re.compile(r"/san-pham/[0-9]+/$"))
    source = Product.objects.get()
    assert source.body.startswith("Trẻ em có quyền")

    # a comment on some words, as one selects them
    page.evaluate(
        "() => { const node = document.querySelector('[data-place=body] p').firstChild; const range = document.createRange();"
        " range.setStart(node, 7); range.setEnd(node, 15); const held = getSelection(); held.removeAllRanges();"
        " held.addRange(range); }"
    )
    page.get_by_role("button", name="Góp ý chỗ này").click()
    page.get_by_role("textbox", name="Góp ý").fill("Nêu Điều 28.")
    page.get_by_role("button", name="Gửi góp ý").click()
    page.locator("mark", has_text="có quyền").wait_for()
    assert Comment.objects.get().quote == "có quyền"
    axe(page)
    shots(page, "library-product")
    page.get_by_text("Gửi kiểm tra pháp lý, chuyên môn").first.click()
    page.locator("details[open] button", has_text="Gửi kiểm tra").click()

    # another person checks, approves and publishes
    page = page_as(owner)
    page.goto(reverse("library:product", args=[source.pk]))
    for button in ("Kiểm tra đạt", "Duyệt", "Phát hành ngay"):
        page.get_by_role("button", name=button, exact=True).first.click()
    page.get_by_text("Đã xong: sản phẩm đã phát hành.").wait_for()
    assert public_product(source.pk) is not None

    # Khmer and English beside the source, published in three channels; then the source says something else
    assert _t4b(unit) == (0, 1)
    for language, title in (("km", "សិទ្ធិទៅសាលារៀន"), ("en", "The right to school")):
        page.goto(reverse("library:product", args=[source.pk]))
        page.get_by_text("Dịch sang tiếng khác").click()
        page.get_by_label("Ngôn ngữ", exact=True).select_option(language)
        page.get_by_role("button", name="Bắt đầu bản dịch").click()
        page.get_by_label("Tên sản phẩm").fill(title)
        page.get_by_label("Nội dung", exact=True).fill(title)
        page.get_by_label("Tóm tắt", exact=True).fill(title)
        if language == "km":
            axe(page)
            shots(page, "library-translate")
        page.get_by_role("button", name="Lưu và xem").click()
        page.get_by_role("heading", level=1, name=title).wait_for()
        actions.publish_product(actor=owner, product=make_ready(Product.objects.get(language=language)))
    assert _t4b(unit) == (1, 1), "a printed work, with two versions in other languages"
    for language in ("vi", "km", "en"):
        _three_channels(page, Product.objects.published().get(language=language), unit)
    draft = actions.revise_product(actor=editor, product=source)
    facts = make_facts(
        title=source.title, summary=source.summary, body="Trẻ em có quyền học tập, cả mầm non."
    )
    actions.write_product(actor=editor, product=draft, revision=None, facts=facts)
    actions.publish_product(actor=owner, product=make_ready(draft))
    page.goto(reverse("library:languages"))
    assert page.get_by_text("lỗi thời", exact=True).count() == 2
    assert _t4b(unit) == (1, 1), "out of date is out all the same"
    old, new = (
        _kit(page, Product.objects.published().get(language=one), Channel.POST) for one in ("km", "vi")
    )
    assert "Bản gốc đã đổi" in old["doc-truoc.txt"] and "Bản gốc đã đổi" not in new["doc-truoc.txt"]
    assert "cả mầm non" in new["bai-dang/bai-dang.txt"] and json.loads(new["kiem-ke.json"])["edition"] == 2
    axe(page)
    shots(page, "library-languages")
    page.goto(reverse("library:product", args=[Product.objects.get(language="en").pk]))
    page.locator("ins", has_text="cả mầm non").wait_for()
    axe(page)
    page.get_by_role("button", name=re.compile("Đã xem")).click()
    page.get_by_text("theo kịp bản gốc").wait_for()
    assert Product.objects.out_of_date().get().language == "km"


def _t4b(unit) -> tuple[int, int]:
    """What the indicator counts of a unit today: above and below the line."""
    measure, today = measure_called("library.languages"), timezone.localdate()
    (one,) = [one for one in measure.count(year(today.year), today) if one.unit_id == unit.pk]
    return int(one.numerator), int(one.denominator)


def _kit(page, product: Product, channel: Channel) -> dict[str, str]:
    """The texts of a kit by name, words of the script included; all else under its name, empty. Its prints are right."""
    answer = page.request.get(reverse("library:kit", args=[product.pk, channel]))
    with zipfile.ZipFile(io.BytesIO(answer.body())) as kit:
        held = {name: kit.read(name) for name in kit.namelist()}
    for one in json.loads(held["kiem-ke.json"])["files"]:
        assert hashlib.sha256(held[one["name"]]).hexdigest() == one["sha256"]
    told = {
        name: data.decode() if name.endswith((".txt", ".html", ".json")) else ""
        for name, data in held.items()
    }
    for name in held:
        if name.endswith(".docx"):
            told[name] = "\n".join(one.text for one in docx.Document(io.BytesIO(held[name])).paragraphs)
        elif name.endswith(".pdf"):
            told[name] = pypdfium2.PdfDocument(held[name])[0].get_textpage().get_text_bounded()
    return told


def _three_channels(page, product: Product, unit) -> None:
    """Website, post, loudspeaker; of the Vietnamese version the poster as well. All say what it is, whose it is and where."""
    address = (
        f"/thu-vien/{product.pk}-"
        if product.language == "vi"
        else f"/{product.language}/thu-vien/{product.pk}-"
    )
    web, post, radio = (_kit(page, product, one) for one in (Channel.WEB, Channel.POST, Channel.RADIO))
    assert (
        f'<html lang="{product.language}">' in web["web/trang.html"] and "bai-dang/anh-1200x630.jpg" in post
    )
    told = [web["web/trang.html"], post["bai-dang/bai-dang.txt"], radio["truyen-thanh/ban-doc.docx"]]
    if product.language == "vi":
        told.append(_kit(page, product, Channel.POSTER)["ap-phich/ap-phich-a4.pdf"])
    for words in told:
        whole = " ".join(words.split())
        assert product.title in whole and unit.name in whole
    assert address in told[0] and address in told[1] and product.body.split(".")[0] in told[1]
    notes = json.loads(radio["kiem-ke.json"])
    assert (notes["language"], notes["state"], notes["unit"]) == (product.language, "publish", unit.name)


def test_a_bundle_says_what_lacks_and_a_reviewer_needs_no_account(
    page_as, unit, editor, owner, axe, shots
) -> None:
    whole, draft = (
        make_ready(make_product(unit, editor)),
        make_product(unit, editor, title="Bản nháp", licence=""),
    )
    place(draft, make_file(unit), FileRole.PICTURE, "Hình vẽ một lớp học")
    page = page_as(owner)
    page.goto(reverse("library:bundles"))
    page.get_by_label("Tên gói").fill("Ngày Nhân quyền 10/12")
    axe(page)
    page.get_by_role("button", name="Tạo gói").click()
    for one in (whole, draft):
        page.get_by_label(re.compile(one.title)).check()
    page.get_by_role("button", name="Đưa vào gói").click()
    page.get_by_text("1 trên 2 mục sẵn sàng").wait_for()
    assert "Chưa chọn giấy phép sử dụng." in page.content()
    axe(page)
    shots(page, "library-bundle")
    page.get_by_text("Phát hành ngay", exact=True).click()
    page.get_by_role("button", name="Phát hành cả gói ngay bây giờ").click()
    page.get_by_text("Không phát hành được: 1 mục").wait_for()
    assert Product.objects.get(pk=whole.pk).state == ProductState.READY

    _link, token = actions.make_review_link(
        actor=editor, product=draft, name="Luật sư Hà", asked="Đúng luật chưa?"
    )
    page = page_as(None)
    page.set_viewport_size(PHONE)
    page.goto(reverse("library:review", args=[token]))
    axe(page)
    shots(page, "library-review")
    page.get_by_label("Đồng ý, nếu sửa").check()
    page.get_by_label("Đoạn cần sửa").first.fill("Trẻ em có quyền")
    page.get_by_label("Nên sửa thế nào").first.fill("Nêu rõ Điều 28.")
    page.get_by_role("button", name="Gửi ý kiến").click()
    page.get_by_role("heading", name="Đã nhận ý kiến").wait_for()
    assert Comment.objects.get().by_name == "Luật sư Hà"


def test_the_table_of_languages_fits_a_telephone_and_days_are_written_as_here(
    page_as, unit, editor, axe, shots
) -> None:
    work = make_published(unit, editor, title="Sổ tay đi học")
    for language in ("en", "km", "tyz", "hmn"):
        make_translation(work, language, editor)
    page = page_as(editor, **PHONE)
    page.goto(reverse("library:languages"))
    scroll = page.get_by_role("region", name="Bảng ngôn ngữ")
    assert scroll.evaluate("one => one.scrollWidth <= one.clientWidth")
    expect(scroll.get_by_role("link", name="đang soạn")).to_have_count(4)
    axe(page)
    shots(page, "library-languages-phone")
    page.goto(reverse("library:product", args=[work.translations.first().pk]))
    day = page.locator("#han")
    day.fill("05122026")
    day.press("Tab")
    expect(day).to_have_value("05/12/2026")
    page.locator(".day-calendar").first.evaluate(
        "one => { one.value = '2026-12-31'; one.dispatchEvent(new Event('change')); }"
    )
    expect(day).to_have_value("31/12/2026")
    expect(page.get_by_role("button", name="Chọn trong lịch").first).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Gửi biên tập").click()
    expect(page.get_by_text("31/12/2026").first).to_be_visible()
    assert not page.errors
