"""What the changes of pages of situations share: who may, what words are, how an edition is kept and shown."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role
from quyen.rights.enums import EditionOrigin
from quyen.rights.models import SituationEdition, SituationText
from quyen.rights.queries.desk import keeps_rights
from quyen.rights.queries.situation_blocks import articles_in, faults_of
from quyen.rights.signals import text_changed

MOST_ASKED = 40


class SituationRefused(QuyenError):
    """A page, or a step of it, that cannot be what was asked for."""

    advice = "Chưa lưu gì; những gì đã ghi còn nguyên để sửa."


class SituationMet(QuyenError):
    """Somebody else saved the page since the person opened it."""

    advice = "Hãy xem hai bản khác nhau ở đâu: bản của bạn còn nguyên và chưa lưu gì. Lưu lại thì bản của bạn là bản mới nhất."

    def __init__(self) -> None:
        super().__init__(_("Người khác vừa lưu một bản mới của trang này."))


@dataclass(frozen=True)
class Written:
    """The words of a page as somebody wrote them. `body`: blocks of the shape of `queries.situation_blocks`."""

    title: str
    lede: str
    asked: tuple[str, ...]
    body: tuple[dict[str, Any], ...]
    translated_by: str = ""
    machine_drafted: bool = False

    def words(self) -> dict[str, Any]:
        """As `Words.words` says them."""
        return {"title": self.title, "lede": self.lede, "asked": list(self.asked), "body": list(self.body)}


def require_desk(actor: User | None, at_least: Role) -> None:
    """Raises PermissionDenied; None is the programme itself."""
    if actor is not None and not keeps_rights(actor, at_least):
        raise PermissionDenied


def composed(text: str) -> str:
    """NFC, spaces folded: one text is one row of letters, however it was typed."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def asked_words(lines: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order given, empty ones left out."""
    return tuple(dict.fromkeys(one for line in lines if (one := composed(line))))


def check_words(given: Written) -> None:
    """Raises SituationRefused with all that is wrong."""
    faults = [] if given.title and len(given.title) <= 120 else [_("Tiêu đề dài từ 1 tới 120 chữ.")]
    if not given.lede or len(given.lede) > 600:
        faults.append(_("Câu trả lời trước dài từ 1 tới 600 chữ, khoảng một tới ba câu."))
    if len(given.asked) > MOST_ASKED or any(len(one) > 80 for one in given.asked):
        faults.append(_("Nhiều nhất 40 câu người ta hỏi, mỗi câu dài nhất 80 chữ."))
    faults += faults_of(list(given.body))
    if faults:
        raise SituationRefused(" ".join(faults))


def mark_of(words: dict[str, Any]) -> str:
    """Fingerprint: differs whenever the words do."""
    said = json.dumps(words, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def latest_of(text: SituationText) -> SituationEdition:
    """The newest edition that people work on: those only offered are not asked."""
    rows = SituationEdition.objects.filter(text=text).exclude(origin=EditionOrigin.OFFERED)
    return rows.latest("number")


def show(text: SituationText, edition: SituationEdition) -> None:
    """The row says what the edition says. Its state stays; the caller saves."""
    if text.words() != edition.words():
        text.changed_at = timezone.now()
    for name in (
        "title",
        "lede",
        "asked",
        "body",
        "follows",
        "translated_by",
        "machine_drafted",
        "reviewed_by",
    ):
        setattr(text, name, getattr(edition, name))
    text.reviewed_on, text.edition = edition.reviewed_on, edition.number
    text.cited = articles_in(edition.body)


def tell(pk: int) -> None:
    """After commit, those above hear that what the public reads of a situation has changed."""
    transaction.on_commit(lambda: _sent(pk), robust=True)


def _sent(pk: int) -> None:
    text_changed.send(SituationText, kind="situation", pk=pk)
