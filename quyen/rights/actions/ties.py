"""Links proposed by a rule, made by a person, confirmed or refused. What a person decided no re-run undoes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.rights.actions.guard import require_editor, tell
from quyen.rights.enums import TieState
from quyen.rights.models import Link, Provision, Tie, Topic

Pair = tuple[int, int]  # numbers of two provisions, in any order
Any_tie = TypeVar("Any_tie", bound=Tie)


class LinkRefused(QuyenError):
    """A link that cannot be."""

    advice = "Chưa lưu gì."


@transaction.atomic
def propose_links(*, actor: User | None, rule: str, pairs: Iterable[Pair]) -> int:
    """What a rule finds, all of it. New pairs are proposed; what the same rule proposed before, does not find any more and
    nobody touched goes; all else stays as it is, refusals too. Returns how many are new. Raises PermissionDenied."""
    require_editor(actor)
    wanted = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
    held = set(Link.objects.exclude(other=None).values_list("provision_id", "other_id"))
    stale = [
        one.pk
        for one in Link.objects.undecided_of(rule).exclude(other=None)
        if (one.provision_id, one.other_id) not in wanted
    ]
    Link.objects.filter(pk__in=stale).delete()
    new = [Link(provision_id=a, other_id=b, rule=rule) for a, b in sorted(wanted - held)]
    Link.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


@transaction.atomic
def add_link(
    *,
    actor: User,
    provision: Provision,
    other: Provision | None = None,
    topic: Topic | None = None,
    note: str = "",
) -> Link:
    """A link that a person makes: confirmed at once. One that was proposed, or refused, becomes this person's. Raises
    LinkRefused where the ends are the same or not one; PermissionDenied."""
    require_editor(actor)
    if (other is None) == (topic is None):
        raise LinkRefused(_("Chọn một điều, hoặc một chủ đề."))
    if other is not None and other.pk == provision.pk:
        raise LinkRefused(_("Không liên kết một điều với chính nó."))
    first, second = (provision, other) if other is None or provision.pk < other.pk else (other, provision)
    now = timezone.now()
    made, is_new = Link.objects.select_for_update(of=("self",)).get_or_create(
        provision=first, other=second, topic=topic,
        defaults={"made_by": actor, "state": TieState.CONFIRMED, "settled_by": actor, "settled_at": now, "note": note[:300]},
    )  # fmt: skip
    before = None if is_new else {"state": made.state}
    if not is_new:
        made.made_by, made.state, made.settled_by, made.settled_at = actor, TieState.CONFIRMED, actor, now
        made.note = note[:300] or made.note
        made.save()
    after = {
        "provision": first.pk,
        "other": second and second.pk,
        "topic": topic and topic.pk,
        "state": made.state,
    }
    record([entry(actor=actor, verb=Verb.LINK, subject=made, before=before, after=after)])
    tell("tie", Link, made.pk)
    return made


@transaction.atomic
def settle(*, actor: User, ties: Iterable[Any_tie], state: TieState) -> int:
    """Confirms or refuses; returns how many that changed. Raises PermissionDenied, LinkRefused for any other state."""
    require_editor(actor)
    if state == TieState.PROPOSED:
        raise LinkRefused(_("Một liên kết đã xem thì xác nhận hoặc bỏ."))
    given = list(ties)
    if not given:
        return 0
    model = type(given[0])
    held = list(
        model._default_manager.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in given])
    )
    changed = [one for one in held if one.state != state]
    before = {one.pk: str(one.state) for one in changed}
    rows = model._default_manager.filter(pk__in=[one.pk for one in changed])
    rows.update(state=state, settled_by=actor, settled_at=timezone.now())
    verb = Verb.CONFIRM if state == TieState.CONFIRMED else Verb.REJECT
    record([
        entry(actor=actor, verb=verb, subject=one, before={"state": before[one.pk]}, after={"state": str(state)})
        for one in changed
    ])  # fmt: skip
    if changed:
        tell("tie", model, changed[0].pk)
    return len(changed)
