"""The way of a product through the office, up to its approval. Each step says whose turn is next and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.library.actions.guard import (
    LibraryRefused,
    NotComplete,
    in_state,
    locked,
    seen,
    tell_step,
    touch,
    trace,
)
from quyen.library.enums import Deed, ProductState
from quyen.library.models import Product
from quyen.library.queries.access import may_check
from quyen.library.queries.conditions import faults_of
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.queries import may

S = ProductState


@dataclass(frozen=True)
class Turn:
    """Whose turn it is after the step, and until when; either may be left open."""

    waits_for: User | None = None
    due_on: date | None = None


NOBODY = Turn()


@transaction.atomic
def hand_in(
    *, actor: User | None, product: Product, turn: Turn = NOBODY, revision: int | None = None
) -> Product:
    """From its writer to the editors. Errors: PermissionDenied, ProductChanged, LibraryRefused."""
    held = _held(actor, product, revision, S.DRAFT)
    return _step(actor, held, Deed.HAND_IN, S.EDIT, turn)


@transaction.atomic
def ask_check(
    *, actor: User | None, product: Product, turn: Turn = NOBODY, revision: int | None = None
) -> Product:
    """To the check of law and subject. Errors: PermissionDenied, ProductChanged, LibraryRefused (also where the person
    asked wrote it)."""
    held = _held(actor, product, revision, S.DRAFT, S.EDIT)
    if turn.waits_for is not None and not may_check(turn.waits_for, held):
        raise LibraryRefused(_("%(who)s là người viết nên không tự kiểm tra được.") % {"who": turn.waits_for})
    return _step(actor, held, Deed.ASK_CHECK, S.CHECK, turn)


@transaction.atomic
def pass_check(
    *, actor: User, product: Product, turn: Turn = NOBODY, revision: int | None = None, note: str = ""
) -> Product:
    """Checked by another person than those who wrote it. Errors: PermissionDenied, ProductChanged, LibraryRefused."""
    held = _held(actor, product, revision, S.CHECK)
    if not may_check(actor, held):
        raise LibraryRefused(
            _("Người viết không tự kiểm tra bản của mình."),
            advice=_("Hãy nhờ một người khác của đơn vị kiểm tra."),
        )
    return _step(actor, held, Deed.PASS_CHECK, S.APPROVE, turn, note)


@transaction.atomic
def approve(
    *, actor: User | None, product: Product, turn: Turn = NOBODY, revision: int | None = None
) -> Product:
    """Ready to go out. What it lacks is told all at once. Errors: PermissionDenied, ProductChanged, LibraryRefused,
    NotComplete."""
    held = _held(actor, product, revision, S.APPROVE, role=Role.COORDINATOR)
    faults = faults_of(held, together={held.translation_of_id} if held.translation_of_id else ())
    if faults:
        raise NotComplete(faults)
    return _step(actor, held, Deed.APPROVE, S.READY, turn)


@transaction.atomic
def send_back(
    *, actor: User | None, product: Product, reason: str, turn: Turn = NOBODY, revision: int | None = None
) -> Product:
    """Back to be mended, with the reason. From its editors to its writer, else to its editors.

    Errors: PermissionDenied, ProductChanged, LibraryRefused.
    """
    held = _held(actor, product, revision, S.EDIT, S.CHECK, S.APPROVE, S.READY)
    if not reason.strip():
        raise LibraryRefused(_("Trả lại thì cần nêu lý do, để người viết biết phải sửa gì."))
    back = S.DRAFT if held.state == S.EDIT else S.EDIT
    return _step(actor, held, Deed.SEND_BACK, back, turn, reason.strip())


@transaction.atomic
def take_back(*, actor: User | None, product: Product, revision: int | None = None) -> Product:
    """Its editors take it back to write on. Errors: PermissionDenied, ProductChanged, LibraryRefused."""
    held = _held(actor, product, revision, S.CHECK, S.APPROVE, S.READY)
    return _step(actor, held, Deed.TAKE_BACK, S.EDIT, NOBODY)


@transaction.atomic
def set_turn(*, actor: User | None, product: Product, turn: Turn, revision: int | None = None) -> Product:
    """Another person or day for the step that it stands at. Errors: PermissionDenied, ProductChanged, LibraryRefused."""
    held = _held(actor, product, revision, S.DRAFT, S.EDIT, S.CHECK, S.APPROVE, S.READY)
    before = {"due_on": str(held.due_on or ""), "waits_for": held.waits_for_id}
    _give(held, turn)
    touch(held, "waits_for", "due_on")
    trace(
        actor, Verb.CORRECT, held, before, {"due_on": str(turn.due_on or ""), "waits_for": held.waits_for_id}
    )
    return held


def _held(
    actor: User | None,
    product: Product,
    revision: int | None,
    *states: ProductState,
    role: Role = Role.EDITOR,
) -> Product:
    held = locked(product)
    require(actor, held.unit_id, role)
    in_state(held, *states)
    seen(held, revision)
    return held


def _give(held: Product, turn: Turn) -> None:
    if turn.waits_for is not None and not may(turn.waits_for, held.unit_id, Role.EDITOR):
        raise LibraryRefused(
            _("%(who)s không giữ vai trò biên tập ở %(unit)s.") % {"who": turn.waits_for, "unit": held.unit}
        )
    held.waits_for, held.due_on = turn.waits_for, turn.due_on


def _step(
    actor: User | None, held: Product, deed: Deed, state: ProductState, turn: Turn, reason: str = ""
) -> Product:
    before = held.state
    held.state = state
    _give(held, turn)
    touch(held, "state", "waits_for", "due_on")
    tell_step(actor, held, deed, reason=reason, due_on=turn.due_on)
    verb = Verb.REOPEN if deed in (Deed.SEND_BACK, Deed.TAKE_BACK) else Verb.CONFIRM
    after = {"state": str(state), "deed": str(deed), **({"reason": reason} if reason else {})}
    trace(actor, verb, held, {"state": before}, after)
    return held
