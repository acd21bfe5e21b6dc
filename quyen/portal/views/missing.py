"""A page that is not there: on the public site with a way on, at the desk as the desk says it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import page_not_found

from quyen.shared.views import public


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not getattr(request, "public", False):
        return page_not_found(request, exception)
    return _lost(request)


@public
def _lost(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/missing.html", status=404)
