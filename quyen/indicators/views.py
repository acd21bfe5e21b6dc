"""Indicators: all of them for a year, one with its units, one unit's values."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.arithmetic import Period, period_at
from quyen.core.errors import QuyenError
from quyen.indicators import actions, queries
from quyen.indicators.forms import AskedForm, ValueForm
from quyen.indicators.models import Indicator, Observation
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries import editable_units, may

BACK = 5  # years that the page of a unit's values reaches back


@login_required
def indicators(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    number, shown, under = AskedForm(request.GET).given(today)
    scope = queries.scope_of(person(request), under)
    if scope is None and under is not None:
        raise Http404
    page = queries.indicator_list(scope, number, shown, today) if scope else None
    context = {"page": page, "years": _years(number, today), "today": today}
    return render(request, "indicators/list.html", context)


@login_required
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    one = get_object_or_404(queries.named_indicators(), code=code)
    today = timezone.localdate()
    number, shown, under = AskedForm(request.GET).given(today)
    scope = queries.scope_of(person(request), under)
    if scope is None:
        raise Http404
    page = queries.indicator_page(person(request), one, scope, number, shown, today)
    context = {"page": page, "years": _years(number, today), "today": today}
    return render(request, "indicators/indicator.html", context)


def _years(number: int, today: date) -> list[int]:
    return sorted({number, *range(2023, today.year + 1)})


@login_required
def values(request: HttpRequest, code: str, unit_id: int) -> HttpResponse:
    """What one unit gave for each period."""
    one = get_object_or_404(queries.named_indicators(), code=code)
    scope = queries.scope_of(person(request), unit_id)
    if scope is None or scope.unit is None:
        raise Http404
    today = timezone.localdate()
    whole = Period(date(today.year - BACK, 1, 1), date(today.year + 1, 1, 1))
    page = queries.unit_cells(one, scope.unit, whole, today)
    context = {"page": page, "may_report": may(person(request), unit_id, Role.EDITOR)}
    return render(request, "indicators/values.html", context)


@login_required
def value(request: HttpRequest, code: str, unit_id: int, start: date) -> HttpResponse:
    """A value given, or corrected."""
    one = get_object_or_404(queries.named_indicators(), code=code)
    unit = get_object_or_404(editable_units(person(request)), pk=unit_id)
    period = period_at(start, one.rhythm)
    if period.start != start:
        raise Http404
    held = _held(one, unit, period)
    form = ValueForm(request.POST or None, indicator=one, held=held)
    if request.method == "POST" and form.is_valid():
        try:
            actions.report_value(
                actor=person(request), indicator=one, unit=unit, period=period, given=form.given()
            )
        except QuyenError as error:
            form.add_error(None, f"{error} {error.advice}")
            held = _held(one, unit, period)
        else:
            messages.success(request, _("Đã ghi số liệu."))
            return redirect("indicators:values", code, unit_id)
    context = {
        "form": form, "indicator": one, "unit": unit, "period": period, "held": held,
        "freeze": queries.frozen_by(unit, period),
    }  # fmt: skip
    return render(request, "indicators/value.html", context)


def _held(indicator: Indicator, unit: Unit, period: Period) -> Observation | None:
    rows = Observation.objects.current().select_related("entered_by", "evidence")
    return rows.filter(indicator=indicator, unit=unit, period_start=period.start, part="").first()
