"""For machines that read the site: the map of its pages, and what they need not look at."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quyen.portal.queries.sitemap import places
from quyen.shared.views import public

DESK = (
    "hom-nay", "bien-tap", "cong", "van-ban", "ke-hoach", "nhiem-vu", "viec", "kho-quyen", "san-pham", "chi-so",
    "kinh-phi", "bao-cao", "to-chuc", "kiem-tra", "tai-khoan", "dang-nhap", "ngon-ngu", "bao-sai",
)  # fmt: skip


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/sitemap.xml", {"places": places()}, content_type="application/xml")


@public
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Disallow: /{one}/" for one in DESK),
        f"Sitemap: {settings.ADDRESS}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
