"""What the landing page gathers from other rooms: blocks of the steps above, values of indicators, duties of those who
look after people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quyen.accounts.enums import MAY_GO_AGAIN
from quyen.accounts.models import User
from quyen.indicators.models import Indicator
from quyen.indicators.queries import Scope, YearNow, latest_year, scope_of, year_at_work
from quyen.indicators.queries.pages import Figure
from quyen.organisation.enums import PeopleLens
from quyen.organisation.queries.checks import mendable_hits
from quyen.organisation.queries.letters import governed_letters
from quyen.organisation.queries.people import governed_invitations
from quyen.plans.signals import Block, Line, today_asked


@dataclass(frozen=True)
class Reached:
    """One indicator of the year, as far as the person's highest unit has come."""

    indicator: Indicator
    figure: Figure
    url: str

    @property
    def missing(self) -> int:
        return self.figure.total.missing


@dataclass(frozen=True)
class HowFar:
    """`at`: when the figures were worked out, None where they are of this moment; `has_newer`: values came since then."""

    year: int
    lines: tuple[Reached, ...] = ()
    at: datetime | None = None
    has_newer: bool = False


def how_far(user: User, day: date) -> HowFar:
    """Indicators of which something is known or missing; none for a person without a unit. Last year's until the first
    figure of this year is there."""
    scope, number = scope_of(user, None), year_at_work(day)
    if scope is None:
        return HowFar(number)
    return _reached(scope, *latest_year(scope, number, day))


def _reached(scope: Scope, number: int, found: YearNow) -> HowFar:
    asked = f"?nam={number}" + (f"&duoi={scope.unit.pk}" if scope.unit else "")
    lines = tuple(
        Reached(one.indicator, one.figure, reverse("indicators:indicator", args=[one.indicator.code]) + asked)
        for one in found.lines
        if one.figure.total.is_known or one.figure.total.missing
    )
    return HowFar(number, lines, found.at, found.has_newer)


def blocks_of(user: User, day: date) -> tuple[Block, ...]:
    """What the steps above say, then what there is to look after; the first due stands first, the rest in order."""
    answers: list[tuple[Any, Any]] = today_asked.send(sender=None, user=user, day=day)
    found: list[Block] = [block for _receiver, blocks in answers for block in blocks] + [_kept(user)]
    full = [block for block in found if block.lines or block.places]
    return tuple(sorted(full, key=lambda block: block.days if block.days is not None else 9999))


def _kept(user: User) -> Block:
    """What an administrator looks after: rows to mend, letters that did not go out, invitations that ran out."""
    hits = mendable_hits(user).open().count()
    letters = governed_letters(user).filter(state__in=MAY_GO_AGAIN).count()
    offers = governed_invitations(user).filter(expires_at__lt=timezone.now()).count()
    people = f"{reverse('organisation:people')}?xem={PeopleLens.INVITED}"
    rows = (
        (hits, ngettext("%d chỗ trong dữ liệu cần sửa", "%d chỗ trong dữ liệu cần sửa", hits), reverse("checks")),
        (letters, ngettext("%d thư không gửi được", "%d thư không gửi được", letters), reverse("organisation:letters")),
        (offers, ngettext("%d lời mời đã hết hạn", "%d lời mời đã hết hạn", offers), people),
    )  # fmt: skip
    lines = tuple(Line(words % number, url) for number, words, url in rows if number)
    return Block(_("Cần trông nom"), "", "", lines, is_side=True)
