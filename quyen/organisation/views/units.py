"""Units at any day, and the life of one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from quyen.accounts.queries import person
from quyen.organisation import queries
from quyen.organisation.forms import AskedForm


@login_required
def units(request: HttpRequest) -> HttpResponse:
    """All units at a day, by their place in the tree or by words of their names."""
    form = AskedForm(request.GET)
    asked = form.asked(timezone.localdate())
    page = queries.unit_list(asked, form.page())
    may_enter = queries.may_enter(person(request))
    return render(request, "organisation/units.html", {"page": page, "form": form, "may_enter": may_enter})


@login_required
def unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """What one unit is, was and became."""
    found = get_object_or_404(queries.named_units(), pk=unit_id)
    page = queries.unit_page(person(request), found, timezone.localdate())
    return render(request, "organisation/unit.html", {"page": page})
