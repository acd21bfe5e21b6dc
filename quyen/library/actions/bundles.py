"""Bundles: put together, set to a time, released as one."""

from __future__ import annotations

import logging
from collections import defaultdict
from datetime import datetime

from django.db import OperationalError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quyen.accounts.actions import entry, post, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.library.actions.guard import LibraryRefused
from quyen.library.enums import BundleState
from quyen.library.models import Bundle, BundleItem
from quyen.library.models.bundle import OPEN_STATES
from quyen.library.queries.bundle_kinds import bundle_kind
from quyen.library.queries.bundles import due_bundles
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit

log = logging.getLogger(__name__)
TOLD = 20  # things that a letter names


class NotReleased(LibraryRefused):
    """Something in the bundle lacks something, and nothing went out. `reasons`: [{"title", "said"}]."""

    def __init__(self, reasons: list[dict[str, object]]) -> None:
        number = len(reasons)
        said = ngettext(
            "Không phát hành được: %d mục chưa đủ điều kiện.",
            "Không phát hành được: %d mục chưa đủ điều kiện.",
            number,
        )
        super().__init__(
            said % number, advice=_("Không mục nào của gói được phát hành; lý do ghi ở từng mục.")
        )
        self.reasons = reasons


@transaction.atomic
def start_bundle(*, actor: User | None, unit: Unit, title: str) -> Bundle:
    """Errors: PermissionDenied, LibraryRefused."""
    require(actor, unit.pk, Role.EDITOR)
    title = " ".join(title.split())
    if not title:
        raise LibraryRefused(_("Hãy đặt tên cho gói phát hành."))
    made = Bundle.objects.create(unit=unit, title=title[:200], owner=actor)
    _trace(actor, Verb.CREATE, made, {"title": made.title})
    return made


@transaction.atomic
def put_in(*, actor: User, bundle: Bundle, sort: str, subject_ids: list[int]) -> int:
    """Things of a registered kind that the person may put in; those that are in already are left. Returns how many came.

    Errors: PermissionDenied, LibraryRefused (of a thing that another bundle holds, or that is not the person's).
    """
    held = _open(bundle)
    require(actor, held.unit_id, Role.EDITOR)
    kind = bundle_kind(sort)
    offered = {one.pk: one for one in kind.offered(actor, held.unit_id)} if kind else {}
    inside = set(held.items.filter(sort=sort).values_list("subject_id", flat=True))
    wanted = [pk for pk in dict.fromkeys(subject_ids) if pk not in inside]
    if any(pk not in offered for pk in wanted):
        raise LibraryRefused(_("Có mục không đưa vào gói được: đã ở gói khác, hoặc không thuộc đơn vị bạn."))
    last = held.items.aggregate(last=Max("position"))["last"] or 0
    BundleItem.objects.bulk_create([
        BundleItem(bundle=held, sort=sort, subject_id=pk, title=offered[pk].title[:250], position=last + place)
        for place, pk in enumerate(wanted, start=1)
    ])  # fmt: skip
    _changed(actor, Verb.ADD, held, {"sort": sort, "items": wanted})
    return len(wanted)


@transaction.atomic
def take_out(*, actor: User | None, item: BundleItem) -> None:
    """Errors: PermissionDenied, LibraryRefused."""
    held = _open(item.bundle)
    require(actor, held.unit_id, Role.EDITOR)
    item.delete()
    _changed(actor, Verb.REMOVE, held, {"sort": item.sort, "items": [item.subject_id]})


@transaction.atomic
def schedule_bundle(*, actor: User, bundle: Bundle, at: datetime) -> Bundle:
    """At that time all goes out, in the name of the person who says so; things may still lack something until then.

    Errors: PermissionDenied, LibraryRefused.
    """
    held = _open(bundle)
    require(actor, held.unit_id, Role.COORDINATOR)
    if at <= timezone.now():
        raise LibraryRefused(_("Giờ hẹn đã qua."), advice=_("Hãy chọn giờ về sau, hoặc phát hành ngay."))
    if not held.items.exists():
        raise LibraryRefused(_("Gói chưa có mục nào."))
    held.release_at, held.owner, held.state, held.reasons = at, actor, BundleState.SCHEDULED, []
    held.save(update_fields=["release_at", "owner", "state", "reasons"])
    _changed(actor, Verb.CONFIRM, held, {"release_at": at.isoformat()})
    return held


@transaction.atomic
def unschedule_bundle(*, actor: User | None, bundle: Bundle, for_good: bool = False) -> Bundle:
    """Back to being put together; `for_good`: it will not go out, and lets go of its things. Errors: PermissionDenied,
    LibraryRefused."""
    held = _open(bundle)
    require(actor, held.unit_id, Role.COORDINATOR)
    held.state = BundleState.CANCELLED if for_good else BundleState.GATHER
    held.release_at = None
    held.save(update_fields=["state", "release_at"])
    _changed(actor, Verb.WITHDRAW, held, {"state": str(held.state)})
    return held


