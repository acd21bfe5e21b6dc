"""The public site's place at the desk."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quyen.accounts.queries import person
from quyen.portal.queries.desk import desk_page


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """For every editor: whoever has no page in their care is told so, and who gives them one."""
    found = desk_page(person(request))
    context = {"found": found} if found.enters else {"found": found, "rail_rooms": []}
    return render(request, "portal/desk/home.html", context)
