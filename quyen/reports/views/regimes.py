"""Regimes of reporting: founded, changed; a round opened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.reports import actions
from quyen.reports.actions.cycles import titled
from quyen.reports.forms.regimes import CycleForm, RegimeForm, outline_of, sections_form
from quyen.reports.models import Regime
from quyen.reports.queries import editable_regimes, readable_regimes
from quyen.reports.queries import regimes as known
from quyen.shared.views import one_of, whole


@login_required
def found(request: HttpRequest) -> HttpResponse:
    """`mau` names a preset; `quy-tac` a clause of a plan on reporting; `ke-hoach` a plan."""
    user = person(request)
    units = known.founding_units(user)
    if not units:
        raise Http404
    return _edit(request, None, units, _preset(request))


@login_required
def regime(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for who governs it; what it says for all others who read it."""
    held = editable_regimes(person(request)).select_related("unit", "plan", "rule").filter(pk=pk).first()
    if held is not None:
        return _edit(request, held, (), None)
    rows = readable_regimes(person(request)).select_related("unit", "plan").distinct()
    seen = get_object_or_404(rows, pk=pk)
    context = {"regime": seen, "ahead": known.periods_ahead(seen, timezone.localdate())}
    return render(request, "reports/regime.html", context)


def _preset(request: HttpRequest) -> known.Preset | None:
    year = timezone.localdate().year
    chosen = whole(request.GET.get("quy-tac"))
    if chosen:
        rules = [one for one in known.known_rules(person(request)) if one.pk == chosen]
        return known.preset_of_rule(rules[0], year) if rules else None
    plan = whole(request.GET.get("ke-hoach"))
    if plan:
        return known.preset_of_plan(person(request), plan, year)
    name = one_of(request.GET.get("mau"), known.PRESETS)
    return known.preset_of(name, year) if name else None


def _edit(request: HttpRequest, held: Regime | None, units: Any, preset: known.Preset | None) -> HttpResponse:
    user, data = person(request), request.POST or None
    form = RegimeForm(data, units=units, plans=known.plans_for(user, held), regime=held, preset=preset)
    rows = sections_form(data, held)
    if request.method == "POST" and "them" not in request.POST and form.is_valid() and rows.is_valid():
        saved = _save(request, form, rows, held, preset)
        if saved is not None:
            return redirect("reports:regime", saved.pk)
    context = {
        "form": form, "rows": rows, "regime": held, "preset": preset,
        "presets": known.preset_names() if held is None else (),
        "rules": known.known_rules(user) if held is None else (),
        "ahead": known.periods_ahead(held, timezone.localdate()) if held else (),
    }  # fmt: skip
    asked_more = "them" in request.POST
    status = 422 if request.method == "POST" and not asked_more else 200
    return render(request, "reports/regime_form.html", context, status=status)


def _save(
    request: HttpRequest, form: RegimeForm, rows: Any, held: Regime | None, preset: known.Preset | None
) -> Regime | None:
    wish = form.wish(outline_of(rows))
    try:
        if held is None:
            wish = actions.with_rule(wish, preset.rule if preset else None)
            saved = actions.found_regime(actor=person(request), unit=form.cleaned_data["unit"], wish=wish)
            messages.success(request, _("Đã đặt chế độ báo cáo. Mở đợt đầu tiên khi sẵn sàng."))
        else:
            saved = actions.change_regime(actor=person(request), regime=held, wish=wish)
            messages.success(request, _("Đã lưu. Đợt đang mở vẫn giữ đề cương cũ."))
    except QuyenError as error:
        form.add_error(None, error.told)
        return None
    return saved


@login_required
def open_round(request: HttpRequest, pk: int) -> HttpResponse:
    """The next period of the regime stands in the form, to be mended or taken as it is."""
    held = get_object_or_404(editable_regimes(person(request)).select_related("unit", "plan"), pk=pk)
    form = CycleForm(request.POST or None, above=known.rounds_above(held), initial=_next_round(held))
    if request.method == "POST" and form.is_valid():
        try:
            cycle = actions.open_cycle(actor=person(request), regime=held, wish=form.wish())
        except QuyenError as error:
            form.add_error(None, error.told)
        else:
            messages.success(request, _("Đợt đã mở; mỗi đơn vị phải báo cáo có một dòng."))
            return redirect("reports:round", cycle.pk)
    status = 422 if form.errors else 200
    return render(request, "reports/round_form.html", {"form": form, "regime": held}, status=status)


def _next_round(held: Regime) -> dict[str, Any]:
    period = known.next_period(held)
    above = known.rounds_above(held).first()
    if period is None:
        return {"title": held.title, "feeds": above and above.pk}
    return {
        "title": titled(held, period), "start": period.start, "last": period.until - timedelta(days=1),
        "due_on": period.due, "feeds": above and above.pk,
    }  # fmt: skip
