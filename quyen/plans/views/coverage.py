"""The table of coverage, one cell of it, and a coordinator's decisions."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.organisation.enums import Role
from quyen.organisation.queries import unit_ids
from quyen.plans.actions import coverage as deeds
from quyen.plans.actions import matching
from quyen.plans.enums import Coverage
from quyen.plans.models import Item, Match, Plan
from quyen.plans.queries import cell as cells
from quyen.plans.queries import coverage as table
from quyen.plans.queries.review import readable_plans
from quyen.shared.views import one_of, whole, wholes


def asked_of(query: QueryDict) -> table.Asked:
    return table.Asked(
        parent=whole(query.get("tren")),
        children=tuple(wholes(query.getlist("duoi"))),
        with_proposals=query.get("gom") == "1",
    )


def table_of(request: HttpRequest) -> table.Asked:
    """The table that a cell belongs to: as its address says, else the page that the person came from."""
    asked = asked_of(request.GET)
    if asked.parent is None:
        came_from = urlsplit(request.headers.get("referer", ""))
        if came_from.path == reverse("plans:coverage"):
            return asked_of(QueryDict(came_from.query))
    return asked


@login_required
def coverage(request: HttpRequest) -> HttpResponse:
    page = table.coverage_page(person(request), asked_of(request.GET))
    return render(request, "plans/coverage.html", {"page": page})


@login_required
@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Runs the matcher for the plans chosen, as far as the person may, and shows the table."""
    asked, user = asked_of(request.POST), person(request)
    mine = readable_plans(user).select_related("reading")
    parent = get_object_or_404(mine, pk=asked.parent)
    if not asked.children:
        below = mine.filter(parent=parent).values_list("pk", flat=True)
        asked = replace(asked, children=tuple(below))
    editable = mine.filter(unit__in=unit_ids(user, Role.EDITOR))
    children = editable.filter(pk__in=asked.children).exclude(pk=parent.pk)
    matching.run_matches(actor=user, parent=parent, children=children, with_proposals=asked.with_proposals)
    return redirect(reverse("plans:coverage") + asked.query)


@login_required
@require_POST
def confirm_sure(request: HttpRequest) -> HttpResponse:
    """Confirms all cells of which the matcher is sure, in the plans that the person may decide about."""
    asked, user = asked_of(request.POST), person(request)
    page = table.coverage_page(user, asked)
    number = deeds.confirm_matches(actor=user, matches=page.sure)
    said = ngettext("Đã duyệt %(n)s ô.", "Đã duyệt %(n)s ô.", number) % {"n": number}
    messages.success(request, said)
    return redirect(reverse("plans:coverage") + page.asked.query)


@login_required
def cell(request: HttpRequest, item_id: int, child_id: int) -> HttpResponse:
    """A cell opened: a part of the table for HTMX, else a page of its own."""
    page = cells.cell_page(person(request), item_id, child_id)
    name = "plans/parts/cell.html" if request.htmx else "plans/cell.html"  # type: ignore[attr-defined]
    return render(request, name, {"page": page, "asked": table_of(request), "states": Coverage.choices})


@login_required
def treaties(request: HttpRequest, parent_id: int, child_id: int) -> HttpResponse:
    page = cells.treaty_page(person(request), parent_id, child_id)
    name = "plans/parts/treaties.html" if request.htmx else "plans/treaties.html"  # type: ignore[attr-defined]
    return render(request, name, {"page": page, "asked": table_of(request)})


@login_required
@require_POST
def decide(request: HttpRequest, item_id: int, child_id: int) -> HttpResponse:
    """Confirm, change or undo one cell; HTMX gets the cell, its panel and its plan's sum back."""
    user = person(request)
    row = cells.readable_row(user, item_id)
    child = cells.readable_child(user, row, child_id)
    match = Match.objects.filter(parent_item=row, child=child).select_related("child").first()
    verb = request.POST.get("viec")
    if verb == "duyet" and match:
        deeds.confirm_matches(actor=user, matches=[match.pk])
    elif verb == "bo" and match:
        deeds.undo_match(actor=user, match=match)
    elif verb == "luu":
        _change(request, row, child)
    asked = asked_of(request.GET)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('plans:coverage')}{asked.query}#o-{item_id}-{child_id}")
    page = cells.cell_page(user, item_id, child_id)
    whole_table = table.coverage_page(user, asked)
    context = {"page": page, "asked": asked, "table": whole_table, "states": Coverage.choices}
    return render(request, "plans/parts/decided.html", context)


def _change(request: HttpRequest, row: Item, child: Plan) -> None:
    ask = request.POST
    state = one_of(ask.get("trang-thai"), Coverage.values)
    if not state:
        return
    chosen = whole(ask.get("muc"))
    item = get_object_or_404(child.items, pk=chosen) if chosen else None
    deeds.change_match(
        actor=person(request), parent_item=row, child=child, state=Coverage(state), child_item=item,
        value=ask.get("gia-tri", ""), note=ask.get("ghi-chu", ""),
    )  # fmt: skip
