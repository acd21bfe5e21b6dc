"""Reports on the landing page: those to be written and given back, and how complete the rounds are that a person takes in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quyen.accounts.models import User
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.queries import tile_of, units_held
from quyen.plans.signals import Bar, Block, Chip, Line, Place, Share
from quyen.reports.enums import SENT, State
from quyen.reports.models import Cycle, Submission
from quyen.reports.queries.access import collected_cycles
from quyen.reports.queries.lists import SOON
from quyen.reports.queries.rounds import LATE, NOT_SENT, RETURNED, WAITING, RoundCounts, counts_of

AHEAD = timedelta(days=30)
MOST = 6  # reports, rounds, and units of a round
ENOUGH = 5  # provinces, for a map to say more than a list


def day_blocks(user: User, day: date) -> tuple[Block, ...]:
    """Of units in which the person holds a role: what an editor writes, what a coordinator takes in. Five queries."""
    return (_mine(user, day), *_incoming(user, day))


def _units(user: User, at_least: Role) -> Q:
    return Q(unit__in=units_held(user, at_least))


def _mine(user: User, day: date) -> Block:
    """Late ones and those due within a month; of those given back all."""
    wanted = Q(cycle__due_on__lte=day + AHEAD) | Q(state=State.RETURNED)
    rows = list(
        Submission.objects.expected()
        .filter(_units(user, Role.EDITOR), wanted, cycle__closed_at=None)
        .exclude(state__in=SENT)
        .select_related("unit", "cycle__regime__unit")
        .order_by("cycle__due_on", "pk")
    )
    days = (rows[0].cycle.due_on - day).days if rows else None
    count = ngettext("%d báo cáo", "%d báo cáo", len(rows)) % len(rows)
    lines = tuple(_report(row, day) for row in rows[:MOST])
    return Block(
        _("Báo cáo phải gửi"), count, reverse("reports:list"), lines, days, _headline(rows, day), _back(rows)
    )


def _report(row: Submission, day: date) -> Line:
    when, sign = _when((row.cycle.due_on - day).days)
    note = _("%(unit)s gửi %(to)s") % {"unit": row.unit.name, "to": row.cycle.regime.unit.name}
    reason = row.reason if row.state == State.RETURNED else ""
    return Line(row.cycle.title, reverse("reports:report", args=[row.pk]), when, sign, note, reason)


def _when(days: int) -> tuple[str, str]:
    """How long there still is, with its colour."""
    if days < 0:
        return ngettext("chậm %d ngày", "chậm %d ngày", -days) % -days, "late"
    if days == 0:
        return _("hôm nay"), "late"
    return ngettext("còn %d ngày", "còn %d ngày", days) % days, "warn" if days <= SOON else ""


def _headline(rows: Sequence[Submission], day: date) -> str:
    if not rows:
        return ""
    late = sum(row.cycle.due_on < day for row in rows)
    if late > 1:
        return ngettext("%d báo cáo đã qua hạn", "%d báo cáo đã qua hạn", late) % late
    return _until((rows[0].cycle.due_on - day).days, rows[0].cycle.title)


def _until(days: int, title: str) -> str:
    said = {"days": abs(days), "title": title}
    if days < 0:
        return _("Chậm %(days)d ngày: %(title)s") % said
    return _("Còn %(days)d ngày tới hạn: %(title)s") % said if days else _("Hôm nay đến hạn: %s") % title


def _back(rows: Iterable[Submission]) -> str:
    number = sum(row.state == State.RETURNED for row in rows)
    said = ngettext("%d báo cáo bị trả lại để sửa", "%d báo cáo bị trả lại để sửa", number)
    return said % number if number else ""


# --- what a coordinator takes in -------------------------------------------------------------------------


def _incoming(user: User, day: date) -> tuple[Block, Block]:
    """Open rounds of which something is not there yet, the first due first, and the first that provinces send on a map;
    who takes in those of several units sees whose each is."""
    open_ones = collected_cycles(user).filter(closed_at=None).select_related("regime__unit")
    counts = counts_of(all_open := list(open_ones.order_by("due_on", "pk")))
    cycles = [one for one in all_open if not counts[one.pk].is_complete]
    named = len({one.regime.unit_id for one in cycles}) > 1
    shown = cycles[:MOST]
    still = _still(shown)
    lines = tuple(_round(one, counts[one.pk], still.get(one.pk, []), day, named) for one in shown)
    unsent = [one for one in cycles if counts[one.pk].not_sent]
    days = (unsent[0].due_on - day).days if unsent else None
    count = ngettext("%d đợt đang thu", "%d đợt đang thu", len(cycles)) % len(cycles)
    headline = _until((unsent[0].due_on - day).days, unsent[0].title) if unsent else ""
    fact = _fact(unsent[0], counts[unsent[0].pk]) if unsent else ""
    taken = Block(_("Thu báo cáo"), count, reverse("reports:list"), lines, days, headline, fact)
    return taken, _map(unsent or shown)


_SIGNS = {State.ACCEPTED: "got", State.SUBMITTED: "sent", State.RETURNED: "back"}  # every other: not there


def _map(cycles: Sequence[Cycle]) -> Block:
    """How the provinces of the first round that has some stand. One query."""
    rows = Submission.objects.expected().filter(cycle__in=cycles, unit__kind=UnitKind.PROVINCE)
    placed: dict[int, list[Place]] = {}
    for row in rows.select_related("unit"):
        if tile := tile_of(row.unit.name):
            words = f"{row.unit.name}: {_stands(row)}"
            url = f"{reverse('reports:round', args=[row.cycle_id])}?{urlencode({'tim': row.unit.name})}"
            one = Place(tile.short, tile.column, tile.row, words, url, _SIGNS.get(State(row.state), "not"))
            placed.setdefault(row.cycle_id, []).append(one)
    cycle = next((one for one in cycles if len(placed.get(one.pk, ())) >= ENOUGH), None)
    if cycle is None:
        return Block("", "", "", ())
    key = (*((sign, str(state.label)) for state, sign in _SIGNS.items()), ("not", _("chưa gửi")))
    places = tuple(sorted(placed[cycle.pk], key=lambda one: (one.row, one.column)))
    url = reverse("reports:round", args=[cycle.pk])
    return Block(cycle.title, _("Bảng"), url, (), is_side=True, places=places, key=key)


def _stands(row: Submission) -> str:
    return str(row.get_state_display()) if row.state in _SIGNS else _("chưa gửi")


def _fact(cycle: Cycle, counts: RoundCounts) -> str:
    said = _("%(title)s: %(received)d trên %(expected)d đơn vị đã gửi")
    told = said % {"title": cycle.title, "received": counts.received, "expected": counts.expected}
    waiting = ngettext("%d báo cáo chờ nhận", "%d báo cáo chờ nhận", counts.waiting) % counts.waiting
    return f"{told}, {waiting}" if counts.waiting else told


def _still(cycles: Sequence[Cycle]) -> dict[int, list[str]]:
    """The first few units of each round that did not send: one query."""
    order = Window(
        RowNumber(), partition_by=F("cycle_id"), order_by=[F("unit__kind"), F("unit__name"), F("pk")]
    )
    rows = Submission.objects.expected().filter(cycle__in=cycles, first_sent_on=None).annotate(place=order)
    found: dict[int, list[str]] = {}
    for cycle, name in (
        rows.filter(place__lte=MOST).order_by("cycle_id", "place").values_list("cycle_id", "unit__name")
    ):
        found.setdefault(cycle, []).append(name)
    return found


def _round(cycle: Cycle, counts: RoundCounts, still: Sequence[str], day: date, named: bool) -> Line:
    """Chips and units lead to the round, filtered to what they name."""
    when, sign = _when((cycle.due_on - day).days)
    url = reverse("reports:round", args=[cycle.pk])
    words = {"received": _("đã gửi"), "on_time": _("đúng hạn"), "accepted": _("đã nhận")}
    shares = tuple(Share(name, words[name], number, percent) for name, number, percent in counts.rows)
    chips = (
        (counts.waiting, WAITING, _("%d chờ nhận"), "warn"),
        (counts.late, LATE, _("%d chậm"), "late"),
        (counts.not_sent, NOT_SENT, _("%d chưa gửi"), ""),
        (counts.returned, RETURNED, _("%d trả lại để sửa"), ""),
    )
    units = [Chip(name, f"{url}?{urlencode({'xem': NOT_SENT, 'tim': name})}") for name in still]
    if counts.not_sent > len(still):
        rest = counts.not_sent - len(still)
        units.append(Chip(_("và %d đơn vị khác") % rest, f"{url}?xem={NOT_SENT}"))
    return Line(
        cycle.title, url, when, sign if counts.not_sent else "", cycle.regime.unit.name if named else "",
        bar=Bar(_("phải gửi"), counts.expected, shares) if counts.expected else None,
        chips=tuple(Chip(said % number, f"{url}?xem={state}", color) for number, state, said, color in chips if number),
        units=tuple(units),
    )  # fmt: skip
