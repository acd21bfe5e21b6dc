"""The seven sample documents, read by the real reader: what is in them, and the faults that were put there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from quyen.core.reading import read
from quyen.core.types import Reading

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "van-ban"


def reading(name: str) -> Reading:
    return read((FOLDER / name).read_bytes(), name)


@pytest.mark.parametrize(
    ("name", "reference", "date", "issuer", "targets", "tasks", "signer"),
    [
        ("quyet-dinh-415-qd-ttg.docx", "415/QĐ-TTg", "2023-03-10", "Thủ tướng Chính phủ", 7, 8, "Trần Minh Khang"),
        ("ke-hoach-song-lam.docx", "92/KH-UBND", "2023-05-12", "tỉnh Sông Lam", 5, 8, "Lê Thu Hương"),
        ("ke-hoach-hong-son.pdf", "140/KH-UBND", "2023-06-20", "tỉnh Hồng Sơn", 4, 5, "Nguyễn Hải Đăng"),
        ("ke-hoach-binh-phu.html", "77/KH-UBND", "2023-06-02", "tỉnh Bình Phú", 2, 4, "Phan Quốc Việt"),
        ("ke-hoach-dong-hai.txt", "203/KH-UBND", "2023-06-30", "thành phố Đông Hải", 5, 4, "Đặng Thị Ngọc Lan"),
        ("tin-van-trach.txt", "118/KH-UBND", "2023-07-18", "tỉnh Vân Trạch", 3, 0, None),
    ],
)  # fmt: skip
def test_head_targets_tasks_and_signer(name, reference, date, issuer, targets, tasks, signer) -> None:
    found = reading(name)
    assert found.number and found.symbol and found.date and found.issuer
    assert f"{found.number.text}/{found.symbol.text}" == reference
    assert found.date.text == date
    assert issuer.casefold() in found.issuer.text.casefold()
    assert len(found.targets) == targets
    assert len(found.tasks) == tasks
    assert (found.signer.name if found.signer else None) == signer


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quyet-dinh-415-qd-ttg.docx", "Phê duyệt Chương trình phổ biến kiến thức"),
        ("ke-hoach-song-lam.docx", "Thực hiện Chương trình phổ biến kiến thức"),
        ("ke-hoach-hong-son.pdf", "Phổ biến kiến thức về quyền con người"),
        ("ke-hoach-binh-phu.html", "Triển khai Chương trình phổ biến kiến thức"),
        ("ke-hoach-dong-hai.txt", "Thực hiện Chương trình phổ biến kiến thức"),
    ],
)
def test_the_subject_line_is_read(name, words) -> None:
    title = reading(name).title
    assert title and title.text.startswith(words)


def test_owners_dates_and_products_of_a_task_table() -> None:
    third = reading("ke-hoach-song-lam.docx").tasks[2]
    assert [unit.canonical for unit in third.lead] == ["Sở Thông tin và Truyền thông"]
    assert [unit.text for unit in third.lead] == ["Sở TT&TT"]
    assert third.deadline and third.deadline.text == "Quý I/2024"
    assert third.product and third.product.text == "12 số mỗi năm"


def test_every_place_holds_the_words_it_stands_for() -> None:
    for path in sorted(FOLDER.iterdir()):
        if path.name.startswith("ban-quet"):
            continue
        found = reading(path.name)
        for target in found.targets:
            assert target.text.split()[0] in found.document.cut(target.at)
        for task in found.tasks:
            assert task.text.split()[0] in found.document.cut(task.at)


@pytest.mark.parametrize(
    ("name", "quotes"),
    [
        ("ke-hoach-hong-son.pdf", ["451/QĐ-TTg", "31/12/2028"]),
        ("ke-hoach-binh-phu.html", ["415/QĐTTg", "án phẩm", "10/8/2023"]),
        ("ke-hoach-dong-hai.txt", ["phuơng hại", "Noi nhận", "1.150"]),
    ],
)
def test_the_faults_are_found(name, quotes) -> None:
    found = reading(name)
    marked = [found.document.cut(finding.at) for finding in found.findings]
    for quote in quotes:
        assert any(quote in words or words in quote for words in marked), (quote, marked)


def test_documents_without_faults_raise_few_doubts() -> None:
    for name in ("quyet-dinh-415-qd-ttg.docx", "ke-hoach-song-lam.docx"):
        assert len(reading(name).findings) <= 1


def test_the_scan_is_read_where_tesseract_is_installed() -> None:
    if not shutil.which("tesseract"):
        pytest.skip("không có tesseract: apt install tesseract-ocr tesseract-ocr-vie")
    found = reading("ban-quet-ben-trang.pdf")
    assert found.number and found.number.text == "15"
    assert found.date and found.date.text == "2023-08-04"
    assert len(found.targets) >= 1
    assert len(found.tasks) >= 2
    assert any("OCR" in note or "nhận dạng" in note for note in found.document.notes)
