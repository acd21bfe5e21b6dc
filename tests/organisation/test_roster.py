"""People out and in as .xlsx: a row-by-row account first, then one transaction; a strange name makes no unit."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from quyen.accounts.models import AuditEntry, Letter, User
from quyen.core.errors import FileRefused
from quyen.organisation.actions import grant_role, open_unit, revoke_role
from quyen.organisation.actions.roster import (
    carry_out_roster,
    receive_roster,
)
from quyen.organisation.actions.taken import SeenOtherwise, SheetRefused
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Invitation, Membership, Roster, Unit
from quyen.organisation.queries import may
from quyen.organisation.queries.roster import roster_account

pytestmark = pytest.mark.django_db
HEAD = ("Họ và tên", "Thư điện tử", "Đơn vị", "Vai trò", "Từ ngày", "Đến ngày")
OUT, IN = reverse("organisation:people-out"), reverse("organisation:roster-in")


def book(*rows: tuple, head: tuple = HEAD) -> bytes:
    made = Workbook()
    for row in (head, *rows):
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture
def below(unit, other_unit):
    """Under the unit two rooms, one with a code; under the other unit one of the same name."""
    made = open_unit(actor=None, name="Phòng Báo chí", parent=unit, kind=UnitKind.OTHER, code="PBC")
    open_unit(actor=None, name="Phòng Báo chí", parent=other_unit)
    open_unit(actor=None, name="Phòng Xa", parent=other_unit)
    return made


def taken(administrator, *rows: tuple):
    return roster_account(
        administrator, receive_roster(actor=administrator, name="a.xlsx", content=book(*rows))
    )


def fates(seen) -> list[str]:
    return [line.fate.value for line in seen.lines]


def test_rows_are_invited_changed_or_left_in_one_go(unit, below, administrator, colleague, owner) -> None:
    last = timezone.localdate() + timedelta(days=60)
    seen = taken(
        administrator,
        ("Vũ Mới", "moi@thu.example", "phong bao chi", "Biên tập viên", None, None),
        ("Vũ Mới", "moi@thu.example", unit.name, "người xem", "1/7/2027", date(2027, 12, 31)),
        (None, colleague.email, unit.name, "nguoi xem", None, last),
        (None, owner.email, "PBC", "quản trị viên", None, None),
        ("Tên khác", owner.email, unit.name, "điều phối viên", None, None),
    )  # fmt: skip
    assert fates(seen) == ["new", "new", "change", "new", "same"]
    assert not Invitation.objects.exists() and not Letter.objects.exists()
    carry_out_roster(actor=administrator, roster=seen.intake, sign=seen.sign, address=str)
    offers = {offer.unit_id: offer for offer in Invitation.objects.all()}
    assert offers.keys() == {below.pk, unit.pk} and offers[unit.pk].last_day == date(2027, 12, 31)
    assert Membership.objects.get(user=colleague).last_day == last
    assert may(owner, below.pk, Role.ADMINISTRATOR)
    assert (
        Letter.objects.filter(kind="invitation").count() == 2
        and Letter.objects.filter(kind="role").count() == 2
    )
    with pytest.raises(SheetRefused, match="đã được thực hiện"):
        carry_out_roster(actor=administrator, roster=seen.intake, sign=seen.sign, address=str)
    again = roster_account(administrator, receive_roster(actor=administrator, name="b.xlsx", content=book(
        ("Vũ Mới", "moi@thu.example", "PBC", "Biên tập viên", None, None),
        ("Vũ Mới", "moi@thu.example", "PBC › " + unit.name, "Quản trị viên", None, None),
    )))  # fmt: skip
    assert fates(again) == ["same", "conflict"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("A", "a@thu.example", "Sở Lạ", "người xem", None, None), "tên lạ không bao giờ"),
        (("A", "a@thu.example", "Phòng Xa", "người xem", None, None), "không phải quản trị viên"),
        (("A", "a@thu.example", None, "người xem", None, None), "thiếu đơn vị"),
        (("A", "a thu.example", "PBC", "người xem", None, None), "viết chưa đúng"),
        ((None, "a@thu.example", "PBC", "người xem", None, None), "thiếu họ và tên"),
        (("A", "a@thu.example", "PBC", "giám đốc", None, None), "không có vai trò"),
        (("A", "a@thu.example", "PBC", "người xem", "31/2/2027", None), "viết chưa đúng"),
        (("A", "a@thu.example", "PBC", "người xem", "1/7/2027", "1/6/2027"), "trước “Từ ngày”"),
        (("A" * 130, "a@thu.example", "PBC", "người xem", None, None), "quá dài"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_done_says_why_and_does_nothing(administrator, below, row, why) -> None:
    seen = taken(administrator, row)
    assert fates(seen) == ["conflict"] and why in seen.lines[0].said
    units = Unit.objects.count()
    with pytest.raises(SheetRefused):
        carry_out_roster(actor=administrator, roster=seen.intake, sign=seen.sign, address=str)
    assert Unit.objects.count() == units and not Invitation.objects.exists()


def test_a_list_never_leaves_a_unit_to_nobody(unit, administrator, colleague) -> None:
    down = (None, administrator.email, unit.name, "người xem", None, None)
    assert fates(taken(administrator, down)) == ["conflict"]
    seen = taken(administrator, down, (None, colleague.email, unit.name, "quản trị viên", None, None))
    assert fates(seen) == ["change", "change"]
    carry_out_roster(actor=administrator, roster=seen.intake, sign=seen.sign, address=str)
    assert may(colleague, unit.pk, Role.ADMINISTRATOR) and not may(administrator, unit.pk, Role.EDITOR)


def test_what_changed_since_it_was_looked_at_stops_it(unit, administrator, colleague, owner) -> None:
    seen = taken(administrator, (None, colleague.email, unit.name, "biên tập viên", None, None))
    grant_role(actor=administrator, user=colleague, unit=unit, role=Role.COORDINATOR)
    revoke_role(actor=administrator, membership=Membership.objects.get(user=colleague, role=Role.COORDINATOR))
    with pytest.raises(SeenOtherwise):
        carry_out_roster(actor=administrator, roster=seen.intake, sign=seen.sign, address=str)
    with pytest.raises(PermissionDenied):
        carry_out_roster(actor=owner, roster=seen.intake, sign=seen.sign, address=str)


def test_an_account_elsewhere_looks_like_none(administrator, stranger, below) -> None:
    rows = [
        ("Ai Đó", email, "PBC", "người xem", None, None) for email in (stranger.email, "chua@thu.example")
    ]
    first, second = taken(administrator, *rows).lines
    assert (first.fate, first.said, first.full_name) == (second.fate, second.said, second.full_name)


def test_what_goes_out_comes_in_without_a_change(
    client_of, unit, below, administrator, colleague, stranger
) -> None:
    last = timezone.localdate() + timedelta(days=9)
    grant_role(actor=administrator, user=colleague, unit=below, role=Role.EDITOR, until=last)
    content = client_of(administrator).get(OUT).content
    sheet = load_workbook(io.BytesIO(content)).active
    emails = {row[1] for row in sheet.iter_rows(min_row=3, values_only=True)}
    assert emails == {administrator.email, colleague.email}
    assert any(f"Phòng Báo chí › {unit.name}" in row for row in sheet.iter_rows(values_only=True))
    seen = roster_account(administrator, receive_roster(actor=administrator, name="a.xlsx", content=content))
    assert fates(seen) == ["same"] * 3
    assert AuditEntry.objects.filter(verb="export").count() == 1


def test_sheets_are_for_administrators(client_of, owner, colleague, stranger, administrator, below) -> None:
    held = receive_roster(
        actor=administrator, name="a.xlsx", content=book(("A", "a@thu.example", "PBC", "x", None, None))
    )
    urls = (OUT, IN, reverse("organisation:roster-template"), reverse("organisation:roster", args=[held.pk]))
    for user in (owner, colleague, stranger):
        assert {client_of(user).get(url).status_code for url in urls} == {404}
    assert {client_of(administrator).get(url).status_code for url in urls} == {200}
    assert {client_of().get(url).status_code for url in urls} == {302}


def test_a_file_is_looked_at_then_carried_out_on_the_screen(
    client_of, administrator, below, settings
) -> None:
    client = client_of(administrator)
    bad = client.post(IN, {"file": SimpleUploadedFile("a.xlsx", b"khong phai")})
    assert "không phải bảng tính" in bad.content.decode() and not Roster.objects.exists()
    rows = (
        ("A Một", "a@thu.example", "PBC", "người xem", None, None),
        ("B", "b@thu.example", "Lạ", "người xem", None, None),
    )
    page = client.post(IN, {"file": SimpleUploadedFile("a.xlsx", book(*rows))}, follow=True)
    assert "1 vướng" in page.content.decode() and "Thực hiện 1 dòng" in page.content.decode()
    done = client.post(page.redirect_chain[-1][0], {"sign": page.context["seen"].sign})
    assert done.context["links"][0].link in done.content.decode()  # no mail server here: the links are shown
    assert [offer.email for offer in Invitation.objects.all()] == ["a@thu.example"]


def test_broken_and_strange_files_change_nothing(administrator) -> None:
    with pytest.raises(FileRefused):
        receive_roster(actor=administrator, name="a.xlsx", content=b"PK\x03\x04")
    with pytest.raises(SheetRefused, match="Không thấy cột"):
        receive_roster(actor=administrator, name="a.xlsx", content=book(("1", "2"), head=("Một", "Hai")))
    with pytest.raises(SheetRefused):
        receive_roster(actor=administrator, name="a.xlsx", content=book())


@pytest.mark.parametrize("number", [1, 3])
def test_an_account_takes_the_same_queries_for_any_number(
    administrator, below, django_assert_num_queries, number
) -> None:
    rows = [(f"N {n}", f"n{n}@thu.example", "PBC", "người xem", None, None) for n in range(number)]
    roster = receive_roster(actor=administrator, name="a.xlsx", content=book(*rows))
    with django_assert_num_queries(4):  # units, own units, known people, invitations
        roster_account(administrator, roster)


def test_old_lists_go_with_the_addresses_in_them(administrator) -> None:
    held = receive_roster(
        actor=administrator, name="a.xlsx", content=book(("A", "a@thu.example", "x", "x", None, None))
    )
    Roster.objects.filter(pk=held.pk).update(entered_at=timezone.now() - timedelta(days=40))
    assert Roster.forget_old() == 1 and not User.objects.filter(email="a@thu.example").exists()
