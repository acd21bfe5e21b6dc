"""The list of reports and rounds, and one round for who takes it in."""

from __future__ import annotations

import csv
import io

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.core.paper import Sheet, workbook
from quyen.reports import actions
from quyen.reports.actions.export import record_round_export
from quyen.reports.models import Cycle
from quyen.reports.queries import rounds
from quyen.reports.queries.lists import report_list
from quyen.reports.queries.sheets import round_sheet
from quyen.shared.views import answer_file, one_of, whole

FILTERS = (
    (rounds.NOT_SENT, gettext_lazy("chưa gửi")), (rounds.LATE, gettext_lazy("chậm")),
    (rounds.WAITING, gettext_lazy("chờ nhận")), (rounds.RETURNED, gettext_lazy("trả lại để sửa")),
    (rounds.ACCEPTED, gettext_lazy("đã nhận")),
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a sheet would run a cell that begins so


@login_required
def reports(request: HttpRequest) -> HttpResponse:
    found = report_list(person(request), whole(request.GET.get("trang")) or 1)
    return render(request, "reports/list.html", {"list": found})


@login_required
def one_round(request: HttpRequest, pk: int) -> HttpResponse:
    page = rounds.round_page(person(request), pk, _asked(request), whole(request.GET.get("trang")) or 1)
    return render(request, "reports/round.html", {"page": page, "filters": FILTERS})


@login_required
def round_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    cycle, sheet = _sheet(request, pk)
    return answer_file(workbook([sheet]), f"{_('Gửi báo cáo')} {cycle.title}", "xlsx")


@login_required
def round_csv(request: HttpRequest, pk: int) -> HttpResponse:
    cycle, sheet = _sheet(request, pk)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column.heading for column in sheet.columns)
    writer.writerows([_cell(value) for value in row] for row in sheet.rows)
    return answer_file(("\ufeff" + out.getvalue()).encode(), f"{_('Gửi báo cáo')} {cycle.title}", "csv")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(RISKY) else text


def _sheet(request: HttpRequest, pk: int) -> tuple[Cycle, Sheet]:
    user = person(request)
    cycle, _role = rounds.round_of(user, pk)
    lines = rounds.all_lines(user, cycle, _asked(request))
    record_round_export(actor=user, cycle=cycle)
    return cycle, round_sheet(cycle, lines, timezone.localdate())


def _asked(request: HttpRequest) -> rounds.RoundFilter:
    ask = request.GET
    return rounds.RoundFilter(ask.get("tim", "").strip()[:100], one_of(ask.get("xem"), dict(FILTERS)))


@login_required
@require_POST
def refresh(request: HttpRequest, pk: int) -> HttpResponse:
    """Brings the units that must report in step with the facts of today."""
    cycle, _role = rounds.round_of(person(request), pk)
    came, gone = actions.refresh_expected(actor=person(request), cycle=cycle)
    said = ngettext("Thêm %(n)s đơn vị", "Thêm %(n)s đơn vị", came) % {"n": came}
    left = ngettext("bỏ %(n)s đơn vị", "bỏ %(n)s đơn vị", gone) % {"n": gone}
    messages.success(request, f"{said}, {left}.")
    return redirect("reports:round", pk)


@login_required
@require_POST
def close(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Closes a round ("dong"), or opens it again ("mo")."""
    cycle, _role = rounds.round_of(person(request), pk)
    try:
        if name == "dong":
            actions.close_cycle(actor=person(request), cycle=cycle)
            messages.success(request, _("Đã đóng đợt; không nhận thêm báo cáo, những gì đã có vẫn còn."))
        elif name == "mo":
            actions.reopen_cycle(actor=person(request), cycle=cycle)
            messages.success(request, _("Đã mở lại đợt."))
        else:
            raise PermissionDenied
    except QuyenError as error:
        messages.error(request, error.told)
    return redirect("reports:round", pk)
