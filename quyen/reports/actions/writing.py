"""Words of a report: saved section by section, never over another person's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.errors import QuyenError
from quyen.reports.actions.guard import ReportRefused, trace, trace_of, writable
from quyen.reports.models import Passage, Submission
from quyen.reports.queries import sections_of
from quyen.reports.queries.content import HEAD, content_of
from quyen.reports.queries.shown import text_of

LONGEST = 200_000  # characters of a section: more than fifty pages
LISTS = ("addressees", "recipients", "authority")


class PassageConflict(ReportRefused):
    """Somebody else wrote in the section. `held` is what stands (None: it was given back to the facts), `mine` what
    this person had; nothing was written."""

    advice = "Hãy xem cả hai bản rồi chọn; bản của bạn chưa mất và chưa ghi."

    def __init__(self, held: Passage | None, mine: str) -> None:
        super().__init__(_("Người khác vừa sửa mục này."))
        self.held, self.mine = held, mine


@transaction.atomic
def write_passage(*, actor: User | None, submission: Submission, key: str, text: str, seen: int) -> Passage:
    """Keeps what a person wrote in a section; the same text changes nothing. `seen`: the revision they had before
    them, 0 where the section was still filled from the facts.

    Errors: PermissionDenied, CycleClosed, ReportRefused; PassageConflict.
    """
    return write_held(actor, writable(actor, submission), key, text, seen)


def write_held(actor: User | None, held: Submission, key: str, text: str, seen: int) -> Passage:
    """The same for a report that is locked already by a person who may write it. Errors: as `write_passage`."""
    draft = Draft(held)
    (found,) = words_held(actor, draft, [WordsGiven(key, text, seen)])
    if isinstance(found, QuyenError):
        raise found
    draft.keep()
    return found


class Draft:
    """A report that is locked, with its words as they stand, read once. What changes in its own row waits for `keep`, so that
    many changes are one statement."""

    def __init__(self, held: Submission) -> None:
        self.held = held
        self._columns: set[str] = set()

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """By section. One query."""
        return {row.key: row for row in self.held.passages.all()}

    @property
    def words(self) -> dict[str, str]:
        return {key: row.text for key, row in self.passages.items()}

    def touch(self, *columns: str, times: int = 1) -> None:
        self.held.revision, self.held.changed_at = self.held.revision + times, timezone.now()
        self._columns |= {"revision", "changed_at", *columns}

    def taken_out(self) -> set[str]:
        """The columns that changed: whoever asks for them keeps them."""
        columns, self._columns = self._columns, set()
        return columns

    def keep(self) -> None:
        if columns := self.taken_out():
            self.held.save(update_fields=columns)


@dataclass(frozen=True)
class WordsGiven:
    """What somebody wrote in a section; `seen` as in `write_passage`."""

    key: str
    text: str
    seen: int


def words_held(actor: User | None, draft: Draft, given: Sequence[WordsGiven]) -> list[Passage | QuyenError]:
    """The same for many sections: as many queries as for one new one. Where one is refused the error stands in its place,
    and none is written. The caller keeps the draft."""
    changed: list[tuple[Passage, AuditEntry]] = []
    found = [_written(actor, draft.held, one, draft.passages, changed) for one in given]
    if changed and not any(isinstance(one, QuyenError) for one in found):
        rows = {row.key: row for row, _trace in changed}.values()
        for row in [row for row in rows if row.pk]:
            row.save()
        Passage.objects.bulk_create(row for row in rows if not row.pk)
        draft.touch(times=len(changed))
        record(one for _row, one in changed)
    return found


def _written(
    actor: User | None,
    held: Submission,
    given: WordsGiven,
    known: dict[str, Passage],
    changed: list[tuple[Passage, AuditEntry]],
) -> Passage | QuyenError:
    """The section as it is to be kept, or why it is not; what changed is added to `changed` with its trace."""
    key, text = given.key, given.text.replace("\r\n", "\n").replace("\x00", "").strip()
    row = known.get(key)
    try:
        _check_section(held, key, text)
    except QuyenError as error:
        return error
    if row is not None and row.text == text:
        return row
    if given.seen != (row.revision if row else 0):
        return PassageConflict(row, text)
    before = {"key": key, "text": row.text} if row else None
    row = known[key] = row or Passage(submission=held, key=key, revision=0)
    row.text, row.revision, row.changed_at = text, row.revision + 1, timezone.now()
    row.by, row.by_name = actor, str(actor) if actor else ""
    verb = Verb.CORRECT if before else Verb.ADD
    changed.append((row, trace_of(actor, verb, held, before, {"key": key, "text": text})))
    return row


@transaction.atomic
def append_passage(*, actor: User | None, submission: Submission, key: str, text: str, seen: int) -> Passage:
    """Puts a paragraph under what the section says now, be it written or filled from the facts.

    Errors: as `write_passage`."""
    held = writable(actor, submission)
    found = next((one for one in content_of(held)["sections"] if one["key"] == key), None)
    before = text_of(found["paragraphs"]) if found else ""
    return write_passage(actor=actor, submission=held, key=key, text=f"{before}\n{text}", seen=seen)


@transaction.atomic
def give_back(*, actor: User | None, submission: Submission, key: str) -> None:
    """The section is filled from the facts again; what was written stays in the trail. Errors: as `write_passage`."""
    held = writable(actor, submission)
    row = Passage.objects.filter(submission=held, key=key).first()
    if row is None:
        return
    trace(actor, Verb.REMOVE, held, {"key": key, "text": row.text}, None)
    row.delete()
    draft = Draft(held)
    draft.touch()
    draft.keep()


@transaction.atomic
def write_head(*, actor: User | None, submission: Submission, given: Mapping[str, Any]) -> Submission:
    """Number, symbol, day, signer and the like, by the names of `queries.content.HEAD`; what is not named stays.

    Errors: as `write_passage`; ReportRefused where a name is not known or a day is none.
    """
    draft = Draft(writable(actor, submission))
    write_held_head(actor, draft, given)
    draft.keep()
    return draft.held


def write_held_head(actor: User | None, draft: Draft, given: Mapping[str, Any]) -> None:
    """The same for a report that is locked already by a person who may write it, who keeps the draft. Errors: as
    `write_head`."""
    held = draft.held
    new = held.head | {name: _clean(name, value) for name, value in given.items()}
    if new == held.head:
        return
    before, held.head = held.head, new
    draft.touch("head")
    trace(actor, Verb.CORRECT, held, before, new)


def _clean(name: str, value: Any) -> Any:
    if name not in HEAD:
        raise ReportRefused(_("Không có phần “%(name)s” trong văn bản.") % {"name": name})
    if name in LISTS:
        lines = value.splitlines() if isinstance(value, str) else list(value)
        return [str(line).strip()[:250] for line in lines if str(line).strip()][:40]
    text = str(value or "").strip()[:500]
    if name == "day" and text:
        try:
            date.fromisoformat(text)
        except ValueError as error:
            raise ReportRefused(_("Ngày của văn bản ghi chưa đúng.")) from error
    return text


def _check_section(held: Submission, key: str, text: str) -> None:
    if len(text) > LONGEST:
        raise ReportRefused(_("Mục này dài quá %(n)s ký tự.") % {"n": LONGEST})
    if not any(part.key == key and part.is_written for part in sections_of(held.cycle.outline)):
        raise ReportRefused(_("Đề cương của đợt này không có mục “%(key)s”.") % {"key": key[:40]})
