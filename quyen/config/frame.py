"""What every page's frame needs: the rail, the person's unit. One query a page, and none for strangers."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from quyen.organisation.models import Membership
from quyen.organisation.queries import held_by

RAIL = [  # (name of the address, word, prefixes of names that belong to it)
    ("today", _("Hôm nay"), ("today",)),
    ("sources:list", _("Văn bản"), ("sources:", "plans:review")),
    ("plans:list", _("Kế hoạch"), ("plans:list", "plans:plan", "plans:coverage")),
    ("plans:board", _("Nhiệm vụ"), ("plans:board", "plans:calendar", "plans:work")),
    ("library:list", _("Thư viện"), ("library:",)),
    ("indicators:list", _("Chỉ số"), ("indicators:",)),
    ("budget:list", _("Kinh phí"), ("budget:",)),
    ("reports:list", _("Báo cáo"), ("reports:",)),
    ("rights:list", _("Quyền"), ("rights:",)),
    ("organisation:people", _("Đơn vị"), ("organisation:", "checks")),
]


def frame(request: HttpRequest) -> dict[str, Any]:
    if getattr(request, "public", False):
        return {}  # public pages have a frame of their own and know nobody
    match = request.resolver_match
    here = match.view_name if match else ""
    rail = [
        {"name": name, "word": word, "current": any(here.startswith(p) for p in prefixes)}
        for name, word, prefixes in RAIL
    ]
    return {
        "rail": rail,
        "version": settings.VERSION,
        "home_role": SimpleLazyObject(lambda: _home_role(request)),
    }


def _home_role(request: HttpRequest) -> Membership | None:
    if not request.user.is_authenticated:
        return None
    return next(iter(held_by(request.user)), None)
