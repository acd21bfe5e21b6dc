"""A recommendation is corrected, split, its doubts settled, tied to articles; a review is shown to the public."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role
from quyen.rights.enums import DoubtState, TieState
from quyen.rights.models import (
    AnswerChange,
    Doubt,
    Provision,
    Recommendation,
    RecommendationProvision,
    Review,
    Topic,
)
from quyen.rights.queries.desk import keeps_rights
from quyen.rights.signals import text_changed

MOST_PARTS = 20


class RecommendationRefused(QuyenError):
    """A change of a recommendation is not made."""

    advice = "Chưa có gì thay đổi; hãy sửa rồi lưu lại."


@dataclass(frozen=True)
class Words:
    """What a person may correct in a recommendation."""

    number: str
    text_en: str
    text_vi: str
    text_vi_source: str
    subject_vi: str
    subject_en: str
    states: tuple[str, ...]
    status: str


def require_keeper(actor: User | None, at_least: Role = Role.EDITOR) -> None:
    """Raises PermissionDenied; None is the programme itself."""
    if actor is not None and not keeps_rights(actor, at_least):
        raise PermissionDenied


def tell(pks: Iterable[int]) -> None:
    """After the commit: what the public may read of these is no longer what it was."""
    for pk in sorted(set(pks)):
        transaction.on_commit(partial(text_changed.send, sender=Recommendation, kind="recommendation", pk=pk))


def answered(actor: User | None, rows: Iterable[Recommendation], source: str) -> None:
    """Keeps that the State's answer is now what these rows say."""
    AnswerChange.objects.bulk_create(
        AnswerChange(
            recommendation=row, status=row.status, source=source[:300], by=actor, by_name=str(actor or "")[:120]
        )
        for row in rows
    )  # fmt: skip


@transaction.atomic
def correct_recommendation(
    *, actor: User, recommendation: Recommendation, words: Words, source: str = ""
) -> list[str]:
    """Returns the fields that changed; no import overwrites them from now on. Errors: PermissionDenied,
    RecommendationRefused."""
    require_keeper(actor)
    row = _held(recommendation)
    given = {one.name: getattr(words, one.name) for one in fields(words)} | {"states": list(words.states)}
    if not (given["text_en"] or given["text_vi"] or given["subject_vi"]):
        raise RecommendationRefused(_("Khuyến nghị phải có nguyên văn, bản dịch hoặc lời nói ngắn."))
    changed = [name for name, value in given.items() if getattr(row, name) != value]
    if not changed:
        return []
    before = {name: getattr(row, name) for name in changed}
    for name in changed:
        setattr(row, name, given[name])
    row.kept = sorted({*row.kept, *changed})
    row.save(update_fields=[*changed, "kept"])
    if "status" in changed:
        answered(actor, [row], source)
    _trace(actor, Verb.CORRECT, row, before, {name: given[name] for name in changed})
    tell([row.pk])
    return changed


# --- doubts --------------------------------------------------------------------------------------


@transaction.atomic
def keep_as_printed(*, actor: User, doubt: Doubt) -> None:
    """A person looked: what is printed stays. Errors: PermissionDenied, RecommendationRefused."""
    require_keeper(actor)
    _settle(actor, _open(doubt), DoubtState.KEPT)


@transaction.atomic
def renumber(*, actor: User, doubt: Doubt, number: str) -> Recommendation:
    """The number is corrected; the printed one stays beside it. Errors: PermissionDenied, RecommendationRefused."""
    require_keeper(actor)
    held = _open(doubt)
    if held.recommendation is None:
        raise RecommendationRefused(_("Điểm nghi vấn này không thuộc một khuyến nghị nào."))
    row, number = _held(held.recommendation), " ".join(number.split())
    if not number or len(number) > 24:
        raise RecommendationRefused(_("Hãy ghi số đúng của khuyến nghị, ví dụ 118.109."))
    if row.review.recommendations.filter(number=number).exclude(pk=row.pk).exists():
        raise RecommendationRefused(
            _("Số %(number)s đã có ở một khuyến nghị khác của lần rà soát này.") % {"number": number}
        )
    before, row.number = row.number, number
    row.kept = sorted({*row.kept, "number"})
    row.save(update_fields=["number", "kept"])
    _trace(actor, Verb.CORRECT, row, {"number": before}, {"number": number})
    _settle(actor, held, DoubtState.RENUMBERED)
    tell([row.pk])
    return row


@dataclass(frozen=True)
class PartWords:
    """One of the recommendations that were joined."""

    text: str
    states: tuple[str, ...]


