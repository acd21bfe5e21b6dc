"""The schedule of one assignment: what would change is seen before it is kept."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.plans.actions.work.timetable import reschedule
from quyen.plans.forms.timetable import TimetableForm
from quyen.plans.queries.work.timetable import timetable_page


@login_required
def timetable(request: HttpRequest, pk: int) -> HttpResponse:
    """The giver's: `xem` shows what a change would do, `luu` does what was shown."""
    day = timezone.localdate()
    page = timetable_page(person(request), pk, None, day)
    form = TimetableForm(request.POST or None, held=page.schedule)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "plans/work/timetable.html", {"page": page, "form": form}, status=status)
    if "luu" in request.POST and _kept(request, pk, form):
        return redirect("plans:work-one", pk)
    try:
        page = timetable_page(person(request), pk, form.schedule(), day)
    except QuyenError as error:
        messages.error(request, error.told)
    return render(request, "plans/work/timetable.html", {"page": page, "form": form})


def _kept(request: HttpRequest, pk: int, form: TimetableForm) -> bool:
    page = timetable_page(person(request), pk, None, timezone.localdate())
    try:
        change = reschedule(
            actor=person(request),
            assignment=page.assignment,
            schedule=form.schedule(),
            seen=request.POST["luu"],
        )
    except QuyenError as error:
        messages.error(request, error.told)
        return False
    said = _("Đã lưu lịch: giữ %(kept)d kỳ, bỏ %(dropped)d kỳ, thêm %(added)d kỳ.")
    plan = change.plan
    numbers = {"kept": len(plan.kept), "dropped": len(plan.dropped), "added": len(plan.added)}
    messages.success(request, said % numbers)
    return True
