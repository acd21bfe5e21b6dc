"""The list of units at a day, and the page of one unit's life."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from quyen.accounts.models import User
from quyen.organisation.actions import grant_role, open_unit, record_succession
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.models import Unit, UnitVersion
from quyen.organisation.queries import Facts, Part

pytestmark = pytest.mark.django_db
JULY = date(2025, 7, 1)


@pytest.fixture
def merged():
    can_tho = open_unit(actor=None, name="Thành phố Cần Thơ", kind=UnitKind.PROVINCE, code="92")
    soc_trang = open_unit(actor=None, name="Tỉnh Sóc Trăng", kind=UnitKind.PROVINCE, code="94")
    open_unit(actor=None, name="Sở Tư pháp thành phố Cần Thơ", kind=UnitKind.DEPARTMENT, parent=can_tho)
    record_succession(
        actor=None, kind=SuccessionKind.MERGE, day=JULY, basis="Nghị quyết số 202/2025/QH15",
        changes={can_tho.pk: Facts("Thành phố Cần Thơ", UnitKind.PROVINCE, code="92"), soc_trang.pk: None},
        parts=[Part(soc_trang.pk, can_tho.pk)],
    )  # fmt: skip
    return can_tho, soc_trang


def test_the_list_shows_the_units_of_the_day(client_of, colleague, merged) -> None:
    client = client_of(colleague)
    today = client.get(reverse("organisation:units")).content.decode()
    then = client.get(reverse("organisation:units"), {"ngay": "2024-12-31"}).content.decode()
    assert "Thành phố Cần Thơ" in today and "Tỉnh Sóc Trăng" not in today
    assert "Thành phố Cần Thơ" in then and "Tỉnh Sóc Trăng" in then


@pytest.mark.parametrize("words", ["Sóc Trăng", "soc trang", "TRANG SOC"])
def test_a_name_is_found_with_and_without_marks(client_of, colleague, merged, words) -> None:
    page = client_of(colleague).get(reverse("organisation:units"), {"ngay": "2024-12-31", "tim": words})
    assert "Tỉnh Sóc Trăng" in page.content.decode()


def test_those_under_a_unit(client_of, colleague, merged) -> None:
    page = client_of(colleague).get(reverse("organisation:units"), {"duoi": merged[0].pk}).content.decode()
    assert "Sở Tư pháp thành phố Cần Thơ" in page and "<h1>Thành phố Cần Thơ</h1>" in page


@pytest.mark.parametrize(
    "asked", [{"ngay": "x"}, {"duoi": "9" * 40}, {"trang": "-1"}, {"duoi": "0"}, {"trang": "999"}]
)
def test_what_makes_no_sense_counts_as_not_asked(client_of, colleague, merged, asked) -> None:
    assert client_of(colleague).get(reverse("organisation:units"), asked).status_code == 200


def test_the_life_of_a_unit(client_of, colleague, merged) -> None:
    can_tho, soc_trang = merged
    page = client_of(colleague).get(reverse("organisation:unit", args=[can_tho.pk])).content.decode()
    assert "Nghị quyết số 202/2025/QH15" in page and "Tỉnh Sóc Trăng" in page
    gone = client_of(colleague).get(reverse("organisation:unit", args=[soc_trang.pk])).content.decode()
    assert "không còn hoạt động" in gone and "Thành phố Cần Thơ" in gone


@pytest.mark.parametrize("name", ["units", "unit"])
def test_nobody_sees_units_without_signing_in(client_of, merged, name) -> None:
    args = [merged[0].pk] if name == "unit" else []
    assert client_of(None).get(reverse(f"organisation:{name}", args=args)).status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_queries(client_of, colleague, django_assert_num_queries, number) -> None:
    top = open_unit(actor=None, name="Tỉnh Thử", kind=UnitKind.PROVINCE)
    for at in range(number):
        open_unit(actor=None, name=f"Xã {at}", kind=UnitKind.COMMUNE, parent=top)
    client = client_of(colleague)
    with django_assert_num_queries(8):
        client.get(reverse("organisation:units"), {"duoi": top.pk})


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_takes_the_same_queries(client_of, colleague, django_assert_num_queries, number) -> None:
    top = open_unit(actor=None, name="Tỉnh Thử", kind=UnitKind.PROVINCE)
    for at in range(number):
        gone = open_unit(actor=None, name=f"Tỉnh {at}", kind=UnitKind.PROVINCE)
        record_succession(
            actor=None, kind=SuccessionKind.ABOLISH, day=date(2025, 7, 1 + at), basis="Nghị quyết", changes={gone.pk: None},
            parts=[Part(gone.pk, top.pk)],
        )  # fmt: skip
    client = client_of(colleague)
    with django_assert_num_queries(10):
        client.get(reverse("organisation:unit", args=[top.pk]))


def test_the_people_of_a_unit_are_seen_from_above_and_not_from_beside(
    client_of, merged, stranger, administrator
) -> None:
    can_tho = merged[0]
    department = can_tho.children.get()
    grant_role(actor=None, user=administrator, unit=can_tho, role=Role.ADMINISTRATOR)
    grant_role(
        actor=None,
        user=User.objects.create_user("an@thu.example", "x", full_name="Lý An"),
        unit=department,
        role=Role.EDITOR,
    )
    url = reverse("organisation:unit", args=[department.pk])
    from_above = client_of(administrator).get(url).content.decode()
    assert "Lý An" in from_above and f"{reverse('organisation:invite')}?don_vi={department.pk}" in from_above
    assert "Lý An" not in client_of(stranger).get(url).content.decode()


def test_addresses_of_large_numbers_have_no_separators(client_of, colleague, merged) -> None:
    """10.839 would be no number to the page that is asked."""
    far = Unit.objects.create(pk=10_839, name="Tỉnh Xa", kind=UnitKind.PROVINCE)
    UnitVersion.objects.create(unit=far, name="Tỉnh Xa", kind=UnitKind.PROVINCE)
    open_unit(actor=None, name="Xã Xa", kind=UnitKind.COMMUNE, parent=far)
    for url, asked in (
        (reverse("organisation:units"), {}),
        (reverse("organisation:unit", args=[far.pk]), {}),
    ):
        assert "duoi=10839" in client_of(colleague).get(url, asked).content.decode()
