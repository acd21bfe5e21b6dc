"""What people looked for in vain: for those who look after pages."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quyen.accounts.queries import person
from quyen.portal.models import Missed
from quyen.portal.queries.access import may_edit_pages
from quyen.portal.queries.missed import missed_page
from quyen.shared.views import whole


@login_required
def missed(request: HttpRequest) -> HttpResponse:
    if not may_edit_pages(person(request)):
        raise PermissionDenied
    found = missed_page(whole(request.GET.get("trang")) or 1)
    context = {"found": found, "days": Missed.KEPT_DAYS, "least": Missed.WORDS_FROM}
    return render(request, "portal/desk/missed.html", context)
