"""Calendar links: one's own, and the feed that calendars fetch without signing in."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from quyen.accounts.queries import person
from quyen.organisation.queries import readable_units
from quyen.plans.actions.calendar import make_link, revoke_link
from quyen.plans.queries.calendar import calendar_page, feed, link_of, own_links
from quyen.shared.views import whole


@login_required
def calendar(request: HttpRequest) -> HttpResponse:
    """The person's links; a new one is made by the form and its address shown this once."""
    address = ""
    if request.method == "POST":
        unit = get_object_or_404(readable_units(person(request)), pk=whole(request.POST.get("don-vi")) or 0)
        secret = make_link(actor=person(request), unit=unit)
        address = request.build_absolute_uri(reverse("plans:calendar-feed", args=[secret]))
    context = {"page": calendar_page(person(request)), "address": address}
    response = render(request, "plans/calendar.html", context)
    if address:
        response["Cache-Control"] = "no-store"
    return response


@login_required
@require_POST
def revoke(request: HttpRequest, link_id: int) -> HttpResponse:
    link = get_object_or_404(own_links(person(request)), pk=link_id)
    revoke_link(actor=person(request), link_id=link.pk)
    messages.success(request, _("Đã thu hồi: địa chỉ lịch này không còn mở được."))
    return redirect("plans:calendar")


@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """What a calendar program fetches; the address itself is the key."""
    link = link_of(secret)
    if link is None:
        raise Http404

    def address(name: str) -> Callable[[int], str]:
        return lambda pk: request.build_absolute_uri(reverse(name, args=[pk]))

    made = feed(link, address("plans:plan"), address("plans:work-one"))
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="nhiem-vu.ics"'
    response["Cache-Control"] = "private, max-age=900"
    response["Referrer-Policy"] = "no-referrer"
    return response
