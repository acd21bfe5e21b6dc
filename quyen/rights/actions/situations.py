"""Pages of situations are written, reviewed, published and taken back. Editors write; coordinators do the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.schedule import today
from quyen.organisation.enums import Role
from quyen.rights.actions.situation_words import (
    SituationMet,
    SituationRefused,
    Written,
    check_words,
    latest_of,
    require_desk,
    show,
    tell,
)
from quyen.rights.enums import EditionOrigin, PageLanguage, TextState
from quyen.rights.models import Situation, SituationEdition, SituationText
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.situation_words import groups

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@transaction.atomic
def open_situation(*, actor: User | None, slug: str, group: str) -> Situation:
    """A new situation without a page yet, last of all. Raises SituationRefused; PermissionDenied."""
    require_desk(actor, Role.EDITOR)
    if not SLUG.fullmatch(slug) or len(slug) > 80:
        raise SituationRefused(_("Tên trong địa chỉ chỉ gồm chữ thường không dấu, số và gạch nối."))
    if group not in {one.slug for one in groups(SOURCE_LANGUAGE)}:
        raise SituationRefused(_("Chọn một nhóm có trong danh sách."))
    if Situation.objects.filter(slug=slug).exists():
        raise SituationRefused(_("Tên trong địa chỉ này đã có ở một hoàn cảnh khác."))
    last = Situation.objects.aggregate(last=Max("position"))["last"] or 0
    made = Situation.objects.create(slug=slug, group=group, position=min(last + 10, 32000))
    record([entry(actor=actor, verb=Verb.CREATE, subject=made, after={"slug": slug, "group": group})])
    return made


@dataclass(frozen=True)
class Saving:
    """How words are saved. `seen`: number of the newest edition that the person had before them (0: none);
    `follows_now`: a translation that says what the Vietnamese page says as it is in public now."""

    seen: int | None = None
    why: str = ""
    follows_now: bool = False


@transaction.atomic
def save_text(
    *, actor: User | None, situation: Situation, language: str, given: Written, saving: Saving
) -> SituationEdition | None:
    """Keeps the words as a new edition; None where they are those of the newest. A published page stays as the public
    sees it until the edition is published.

    Raises SituationMet where somebody else saved since; SituationRefused with all that is wrong; PermissionDenied.
    """
    require_desk(actor, Role.EDITOR)
    Situation.objects.select_for_update().get(pk=situation.pk)
    check_words(given)
    text = SituationText.objects.filter(situation=situation, language=language).first()
    newest = latest_of(text) if text else None
    if saving.seen is not None and saving.seen != (newest.number if newest else 0):
        raise SituationMet
    follows = _follows(situation, language, newest, saving)
    if newest and _said(newest) == (given.words(), given.translated_by, given.machine_drafted, follows):
        return None
    text = text or _first_text(situation, language, given)
    return _keep(actor, text, given, follows, saving.why)


def _said(edition: SituationEdition) -> tuple[dict[str, Any], str, bool, int]:
    return edition.words(), edition.translated_by, edition.machine_drafted, edition.follows


def _follows(situation: Situation, language: str, newest: SituationEdition | None, saving: Saving) -> int:
    if language == SOURCE_LANGUAGE:
        return 0
    if not saving.follows_now:
        return newest.follows if newest else 0
    rows = SituationText.objects.filter(situation=situation, language=SOURCE_LANGUAGE)
    return rows.values_list("edition", flat=True).first() or 0


def _first_text(situation: Situation, language: str, given: Written) -> SituationText:
    if language not in PageLanguage.values:
        raise SituationRefused(_("Chưa có ngôn ngữ này."))
    return SituationText.objects.create(
        situation=situation, language=language, changed_at=timezone.now(), **given.words()
    )


def _keep(
    actor: User | None, text: SituationText, given: Written, follows: int, why: str
) -> SituationEdition:
    last = text.editions.aggregate(last=Max("number"))["last"] or 0
    edition = SituationEdition.objects.create(
        text=text, number=last + 1, origin=EditionOrigin.PERSON, saved_by=actor, follows=follows, why=why[:300],
        translated_by=given.translated_by, machine_drafted=given.machine_drafted, **given.words(),
    )  # fmt: skip
    if not text.is_published:
        show(text, edition)
        text.save()
    record(
        [
            entry(
                actor=actor,
                verb=Verb.CORRECT,
                subject=text,
                after={"edition": edition.number, "why": why[:300]},
            )
        ]
    )
    return edition


def restore_edition(
    *, actor: User | None, edition: SituationEdition, seen: int | None = None
) -> SituationEdition | None:
    """The words of an old or an offered edition as the newest one. Raises as `save_text` does."""
    given = Written(
        title=edition.title, lede=edition.lede, asked=tuple(edition.asked), body=tuple(edition.body),
        translated_by=edition.translated_by, machine_drafted=edition.machine_drafted,
    )  # fmt: skip
    saving = Saving(seen=seen, why=_("lấy lại bản %(number)s") % {"number": edition.number})
    text = edition.text
    return save_text(
        actor=actor, situation=text.situation, language=text.language, given=given, saving=saving
    )


@transaction.atomic
def review_edition(
    *, actor: User | None, edition: SituationEdition, reviewed_by: str, on: date | None = None
) -> SituationEdition:
    """Says who looked at these very words; a later edition has to be looked at again. Raises SituationRefused where no
    name is given, the day is to come, or the edition was only offered; PermissionDenied."""
    require_desk(actor, Role.COORDINATOR)
    text = SituationText.objects.select_for_update().get(pk=edition.text_id)
    held = SituationEdition.objects.get(pk=edition.pk)
    on = on or today()
    if not reviewed_by.strip():
        raise SituationRefused(_("Ghi tên người hoặc cơ quan đã duyệt."))
    if on > today():
        raise SituationRefused(_("Ngày duyệt chưa tới."))
    if held.origin == EditionOrigin.OFFERED:
        raise SituationRefused(_("Bản này chưa được dùng; hãy lấy nó làm bản mới nhất trước."))
    held.reviewed_by, held.reviewed_on = reviewed_by.strip()[:200], on
    held.save(update_fields=["reviewed_by", "reviewed_on"])
    if text.edition == held.number:
        text.reviewed_by, text.reviewed_on = held.reviewed_by, held.reviewed_on
        text.save(update_fields=["reviewed_by", "reviewed_on"])
        tell(text.situation_id)
    after = {"edition": held.number, "reviewed_by": held.reviewed_by, "on": on.isoformat()}
    record([entry(actor=actor, verb=Verb.CONFIRM, subject=text, after=after)])
    return held


@transaction.atomic
def publish_edition(*, actor: User | None, edition: SituationEdition) -> SituationText:
    """The public sees these words from now on. Raises SituationRefused where the edition is not the newest (somebody may
    have corrected it); PermissionDenied."""
    require_desk(actor, Role.COORDINATOR)
    text = SituationText.objects.select_for_update().get(pk=edition.text_id)
    newest = latest_of(text)
    if edition.number != newest.number:
        raise SituationRefused(_("Đã có bản mới hơn bản này; hãy xem bản mới nhất rồi đăng."))
    before = {"state": text.state, "edition": text.edition}
    show(text, newest)
    text.state, text.published_at = TextState.PUBLISHED, text.published_at or timezone.now()
    text.save()
    SituationEdition.objects.filter(pk=newest.pk, shown_at=None).update(shown_at=timezone.now())
    record(
        [entry(actor=actor, verb=Verb.PUBLISH, subject=text, before=before, after={"edition": newest.number})]
    )
    tell(text.situation_id)
    return text


@transaction.atomic
def withdraw_text(*, actor: User | None, text: SituationText, why: str) -> SituationText:
    """The public does not see the page any more; all its editions stay. Raises SituationRefused without a reason;
    PermissionDenied."""
    require_desk(actor, Role.COORDINATOR)
    held = SituationText.objects.select_for_update().get(pk=text.pk)
    if not why.strip():
        raise SituationRefused(_("Gỡ một trang thì cần nêu lý do."))
    if not held.is_published:
        return held
    held.state = TextState.DRAFT
    show(held, latest_of(held))
    held.save()
    record([entry(actor=actor, verb=Verb.RETIRE, subject=held, after={"why": why.strip()[:300]})])
    tell(held.situation_id)
    return held
