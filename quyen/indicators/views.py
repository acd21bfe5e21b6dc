"""Indicators: all of them for a year, one with its units, one unit's values; an indicator defined and changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from quyen.accounts.queries import person
from quyen.core.arithmetic import Period, period_at
from quyen.core.errors import QuyenError
from quyen.indicators import actions, queries
from quyen.indicators.forms import (
    AskedForm,
    DefinitionForm,
    FreezeForm,
    PrefillForm,
    ValueForm,
    levels_form,
    levels_of,
)
from quyen.indicators.models import Indicator
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
    context = {
        "page": page, "years": _years(number, today), "today": today,
        "may_define": queries.leading_units(person(request)).exists(),
    }  # fmt: skip
    return render(request, "indicators/list.html", context)


@login_required
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    one = get_object_or_404(queries.named_indicators(user), code=code)
    today = timezone.localdate()
    number, shown, under = AskedForm(request.GET).given(today)
    scope = queries.scope_for(user, one, under)
    if scope is None:
        raise Http404
    page = queries.indicator_page(user, one, scope, number, shown, today)
    may_change = queries.editable_indicators(user).filter(pk=one.pk).exists()
    context = {"page": page, "years": _years(number, today), "today": today, "may_change": may_change}
    return render(request, "indicators/indicator.html", context)


def _years(number: int, today: date) -> list[int]:
    return sorted({number, *range(2023, today.year + 1)})


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """A new indicator of a unit; the address may say some of it ahead."""
    if not queries.leading_units(person(request)).exists():
        raise PermissionDenied
    return _define(request, None)


@login_required
def edit(request: HttpRequest, code: str) -> HttpResponse:
    return _define(request, get_object_or_404(queries.editable_indicators(person(request)), code=code))


def _define(request: HttpRequest, held: Indicator | None) -> HttpResponse:
    user, data = person(request), request.POST or None
    ahead = PrefillForm(request.GET)
    words = {"since": date(timezone.localdate().year, 1, 1)} | ahead.words()
    owners = queries.leading_units(user).order_by("kind", "name")
    form = DefinitionForm(data, owners=owners, held=held, is_super=user.is_superuser, initial=words)
    rows = levels_form(data, held, ahead.levels())
    asked_more = "them" in request.POST
    if request.method == "POST" and not asked_more and form.is_valid() and rows.is_valid():
        saved = _save(request, form, rows, held)
        if saved is not None:
            return redirect("indicators:indicator", saved.code)
    context = {"form": form, "rows": rows, "indicator": held} | _other_version(form, rows, held)
    status = 422 if request.method == "POST" and not asked_more else 200
    return render(request, "indicators/define.html", context, status=status)


def _other_version(form: DefinitionForm, rows: Any, held: Indicator | None) -> dict[str, Any]:
    """Where somebody else saved since the form was opened: what differs, and who it was."""
    if held is None or not form.is_met:
        return {}
    mine, levels = vars(form.definition_given()), levels_of(rows)
    now = Indicator.objects.select_related("owner").get(pk=held.pk)
    pairs = queries.differences(mine, [(one.year, one.value, one.most) for one in levels], now)
    return {"differences": pairs, "saved_by": queries.last_change(held)}


def _save(request: HttpRequest, form: DefinitionForm, rows: Any, held: Indicator | None) -> Indicator | None:
    """Words and levels together, or neither."""
    user, given, data = person(request), form.definition_given(), form.cleaned_data
    try:
        with transaction.atomic():
            if held is None:
                saved = actions.define_indicator(actor=user, code=data["code"], given=given)
            else:
                saved = held
                actions.change_indicator(
                    actor=user, indicator=held, given=given, reason=data["reason"], seen=data["seen"]
                )
            actions.set_targets(actor=user, indicator=saved, levels=levels_of(rows))
    except QuyenError as error:
        form.add_error(None, error.told)
        if held is not None and isinstance(error, actions.DefinitionChanged):
            form.over(Indicator.objects.get(pk=held.pk))
        return None
    messages.success(request, _("Đã lưu chỉ số %(code)s.") % {"code": saved.code})
    return saved


@login_required
def freezes(request: HttpRequest, unit_id: int) -> HttpResponse:
    """What is frozen for a unit; a coordinator freezes a period."""
    user = person(request)
    scope = queries.scope_of(user, unit_id)
    if scope is None or scope.unit is None:
        raise Http404
    page = queries.freeze_page(user, scope)
    if request.method == "POST" and not page.may_freeze:
        raise PermissionDenied
    form = FreezeForm(request.POST or None, initial={"year": timezone.localdate().year - 1})
    if request.method == "POST" and form.is_valid() and _freeze(request, form, scope.unit):
        return redirect("indicators:freezes", unit_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "indicators/freezes.html", {"page": page, "form": form}, status=status)


def _freeze(request: HttpRequest, form: FreezeForm, unit: Unit) -> bool:
    given = form.cleaned_data["basis"]
    try:
        actions.freeze_period(actor=person(request), unit=unit, period=form.period(), basis=given)
    except QuyenError as error:
        form.add_error(None, error.told)
        return False
    messages.success(request, _("Đã chốt. Từ nay mỗi lần sửa số liệu của kỳ này cần lý do."))
    return True


@login_required
def unfreeze(request: HttpRequest, pk: int) -> HttpResponse:
    """A freeze taken back, after a look at what that means."""
    freeze = get_object_or_404(queries.removable_freezes(person(request)), pk=pk)
    if request.method == "POST":
        actions.unfreeze_period(actor=person(request), freeze=freeze)
        messages.success(request, _("Đã bỏ chốt. Lần chốt ấy vẫn còn trong nhật ký."))
        return redirect("indicators:freezes", freeze.unit_id)
    context = {"freeze": freeze, "period": Period(freeze.start, freeze.end)}
    return render(request, "indicators/unfreeze.html", context)


@login_required
def values(request: HttpRequest, code: str, unit_id: int) -> HttpResponse:
    """What one unit gave for each period."""
    one = get_object_or_404(queries.named_indicators(person(request)), code=code)
    scope = queries.scope_for(person(request), one, unit_id)
    if scope is None or scope.unit is None:
        raise Http404
    today = timezone.localdate()
    whole = Period(date(today.year - BACK, 1, 1), date(today.year + 1, 1, 1))
    page = queries.unit_cells(one, scope.unit, whole, today)
    context = {
        "page": page, "may_report": may(person(request), unit_id, Role.EDITOR),
        "may_open": queries.may_open(person(request), one, scope.unit),
    }  # fmt: skip
    return render(request, "indicators/values.html", context)


@login_required
def value(request: HttpRequest, code: str, unit_id: int, start: date) -> HttpResponse:
    """A value given, or corrected."""
    one = get_object_or_404(queries.named_indicators(person(request)), code=code)
    unit = get_object_or_404(editable_units(person(request)), pk=unit_id)
    period = period_at(start, one.rhythm)
    if period.start != start or not one.is_asked_of(unit):
        raise Http404
    held, freeze = queries.held_values(one, unit, period), queries.frozen_by(unit, period)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ValueForm(*sent, indicator=one, held=held, frozen=freeze is not None)
    if request.method == "POST" and form.is_valid():
        if (_withdraw if "rut" in request.POST else _report)(request, form, unit, period):
            return redirect("indicators:values", code, unit_id)
        held = queries.held_values(one, unit, period)
    context = {
        "form": form, "indicator": one, "unit": unit, "period": period, "held": held.get(""), "freeze": freeze,
    }  # fmt: skip
    return render(request, "indicators/value.html", context)


def _report(request: HttpRequest, form: ValueForm, unit: Unit, period: Period) -> bool:
    whole, parts = form.given(), form.parts()
    try:
        actions.report_sheet(
            actor=person(request), indicator=form.indicator, unit=unit, period=period, whole=whole, parts=parts,
            file=form.upload(),
        )  # fmt: skip
    except QuyenError as error:
        form.add_error(None, error.told)
        return False
    messages.success(request, _("Đã ghi số liệu."))
    if whole.numerator is not None and sum(one.numerator or 0 for one in parts) > whole.numerator:
        messages.warning(
            request, _("Các phân tổ cộng lại lớn hơn số chung; nếu chúng không trùng nhau thì hãy xem lại.")
        )
    return True


def _withdraw(request: HttpRequest, form: ValueForm, unit: Unit, period: Period) -> bool:
    given = form.taken_back()
    try:
        actions.report_value(
            actor=person(request), indicator=form.indicator, unit=unit, period=period, given=given
        )
    except QuyenError as error:
        form.add_error(None, error.told)
        return False
    messages.success(request, _("Đã rút số. Số đã báo vẫn còn trong các lần ghi."))
    return True


@login_required
@require_GET
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file behind a value, byte for byte, always to save and never shown as a page of this site."""
    row = get_object_or_404(queries.shown_evidence(person(request)), pk=pk)
    assert row.evidence is not None
    try:
        content = row.evidence.content.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("Không còn thấy tệp gốc trong kho; hãy báo người quản trị.")) from error
    return FileResponse(
        content, as_attachment=True, filename=row.evidence.name, content_type="application/octet-stream"
    )
