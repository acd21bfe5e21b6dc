"""The screens of documents over HTTP: for whom, at what cost, with and without JavaScript."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from quyen.sources.enums import FileState
from quyen.sources.models import Delivery, SourceFile
from tests.factories.readings import make_read_plan, make_source

LIST_QUERIES, DELIVERY_QUERIES = 9, 7
TEXT = "KẾ HOẠCH\nTruyền thông năm 2025\n".encode()


def file(name: str = "ke-hoach.txt", data: bytes = TEXT) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def send(client, unit, *files, **more):
    return client.post(reverse("sources:upload"), {"unit": unit.pk, "files": list(files)}, **more)


@pytest.fixture
def source(client_of, editor, unit) -> SourceFile:
    send(client_of(editor), unit, file())
    return SourceFile.objects.get()


def test_the_list_for_each_of_the_cast(client_of, source, owner, colleague, stranger) -> None:
    address = reverse("sources:list")
    assert "ke-hoach.txt" in client_of(owner).get(address).content.decode()
    shown = client_of(colleague).get(address).content.decode()
    assert "ke-hoach.txt" in shown
    assert 'type="file"' not in shown
    assert "ke-hoach.txt" not in client_of(stranger).get(address).content.decode()
    assert client_of().get(address).status_code == 302


def test_every_view_of_a_file_is_closed_to_strangers(client_of, source, colleague, stranger, editor) -> None:
    views = [
        ("get", reverse("sources:delivery", args=[source.delivery_id]), 200, 200),
        ("get", reverse("sources:download", args=[source.pk]), 200, 200),
        ("get", reverse("sources:replace", args=[source.pk]), 404, 200),
        ("post", reverse("sources:replace", args=[source.pk]), 404, 422),
        ("post", reverse("sources:read_again", args=[source.pk]), 404, 302),
        ("get", reverse("sources:upload"), 403, 200),
        ("post", reverse("sources:read_outdated"), 403, 302),
    ]
    for method, address, viewer, edits in views:
        if str(source.pk) in address or "lan-nhan" in address:
            assert getattr(client_of(stranger), method)(address).status_code == 404, address
        assert getattr(client_of(colleague), method)(address).status_code == viewer, address
        assert getattr(client_of(editor), method)(address).status_code == edits, address
        assert getattr(client_of(), method)(address).status_code == 302, address


def test_nobody_uploads_into_a_unit_that_is_not_theirs(client_of, colleague, stranger, unit) -> None:
    assert send(client_of(colleague), unit, file()).status_code == 403
    assert send(client_of(stranger), unit, file()).status_code == 422
    assert not SourceFile.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries(client_of, owner, unit, rows, django_assert_num_queries) -> None:
    for number in range(rows):
        plan = make_read_plan(unit)
        make_source(unit, f"moi-{number}.txt", replaces=plan.source)
    client = client_of(owner)
    with django_assert_num_queries(LIST_QUERIES):
        assert client.get(reverse("sources:list")).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_a_delivery_takes_the_same_queries(client_of, owner, unit, rows, django_assert_num_queries) -> None:
    client = client_of(owner)
    send(
        client,
        unit,
        *(file(f"{n}.txt", TEXT + str(n).encode()) for n in range(rows)),
        file("x.bin", b"\0\1\2" * 99),
    )
    with django_assert_num_queries(DELIVERY_QUERIES):
        client.get(reverse("sources:delivery", args=[Delivery.objects.get().pk]))


def test_many_files_by_the_plain_form(client_of, editor, unit) -> None:
    shown = client_of(editor).post(
        reverse("sources:upload"),
        {"unit": unit.pk, "files": [file("a.txt"), file("rong.docx", b""), file("b.txt", TEXT + b"2")]},
        follow=True,
    )
    body = shown.content.decode()
    assert SourceFile.objects.count() == 2
    assert "rong.docx" in body
    assert "Tệp rỗng" in body
    assert "Đã xong 0 trên 2 tệp" in body
    assert 'hx-trigger="every 1s"' in body


def test_one_file_a_request_into_the_same_delivery(client_of, editor, unit) -> None:
    client = client_of(editor)
    first = send(client, unit, file("a.txt"), HTTP_ACCEPT="application/json").json()
    second = client.post(
        reverse("sources:upload"),
        {"unit": unit.pk, "files": [file("b.txt")], "delivery": first["delivery"]},
        HTTP_ACCEPT="application/json",
    ).json()
    assert first["address"] == reverse("sources:delivery", args=[first["delivery"]])
    assert (second["delivery"], second["known"], second["new"]) == (first["delivery"], first["new"], [])
    shown = client.get(first["address"]).content.decode()
    assert "Đã có từ trước" in shown


def test_a_delivery_of_another_is_not_joined(client_of, editor, unit, stranger, other_unit) -> None:
    foreign = Delivery.objects.create(unit=other_unit)
    sent = {"unit": unit.pk, "files": [file()], "delivery": foreign.pk}
    assert client_of(editor).post(reverse("sources:upload"), sent).status_code == 404


def test_an_upload_without_files_is_said(client_of, editor, unit) -> None:
    assert client_of(editor).post(reverse("sources:upload"), {"unit": unit.pk}).status_code == 422
    answer = client_of(editor).post(
        reverse("sources:upload"), {"unit": unit.pk}, HTTP_ACCEPT="application/json"
    )
    assert (answer.status_code, "files" in answer.json()["errors"]) == (422, True)


def test_a_live_part_is_sent_when_it_changed_and_asks_no_more_at_the_end(client_of, owner, unit) -> None:
    source = make_source(unit, state=FileState.READING)
    client, asks = client_of(owner), {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "live"}
    for address in (reverse("sources:list"), reverse("sources:delivery", args=[source.delivery_id])):
        SourceFile.objects.filter(pk=source.pk).update(state=FileState.READING)
        page = client.get(address)
        assert f"so={page.context['page'].sign}" in page.content.decode()
        assert client.get(address, {"so": page.context["page"].sign}, **asks).status_code == 204
        SourceFile.objects.filter(pk=source.pk).update(state=FileState.READ)
        part = client.get(address, {"so": page.context["page"].sign}, **asks).content.decode()
        assert "đã đọc" in part
        assert "<html" not in part
        assert "hx-trigger" not in part


def test_a_failed_file_says_why_and_offers_to_read_again(client_of, editor, unit) -> None:
    source = make_source(unit, state=FileState.FAILED, error="Trang 3 bị hỏng.", advice="Quét lại trang 3.")
    client = client_of(editor)
    shown = client.get(reverse("sources:list")).content.decode()
    assert "Trang 3 bị hỏng." in shown
    assert "Quét lại trang 3." in shown
    back = client.post(reverse("sources:read_again", args=[source.pk]), {"next": "https://evil.example/"})
    assert back.url == reverse("sources:list")
    source.refresh_from_db()
    assert (source.state, source.error) == (FileState.QUEUED, "")


def test_the_original_comes_back_as_a_file_to_save(client_of, colleague, source) -> None:
    answer = client_of(colleague).get(reverse("sources:download", args=[source.pk]))
    assert b"".join(answer.streaming_content) == TEXT
    assert answer["Content-Disposition"] == 'attachment; filename="ke-hoach.txt"'
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == (
        "nosniff",
        "application/octet-stream",
    )


def test_a_lost_original_is_not_found(client_of, owner, unit) -> None:
    source = make_source(unit)
    assert client_of(owner).get(reverse("sources:download", args=[source.pk])).status_code == 404


def test_a_file_is_replaced_by_its_form(client_of, editor, source) -> None:
    address = reverse("sources:replace", args=[source.pk])
    client = client_of(editor)
    same = client.post(address, {"file": file()})
    assert (same.status_code, "đã có ở đây" in same.content.decode()) == (422, True)
    client.post(address, {"file": file("ban-moi.txt", TEXT + b"moi")})
    assert SourceFile.objects.get(name="ban-moi.txt").replaces == source
