"""Files come in: kept once, refused with a reason, never stopping one another."""

from __future__ import annotations

import io
import threading
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry
from quyen.core.errors import QuyenError, TooLarge, UnknownKind
from quyen.sources import actions
from quyen.sources.enums import FileState
from quyen.sources.models import Delivery, SourceFile

TEXT = "KẾ HOẠCH\nTruyền thông năm 2025\n".encode()
ODD = bytes(range(256)) * 40


def archive(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return held.getvalue()


def receive(actor, unit, *files: tuple[str, bytes]):
    return actions.receive_files(actor=actor, unit=unit, files=files)


def test_a_file_is_kept_queued_and_traced(editor, unit) -> None:
    received = receive(editor, unit, ("ke-hoach.txt", TEXT))
    (source,) = received.new
    assert (source.state, source.size, source.received_by) == (FileState.QUEUED, len(TEXT), editor)
    with source.content.open("rb") as content:
        assert content.read() == TEXT
    job = ProcrastinateJob.objects.get(task_name="read_file")
    assert (job.args, job.queueing_lock) == ({"source_id": source.pk}, f"file:{source.pk}")
    assert AuditEntry.objects.get(subject="sources.SourceFile").verb == Verb.RECEIVE


def test_the_same_bytes_are_one_file_whatever_their_name(editor, unit) -> None:
    first = receive(editor, unit, ("a.txt", TEXT)).new[0]
    again = receive(editor, unit, ("b.txt", TEXT), ("c.txt", TEXT))
    assert (again.new, [f.pk for f in again.known]) == ([], [first.pk, first.pk])
    assert again.delivery.known == [first.pk]
    assert SourceFile.objects.get().name == "a.txt"
    assert ProcrastinateJob.objects.count() == 1


def test_two_units_each_have_their_own(editor, unit, stranger, other_unit) -> None:
    receive(editor, unit, ("a.txt", TEXT))
    receive(stranger, other_unit, ("a.txt", TEXT))
    assert SourceFile.objects.count() == 2


def test_a_bad_file_never_stops_the_others(editor, unit) -> None:
    received = receive(editor, unit, ("la.bin", ODD), ("rong.docx", b""), ("a.txt", TEXT))
    assert [f.name for f in received.new] == ["a.txt"]
    refused = Delivery.objects.get().refused
    assert [r["name"] for r in refused] == ["la.bin", "rong.docx"]
    assert all(r["reason"] and r["advice"].startswith("Tệp này chưa được nhận.") for r in refused)
    assert not any("giữ nguyên" in r["advice"] for r in refused)


def test_an_archive_becomes_the_files_in_it(editor, unit) -> None:
    data = archive(**{"thu/a.txt": TEXT, "b.bin": ODD, "../c.txt": b"x", "d.txt": TEXT + b"2"})
    received = receive(editor, unit, ("goi.zip", data))
    assert [f.name for f in received.new] == ["a.txt", "d.txt"]
    assert sorted(r["name"] for r in received.refused) == ["b.bin", "c.txt"]


def test_a_broken_archive_is_one_refusal(editor, unit) -> None:
    received = receive(editor, unit, ("goi.zip", archive(a=TEXT)[:-30]))
    assert (received.new, len(received.refused)) == ([], 1)


def test_a_file_over_the_limit_is_refused(editor, unit, settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 10
    with pytest.raises(TooLarge):
        delivery = actions.open_delivery(actor=editor, unit=unit)
        actions.receive_file(actor=editor, unit=unit, delivery=delivery, name="a.txt", data=TEXT)
    delivery = Delivery.objects.get()
    with pytest.raises(UnknownKind):
        settings.UPLOAD_LIMIT_BYTES = 1000
        actions.receive_file(actor=editor, unit=unit, delivery=delivery, name="a.zip", data=archive(a=TEXT))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/mat khau.txt", "mat khau.txt"), ("C:\\thư mục\\kế hoạch.txt", "kế hoạch.txt"),
        ("ke\u0302\u0301 hoach.txt", "kế hoach.txt"), ("a\nb\x00.txt", "ab.txt"),
        ("x" * 400 + ".txt", "x" * 251 + ".txt"), ("", "không tên"),
    ],
)  # fmt: skip
def test_a_name_is_only_a_name(editor, unit, sent, kept) -> None:
    assert receive(editor, unit, (sent, TEXT)).new[0].name == kept


def test_a_newer_file_points_at_the_old_one(editor, unit) -> None:
    old = receive(editor, unit, ("a.txt", TEXT)).new[0]
    newer = actions.replace_file(actor=editor, source=old, name="b.txt", data=TEXT + b"moi")
    assert newer.replaces == old
    with pytest.raises(QuyenError, match="đã được thay"):
        actions.replace_file(actor=editor, source=old, name="c.txt", data=TEXT + b"khac")
    with pytest.raises(QuyenError, match="đã có ở đây"):
        actions.replace_file(actor=editor, source=newer, name="d.txt", data=TEXT)


def test_only_editors_of_the_unit_bring_files(colleague, stranger, unit, editor) -> None:
    source = receive(editor, unit, ("a.txt", TEXT)).new[0]
    for actor in (colleague, stranger):
        for act in (
            lambda a=actor: receive(a, unit, ("b.txt", TEXT)),
            lambda a=actor: actions.open_delivery(actor=a, unit=unit),
            lambda a=actor: actions.replace_file(actor=a, source=source, name="b", data=TEXT + b"1"),
            lambda a=actor: actions.read_again(actor=a, source=source),
        ):
            with pytest.raises(PermissionDenied):
                act()


def test_a_delivery_of_another_unit_takes_nothing(editor, unit, stranger, other_unit) -> None:
    foreign = actions.open_delivery(actor=stranger, unit=other_unit)
    with pytest.raises(PermissionDenied):
        actions.receive_files(actor=editor, unit=unit, files=[("a.txt", TEXT)], delivery=foreign)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_file(editor, unit) -> None:
    gate, failed = threading.Barrier(2), []

    def send() -> None:
        try:
            gate.wait(5)
            receive(editor, unit, ("a.txt", TEXT))
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not failed
    source = SourceFile.objects.get()
    assert ProcrastinateJob.objects.filter(queueing_lock=f"file:{source.pk}").count() == 1


def test_evidence_is_kept_and_not_read_until_it_comes_in_as_a_document(editor, unit, client_of) -> None:
    delivery = actions.open_delivery(actor=editor, unit=unit)
    given = {"actor": editor, "unit": unit, "delivery": delivery, "to_read": False}
    paper = actions.receive_file(name="bien-ban.txt", data=TEXT, **given)
    table = actions.receive_file(name="lich-phat.m4a", data=ODD, **given)
    assert {paper.state, table.state} == {FileState.KEPT}
    assert not ProcrastinateJob.objects.exists()
    assert client_of(editor).get("/van-ban/").context["page"].total == 0
    for name, data in (("trong.m4a", b""), ("la.exe", ODD)):
        with pytest.raises(QuyenError):
            actions.receive_file(name=name, data=data, **given)
    (known,) = receive(editor, unit, ("bien-ban.txt", TEXT)).known
    assert (known.pk, known.state) == (paper.pk, FileState.QUEUED)
    assert ProcrastinateJob.objects.count() == 1
