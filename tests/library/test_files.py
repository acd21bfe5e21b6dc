"""Files come into the library: kept once, refused by themselves, drawn by a job."""

from __future__ import annotations

import io
import tracemalloc

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from procrastinate.contrib.django.models import ProcrastinateJob

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry
from quyen.core.errors import FileRefused, TooLarge, UnsafeFile
from quyen.library.actions.drawing import draw, requeue_undrawn
from quyen.library.actions.files import keep_file, keep_files
from quyen.library.enums import DrawState
from quyen.library.models import StoredFile
from quyen.library.queries.files import shown_files
from quyen.library.queries.twins import twins_of
from tests.factories import files
from tests.factories.media import keep

PNG = files.picture()


class Pouring(io.RawIOBase):
    """Bytes made as they are read: a head, and then nothing but zeros."""

    def __init__(self, head: bytes, length: int) -> None:
        self.head, self.left, self.largest = head, length, 0

    def read(self, size: int = -1) -> bytes:
        assert size > 0, "the whole was asked for at once"
        self.largest = max(self.largest, size)
        if self.head:
            got, self.head = self.head[:size], self.head[size:]
            return got
        got = min(size, self.left)
        self.left -= got
        return b"\0" * got


def test_a_picture_is_kept_drawn_and_traced(editor, unit) -> None:
    stored = keep(editor, unit, files.photograph(), "C:\\Ảnh\\buổi\u202e lễ.jpg")
    assert (stored.name, stored.kind, stored.media_type) == ("buổi lễ.jpg", "picture", "image/jpeg")
    assert (stored.width, stored.height, stored.drawing) == (450, 800, DrawState.WAITING)
    job = ProcrastinateJob.objects.get(task_name="draw_file")
    assert (job.args, job.queueing_lock) == ({"file_id": stored.pk}, f"draw:{stored.pk}")
    assert AuditEntry.objects.get(subject="library.StoredFile").verb == Verb.RECEIVE
    assert default_storage.open(stored.content.name).read() == files.photograph()
    draw(file_id=stored.pk)
    draw(file_id=stored.pk)
    stored.refresh_from_db()
    assert stored.drawing == DrawState.DONE
    assert sorted({one.width for one in stored.renditions.all()}) == [320, 450]
    shown = shown_files([stored], public=False)[stored.pk]
    assert shown.picture.width == 450 and shown.webp_set.count("450w") == 1 and shown.whole
    assert shown_files([stored]) == {}


def test_the_same_bytes_are_one_file_a_unit(editor, unit, stranger, other_unit) -> None:
    first, again = keep(editor, unit, PNG), keep(editor, unit, PNG, "khác.png")
    other = keep(stranger, other_unit, PNG)
    assert first == again != other and first.content.name == other.content.name
    assert StoredFile.objects.count() == 2


def test_only_editors_bring_files_and_nothing_of_a_refused_one_stays(
    editor, unit, colleague, stranger, tmp_path
) -> None:
    for actor in (colleague, stranger):
        with pytest.raises(PermissionDenied):
            keep(actor, unit, PNG)
    with pytest.raises(UnsafeFile, match="giấu") as caught:
        keep(editor, unit, files.picture("GIF") + files.archive({"a": b"x"}), "a.gif")
    assert caught.value.advice.startswith("Tệp này chưa được nhận.")
    with pytest.raises(FileRefused):
        keep(editor, unit, b"")
    assert not StoredFile.objects.exists()
    left = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert left == []


def test_a_long_film_is_never_in_memory_and_one_too_long_is_told_the_limit(editor, unit, settings) -> None:
    length = 96 << 20
    stream = Pouring(files.film_head(length), length)
    tracemalloc.start()
    stored = keep_file(actor=editor, unit=unit, name="phim.mp4", stream=stream)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (stored.kind, stored.seconds, stored.drawing) == ("video", 3600.0, DrawState.WAITING)
    assert peak < 16 << 20 and stream.largest <= 1 << 20
    settings.LIBRARY_LIMITS = settings.LIBRARY_LIMITS | {"video": 4 << 20}
    with pytest.raises(TooLarge, match=r"video \(4 MB\)") as caught:
        keep_file(actor=editor, unit=unit, name="b.mp4", stream=Pouring(files.film_head(length), length))
    assert "chưa được nhận" in caught.value.advice


def test_an_archive_becomes_its_files_and_each_fault_is_told(editor, unit) -> None:
    bad = files.archive(
        {
            "anh/a.png": PNG,
            "anh/b.png": PNG[:-50],
            "../c.png": PNG,
            "phu de.vtt": files.office(),
            "d.webp": files.picture("WEBP", turned=True),
        }
    )
    given = [
        ("bộ.zip", io.BytesIO(bad)),
        ("sách.docx", io.BytesIO(files.office())),
        ("hỏng.zip", io.BytesIO(b"PK\3\4xx")),
    ]
    kept = keep_files(actor=editor, unit=unit, files=given)
    assert [one.name for one in kept.new] == ["a.png", "d.webp", "sách.docx"]
    assert [one["name"] for one in kept.refused] == ["b.png", "c.png", "phu de.vtt", "hỏng.zip"]
    assert all(one["reason"] and one["advice"].startswith("Tệp này chưa được nhận.") for one in kept.refused)
    assert "không phải" not in kept.refused[2]["reason"] and "Word" in kept.refused[2]["reason"]
    again = keep_files(actor=editor, unit=unit, files=[("a.png", io.BytesIO(PNG))])
    assert (again.new, len(again.known)) == ([], 1)


def test_twins_are_told_where_the_person_may_see_them(
    editor, unit, owner, stranger, other_unit, django_assert_num_queries
) -> None:
    first = keep(editor, unit, PNG, "gốc.png")
    near = keep(owner, unit, files.picture("JPEG", (800, 600)), "bản thu.jpg")
    hidden = keep(stranger, other_unit, files.picture("JPEG", (200, 150)), "của nơi khác.jpg")
    keep(editor, unit, files.picture(turned=True), "khác.png")
    with django_assert_num_queries(1):
        assert [(twin.file, twin.same) for twin in twins_of(editor, [near, first])[near.pk]] == [
            (first, False)
        ]
    assert twins_of(stranger, [hidden]) == {hidden.pk: ()}
    text = " ".join(f"Mọi người có quyền số {n} theo điều {n} của công ước" for n in range(40))
    one = keep(editor, unit, text.encode(), "a.txt")
    other = keep(editor, unit, text.replace("điều 7", "điều bảy").encode(), "b.txt")
    assert [twin.file for twin in twins_of(editor, [other])[other.pk]] == [one]


def test_a_drawing_that_fails_is_told_and_a_lost_job_is_queued_again(editor, unit) -> None:
    stored = keep(editor, unit, PNG)
    ProcrastinateJob.objects.all()._raw_delete(using="default")
    StoredFile.objects.update(created_at="2026-01-01T00:00:00Z")
    assert requeue_undrawn() == 1 and ProcrastinateJob.objects.count() == 1
    default_storage.delete(stored.content.name)
    stored = draw(file_id=stored.pk)
    assert (stored.drawing, stored.drawing_error) == (DrawState.FAILED, "Không còn thấy tệp gốc trong kho.")
    assert draw(file_id=0) is None
