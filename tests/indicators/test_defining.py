"""An indicator is defined by who leads it, changed with a reason, and a unit's own stays with the unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.accounts.models import AuditEntry
from quyen.core.arithmetic import year
from quyen.indicators.actions import (
    Definition,
    DefinitionRefused,
    Given,
    Level,
    ValueRefused,
    change_indicator,
    define_indicator,
    report_value,
    set_targets,
)
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator, IndicatorTarget, Observation
from quyen.indicators.queries import indicator_sheet, named_indicators, reaches_all
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import UnitKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish(unit) -> Definition:
    return Definition(
        name="Lớp tập huấn", definition="Số lớp đã mở.", measured_in="lớp", given_by=(UnitKind.DEPARTMENT,),
        owner=unit, since=date(2024, 1, 1), parts=("nữ", "nam"),
    )  # fmt: skip


@pytest.fixture
def one(wish, owner) -> Indicator:
    return define_indicator(actor=owner, code="L1", given=wish)


def posted(**more: str) -> dict[str, str]:
    return {
        "code": "L2", "name": "Buổi nói chuyện", "definition": "Số buổi.", "measured_in": "buổi", "direction": "up",
        "rule": "sum", "rhythm": "3", "due_days": "15", "given_by": "department", "since": "01/01/2024",
        "parts": "nữ\r\nnam", "muc-TOTAL_FORMS": "2", "muc-INITIAL_FORMS": "0", "muc-0-year": "2027",
        "muc-0-value": "12,5", "muc-1-year": "", "muc-1-value": "",
    } | more  # fmt: skip


def test_who_may_define_and_change(client_of, one, unit, owner, editor, colleague, stranger) -> None:
    edit, new = reverse("indicators:edit", args=["L1"]), reverse("indicators:new")
    statuses = [
        [client_of(user).get(address).status_code for address in (new, edit)]
        for user in (owner, editor, colleague, stranger, None)
    ]
    assert statuses == [[200, 200], [403, 404], [403, 404], [200, 404], [302, 302]]
    body = posted(owner=str(unit.pk))
    assert client_of(stranger).post(new, body).status_code == 422  # not a unit of theirs
    assert client_of(stranger).post(edit, body | {"reason": "x"}).status_code == 404
    assert not Indicator.objects.filter(code="L2").exists()


def test_an_indicator_is_defined_and_changed_on_screen(client_of, unit, owner) -> None:
    client, body = client_of(owner), posted(owner=str(unit.pk))
    page = client.get(reverse("indicators:new") + f"?ten=Mở+lớp&nam=2028&muc=20&chu_tri={unit.pk}&muc_cao=x")
    assert 'value="Mở lớp"' in page.content.decode() and 'value="2028"' in page.content.decode()
    assert client.post(reverse("indicators:new"), body).status_code == 302
    made = Indicator.objects.get(code="L2")
    assert (made.owner, made.is_national, made.parts, made.rhythm) == (unit, False, ["nữ", "nam"], 3)
    assert IndicatorTarget.objects.get().value == Decimal("12.5")
    assert "Mã L2 đã có" in client.post(reverse("indicators:new"), body).content.decode()
    edit = reverse("indicators:edit", args=["L2"])
    body |= {"seen": seen(client, edit)}
    again = client.post(edit, body | {"definition": "Số buổi đã mở.", "muc-0-value": "13"})
    assert "cần nêu lý do" in again.content.decode()
    assert IndicatorTarget.objects.get().value == Decimal("12.5")  # neither words nor levels
    body |= {"definition": "Số buổi đã mở.", "reason": "Theo công văn 5", "muc-0-value": "13"}
    assert client.post(edit, body).status_code == 302
    assert IndicatorTarget.objects.get().value == 13
    last = AuditEntry.objects.filter(subject="indicators.Indicator", after__has_key="reason").get()
    assert last.after == {"definition": "Số buổi đã mở.", "reason": "Theo công văn 5"}
    half = client.post(
        edit, body | {"seen": seen(client, edit)} | {"muc-1-year": "2030", "muc-1-value": ""}
    ).content.decode()
    assert "cả năm và con số" in half
    assert "muc-4-year" in client.post(edit, body | {"them": "1"}).content.decode()


def seen(client, address: str) -> str:
    return client.get(address).context["form"]["seen"].value()


def test_two_people_at_one_definition_see_both_versions(client_of, one, unit, owner) -> None:
    client, edit = client_of(owner), reverse("indicators:edit", args=["L1"])
    first = posted(owner=str(unit.pk), name="Lớp tập huấn", parts="nữ", seen=seen(client, edit))
    second = first | {"name": "Khóa tập huấn", "muc-0-value": "20", "reason": "Công văn 9"}
    assert client.post(edit, first | {"reason": "Công văn 8"}).status_code == 302
    answer = client.post(edit, second)
    assert answer.status_code == 422 and "Người khác vừa sửa" in answer.content.decode()
    assert [(row.label, row.mine, row.theirs) for row in answer.context["differences"]] == [
        ("Tên", "Khóa tập huấn", "Lớp tập huấn"),
        ("Mức phải đạt theo năm", "2027: 20", "2027: 12,5"),
    ]
    assert answer.context["saved_by"].actor == owner and 'value="Khóa tập huấn"' in answer.content.decode()
    one.refresh_from_db()
    assert (one.name, one.measured_in, one.targets.get().value) == ("Lớp tập huấn", "buổi", Decimal("12.5"))
    again = second | {"seen": answer.context["form"]["seen"].value()}  # knowing of the other one
    assert client.post(edit, again).status_code == 302
    one.refresh_from_db()
    assert (one.name, one.targets.get().value) == ("Khóa tập huấn", 20)


@pytest.mark.parametrize("code", ["", "a b", "moi", "Đ1", "x" * 21, ".", "a/b", "l1"])
def test_a_code_that_cannot_be_is_refused(one, wish, owner, code) -> None:
    with pytest.raises(DefinitionRefused):
        define_indicator(actor=owner, code=code, given=wish)


def test_rule_rhythm_and_parts_in_use_stay_once_values_stand(one, wish, unit, owner) -> None:
    change_indicator(
        actor=owner, indicator=one, given=replace(wish, rule=Rule.LATEST), reason="chưa có số liệu"
    )
    change_indicator(actor=owner, indicator=one, given=wish, reason="lại như cũ")
    report_value(actor=None, indicator=one, unit=unit, period=year(2024), given=Given(Decimal(2), part="nữ"))
    for other in ({"rule": Rule.LATEST}, {"rhythm": 3}, {"parts": ("nam",)}):
        with pytest.raises(DefinitionRefused):
            change_indicator(actor=owner, indicator=one, given=replace(wish, **other), reason="x")
    one.refresh_from_db()
    assert (one.rule, one.rhythm, one.parts) == (Rule.SUM, 12, ["nữ", "nam"])
    assert not change_indicator(actor=owner, indicator=one, given=wish, reason="")  # nothing changed


def test_levels_are_replaced_as_a_whole(one, owner, editor) -> None:
    assert set_targets(actor=owner, indicator=one, levels=[Level(2027, Decimal(5)), Level(2028, Decimal(8))])
    assert not set_targets(
        actor=owner, indicator=one, levels=[Level(2028, Decimal(8)), Level(2027, Decimal(5))]
    )
    for wrong in ([Level(2027, Decimal(1))] * 2, [Level(2027, Decimal(5), Decimal(4))]):
        with pytest.raises(DefinitionRefused):
            set_targets(actor=owner, indicator=one, levels=wrong)
    with pytest.raises(PermissionDenied):
        set_targets(actor=editor, indicator=one, levels=[])
    assert one.targets.count() == 2


def test_only_a_superuser_makes_it_national_or_gives_it_to_a_strange_unit(
    one, wish, owner, other_unit, stranger
) -> None:
    for other in ({"is_national": True}, {"owner": other_unit}):
        with pytest.raises(PermissionDenied):
            change_indicator(actor=owner, indicator=one, given=replace(wish, **other), reason="x")
    with pytest.raises(PermissionDenied):
        define_indicator(actor=owner, code="L9", given=replace(wish, is_national=True))
    owner.is_superuser = True
    given = replace(wish, owner=other_unit, is_national=True)
    assert change_indicator(actor=owner, indicator=one, given=given, reason="Bàn giao")
    assert reaches_all(stranger)


def test_an_indicator_without_an_owner_is_the_superusers(client_of, wish, owner) -> None:
    one = define_indicator(actor=None, code="T9", given=replace(wish, owner=None, is_national=True))
    with pytest.raises(PermissionDenied):
        change_indicator(actor=owner, indicator=one, given=wish, reason="x")
    assert client_of(owner).get(reverse("indicators:edit", args=["T9"])).status_code == 404
    owner.is_superuser = True
    owner.save()
    assert "is_national" in client_of(owner).get(reverse("indicators:edit", args=["T9"])).content.decode()


def test_a_units_own_indicator_stays_with_the_unit(
    client_of, one, unit, other_unit, owner, colleague, stranger
) -> None:
    """To define one gives nobody the view of other units, and asks nothing of them."""
    below = open_unit(actor=None, name="Phòng Dưới", kind=UnitKind.DEPARTMENT, parent=unit)
    assert not reaches_all(owner) and "L1" not in {x.code for x in named_indicators(stranger)}
    today = date(2026, 11, 27)
    codes = [{line.indicator.code for line in indicator_sheet(year(2025), None, pk, today)}
             for pk in (below.pk, other_unit.pk, None)]  # fmt: skip
    assert codes == [{"L1"}, set(), set()]
    with pytest.raises(ValueRefused, match="cơ quan chủ trì"):
        given = Given(Decimal(1))
        report_value(actor=stranger, indicator=one, unit=other_unit, period=year(2025), given=given)
    page = reverse("indicators:indicator", args=["L1"])
    assert [client_of(user).get(page).status_code for user in (owner, colleague, stranger)] == [200, 200, 404]
    assert (
        client_of(stranger).get(reverse("indicators:values", args=["L1", other_unit.pk])).status_code == 404
    )
    assert not Observation.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_asks_as_many_queries_for_three_levels_as_for_one(
    client_of, one, owner, count, django_assert_num_queries
) -> None:
    levels = [Level(2026 + at, Decimal(1)) for at in range(count)]
    set_targets(actor=owner, indicator=one, levels=levels)
    client = client_of(owner)
    address = reverse("indicators:edit", args=["L1"])
    client.get(address)
    with django_assert_num_queries(8):
        client.get(address)
