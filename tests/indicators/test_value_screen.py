"""A value with its file and its parts: kept together or not at all, and the file opened by who may."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from quyen.indicators.enums import Grade, Rule
from quyen.indicators.models import Indicator, Observation
from quyen.organisation.enums import UnitKind
from quyen.sources.enums import FileState
from quyen.sources.models import Delivery, SourceFile

pytestmark = pytest.mark.django_db
DAY = date(2025, 1, 1)


@pytest.fixture
def one() -> Indicator:
    return Indicator.objects.create(
        code="X1", name="Người dự", definition="Đếm.", measured_in="người", rule=Rule.SUM,
        given_by=[UnitKind.DEPARTMENT], since=date(2020, 1, 1), parts=["nữ", "nam"],
    )  # fmt: skip


@pytest.fixture
def address(one, unit) -> str:
    return reverse("indicators:value", args=[one.code, unit.pk, DAY])


def file(name: str = "so-lieu.xlsx", data: bytes = b"bang so lieu") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def current(part: str = "") -> Observation | None:
    return Observation.objects.current().filter(part=part).first()


def test_a_file_is_kept_as_evidence_and_graded(client_of, address, unit, editor, colleague, stranger) -> None:
    client = client_of(editor)
    assert client.post(address, {"numerator": "10", "seen": "0", "file": file()}).status_code == 302
    held = current()
    assert (held.grade, held.evidence.state, held.evidence.unit) == (Grade.TABLE, FileState.KEPT, unit)
    page = client.get(address).content.decode()
    assert "bảng số liệu đã tải lên" in page and "so-lieu.xlsx" in page
    door = reverse("indicators:evidence", args=[held.pk])
    answer = client_of(colleague).get(door)
    assert (
        b"".join(answer.streaming_content) == b"bang so lieu"
        and "attachment" in answer["Content-Disposition"]
    )
    assert [client_of(user).get(door).status_code for user in (stranger, None)] == [404, 302]
    again = {"numerator": "11", "seen": "1", "reason": "Sót một người"}  # the file stays behind a correction
    assert client.post(address, again).status_code == 302 and current().evidence == held.evidence
    same = {"numerator": "12", "seen": "2", "reason": "x", "file": file("khac.xlsx")}  # the same bytes again
    client.post(address, same)
    assert SourceFile.objects.count() == Delivery.objects.count() == 1
    client.post(address, {"numerator": "12", "seen": "3", "reason": "Nhầm tệp", "drop_file": "on"})
    assert (current().evidence, current().grade) == (None, Grade.NONE)
    assert "cần nêu lý do" in client.post(address, {"seen": "4", "rut": "1"}).content.decode() and current()
    client.post(address, {"seen": "4", "rut": "1", "reason": "Nhầm kỳ"})
    assert current() is None and "Rút số" not in client.get(address).content.decode()
    values = reverse("indicators:values", args=["X1", unit.pk])
    assert "<b>rút số</b>" in client.get(values).content.decode()


def test_the_file_of_a_national_value_is_opened_by_who_leads_it(
    client_of, one, address, other_unit, editor, stranger
) -> None:
    client_of(editor).post(address, {"numerator": "10", "seen": "0", "file": file()})
    door = reverse("indicators:evidence", args=[current().pk])
    assert client_of(stranger).get(door).status_code == 404
    Indicator.objects.update(owner=other_unit)
    assert client_of(stranger).get(door).status_code == 200


def test_a_refused_value_keeps_no_file(client_of, address, editor) -> None:
    answer = client_of(editor).post(address, {"seen": "0", "file": file()})
    assert "Chưa có số" in answer.content.decode()
    wrong = client_of(editor).post(
        address, {"numerator": "1", "seen": "0", "file": file("a.zip", b"PK\x03\x04")}
    )
    assert wrong.status_code == 200 and 'role="alert"' in wrong.content.decode()
    assert (
        not SourceFile.objects.exists() and not Observation.objects.exists() and not Delivery.objects.exists()
    )


def test_parts_are_given_with_the_whole_and_shown(client_of, one, unit, address, editor) -> None:
    client, values = client_of(editor), reverse("indicators:values", args=[one.code, unit.pk])
    over = client.post(address, {"numerator": "10", "part_0": "11", "seen": "0"}).content.decode()
    assert "“nữ” lớn hơn số chung" in over and not Observation.objects.exists()
    assert (
        client.post(address, {"numerator": "10", "part_0": "6", "part_1": "", "seen": "0"}).status_code == 302
    )
    assert current("nữ").numerator == 6 and current("nam") is None  # an empty field is no nought
    assert "cộng lại lớn hơn" not in client.get(values).content.decode()
    later = {
        "numerator": "10",
        "part_0": "6",
        "part_0_seen": "1",
        "part_1": "5",
        "part_1_seen": "0",
        "seen": "1",
    }
    page = client.post(address, later, follow=True).content.decode()  # a part more: nothing is corrected
    assert page.count("cộng lại lớn hơn số chung") == 2  # told once, and marked
    assert current().version == 1 and current("nam").numerator == 5
    emptied = client.post(address, later | {"part_1": "", "part_1_seen": "1", "reason": "x"}).content.decode()
    assert "hãy ghi 0" in emptied and current("nam").numerator == 5
    closed = {"numerator": "", "not_applicable": "on", "seen": "1", "part_0_seen": "1", "part_1_seen": "1",
              "reason": "Không có lớp"}  # fmt: skip
    assert client.post(address, closed).status_code == 302
    assert [current(part).is_applicable for part in ("", "nữ", "nam")] == [False] * 3


def test_parts_of_a_share_have_both_numbers(client_of, one, address, editor) -> None:
    Indicator.objects.update(rule=Rule.RATIO)
    client = client_of(editor)
    body = {"numerator": "10", "denominator": "20", "part_0": "6", "part_0_of": "21", "seen": "0"}
    assert "lớn hơn số chung" in client.post(address, body).content.decode()
    assert client.post(address, body | {"part_0_of": "8"}).status_code == 302
    assert (current("nữ").numerator, current("nữ").denominator) == (6, 8)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_values_asks_as_many_queries_for_three_parts_as_for_one(
    client_of, one, unit, address, editor, count, django_assert_num_queries
) -> None:
    one.parts = ["a", "b", "c"]
    one.save()
    parts = {f"part_{at}": "1" for at in range(count)}
    client = client_of(editor)
    assert client.post(address, {"numerator": "3", "seen": "0", "file": file()} | parts).status_code == 302
    values = reverse("indicators:values", args=[one.code, unit.pk])
    client.get(values)
    with django_assert_num_queries(12):
        client.get(values)
    with django_assert_num_queries(7):
        client.get(address)
