"""The check from bytes to report. Only what cannot be opened at all is refused; whatever is inside gives a report."""

from __future__ import annotations

from collections.abc import Iterator

from quyen.core.form.body import check_body
from quyen.core.form.ending import check_annexes, check_ending
from quyen.core.form.find import find_parts
from quyen.core.form.head import check_head
from quyen.core.form.lines import Line
from quyen.core.form.opened import open_docx
from quyen.core.form.page import check_letters, check_numbers, check_page
from quyen.core.form.parts import Parts
from quyen.core.form.report import FormReport, Part, gathered
from quyen.core.reading.formats.limits import DEFAULT, Limits


def check_form(data: bytes, limits: Limits = DEFAULT) -> FormReport:
    """A .docx held against Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I.

    Raises UnknownKind, DamagedFile, ProtectedFile, TooLarge or UnsafeFile (all are FileRefused) where the file cannot
    be opened, nothing else."""
    opened = open_docx(data, limits)
    parts = find_parts(opened.paragraphs)
    deviations = (
        *check_page(opened),
        *check_letters(opened.paragraphs),
        *check_numbers(opened),
        *check_head(parts),
        *check_body(parts),
        *check_ending(parts),
        *check_annexes(parts),
    )
    return FormReport(parts.kind, gathered(deviations), tuple(_present(parts)))


def _present(parts: Parts) -> Iterator[Part]:
    """The parts that were found, in the order of the Annex."""
    annexes = [one[0].whole for one in parts.annexes]
    found: tuple[tuple[str, str, Line | None], ...] = (
        ("state", "Quốc hiệu", parts.state),
        ("motto", "Tiêu ngữ", parts.motto),
        ("issuer", "Tên cơ quan ban hành", next(iter(parts.issuers), None)),
        ("number", "Số, ký hiệu", parts.number),
        ("place_date", "Địa danh và thời gian ban hành", parts.place_date),
        ("type", "Tên loại văn bản", parts.type_line),
        ("subject", "Trích yếu", next(iter(parts.subject or parts.about), None)),
        ("addressees", "Kính gửi", next(iter(parts.addressees), None)),
        ("body", "Nội dung", next((one.whole for one in parts.body if one.lines), None)),
        ("authority", "Quyền hạn, chức vụ người ký", next(iter(parts.authority), None)),
        ("signer", "Họ tên người ký", parts.signer),
        ("recipients", "Nơi nhận", parts.recipients),
        *(("annex", "Phụ lục", line) for line in annexes),
    )
    for kind, name, line in found:
        if line is not None:
            yield Part(kind, name, line.place)
