"""One item of the review: correct it, see its history, settle what a later reading says; and add one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.plans import actions
from quyen.plans.actions import Conflict
from quyen.plans.enums import ItemKind, PlanState
from quyen.plans.forms.items import ItemForm, form_for
from quyen.plans.models import Item, Plan
from quyen.plans.queries.item import item_history
from quyen.plans.queries.review import editable_plans, readable_plans
from quyen.plans.queries.rows import item_row, say
from quyen.plans.views.review import answer, back_to


@login_required
def item(request: HttpRequest, plan_id: int, item_id: int) -> HttpResponse:
    """The form and the history of one item; its own page, or within the row for HTMX."""
    plan = _plan(request, plan_id)
    found = _item(plan, item_id)
    form = form_for(found.kind)(
        request.POST or None, initial=form_for(found.kind).shown(found.as_value()), prefix="muc"
    )
    mine: dict[str, Any] | None = None
    if request.method == "POST" and form.is_valid():
        mine = form.value(found.as_value(), _year(plan))
        try:
            kept = actions.correct_item(
                actor=person(request), item=found, revision=_revision(request), value=mine
            )
        except Conflict as conflict:
            found = conflict.item
            messages.warning(
                request, _("Mục này vừa được người khác thay đổi. Bản của bạn còn nguyên ở dưới.")
            )
        except QuyenError as error:
            messages.error(request, error.told)
        else:
            return answer(request, plan, [kept])
    context = {
        "plan": plan, "row": item_row(found), "form": form, "history": item_history(found),
        "mine": say(found.kind, mine) if mine else None, "may_edit": _may_edit(request, plan), "item": found,
    }  # fmt: skip
    template = "plans/review/edit.html" if request.htmx else "plans/review/item.html"  # type: ignore[attr-defined]
    return render(request, template, context, status=_status(request))


@login_required
@require_POST
def settle(request: HttpRequest, plan_id: int, item_id: int) -> HttpResponse:
    """A later reading differs: `choice`=take or keep."""
    plan = get_object_or_404(editable_plans(person(request)), pk=plan_id)
    found = _item(plan, item_id)
    try:
        take = request.POST.get("choice") == "take"
        found = actions.settle_newer(
            actor=person(request), item=found, revision=_revision(request), take=take
        )
    except QuyenError as error:
        messages.error(request, error.told)
    return answer(request, plan, [found])


@login_required
def add(request: HttpRequest, plan_id: int) -> HttpResponse:
    """An item that the reader did not see: from a passage chosen in the source (`tu`, `den`), or typed."""
    plan = get_object_or_404(editable_plans(person(request)).select_related("reading", "source"), pk=plan_id)
    kind = request.POST.get("loai") or request.GET.get("loai") or ItemKind.TASK
    if kind not in ItemKind.values:
        raise Http404
    at = _at(request, plan)
    text = " ".join(plan.reading.text[at[0] : at[1]].split()) if at else ""
    form = form_for(kind)(
        request.POST if "muc-text" in request.POST else None, initial={"text": text}, prefix="muc"
    )
    if request.method == "POST" and form.is_valid():
        try:
            added = actions.add_item(
                actor=person(request), plan=plan, kind=kind, value=_new_value(form, plan), at=at
            )
        except QuyenError as error:
            messages.error(request, error.told)
        else:
            return back_to(plan, added.pk)
    context = {"plan": plan, "form": form, "kind": kind, "kinds": ItemKind.choices, "at": at, "quote": text}
    return render(request, "plans/review/add.html", context, status=422 if form.is_bound else 200)


def _new_value(form: ItemForm, plan: Plan) -> dict[str, Any]:
    return form.value({}, _year(plan))


def _plan(request: HttpRequest, plan_id: int) -> Plan:
    """Everyone of the unit sees an item and its history; a change asks for an editor."""
    plans = editable_plans(person(request)) if request.method == "POST" else readable_plans(person(request))
    return get_object_or_404(plans.select_related("reading", "source"), pk=plan_id)


def _item(plan: Plan, item_id: int) -> Item:
    found = get_object_or_404(plan.items.detailed(), pk=item_id)
    found.plan = plan
    return found


def _may_edit(request: HttpRequest, plan: Plan) -> bool:
    return plan.state != PlanState.CONFIRMED and editable_plans(person(request)).filter(pk=plan.pk).exists()


def _revision(request: HttpRequest) -> int:
    """What the person saw; anything else than a number is a page of another time, and conflicts."""
    text = request.POST.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _at(request: HttpRequest, plan: Plan) -> tuple[int, int] | None:
    """A chosen passage, where it lies within the text of the present reading."""
    chosen = request.POST or request.GET
    start, end = chosen.get("tu", ""), chosen.get("den", "")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    if chosen.get("ban-doc", str(plan.reading_id)) != str(plan.reading_id):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= len(plan.reading.text) else None


def _year(plan: Plan) -> int | None:
    return plan.first_year if plan.first_year == plan.last_year else None


def _status(request: HttpRequest) -> int:
    return 200 if request.method == "GET" or request.htmx else 422  # type: ignore[attr-defined]
