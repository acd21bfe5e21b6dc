"""Entering a change of units on the screen: asked for, seen beforehand, carried out, listed, undone."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from quyen.accounts.models import User
from quyen.organisation.actions import carry_out, grant_role, open_unit, undo_succession
from quyen.organisation.actions.arrangements import Share, Wish
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.forms.wish import _share
from quyen.organisation.models import Membership, Succession, Unit, UnitVersion
from tests.factories.plans import make_plan

pytestmark = pytest.mark.django_db
ENTER, PREVIEW, LIST = (reverse(f"organisation:{name}") for name in ("enter", "preview", "successions"))
BASIS = "Nghị quyết số 9/2026/NQ-HĐND"


def make_two() -> list[Unit]:
    """Two provinces with departments."""
    made = []
    for name in ("Cần Thơ", "Hậu Giang"):
        province = open_unit(actor=None, name=f"Tỉnh {name}", kind=UnitKind.PROVINCE)
        for department in ("Sở Tư pháp", f"Ban Dân tộc {name[:3]}"):
            open_unit(actor=None, name=f"{department} tỉnh {name}", kind=UnitKind.DEPARTMENT, parent=province)
        made.append(province)
    return made


@pytest.fixture(scope="module")
def _two(once):
    return once(make_two)


@pytest.fixture
def two(_two, administrator):
    """Looked after by one administrator."""
    for province in (made := deepcopy(_two)):
        grant_role(actor=None, user=administrator, unit=province, role=Role.ADMINISTRATOR)
    return made


def asked(kind: str, *units: Unit, **more: object) -> dict[str, object]:
    return {"viec": kind, "ngay": "2026-07-01", "can_cu": BASIS, "don_vi": [unit.pk for unit in units]} | more


def text(answer) -> str:
    return answer.content.decode()


def test_a_merger_is_seen_before_and_carried_out_as_seen(client_of, administrator, two) -> None:
    can_tho, hau_giang = two
    office = hau_giang.children.get(name__startswith="Sở")
    person = User.objects.create_user("an@thu.example", "x", full_name="Lý Thị An")
    Membership.objects.create(user=person, unit=office, role=Role.EDITOR)
    make_plan(office, tasks=[{"text": "Mở lớp tập huấn"}])
    client, given = client_of(administrator), asked("merge", can_tho, hau_giang, den=can_tho.pk)
    there = client.get(ENTER, given | {"xem": 1})
    assert there.status_code == 302 and there["Location"].startswith(PREVIEW)
    seen = client.get(there["Location"])
    for words in (
        "Sáp nhập Tỉnh Hậu Giang vào Tỉnh Cần Thơ",
        "Chưa có gì thay đổi",
        "Lý Thị An",
        "1 kế hoạch, 1 nhiệm vụ",
        "Ban Dân tộc Hậu tỉnh Hậu Giang",
        "100%",
    ):
        assert words in text(seen)
    assert not Succession.objects.exists()
    done = client.post(PREVIEW, given | {"sign": seen.context["seen"].sign}, follow=True)
    assert "Đã thực hiện" in text(done) and "Lý Thị An" in text(done)
    made = Succession.objects.get()
    assert (made.entered_by, made.day, made.basis) == (administrator, date(2026, 7, 1), BASIS)
    assert "Sáp nhập Tỉnh Hậu Giang vào Tỉnh Cần Thơ" in text(client.get(LIST))
    client.post(reverse("organisation:undo", args=[made.pk]))
    assert not Succession.objects.exists()


def test_what_changed_since_it_was_seen_is_shown_again_and_not_done(client_of, administrator, two) -> None:
    can_tho, hau_giang = two
    client, given = client_of(administrator), asked("merge", can_tho, hau_giang, den=can_tho.pk)
    sign = client.get(PREVIEW, given).context["seen"].sign
    open_unit(actor=None, name="Sở Y tế tỉnh Hậu Giang", kind=UnitKind.DEPARTMENT, parent=hau_giang)
    again = client.post(PREVIEW, given | {"sign": sign})
    assert "Chưa làm gì" in text(again) and "Sở Y tế tỉnh Hậu Giang" in text(again)
    assert not Succession.objects.exists()


def test_a_split_is_entered_button_by_button(client_of, administrator, two) -> None:
    can_tho, _other = two
    office = can_tho.children.get(name__startswith="Sở")
    client, given = client_of(administrator), asked("split", office)
    page = client.get(ENTER, given | {"them_phan": office.pk})
    assert "đi tiếp" in text(page) and [piece.target for piece in page.context["ask"].pieces] == [office.pk]
    given |= {"phan_den": [office.pk], "phan_ten": [""], "phan_ti_le": ["60"]}
    page = client.get(ENTER, given | {"them_phan": "moi"})
    assert len(page.context["pieces"]) == 2
    given |= {"phan_den": [office.pk, ""], "phan_ten": ["", "Sở Mới"], "phan_ti_le": ["60", "39,5"]}
    assert "99,5%" in text(client.get(ENTER, given | {"xem": 1}))
    given["phan_ti_le"] = ["60", "40"]
    seen = client.get(client.get(ENTER, given | {"xem": 1})["Location"])
    assert "Chia, tách Sở Tư pháp tỉnh Cần Thơ thành" in text(seen) and "40%" in text(seen)
    client.post(PREVIEW, given | {"sign": seen.context["seen"].sign})
    assert Unit.objects.get(name="Sở Mới").parent == can_tho


@pytest.mark.parametrize(
    "given", [{"viec": "x"}, {"don_vi": ["9" * 30, "-1", "x"]}, {"ngay": "31/2/2026"}, {"duoi-5": "x"}, {"phan_ti_le": ["nan"]},
              {"bo_phan": "7"}, {"ten": "\0"}, {"tim": "%_'"}, {"them": "999999999999"}],
)  # fmt: skip
def test_what_makes_no_sense_is_said_and_never_breaks(client_of, administrator, two, given) -> None:
    client = client_of(administrator)
    whole = asked("merge", *two) | given | {"xem": 1}
    assert client.get(ENTER, whole).status_code == 200
    assert client.get(PREVIEW, whole).status_code == 302
    assert client.post(PREVIEW, whole | {"sign": "x"}).status_code == 302


@pytest.mark.parametrize(
    ("percent", "share"),
    [("33,5", "0.335"), ("100 %", "1"), ("0", None), ("101", None), ("nan", None), ("inf", None), ("", None), ("1,00001", None), ("-5", None)],
)  # fmt: skip
def test_a_percent_as_people_write_it(percent, share) -> None:
    found = _share(percent)
    assert (None if found is None else str(found.normalize())) == share


def test_units_are_found_without_marks_and_kept_while_looking(client_of, administrator, two) -> None:
    page = client_of(administrator).get(ENTER, asked("merge", two[0]) | {"tim": "hau giang"})
    assert "Sở Tư pháp tỉnh Hậu Giang" in text(page)
    assert f'name="don_vi" value="{two[0].pk}"' in text(page)


def test_entering_is_for_those_who_look_after_a_unit(
    client_of, administrator, owner, colleague, stranger, two
) -> None:
    for url in (ENTER, PREVIEW):
        for user in (owner, colleague, stranger):
            assert client_of(user).get(url, asked("merge", *two)).status_code == 404
        assert client_of(None).get(url).status_code == 302
    for user in (owner, colleague, stranger):
        assert client_of(user).get(LIST).status_code == 200
        assert "Nhập một lần" not in text(client_of(user).get(LIST))


def test_what_is_not_ones_own_is_named_and_cannot_be_carried_out(client_of, administrator, two) -> None:
    foreign = open_unit(actor=None, name="Tỉnh Xa", kind=UnitKind.PROVINCE)
    reader = User.objects.create_user("bi@thu.example", "x", full_name="Người Kín")
    Membership.objects.create(user=reader, unit=foreign, role=Role.VIEWER)
    client, given = client_of(administrator), asked("merge", two[0], foreign, den=two[0].pk)
    seen = client.get(PREVIEW, given)
    assert "Chưa thực hiện được" in text(seen) and "Thực hiện</button>" not in text(seen)
    assert "Người Kín" not in text(seen) and "1 người" in text(seen)
    refused = client.post(PREVIEW, given | {"sign": seen.context["seen"].sign}, follow=True)
    assert "Chưa thay đổi gì" in text(refused) and not Succession.objects.exists()


def test_undoing_is_for_the_same_people_and_not_under_a_later_change(
    client_of, administrator, owner, stranger, two
) -> None:
    can_tho, hau_giang = two
    wish = Wish(SuccessionKind.MERGE, date(2026, 7, 1), BASIS, (can_tho.pk, hau_giang.pk), can_tho.pk)
    first = carry_out(actor=None, wish=wish)
    url = reverse("organisation:undo", args=[first.pk])
    page = reverse("organisation:succession", args=[first.pk])
    for user in (owner, stranger):
        assert "Hoàn tác…" not in text(client_of(user).get(page))
        assert "Chưa hoàn tác" in text(client_of(user).post(url, follow=True))
    assert client_of(None).post(url).status_code == 302
    assert client_of(administrator).get(url).status_code == 405
    later = Wish(SuccessionKind.RENAME, date(2026, 8, 1), BASIS, (can_tho.pk,), name="Thành phố Tây Đô")
    second = carry_out(actor=None, wish=later)
    shown = text(client_of(administrator).get(page))
    assert "Chưa hoàn tác được" in shown and reverse("organisation:succession", args=[second.pk]) in shown
    assert "hãy hoàn tác thay đổi đó trước" in text(client_of(administrator).post(url, follow=True))
    undo_succession(actor=None, succession=second)
    client_of(administrator).post(url)
    assert UnitVersion.objects.exclude(valid_until=None).count() == 0


def _splits(administrator, number: int) -> None:
    for at in range(number):
        unit = open_unit(actor=None, name=f"Sở {at}", kind=UnitKind.DEPARTMENT)
        half = Decimal("0.5")
        shares = (Share(unit.pk, "", half), Share(None, f"Sở mới {at}", half))
        carry_out(
            actor=None, wish=Wish(SuccessionKind.SPLIT, date(2026, 7, 1), BASIS, (unit.pk,), shares=shares)
        )


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_queries(client_of, administrator, django_assert_num_queries, number) -> None:
    _splits(administrator, number)
    client = client_of(administrator)
    with django_assert_num_queries(10):
        client.get(LIST)


@pytest.mark.parametrize("number", [1, 3])
def test_preview_and_page_take_the_same_queries(
    client_of, administrator, django_assert_num_queries, two, number
) -> None:
    can_tho, hau_giang = two
    for at in range(number):
        office = open_unit(actor=None, name=f"Hội {at}", kind=UnitKind.DEPARTMENT, parent=hau_giang)
        user = User.objects.create_user(f"n{at}@thu.example", "x", full_name=f"Người {at}")
        Membership.objects.create(user=user, unit=hau_giang, role=Role.VIEWER)
        make_plan(hau_giang, tasks=[{"text": f"Việc {office.pk}"}])
    client, given = client_of(administrator), asked("merge", can_tho, hau_giang, den=can_tho.pk)
    with django_assert_num_queries(14):
        client.get(PREVIEW, given)
    made = carry_out(
        actor=None,
        wish=Wish(SuccessionKind.MERGE, date(2026, 7, 1), BASIS, (can_tho.pk, hau_giang.pk), can_tho.pk),
    )
    with django_assert_num_queries(14):
        client.get(reverse("organisation:succession", args=[made.pk]))


def test_an_empty_list_says_what_will_appear(client_of, colleague) -> None:
    assert "Chưa có lần sắp xếp nào" in text(client_of(colleague).get(LIST))
