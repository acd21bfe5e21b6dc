"""Units out and in as .xlsx: a row-by-row account first, then one transaction; a broken file changes nothing."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from quyen.core.errors import FileRefused
from quyen.core.paper import given_rows
from quyen.organisation.actions import carry_out, grant_role, open_unit, undo_succession
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.actions.intake import carry_out_intake, receive_units
from quyen.organisation.actions.taken import SeenOtherwise, SheetRefused
from quyen.organisation.enums import Fate, Role, SuccessionKind, UnitKind
from quyen.organisation.models import Succession, Unit, UnitIntake, UnitVersion
from quyen.organisation.queries.intake import account
from quyen.organisation.queries.sheet import rows_of

pytestmark = pytest.mark.django_db
OUT, IN = reverse("organisation:units-out"), reverse("organisation:units-in")
DAY = date(2026, 7, 1)
HEAD = (
    "Số trong Quyền",
    "Tên đơn vị",
    "Tên gọn",
    "Loại",
    "Mã hành chính",
    "Cấp trên",
    "Số của cấp trên",
    "Đổi từ ngày",
    "Việc",
)


def book(*rows: tuple, head: tuple = HEAD) -> bytes:
    made = Workbook()
    for row in (head, *rows):
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def make_tree() -> dict[str, Unit]:
    """A province with a department and two communes; and one that is somebody else's."""
    top = open_unit(actor=None, name="Tỉnh Thử", kind=UnitKind.PROVINCE, code="90")
    made = {
        "top": top,
        "office": open_unit(actor=None, name="Sở Tư pháp", kind=UnitKind.DEPARTMENT, parent=top),
    }
    for name, code in (("Xã Một", "00001"), ("Xã Hai", "00002")):
        made[name] = open_unit(actor=None, name=name, kind=UnitKind.COMMUNE, parent=top, code=code)
    made["far"] = open_unit(actor=None, name="Tỉnh Xa", kind=UnitKind.PROVINCE, code="91")
    return made


@pytest.fixture(scope="module")
def _tree(once):
    return once(make_tree)


@pytest.fixture
def tree(_tree, administrator):
    """Looked after by the administrator."""
    made = deepcopy(_tree)
    grant_role(actor=None, user=administrator, unit=made["top"], role=Role.ADMINISTRATOR)
    return made


def taken(administrator, *rows: tuple, **more: object):
    intake = receive_units(
        actor=administrator,
        name="a.xlsx",
        content=book(*rows, **more),
        day=DAY,
        basis="Nghị quyết 1",  # type: ignore[arg-type]
    )
    return account(administrator, intake)


def fates(seen) -> list[tuple[str, str]]:
    return [(line.fate.value, line.said) for line in seen.lines]


def test_what_goes_out_comes_in_without_a_change(client_of, administrator, tree) -> None:
    content = client_of(administrator).get(OUT).content
    sheet = load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in sheet[3]][:5] == list(HEAD[:5])
    codes = {row[1]: row[4] for row in sheet.iter_rows(min_row=4, values_only=True)}
    assert codes["Xã Một"] == "00001"  # a text, with its zeros
    intake = receive_units(actor=administrator, name="a.xlsx", content=content, day=DAY, basis="x")
    seen = account(administrator, intake)
    assert len(seen.lines) == Unit.objects.count() and seen.counts["same"] == len(seen.lines)


def test_only_one_unit_and_those_under_it(client_of, colleague, tree) -> None:
    content = client_of(colleague).get(OUT, {"duoi": tree["top"].pk}).content
    names = [
        row[1] for row in load_workbook(io.BytesIO(content)).active.iter_rows(min_row=4, values_only=True)
    ]
    assert names == ["Tỉnh Thử", "Xã Hai", "Xã Một", "Sở Tư pháp"]


def test_rows_are_done_in_one_go_and_undone(administrator, tree) -> None:
    seen = taken(
        administrator,
        (tree["office"].pk, "Sở Tư pháp mới", None, None, None, None, None, None, None),
        (None, "Xã Một", None, None, None, "Sở Tư pháp", None, date(2026, 8, 1), None),
        (None, "Phòng Con", None, None, None, "Phòng Mẹ", None, None, "mới"),
        (None, "Phòng Mẹ", "PM", "đơn vị khác", None, "Tỉnh Thử", None, "1/7/2026", "Mới"),
        (None, "Xã Hai", None, None, "00002", "Tỉnh Thử", None, None, None),
    )  # fmt: skip
    # a name that is looked for under the parent given is not moved there: it must be named by number or code
    assert [fate for fate, _said in fates(seen)] == ["change", "conflict", "new", "new", "same"]
    assert not Succession.objects.exists() and not Unit.objects.filter(name="Phòng Mẹ").exists()
    made = carry_out_intake(actor=administrator, intake=seen.intake, sign=seen.sign)
    assert {one.kind for one in made} == {SuccessionKind.RENAME, SuccessionKind.FOUND}
    child = Unit.objects.get(name="Phòng Con")
    assert child.parent is not None and (child.parent.name, child.parent.parent) == ("Phòng Mẹ", tree["top"])
    assert UnitVersion.objects.get(unit=child).valid_from == DAY
    assert Unit.objects.get(pk=tree["office"].pk).name == "Sở Tư pháp mới"
    with pytest.raises(SheetRefused, match="đã được thực hiện"):
        carry_out_intake(actor=administrator, intake=seen.intake, sign=seen.sign)
    for one in made:
        undo_succession(actor=administrator, succession=one)
    assert not Unit.objects.filter(name__startswith="Phòng").exists()


