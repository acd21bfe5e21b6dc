"""A file is read in the background: finished, failed with a reason, or found again after a crash."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest
from asgiref.sync import async_to_sync
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from quyen.core.errors import TookTooLong
from quyen.core.reading import READER_VERSION
from quyen.core.reading.apart import Outcome, ReaderBroke
from quyen.plans.models import Plan
from quyen.sources import actions, jobs
from quyen.sources.enums import FileState
from quyen.sources.models import SourceFile, StoredReading
from quyen.sources.queries import files_in_hand, reading_of
from tests.factories.readings import make_read_plan, make_record, make_source, read_into

TEXT = "ỦY BAN NHÂN DÂN\nSố: 12/KH-UBND\nKẾ HOẠCH\nTruyền thông năm 2025\n\n1. In 500 cuốn sổ tay.\n".encode()
RECORD = Outcome(make_record(), "1", 0.1)


@pytest.fixture
def queued(editor, unit) -> SourceFile:
    return actions.receive_files(actor=editor, unit=unit, files=[("ke-hoach.txt", TEXT)]).new[0]


@pytest.fixture
def reads(monkeypatch):
    """What the reader answers: an Outcome, or an error to raise."""

    def make(answer) -> list[str]:
        calls: list[str] = []

        def read_apart(path, name, **_):
            calls.append(name)
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setattr(jobs, "read_apart", read_apart)
        return calls

    return make


def run(source: SourceFile) -> SourceFile:
    jobs.read_file.func(source.pk)
    source.refresh_from_db()
    return source


def test_a_file_is_read_by_the_real_reader_and_becomes_a_plan(queued) -> None:
    source = run(queued)
    assert (source.state, source.reference, source.error, source.attempts) == (
        FileState.READ,
        "12/KH-UBND",
        "",
        0,
    )
    assert Plan.objects.get(source=source).reference == "12/KH-UBND"


def test_a_second_job_for_the_same_file_does_nothing(queued, reads) -> None:
    calls = reads(RECORD)
    run(queued)
    run(queued)
    assert (calls, StoredReading.objects.count(), Plan.objects.count()) == (["ke-hoach.txt"], 1, 1)


def test_a_failure_says_why_and_what_to_do(queued, reads) -> None:
    reads(TookTooLong("Đọc tệp này quá 120 giây nên đã dừng lại."))
    source = run(queued)
    assert (source.state, source.error) == (FileState.FAILED, "Đọc tệp này quá 120 giây nên đã dừng lại.")
    assert "Tệp vẫn được giữ nguyên" in source.advice
    assert not Plan.objects.exists()


def test_a_broken_reader_is_said_without_its_trace(queued, reads) -> None:
    reads(ReaderBroke("Bộ đọc gặp lỗi ngoài dự kiến ở tệp này.", detail="Traceback ..."))
    assert "Traceback" not in run(queued).error


def test_a_record_that_cannot_be_kept_fails_the_file_and_leaves_nothing(queued, reads) -> None:
    reads(Outcome({"text": "x", "targets": [{"text": 1}], "findings": [{}]}, "1", 0.1))
    assert run(queued).state == FileState.FAILED
    assert not StoredReading.objects.exists()


def test_a_lost_database_leaves_the_file_to_be_found_again(queued, reads, monkeypatch) -> None:
    reads(RECORD)

    def lost(**_):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(actions, "finish_reading", lost)
    with pytest.raises(OperationalError):
        run(queued)
    queued.refresh_from_db()
    assert queued.state == FileState.READING


def test_reading_again_queues_what_failed(queued, reads, editor) -> None:
    reads(TookTooLong("quá lâu"))
    source = run(queued)
    ProcrastinateJob.objects.all()._raw_delete(using="default")
    actions.read_again(actor=editor, source=source)
    actions.read_again(actor=editor, source=source)
    assert ProcrastinateJob.objects.filter(task_name="read_file", status="todo").count() == 1
    reads(RECORD)
    assert run(source).state == FileState.READ


def test_a_lost_original_is_said(queued) -> None:
    queued.content.storage.delete(queued.content.name)
    source = run(queued)
    assert (source.state, source.error) == (FileState.FAILED, "Không còn thấy tệp gốc trong kho.")


def test_files_of_an_older_reader_are_read_again(unit, editor, colleague) -> None:
    plan = make_read_plan(unit)
    replaced = make_source(unit, "cu.txt")
    for source in (replaced, make_source(unit, "moi.txt", replaces=replaced)):
        read_into(source, make_record(number=str(source.pk)), READER_VERSION if source.replaces else "1")
    with pytest.raises(PermissionDenied):
        actions.read_outdated(actor=colleague, unit=unit)
    assert actions.read_outdated(actor=editor, unit=unit) == 1
    assert SourceFile.objects.get(state=FileState.QUEUED) == plan.source


def test_a_finish_said_twice_is_kept_once(queued) -> None:
    source = actions.start_reading(source_id=queued.pk)
    for _ in range(2):
        actions.finish_reading(source=source, record_json=make_record(), version="1", seconds=0.1)
    assert (StoredReading.objects.count(), Plan.objects.count()) == (1, 1)
    assert actions.fail_reading(source=source, message="muộn", advice="") is None


def lose(*sources: SourceFile) -> None:
    """As a crash leaves them: no job anywhere."""
    ProcrastinateJob.objects.all()._raw_delete(using="default")


def test_lost_files_are_queued_again_and_no_others(unit) -> None:
    states = [FileState.QUEUED, FileState.READING, FileState.READ, FileState.FAILED]
    lost = [make_source(unit, f"{state}.txt", state=state) for state in states]
    assert actions.requeue_lost() == 2
    assert actions.requeue_lost() == 0  # their jobs wait now
    names = set(SourceFile.objects.filter(state=FileState.QUEUED).values_list("name", flat=True))
    assert names == {"queued.txt", "reading.txt"}
    waiting = ProcrastinateJob.objects.filter(status="todo").values_list("args__source_id", flat=True)
    assert set(waiting) == {lost[0].pk, lost[1].pk}


def test_a_file_that_ends_no_reading_is_failed_at_last(unit) -> None:
    source = make_source(unit, state=FileState.READING, attempts=3)
    actions.requeue_lost()
    source.refresh_from_db()
    assert (source.state, "3 lần" in source.error) == (FileState.FAILED, True)


@pytest.mark.django_db(transaction=True)
def test_a_file_that_another_process_reads_is_left_to_it(unit) -> None:
    source = make_source(unit, state=FileState.READING)
    begun, done = threading.Event(), threading.Event()

    def other() -> None:
        with reading_of(source.pk):
            begun.set()
            done.wait(10)
        connection.close()

    thread = threading.Thread(target=other)
    thread.start()
    assert begun.wait(10)
    try:
        assert files_in_hand() == {source.pk}
        assert actions.requeue_lost() == 0
        with reading_of(source.pk) as held:
            assert not held
    finally:
        done.set()
        thread.join(10)
    assert files_in_hand() == set()
    assert actions.requeue_lost() == 1


def test_jobs_of_a_killed_worker_are_forgotten(queued) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'doing', worker_id = null")
    context = SimpleNamespace(app=app)
    async_to_sync(jobs.tidy_queue.func)(context, timestamp=0)
    assert not ProcrastinateJob.objects.exists()
    assert actions.requeue_lost() == 1