@transaction.atomic
def split_recommendation(
    *, actor: User, recommendation: Recommendation, parts: Sequence[PartWords], doubt: Doubt | None = None
) -> list[Recommendation]:
    """Parts stand for the whole from now on: "96.2 (a)", "96.2 (b)" ... The whole stays as it is printed, with what was
    tied to it. Errors: PermissionDenied, RecommendationRefused."""
    require_keeper(actor)
    row = _held(recommendation)
    if row.is_split or row.part_of_id:
        raise RecommendationRefused(_("Khuyến nghị này đã được tách rồi."))
    if not 2 <= len(parts) <= MOST_PARTS or not all(part.text.strip() for part in parts):
        raise RecommendationRefused(_("Hãy tách thành ít nhất hai phần, phần nào cũng có nội dung."))
    made = [
        Recommendation(
            review=row.review, part_of=row, ordinal=row.ordinal, paragraph=row.paragraph, status=row.status,
            number=f"{row.number} ({chr(97 + at)})"[:24], text_en=part.text.strip(), states=list(part.states),
        )
        for at, part in enumerate(parts)
    ]  # fmt: skip
    Recommendation.objects.bulk_create(made)
    row.is_split = True
    row.save(update_fields=["is_split"])
    _trace(actor, Verb.CORRECT, row, None, {"parts": [one.number for one in made]})
    if doubt is not None:
        _settle(actor, _open(doubt), DoubtState.SPLIT)
    tell([row.pk, *(one.pk for one in made)])
    return made


def _open(doubt: Doubt) -> Doubt:
    held = Doubt.objects.select_for_update(of=["self"]).select_related("recommendation").get(pk=doubt.pk)
    if held.state != DoubtState.OPEN:
        raise RecommendationRefused(
            _("Điểm nghi vấn này đã có người giải quyết: %(how)s.") % {"how": held.get_state_display()}
        )
    return held


def _settle(actor: User, doubt: Doubt, state: DoubtState) -> None:
    doubt.state, doubt.settled_by, doubt.settled_at = state, actor, timezone.now()
    doubt.save(update_fields=["state", "settled_by", "settled_at"])
    verb = Verb.KEEP if state == DoubtState.KEPT else Verb.MEND
    record([entry(actor=actor, verb=verb, subject=doubt, after={"state": state, "message": doubt.message})])


# --- what it is about, who sees it ---------------------------------------------------------------


@transaction.atomic
def tie_provision(
    *, actor: User, recommendation: Recommendation, provision: Provision
) -> RecommendationProvision:
    """A person says that the recommendation is about this article; so it stays. Errors: PermissionDenied."""
    require_keeper(actor)
    tie, is_new = RecommendationProvision.objects.get_or_create(
        recommendation=recommendation, provision=provision, defaults={"made_by": actor, "state": TieState.CONFIRMED}
    )  # fmt: skip
    if not is_new and tie.state == TieState.CONFIRMED:
        return tie
    _confirm(actor, tie, TieState.CONFIRMED)
    return tie


@transaction.atomic
def untie_provision(*, actor: User, tie: RecommendationProvision) -> None:
    """A refused link is not proposed again. Errors: PermissionDenied."""
    require_keeper(actor)
    _confirm(actor, tie, TieState.REFUSED)


def _confirm(actor: User, tie: RecommendationProvision, state: TieState) -> None:
    tie.state, tie.settled_by, tie.settled_at = state, actor, timezone.now()
    tie.save(update_fields=["state", "settled_by", "settled_at"])
    verb = Verb.LINK if state == TieState.CONFIRMED else Verb.REMOVE
    _trace(actor, verb, tie.recommendation, None, {"provision": tie.provision_id})
    tell([tie.recommendation_id])


@transaction.atomic
def choose_topics(*, actor: User, recommendation: Recommendation, topics: Iterable[Topic]) -> None:
    """Errors: PermissionDenied."""
    require_keeper(actor)
    row = _held(recommendation)
    before = sorted(row.topics.values_list("slug", flat=True))
    row.topics.set(topics)
    after = sorted(row.topics.values_list("slug", flat=True))
    if before != after:
        _trace(actor, Verb.CORRECT, row, {"topics": before}, {"topics": after})
        tell([row.pk])


@transaction.atomic
def publish_review(*, actor: User, review: Review, is_public: bool) -> None:
    """Shows a review to the public, or takes it back. Coordinators only. Errors: PermissionDenied."""
    require_keeper(actor, Role.COORDINATOR)
    held = Review.objects.select_for_update().get(pk=review.pk)
    if held.published == is_public:
        return
    held.published = is_public
    held.save(update_fields=["published"])
    verb = Verb.PUBLISH if is_public else Verb.RETIRE
    record([entry(actor=actor, verb=verb, subject=held, after={"published": is_public})])
    tell(held.recommendations.values_list("pk", flat=True))


def _held(recommendation: Recommendation) -> Recommendation:
    rows = Recommendation.objects.select_for_update(of=["self"]).select_related("review")
    return rows.get(pk=recommendation.pk)


def _trace(
    actor: User | None, verb: Verb, row: Recommendation, before: dict[str, Any] | None, after: dict[str, Any]
) -> None:
    record([entry(actor=actor, verb=verb, subject=row, before=before, after=after)])
