"""What every page's frame needs: the rail, the person's unit. One query a page, and none for strangers."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from quyen.organisation.models import Membership
from quyen.organisation.queries import held_by

RAIL = [  # (name of the address, word, prefixes of names that belong to it): seven words at most
    ("today", _("Hôm nay"), ("today",)),
    ("sources:list", _("Văn bản"), ("sources:", "plans:review")),
    ("plans:list", _("Kế hoạch"), ("plans:list", "plans:plan", "plans:coverage", "budget:")),
    ("plans:board", _("Nhiệm vụ"), ("plans:board", "plans:calendar", "plans:work")),
    ("indicators:list", _("Chỉ số"), ("indicators:",)),
    ("reports:list", _("Báo cáo"), ("reports:",)),
    ("library:list", _("Thư viện"), ("library:", "rights:")),
]
FOOT = (
    "organisation:people",
    _("Đơn vị"),
    ("organisation:", "checks"),
)  # whose office it is stands at the foot
ROOMS = [  # rooms under one word, told side by side on the first page of each
    [("plans:list", _("Kế hoạch")), ("budget:list", _("Kinh phí"))],
    [
        ("library:list", _("Sản phẩm")), ("rights:list", _("Công ước và luật")),
        ("rights:situations", _("Quyền của tôi khi …")), ("rights:recommendations", _("Khuyến nghị")),
    ],
    [
        ("portal-desk:home", _("Cổng công cộng")), ("portal-desk:mistakes", _("Chỗ sai được báo")),
        ("portal-desk:visits", _("Lượt xem")), ("portal-desk:missed", _("Tìm mà không thấy")),
    ],
]  # fmt: skip
Door = dict[str, Any]


def frame(request: HttpRequest) -> dict[str, Any]:
    if getattr(request, "public", False):
        return {}  # public pages have a frame of their own and know nobody
    match = request.resolver_match
    here = match.view_name if match else ""
    return {
        "rail": [_door(here, *one) for one in RAIL],
        "rail_foot": _door(here, *FOOT),
        "rail_site": here.startswith("portal-desk:"),  # at the foot too, for editors
        "rail_rooms": _rooms(here),
        "version": settings.VERSION,
        "home_role": SimpleLazyObject(lambda: _home_role(request)),
    }


def _door(here: str, name: str, word: object, prefixes: tuple[str, ...]) -> Door:
    return {"name": name, "word": word, "current": here.startswith(prefixes)}


def _rooms(here: str) -> list[Door]:
    """Nothing on a page further in: its crumb leads back."""
    found = next((rooms for rooms in ROOMS if any(name == here for name, _word in rooms)), [])
    return [{"name": name, "word": word, "current": name == here} for name, word in found]


def _home_role(request: HttpRequest) -> Membership | None:
    if not request.user.is_authenticated:
        return None
    return next(iter(held_by(request.user)), None)