def test_a_unit_is_hung_elsewhere_by_its_number(administrator, tree) -> None:
    office = tree["office"]
    seen = taken(
        administrator, (tree["Xã Một"].pk, "Xã Một", None, None, None, "Sở Tư pháp", office.pk, None, None)
    )
    assert fates(seen) == [("change", "cấp trên: Tỉnh Thử → Sở Tư pháp")]
    (made,) = carry_out_intake(actor=administrator, intake=seen.intake, sign=seen.sign)
    assert made.kind == SuccessionKind.MOVE and Unit.objects.get(name="Xã Một").parent == office


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((None, "Sở Lạ", None, None, None, None, None, None, None), "không thấy đơn vị tên này"),
        ((None, "Sở Lạ", None, None, None, None, None, None, "mới"), "cần có cấp trên"),
        ((None, "Sở Lạ", None, None, None, "Tỉnh Lạ", None, None, "mới"), "không thấy cấp trên"),
        ((None, "Sở Lạ", None, None, None, "Tỉnh Xa", None, None, "mới"), "không phải quản trị viên"),
        ((None, "Sở Lạ", None, "loại lạ", None, "Tỉnh Thử", None, None, "mới"), "không có loại"),
        ((None, "Sở Lạ", None, "xã, phường, đặc khu", "00001", "Tỉnh Thử", None, None, "mới"), "đã có đơn vị này"),
        ((None, "Sở Tư pháp", "STP", None, None, "Tỉnh Thử", None, None, "mới"), "bỏ chữ “mới”"),
        ((None, "Sở Tư pháp", "STP", None, None, None, None, None, "thêm"), "chỉ nhận “mới”"),
        ((None, "Sở Tư pháp", "STP", None, None, None, None, "32/1/2026", None), "viết chưa đúng"),
        ((None, "Sở Tư pháp", "STP", None, None, None, None, "1/1/0026", None), "ngoài khoảng"),
        ((None, "Sở Tư pháp", "S" * 90, None, None, None, None, None, None), "quá dài"),
        ((999_999, "Sở Tư pháp", None, None, None, None, None, None, None), "không có đơn vị số"),
        (("x", "Sở Tư pháp", None, None, None, None, None, None, None), "không có đơn vị số"),
        ((None, None, "STP", None, None, None, None, None, None), "thiếu tên"),
        ((None, "Tỉnh Xa", "TX", None, None, None, None, None, None), "không phải quản trị viên"),
        ((None, "Tỉnh Thử", None, None, "91", None, None, None, None), "không phải quản trị viên"),
    ],
)  # fmt: skip
def test_a_row_in_conflict_says_why_and_does_nothing(administrator, tree, row, why) -> None:
    seen = taken(administrator, row)
    ((fate, said),) = fates(seen)
    assert fate == "conflict" and why in said
    with pytest.raises(SheetRefused, match="Không có dòng nào"):
        carry_out_intake(actor=administrator, intake=seen.intake, sign=seen.sign)


def test_rows_against_one_another(administrator, tree) -> None:
    office, one, two = tree["office"].pk, tree["Xã Một"].pk, tree["Xã Hai"].pk
    blank = (None,) * 3
    seen = taken(
        administrator,
        (one, "Xã Một", None, None, "00009", *blank, None),
        (two, "Xã Hai", None, None, "00009", *blank, None),  # one code twice
        (office, "Sở Tư pháp", None, None, None, "Sở Tư pháp", office, None, None),  # under itself
        (one, "Xã Ba", None, None, None, *blank, None),  # a unit twice
        (None, "Sở A", None, None, None, "Tỉnh Thử", None, None, "mới"),
        (None, "Sở A", None, None, None, "Tỉnh Thử", None, None, "mới"),  # a name twice
        (None, "Phòng A", None, None, None, "Sở B", None, None, "mới"),
        (
            None,
            "Sở B",
            None,
            "loại lạ",
            None,
            "Tỉnh Thử",
            None,
            None,
            "mới",
        ),  # and who stands on it falls too
    )
    assert [fate for fate, _said in fates(seen)] == ["conflict"] * 8


