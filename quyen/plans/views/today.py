"""The landing page: what is late or due, what changed, how far we are."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quyen.accounts.queries import person
from quyen.plans.queries import today as days


@login_required
def today(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/today.html", {"today": days.today(person(request))})
