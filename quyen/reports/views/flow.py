"""The way of a report: put up, approved, sent, returned, accepted."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.models import User
from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.reports import actions
from quyen.reports.enums import Deed
from quyen.reports.models import Submission
from quyen.reports.queries import readable_submissions

Doing = Callable[[], object]


@login_required
@require_POST
def deed(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One step. Errors: Http404, PermissionDenied (the action asks)."""
    rows = readable_submissions(person(request)).select_related("cycle__regime", "unit")
    held = get_object_or_404(rows, pk=pk)
    if name not in _SAID:
        raise Http404
    reason = request.POST.get("ly-do", "").strip()[:2000]
    try:
        _doing(person(request), held, name, reason, request.POST.get("ban", ""))()
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _SAID[name]())
    return redirect("reports:report", pk)


def _doing(actor: User, held: Submission, name: str, reason: str, seen: str) -> Doing:
    known: dict[str, Doing] = {
        Deed.PUT_UP: lambda: actions.put_up(actor=actor, submission=held),
        Deed.APPROVE: lambda: actions.approve(actor=actor, submission=held),
        Deed.TAKE_BACK: lambda: actions.take_back(actor=actor, submission=held, reason=reason),
        Deed.SUBMIT: lambda: actions.submit(actor=actor, submission=held),
        Deed.RETURN: lambda: actions.send_back(actor=actor, submission=held, reason=reason),
        Deed.ACCEPT: lambda: actions.accept(actor=actor, submission=held, seen=seen),
        Deed.REOPEN: lambda: actions.reopen(actor=actor, submission=held, reason=reason),
    }
    return known[name]


_SAID: dict[str, Callable[[], str]] = {
    Deed.PUT_UP: lambda: _("Đã trình lãnh đạo đơn vị duyệt; một bản được giữ nguyên như lúc trình."),
    Deed.APPROVE: lambda: _("Đã duyệt. Báo cáo chờ gửi."),
    Deed.TAKE_BACK: lambda: _("Đã lấy về để sửa."),
    Deed.SUBMIT: lambda: _("Đã gửi báo cáo lên cấp trên; bản đã gửi được giữ nguyên từng số."),
    Deed.RETURN: lambda: _("Đã trả lại đơn vị kèm lý do."),
    Deed.ACCEPT: lambda: _("Đã nhận báo cáo. Số liệu của đơn vị trong kỳ này được chốt."),
    Deed.REOPEN: lambda: _("Đã mở lại báo cáo cho đơn vị sửa."),
}
