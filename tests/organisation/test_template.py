"""The usual departments of a province: seen beforehand, founded where missing, edits kept, safe to apply twice."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.organisation.actions import carry_out, change_unit, grant_role, open_unit, undo_succession
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.actions.template import apply_template
from quyen.organisation.actions.units import UnitRefused
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.models import Succession, Unit
from quyen.organisation.queries.template import template_page

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)


@pytest.fixture
def province(administrator):
    made = open_unit(actor=None, name="Thành phố Cần Thơ", kind=UnitKind.PROVINCE)
    grant_role(actor=None, user=administrator, unit=made, role=Role.ADMINISTRATOR)
    return made


def usual(province: Unit) -> dict[int, str]:
    return {line.key: line.name for line in template_page(province).lines if line.is_usual}


def apply(province: Unit, wanted: dict[int, str], actor=None) -> Succession | None:
    return apply_template(actor=actor, province=province, day=DAY, basis="Nghị định 150", wanted=wanted)


def test_names_fit_the_province(province) -> None:
    names = {line.name for line in template_page(province).lines}
    assert {"Sở Tư pháp thành phố Cần Thơ", "Ban Tuyên giáo và Dân vận Thành ủy Cần Thơ"} <= names
    province.name = "Tỉnh Hậu Giang"
    names = {line.name for line in template_page(province).lines}
    assert {"Sở Tư pháp tỉnh Hậu Giang", "Ban Tuyên giáo và Dân vận Tỉnh ủy Hậu Giang"} <= names


def test_applying_twice_changes_nothing_and_all_is_undone_together(province) -> None:
    made = apply(province, usual(province))
    assert made is not None and province.children.count() == len(usual(province)) > 20
    units = list(Unit.objects.order_by("pk").values_list())
    assert apply(province, usual(province)) is None
    assert list(Unit.objects.order_by("pk").values_list()) == units
    undo_succession(actor=None, succession=made)
    assert not province.children.exists()


def test_edits_are_kept_whichever_way_they_were_made(province) -> None:
    apply(province, usual(province))
    law, health, home = (
        Unit.objects.get(name=f"{name} thành phố Cần Thơ") for name in ("Sở Tư pháp", "Sở Y tế", "Sở Nội vụ")
    )
    change_unit(actor=None, unit=law, name="Sở Pháp luật thành phố Cần Thơ")  # corrected
    rename = Wish(
        SuccessionKind.RENAME, date(2026, 8, 1), "Nghị quyết", (health.pk,), name="Sở Sức khỏe Cần Thơ"
    )
    carry_out(actor=None, wish=rename)
    carry_out(
        actor=None, wish=Wish(SuccessionKind.ABOLISH, date(2026, 8, 1), "Nghị quyết", (home.pk,), law.pk)
    )
    assert apply(province, usual(province)) is None
    known = {line.name: line.known for line in template_page(province).lines}
    assert known["Sở Y tế thành phố Cần Thơ"] == health and known["Sở Nội vụ thành phố Cần Thơ"] == home


def test_departments_that_came_with_a_merged_province_are_known(province) -> None:
    other = open_unit(actor=None, name="Tỉnh Hậu Giang", kind=UnitKind.PROVINCE)
    law = open_unit(actor=None, name="Sở Tư pháp tỉnh Hậu Giang", kind=UnitKind.DEPARTMENT, parent=other)
    wish = Wish(SuccessionKind.MERGE, DAY, "Nghị quyết", (province.pk, other.pk), province.pk)
    carry_out(actor=None, wish=wish)
    known = {line.name: line.known for line in template_page(province).lines}
    assert known["Sở Tư pháp thành phố Cần Thơ"] == law


def test_what_cannot_be_is_refused(province) -> None:
    key, other = list(usual(province))[:2]
    for wanted in ({key: " "}, {key: "x" * 201}, {key: "Sở A", other: "Sở A"}):
        with pytest.raises(UnitRefused):
            apply(province, wanted)
    assert not province.children.exists()


def test_only_an_administrator_of_the_province(
    client_of, province, administrator, owner, colleague, stranger
) -> None:
    url = reverse("organisation:template", args=[province.pk])
    for user in (owner, colleague, stranger):
        assert client_of(user).get(url).status_code == 404
        with pytest.raises(PermissionDenied):
            apply(province, usual(province), actor=user)
    assert client_of(None).get(url).status_code == 302
    page = client_of(administrator).get(url).content.decode()
    assert "Sở Tư pháp thành phố Cần Thơ" in page and not province.children.exists()


def test_the_screen_keeps_what_was_typed_and_founds_what_was_ticked(
    client_of, province, administrator
) -> None:
    url, client = reverse("organisation:template", args=[province.pk]), client_of(administrator)
    key = next(iter(usual(province)))
    given = {"lay": [key], f"ten-{key}": "Văn phòng Cần Thơ", "day": "x", "basis": "Nghị định 150"}
    again = client.post(url, given).content.decode()
    assert "Văn phòng Cần Thơ" in again and "Ngày viết chưa đúng" in again and again.count(" checked") == 1
    done = client.post(url, given | {"day": "2026-07-01"}, follow=True).content.decode()
    assert "Đã lập" in done and [unit.name for unit in province.children.all()] == ["Văn phòng Cần Thơ"]
    assert client.post(url, given | {"day": "2026-07-01", "lay": []}).status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_the_screen_takes_the_same_queries(
    client_of, province, administrator, django_assert_num_queries, number
) -> None:
    for name in ("Sở Tư pháp", "Sở Y tế", "Sở Nội vụ")[:number]:
        open_unit(actor=None, name=f"{name} Cần Thơ", kind=UnitKind.DEPARTMENT, parent=province)
    client = client_of(administrator)
    with django_assert_num_queries(10):
        client.get(reverse("organisation:template", args=[province.pk]))
