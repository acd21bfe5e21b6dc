"""The board of tasks."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from quyen.accounts.queries import person
from quyen.plans.queries import board as boards
from quyen.plans.queries import days as near
from quyen.shared.views import one_of, whole

WAYS = (
    (boards.BY_DAY, _("Theo hạn")),
    (boards.BY_LEAD, _("Theo đơn vị")),
    (boards.BY_PLAN, _("Theo kế hoạch")),
)
DAYS = (
    (near.LATE, _("đã qua hạn")), (near.MONTH, _("tháng này")), (near.NEXT, _("trong 30 ngày")),
    (near.LATER, _("về sau")), (near.NO_DAY, _("không ghi ngày")),
)  # fmt: skip


def asked_of(query: QueryDict) -> boards.BoardFilter:
    return boards.BoardFilter(
        words=query.get("tim", "").strip(),
        unit=query.get("co-quan", "").strip(),
        plan=whole(query.get("ke-hoach")),
        year=whole(query.get("nam")),
        when=one_of(query.get("luc"), dict(DAYS)),
    )


@login_required
def board(request: HttpRequest) -> HttpResponse:
    by = one_of(request.GET.get("theo"), dict(WAYS)) or boards.BY_DAY
    made = boards.board(person(request), asked_of(request.GET), by, whole(request.GET.get("trang")) or 1)
    return render(request, "plans/board.html", {"board": made, "ways": WAYS, "days": DAYS})
