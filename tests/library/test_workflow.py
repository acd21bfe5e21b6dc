"""The way of a product: who may do which step, what keeps it in, what comes out, and what is mended while it is out."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry
from quyen.library import actions
from quyen.library.actions.pausing import settle_writings
from quyen.library.enums import Deed, DrawState, FileKind, FileRole
from quyen.library.models import Product, ProductEdition, ProductFile, StoredFile, Writing
from quyen.library.queries import product_page, public_product, published_products
from quyen.library.queries.conditions import faults_of, with_all
from quyen.library.queries.wording import cleaned, parts_of
from quyen.library.signals import published
from quyen.rights.models import Topic
from tests.factories.library import (
    make_facts,
    make_file,
    make_product,
    make_published,
    make_ready,
    make_translation,
    place,
)

pytestmark = pytest.mark.django_db


def test_a_product_goes_its_way_through_three_people(
    unit, editor, owner, administrator, django_capture_on_commit_callbacks
) -> None:
    product = make_product(unit, editor)
    told: list[tuple[int, ...]] = []
    published.connect(lambda products, **_: told.append(products), weak=False, dispatch_uid="t")
    try:
        product = actions.ask_check(actor=editor, product=product, turn=actions.Turn(owner))
        with pytest.raises(actions.LibraryRefused, match="không tự kiểm tra"):
            actions.pass_check(actor=editor, product=product)
        product = actions.send_back(actor=owner, product=product, reason="Sai số điều.")
        product = actions.ask_check(actor=editor, product=product)
        product = actions.pass_check(actor=owner, product=product)
        with pytest.raises(PermissionDenied):
            actions.approve(actor=editor, product=product)
        product = actions.approve(actor=owner, product=product)
        assert public_product(product.pk) is None
        with django_capture_on_commit_callbacks(execute=True):
            product = actions.publish_product(actor=owner, product=product, revision=product.revision)
    finally:
        published.disconnect(dispatch_uid="t")
    assert told == [(product.pk,)]
    shown = public_product(product.pk)
    assert shown is not None and shown.articles == (("CRC", "28"),) and shown.unit == unit.name
    page = product_page(owner, product.pk)
    assert page is not None and page.deeds == (Deed.REVISE, Deed.RETIRE)
    assert [one.deed for one in page.steps][::-1] == [
        Deed.BEGIN, Deed.ASK_CHECK, Deed.SEND_BACK, Deed.ASK_CHECK, Deed.PASS_CHECK, Deed.APPROVE, Deed.PUBLISH,
    ]  # fmt: skip
    assert page.steps[4].reason == "Sai số điều."


def test_all_that_is_missing_is_told_at_once(unit, owner) -> None:
    product = make_product(unit, None, summary="", media=(), licence="", credits=())
    place(product, make_file(unit))
    place(product, make_file(unit, "phim.mp4", FileKind.VIDEO))
    place(product, make_file(unit, "loi.mp3", FileKind.SOUND))
    broken = make_file(unit, "hong.svg", FileKind.DRAWING)
    StoredFile.objects.filter(pk=broken.pk).update(drawing=DrawState.FAILED)
    place(product, broken, text="Một ngôi nhà")
    with pytest.raises(actions.NotComplete) as refused:
        actions.publish_product(actor=owner, product=make_ready(product))
    said = str(refused.value)
    for words in (
        "tóm tắt",
        "bằng gì",
        "thực hiện",
        "giấy phép",
        "mô tả bằng lời",
        "phụ đề",
        "bản lời",
        "hong.svg",
    ):
        assert words in said
    assert len(refused.value.faults) == 8 and not ProductEdition.objects.exists()


def test_what_is_out_is_mended_in_a_row_of_its_own(unit, editor, owner, stranger) -> None:
    product = make_published(unit, editor)
    with pytest.raises(actions.LibraryRefused):
        actions.write_product(actor=editor, product=product, revision=None, facts=make_facts(title="Khác"))
    draft = actions.revise_product(actor=editor, product=product, reason="Bổ sung số điện thoại 111")
    with pytest.raises(actions.LibraryRefused, match="một bản sửa"):
        actions.revise_product(actor=editor, product=product)
    actions.write_product(actor=editor, product=draft, revision=None, facts=make_facts(body="Gọi 111."))
    place(draft, make_file(unit), FileRole.PICTURE, "Một bàn tay cầm điện thoại")
    shown = public_product(product.pk)
    assert shown is not None and "111" not in shown.body and not shown.files
    assert product_page(stranger, draft.pk) is None and public_product(draft.pk) is None
    out = actions.publish_product(actor=owner, product=make_ready(draft))
    assert (out.pk, out.edition) == (product.pk, 2) and not Product.objects.filter(pk=draft.pk).exists()
    shown = public_product(product.pk)
    assert shown is not None and shown.body == "Gọi 111." and len(shown.files) == 1
    assert [one.content["body"] for one in ProductEdition.objects.order_by("number")][1] == "Gọi 111."
    assert out.steps.filter(deed=Deed.REVISE).exists()  # its way is the product's
    for change in (lambda: ProductEdition.objects.update(number=9), lambda: out.steps.update(reason="x")):
        with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
            change()


def test_retired_products_are_nobodys_and_keep_their_editions(unit, editor, owner) -> None:
    product = make_published(unit, editor)
    with pytest.raises(PermissionDenied):
        actions.retire_product(actor=editor, product=product, reason="Luật đã đổi")
    with pytest.raises(actions.LibraryRefused, match="lý do"):
        actions.retire_product(actor=owner, product=product, reason=" ")
    actions.retire_product(actor=owner, product=product, reason="Luật đã đổi")
    assert public_product(product.pk) is None and not published_products().exists()
    assert ProductEdition.objects.count() == 1


def test_two_writers_are_told_of_each_other(unit, editor, owner) -> None:
    product = make_product(unit, editor)
    seen = product.revision
    actions.write_product(actor=owner, product=product, revision=seen, facts=make_facts(title="Của Chủ"))
    with pytest.raises(actions.ProductConflict) as conflict:
        actions.write_product(
            actor=editor, product=product, revision=seen, facts=make_facts(title="Của Biên")
        )
    assert conflict.value.product.title == "Của Chủ"
    kept = Product.objects.get(pk=product.pk)
    same = actions.write_product(
        actor=editor, product=kept, revision=kept.revision, facts=make_facts(title="Của Chủ")
    )
    assert same.revision == kept.revision  # nothing new is no change


def test_another_units_file_does_not_come_in(unit, other_unit, editor, stranger) -> None:
    product = make_product(unit, editor)
    file = make_file(other_unit)
    for actor in (editor, stranger):
        with pytest.raises(PermissionDenied):
            actions.place_file(actor=actor, product=product, file=file, role=FileRole.MAIN)
    assert not ProductFile.objects.exists()


def test_translations_are_out_of_date_where_the_source_says_something_else(
    unit, editor, owner, stranger
) -> None:
    source = make_product(unit, editor)
    khmer = make_translation(source, "km", editor)
    with pytest.raises(actions.LibraryRefused, match="đã có bản"):
        actions.start_translation(actor=editor, source=source, language="km")
    with pytest.raises(actions.NotComplete, match="chưa phát hành"):
        actions.publish_product(actor=owner, product=make_ready(khmer))
    source = actions.publish_product(actor=owner, product=make_ready(source))
    khmer.refresh_from_db()
    assert khmer.source_edition == 1  # made from these very words
    khmer = actions.publish_product(actor=owner, product=khmer)

    def new_edition(**more) -> Product:
        draft = actions.revise_product(actor=editor, product=source)
        actions.write_product(actor=editor, product=draft, revision=None, facts=make_facts(**more))
        return actions.publish_product(actor=owner, product=make_ready(draft))

    new_edition(licence="CC0-1.0")
    assert not Product.objects.out_of_date().exists()  # no word changed
    new_edition(licence="CC0-1.0", summary="Mười hai tấm thẻ ngắn.")
    assert [one.pk for one in Product.objects.out_of_date()] == [khmer.pk]
    page = product_page(editor, khmer.pk)
    assert page is not None and page.version.is_out_of_date
    (change,) = page.changes
    assert [run.text.strip() for run in change.runs if run.kind == "added"] == ["hai"]
    shown = public_product(source.pk)
    assert shown is not None and [one.is_out_of_date for one in shown.versions] == [True]
    outside = product_page(stranger, khmer.pk)
    assert (
        outside is not None and outside.version.is_out_of_date and not outside.changes
    )  # it may come out of a draft
    with pytest.raises(PermissionDenied):
        actions.follow_source(actor=editor, product=khmer)
    actions.follow_source(actor=owner, product=khmer)
    assert not Product.objects.out_of_date().exists()


def test_a_machines_draft_waits_for_a_person(unit, editor, owner) -> None:
    source = make_published(unit, editor)
    draft = actions.start_translation(
        actor=editor, source=source, language="en", words={"title": "The right to school"}, by_machine=True
    )
    assert any("máy soạn" in one.said for one in faults_of(with_all([draft.pk])[0]))
    actions.accept_machine_words(actor=owner, product=draft)
    assert not any("máy soạn" in one.said for one in faults_of(with_all([draft.pk])[0]))


def test_pasted_pages_give_their_words_only() -> None:
    pasted = (
        "<html><head><style>p{color:red}</style></head><body><h1 onclick='x()'>Quyền&nbsp;học</h1>"
        "<p class=MsoNormal>Con <b>đi</b>\nhọc<o:p></o:p></p><script>alert(1)</script><ul><li>Một</li><li>Hai</li></ul>"
    )
    assert cleaned(pasted) == "## Quyền học\n\nCon đi học\n\n- Một\n- Hai"
    assert cleaned("a < b và\u202e c\r\n\r\n\r\n\r\nd\x00") == "a < b và c\n\nd"
    text = cleaned("## Đầu\nmột\nhai\n\n- ba\n### Bốn")
    assert [(part.kind, part.text) for part in parts_of(text)] == [
        ("heading", "Đầu"), ("paragraph", "một\nhai"), ("point", "ba"), ("heading", "Bốn"),
    ]  # fmt: skip
    assert all(text[part.start : part.start + len(part.text)] == part.text for part in parts_of(text))


def test_small_savings_are_one_entry_of_the_trail_and_none_is_lost(
    unit, owner, editor, administrator
) -> None:
    """Joined while one person writes without a pause; ended by another writer, by a step, and by time. The entries of a
    product follow one another without a gap: each begins with how the one before left it."""
    product = make_product(unit, editor, title="Lần đầu")
    topic = Topic.objects.create(slug="nuoc", name_vi="nước", name_en="water")

    def write(person, title: str, **more) -> None:
        actions.write_product(
            actor=person, product=product, revision=None, facts=make_facts(title=title, **more)
        )

    def trail() -> list[AuditEntry]:
        rows = AuditEntry.objects.filter(subject="library.Product", subject_id=product.pk, verb=Verb.CORRECT)
        return list(rows.order_by("pk"))

    for title in ("L", "Lầ", "Lần hai"):
        write(editor, title, topics=(topic.pk,), body=title)
    assert not trail(), "still being written"
    write(administrator, "Lần ba")
    [first] = trail()
    assert (first.actor, first.actor_name, first.unit_id) == (editor, str(editor), unit.pk)
    assert (
        first.after["written_times"] == 4 and first.after["title"] == "Lần hai"
    )  # with what the factory wrote
    assert first.before["topics"] == [] and first.after["topics"] == [topic.pk]
    actions.hand_in(actor=administrator, product=product, turn=actions.Turn())
    second = trail()[-1]
    assert (
        second.actor == administrator
        and second.before["title"] == "Lần hai"
        and second.after["title"] == "Lần ba"
    )
    assert second.before["words"] == first.after["words"] != second.after["words"]
    assert (second.before["topics"], second.after["topics"]) == ([topic.pk], [])

    write(editor, "Lần bốn")
    assert settle_writings() == 0
    later = timezone.now() + Writing.PAUSE
    assert settle_writings(now=later) == 1 == len(trail()) - 2 and settle_writings(now=later) == 0
    write(editor, "Lần năm")
    Writing.objects.update(last_at=timezone.now() - Writing.PAUSE)
    write(editor, "Lần sáu")
    assert [one.after["title"] for one in trail()] == ["Lần hai", "Lần ba", "Lần bốn", "Lần năm"]
    make_ready(product)
    out = actions.publish_product(actor=owner, product=product)
    revision = actions.revise_product(actor=editor, product=out)
    actions.write_product(actor=editor, product=revision, revision=None, facts=make_facts(title="Lần bảy"))
    actions.publish_product(actor=owner, product=make_ready(revision))
    actions.retire_product(actor=owner, product=out, reason="Đã cũ")
    assert not Writing.objects.exists() and trail()[-1].after["title"] == "Lần sáu"
    moved = AuditEntry.objects.get(subject="library.Product", subject_id=revision.pk, verb=Verb.CORRECT)
    assert moved.after["title"] == "Lần bảy"
    told = AuditEntry.objects.filter(subject_id=out.pk, verb__in=(Verb.PUBLISH, Verb.RETIRE)).order_by("pk")
    assert [one.get_verb_display() for one in told] == ["phát hành", "phát hành", "rút khỏi nơi công khai"]
