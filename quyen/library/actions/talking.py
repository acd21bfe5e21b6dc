"""Comments on a draft, and links for reviewers without an account."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.library.actions.guard import LibraryRefused, locked, trace
from quyen.library.enums import Opinion, ProductState
from quyen.library.models import Comment, Product, ReviewLink
from quyen.library.models.product import WORDS
from quyen.library.queries.marks import NEAR, around, locate
from quyen.library.queries.reviewing import hashed, signed, stands
from quyen.organisation.actions import require
from quyen.organisation.enums import Role

LONGEST_DAYS = 60  # that a link may work


@dataclass(frozen=True)
class Remark:
    """What is said, on a place of one of the texts: `quote` with some letters before and after. No quote: on the whole."""

    text: str
    place: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""


@transaction.atomic
def comment(*, actor: User, product: Product, remark: Remark) -> Comment:
    """By whoever reads drafts of the unit. Errors: PermissionDenied, LibraryRefused."""
    held = locked(product)
    require(actor, held.unit_id, Role.VIEWER)
    _open_to_talk(held)
    made = _kept(held, remark, by=actor, by_name=str(actor))
    trace(actor, Verb.ADD, held, after={"comment": made.text[:200], "quote": made.quote[:200]})
    return made


def _open_to_talk(held: Product) -> None:
    if held.state in (ProductState.PUBLISH, ProductState.RETIRE):
        raise LibraryRefused(_("Sản phẩm đã phát hành."), advice=_("Hãy mở bản sửa rồi góp ý trên bản ấy."))


def _kept(held: Product, remark: Remark, **by: object) -> Comment:
    """Its neighbours are taken from the text itself where the quote is found there."""
    text = remark.text.strip()
    if not text:
        raise LibraryRefused(_("Góp ý chưa có chữ nào."))
    quote = remark.quote.strip()[:2000]
    place, before, after = _found(held.words(), replace(remark, quote=quote)) if quote else ("", "", "")
    return Comment.objects.create(
        product=held, place=place, quote=quote, before=before, after=after, text=text[:4000], **by
    )


def _found(words: Mapping[str, str], remark: Remark) -> tuple[str, str, str]:
    """In which text the quote stands, the one that was named first, and what stands around it there; where it stands in
    none, as the remark has it: the text may have changed while it was written."""
    named = [remark.place] if remark.place in WORDS else []
    for place in dict.fromkeys([*named, *WORDS]):
        span = locate(words[place], remark.quote, remark.before, remark.after)
        if span:
            return (place, *around(words[place], span))
    return named[0] if named else "body", remark.before[-NEAR:], remark.after[:NEAR]


@transaction.atomic
def settle_comment(*, actor: User, row: Comment, is_resolved: bool) -> Comment:
    """Done with, or open again. Errors: PermissionDenied."""
    held = locked(row.product)
    require(actor, held.unit_id, Role.EDITOR)
    row.resolved_by = actor if is_resolved else None
    row.resolved_at = timezone.now() if is_resolved else None
    row.save(update_fields=["resolved_by", "resolved_at"])
    verb = Verb.CONFIRM if is_resolved else Verb.REOPEN
    trace(actor, verb, held, after={"comment": row.text[:200]})
    return row


@transaction.atomic
def make_review_link(
    *, actor: User, product: Product, name: str, asked: str = "", days: int = 14
) -> tuple[ReviewLink, str]:
    """A link for one person without an account, and its token, which is shown this once and kept nowhere.

    Errors: PermissionDenied, LibraryRefused.
    """
    held = locked(product)
    require(actor, held.unit_id, Role.EDITOR)
    _open_to_talk(held)
    if not name.strip():
        raise LibraryRefused(_("Hãy ghi tên người được hỏi ý kiến."))
    secret = secrets.token_urlsafe(24)
    until = timezone.now() + timedelta(days=min(max(days, 1), LONGEST_DAYS))
    made = ReviewLink.objects.create(
        product=held, name=name.strip()[:120], asked=asked.strip()[:2000], secret_hash=hashed(secret),
        expires_at=until, made_by=actor,
    )  # fmt: skip
    trace(actor, Verb.ASK, held, after={"reviewer": made.name, "until": until.isoformat()})
    return made, signed(secret)


@transaction.atomic
def revoke_review_link(*, actor: User, link: ReviewLink) -> None:
    """It opens nothing from now on. Errors: PermissionDenied."""
    held = locked(link.product)
    require(actor, held.unit_id, Role.EDITOR)
    if ReviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now()):
        trace(actor, Verb.REVOKE, held, after={"reviewer": link.name})


def open_review_link(*, actor: User | None = None, link: ReviewLink) -> None:
    """The first time that it is opened is kept, so that who sent it knows that it arrived."""
    ReviewLink.objects.filter(pk=link.pk, opened_at=None).update(opened_at=timezone.now())


@transaction.atomic
def give_opinion(
    *, actor: User | None = None, link: ReviewLink, opinion: str, words: str, remarks: Sequence[Remark] = ()
) -> ReviewLink:
    """The reviewer's one word; from then on the link opens nothing. Errors: LibraryRefused."""
    held = ReviewLink.objects.select_for_update(of=["self"]).select_related("product__unit").get(pk=link.pk)
    if not stands(held):
        raise LibraryRefused(
            _("Liên kết này không còn nhận ý kiến."), advice=_("Hãy hỏi lại người đã gửi liên kết.")
        )
    if opinion != Opinion.AGREE and not words.strip() and not remarks:
        raise LibraryRefused(
            _("Hãy ghi cần sửa gì."), advice=_("Ý kiến chưa được gửi; những gì bạn viết còn ở dưới.")
        )
    held.opinion, held.words, held.answered_at = Opinion(opinion), words.strip()[:8000], timezone.now()
    held.opened_at = held.opened_at or held.answered_at
    held.save(update_fields=["opinion", "words", "answered_at", "opened_at"])
    for one in remarks:
        _kept(held.product, one, by=None, by_name=held.name, link=held)
    after = {"reviewer": held.name, "opinion": held.opinion, "comments": len(remarks)}
    record([
        entry(actor=actor, verb=Verb.ANSWER, subject=held.product, unit_id=held.product.unit_id, after=after)
    ])  # fmt: skip
    return held