def test_a_day_before_the_last_change_is_in_conflict(administrator, tree) -> None:
    wish = Wish(SuccessionKind.RENAME, date(2026, 9, 1), "Nghị quyết 2", (tree["office"].pk,), name="Sở Mới")
    carry_out(actor=None, wish=wish)
    seen = taken(administrator, (tree["office"].pk, "Sở Khác", None, None, None, None, None, None, None))
    assert "ngày đổi phải sau đó" in seen.lines[0].said


def test_what_changed_since_it_was_seen_is_not_done(administrator, tree) -> None:
    seen = taken(administrator, (tree["office"].pk, "Sở Khác", None, None, None, None, None, None, None))
    open_unit(actor=None, name="Sở Khác", kind=UnitKind.DEPARTMENT, parent=tree["top"])
    with pytest.raises(SeenOtherwise, match="Từ lúc xem"):
        carry_out_intake(actor=administrator, intake=seen.intake, sign=seen.sign)


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
HOSTILE = {
    "empty": b"", "text": b"a;b;c", "cut": book()[:-200], "no book": _zip(a=b"x"), "bytes": bytes(range(256)) * 9,
    "old": bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "entity": _zip(**{"xl__workbook.xml": ENTITY}),
    "entity in UTF-16": _zip(**{"xl__workbook.xml": ENTITY.decode().encode("utf-16")}),
    "bomb": _zip(**{"xl__workbook.xml": b"<a/>", "xl__worksheets__sheet1.xml": b" " * 60_000_000}),
    "junk inside": _zip(**{"xl__workbook.xml": b"<a/>", "[Content_Types].xml": b"<Types"}),
    "many members": _zip(**{f"m{n}": b"" for n in range(500)}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_file_is_refused_in_plain_words(client_of, administrator, tree, name) -> None:
    with pytest.raises(FileRefused):
        given_rows(HOSTILE[name])
    file = SimpleUploadedFile("a.xlsx", HOSTILE[name])
    page = client_of(administrator).post(IN, {"file": file, "day": "2026-07-01", "basis": "x"})
    assert page.status_code == 200 and "Chưa có gì thay đổi" in page.content.decode()
    assert not UnitIntake.objects.exists()


def test_too_many_rows_and_a_lying_size_are_seen(administrator) -> None:
    made = Workbook()
    made.active["A1"] = "Tên đơn vị"
    made.active["A1048576"] = "x"
    out = io.BytesIO()
    made.save(out)
    with pytest.raises(FileRefused, match="dòng"):
        given_rows(out.getvalue())


def test_a_formula_is_never_run_and_a_heading_must_be_there() -> None:
    assert given_rows(book(("=1+1", "=cmd|x"), head=("Tên đơn vị", "Loại")))[1] == ()
    assert rows_of([("Tên", "Loại")]) is None
    assert rows_of([("ghi chú",), (None, "TÊN  ĐƠN VỊ".replace("  ", " ")), (None, "Xã")]) == [
        {"name": "Xã", "line": "3"}
    ]


def test_screens_of_lists_for_each_of_the_cast(
    client_of, administrator, owner, colleague, stranger, tree
) -> None:
    file = SimpleUploadedFile("a.xlsx", book((tree["office"].pk, "Sở Mới", *(None,) * 7)))
    there = client_of(administrator).post(IN, {"file": file, "day": "2026-07-01", "basis": "Nghị quyết 1"})[
        "Location"
    ]
    assert "tên: Sở Tư pháp → Sở Mới" in client_of(administrator).get(there).content.decode()
    for user in (owner, colleague, stranger):
        assert client_of(user).get(IN).status_code == 404
        assert client_of(user).get(there).status_code == 404
        assert client_of(user).post(there, {"sign": "x"}).status_code == 404
        assert client_of(user).get(OUT).status_code == 200
    for url in (OUT, IN, there):
        assert client_of(None).get(url).status_code == 302
    sign = client_of(administrator).get(there).context["seen"].sign
    assert "xem lại" in client_of(administrator).post(there, {"sign": "x"}, follow=True).content.decode()
    done = client_of(administrator).post(there, {"sign": sign}, follow=True).content.decode()
    assert "Đã thực hiện cả tệp" in done


@pytest.mark.parametrize("number", [1, 3])
def test_an_account_takes_the_same_queries(
    client_of, administrator, tree, django_assert_num_queries, number
) -> None:
    rows = [(None, f"Phòng {at}", None, None, None, "Tỉnh Thử", None, None, "mới") for at in range(number)]
    intake = taken(administrator, *rows).intake
    client = client_of(administrator)
    with django_assert_num_queries(6):
        client.get(reverse("organisation:intake", args=[intake.pk]))


def test_old_lists_are_forgotten(administrator, tree) -> None:
    old, new = (taken(administrator, (None, "Xã Một", *(None,) * 7)).intake for _ in range(2))
    UnitIntake.objects.filter(pk=old.pk).update(entered_at=timezone.now() - timedelta(days=31))
    UnitIntake.forget_old()
    assert list(UnitIntake.objects.all()) == [new]
    assert Fate.NEW in Fate
