"""What all doors for programs have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from quyen.shared.views import public


def open_to_others(response: HttpResponse) -> HttpResponse:
    """Programs on other sites may read it in a person's browser: it is public, and nothing of the person goes with it."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


def door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For reading only, the same for everybody, from any site; what is not there is told in one plain line."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answer = view(request, *args, **kwargs)
        except Http404:
            told = _("Không có gì công khai ở địa chỉ này.")
            answer = HttpResponse(told, status=404, content_type="text/plain; charset=utf-8")
        return open_to_others(answer)

    return require_safe(public(opened))