def release_now(*, actor: User, bundle: Bundle) -> Bundle:
    """All of it now, in the name of the person, or nothing. Errors: PermissionDenied, NotReleased, LibraryRefused."""
    with transaction.atomic():
        held = _open(bundle)
        require(actor, held.unit_id, Role.COORDINATOR)
        return _release(actor, held)


def _release(actor: User, held: Bundle) -> Bundle:
    """Inside a transaction that the caller takes back where this raises. Errors: NotReleased."""
    items = list(held.items.order_by("sort", "subject_id"))
    wanted: dict[str, list[BundleItem]] = defaultdict(list)
    for item in items:
        wanted[item.sort].append(item)
    lacks: list[dict[str, object]] = []
    moved: list[BundleItem] = []
    for sort, rows in wanted.items():
        kind = bundle_kind(sort)
        if kind is None:
            lacks += [{"title": one.title, "said": [_("Phần mềm không còn loại mục này.")]} for one in rows]
            continue
        outcome = kind.release(actor, [one.subject_id for one in rows])
        lacks += [
            {"title": one.title, "said": list(outcome.lacks[one.subject_id])}
            for one in rows if one.subject_id in outcome.lacks
        ]  # fmt: skip
        for one in rows:
            if one.subject_id in outcome.moved:
                one.subject_id = outcome.moved[one.subject_id]
                moved.append(one)
    if lacks or not items:
        raise NotReleased(lacks or [{"title": held.title, "said": [_("Gói chưa có mục nào.")]}])
    BundleItem.objects.bulk_update(moved, ["subject_id"])
    held.state, held.released_at, held.reasons = BundleState.RELEASED, timezone.now(), []
    held.save(update_fields=["state", "released_at", "reasons"])
    _changed(actor, Verb.PUBLISH, held, {"released": len(items)})
    return held


def release_due(*, actor: User | None = None, now: datetime | None = None) -> int:
    """Every bundle whose time has come, each in a transaction of its own; returns how many went out. Two workers at once
    do not meet: each takes the bundles that the other does not hold, and what one has done is no longer due. A worker
    that is killed leaves its bundle as it was, due for the next."""
    done = 0
    for pk in list(due_bundles(now or timezone.now()).values_list("pk", flat=True)):
        done += _release_one(pk, now or timezone.now())
    return done


def _release_one(pk: int, now: datetime) -> bool:
    try:
        with transaction.atomic():
            held = due_bundles(now).select_for_update(skip_locked=True, of=["self"]).filter(pk=pk).first()
            if held is None or held.owner is None:
                return False
            require(held.owner, held.unit_id, Role.COORDINATOR)
            _release(held.owner, held)
            return True
    except OperationalError:
        raise  # the database went away: the bundle is as it was, and due at the next minute
    except NotReleased as error:
        _fail(pk, now, error.reasons)
    except QuyenError as error:
        _fail(pk, now, [{"title": "", "said": [error.told]}])
    except Exception:
        log.exception("bundle %s", pk)
        said = _(
            "Người hẹn giờ không còn quyền phát hành, hoặc phần mềm gặp lỗi; đã ghi vào nhật ký máy chủ."
        )
        _fail(pk, now, [{"title": "", "said": [said]}])
    return False


@transaction.atomic
def _fail(pk: int, now: datetime, reasons: list[dict[str, object]]) -> None:
    """Nothing of it is out; its owner is told why, once."""
    held = due_bundles(now).select_for_update(of=["self"]).filter(pk=pk).first()
    if held is None:
        return
    held.state, held.reasons = BundleState.FAILED, reasons
    held.save(update_fields=["state", "reasons"])
    _changed(None, Verb.REJECT, held, {"reasons": reasons[:TOLD]})
    if held.owner is not None:
        _write_to(held.owner, held)


def _write_to(owner: User, held: Bundle) -> None:
    lines = [f"- {one['title']}: {' '.join(one['said'])}" for one in held.reasons[:TOLD]]
    body = _("Gói “%(title)s” đến giờ nhưng không phát hành được; không mục nào đã ra.") % {
        "title": held.title
    }
    post(
        to=owner.email, person=owner, kind="bundle", period=f"{held.pk}:{held.release_at:%Y%m%d%H%M}:{held.revision}",
        subject=_("Gói phát hành chưa ra: %(title)s") % {"title": held.title},
        body="\n".join([body, "", *lines]), unit_id=held.unit_id,
    )  # fmt: skip


def _open(bundle: Bundle) -> Bundle:
    held = Bundle.objects.select_for_update(of=["self"]).select_related("unit", "owner").get(pk=bundle.pk)
    if held.state not in OPEN_STATES:
        raise LibraryRefused(_("Gói %(state)s nên không đổi được nữa.") % {"state": held.get_state_display()})
    return held


def _changed(actor: User | None, verb: Verb, held: Bundle, after: dict[str, object]) -> None:
    held.revision += 1
    held.save(update_fields=["revision"])
    _trace(actor, verb, held, after)


def _trace(actor: User | None, verb: Verb, held: Bundle, after: dict[str, object]) -> None:
    record([entry(actor=actor, verb=verb, subject=held, unit_id=held.unit_id, after=after)])
