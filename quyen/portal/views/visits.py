"""How often pages are read, for those who look after them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quyen.accounts.queries import person
from quyen.portal.queries.access import may_edit_pages
from quyen.portal.queries.voices import visit_page


@login_required
def visits(request: HttpRequest) -> HttpResponse:
    if not may_edit_pages(person(request)):
        raise PermissionDenied
    return render(request, "portal/desk/visits.html", {"found": visit_page()})
