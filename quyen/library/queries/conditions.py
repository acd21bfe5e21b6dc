"""What a product must have before everyone may see it, all told at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from quyen.library.enums import DrawState, FileKind, FileRole, ProductState
from quyen.library.models import Product, ProductFile

SEEN = (FileKind.PICTURE, FileKind.DRAWING)
SHOWN_BY = (
    *SEEN,
    FileKind.CAPTIONS,
    FileKind.TEXT,
)  # of these the public gets what was drawn, and nothing else
HEARD = (FileKind.VIDEO, FileKind.SOUND)


@dataclass(frozen=True)
class Fault:
    """Something that is missing, in words; `field` is where on the form it is given."""

    said: str
    field: str = ""


def with_all(pks: Iterable[int]) -> list[Product]:
    """Products with what the conditions look at: four queries however many."""
    rows = Product.objects.filter(pk__in=list(pks)).select_related("unit", "translation_of", "revises")
    return list(rows.prefetch_related("files__file").order_by("pk"))


def faults_of(product: Product, together: Collection[int] = ()) -> tuple[Fault, ...]:
    """All of them in the order of the form. `together`: products that go out with it, its source perhaps among them. No
    query where the product comes from `with_all`."""
    files = list(product.files.all())
    return tuple(
        [
            *_of_words(product, files),
            *_of_people(product),
            *_of_files(product, files),
            *_of_source(product, together),
        ]
    )


def _of_words(product: Product, files: Sequence[ProductFile]) -> Iterator[Fault]:
    if not product.summary.strip():
        yield Fault(_("Chưa có tóm tắt."), "summary")
    if not product.body.strip() and not any(one.role == FileRole.MAIN for one in files):
        yield Fault(_("Chưa có nội dung: cần phần chữ hoặc một tệp chính."), "body")
    if not product.media:
        yield Fault(_("Chưa ghi sản phẩm đến với người xem bằng gì (in ấn, phát thanh, mạng…)."), "media")
    if product.is_machine_drafted:
        yield Fault(_("Bản dịch do máy soạn, chưa có người đọc lại và nhận."), "is_machine_drafted")


def _of_people(product: Product) -> Iterator[Fault]:
    if not product.credits:
        yield Fault(_("Chưa ghi người hoặc đơn vị thực hiện."), "credits")
    if not product.licence:
        yield Fault(_("Chưa chọn giấy phép sử dụng."), "licence")
    if not product.unit.is_active:
        yield Fault(
            _("Đơn vị phát hành “%(unit)s” không còn hoạt động.") % {"unit": product.unit.name}, "unit"
        )


def _of_files(product: Product, files: Sequence[ProductFile]) -> Iterator[Fault]:
    for one in files:
        if one.file.kind in SEEN and not one.alternative_text.strip():
            yield Fault(
                _("Hình “%(name)s” chưa có mô tả bằng lời.") % {"name": one.file.name}, f"file-{one.pk}"
            )
    roles = {one.role for one in files}
    said = bool(product.transcript.strip()) or FileRole.TRANSCRIPT in roles
    for one in files:
        if one.role == FileRole.MAIN and one.file.kind == FileKind.VIDEO and FileRole.CAPTIONS not in roles:
            yield Fault(_("Video “%(name)s” chưa có phụ đề.") % {"name": one.file.name}, "files")
        if one.file.kind in SHOWN_BY and one.file.drawing == DrawState.FAILED:
            yield Fault(
                _("“%(name)s” không làm được bản xem nên người đọc không thấy gì. Hãy thay tệp khác.")
                % {"name": one.file.name},
                f"file-{one.pk}",
            )
        if one.role == FileRole.MAIN and one.file.kind == FileKind.SOUND and not said:
            yield Fault(_("Bản ghi âm “%(name)s” chưa có bản lời.") % {"name": one.file.name}, "transcript")


def _of_source(product: Product, together: Collection[int]) -> Iterator[Fault]:
    source = product.translation_of
    if source is None:
        return
    if source.state != ProductState.PUBLISH:
        if source.pk not in together:
            yield Fault(_("Bản gốc “%(title)s” chưa phát hành.") % {"title": source.title})
        if product.is_behind:  # or it would be out of date in the minute in which both go out
            yield Fault(
                _("Bản gốc đã đổi chữ sau khi bản dịch này được làm. Hãy xem khác biệt rồi ghi nhận."),
                "source",
            )
    elif (product.source_edition or 0) < source.edition:
        yield Fault(
            _("Bản gốc đã phát hành bản %(edition)s, bản dịch này làm theo bản %(made)s. Hãy xem khác biệt rồi ghi nhận.")
            % {"edition": source.edition, "made": product.source_edition},
            "source",
        )  # fmt: skip
