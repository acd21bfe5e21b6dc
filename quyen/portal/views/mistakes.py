"""A reader says what is wrong, without cookie and without name; editors see it in a list and say what was done."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.portal import forms
from quyen.portal.actions import voices
from quyen.portal.queries.access import may_edit_pages
from quyen.portal.queries.voices import mistake_list, readable_mistakes
from quyen.shared.views import public, whole

MINE, ALL, WINDOW = 5, 120, 600  # reports in ten minutes: from one address, from all together


@csrf_exempt  # no session to ride on: the form carries a signed time instead
@public
def mistake(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _take(request)
    sent = "da-gui" in request.GET
    form = forms.MistakeForm(initial={"page": request.GET.get("trang", "")[:300]})
    return render(request, "portal/mistake.html", {"form": form, "sent": sent, "sign": forms.token()})


def _take(request: HttpRequest) -> HttpResponse:
    form = forms.MistakeForm(request.POST)
    if form.is_valid() and not _too_many(request):
        data = form.cleaned_data
        voices.report_mistake(actor=None, path=data["page"], words=data["words"], reach=data["reach"])
        return redirect(f"{request.path}?da-gui=1")
    if form.is_valid():
        form.add_error(
            None, _("Vừa có nhiều lần gửi. Lời của bạn vẫn còn dưới đây; hãy gửi lại sau mười phút.")
        )
    context = {"form": form, "sent": False, "sign": forms.token()}
    return render(request, "portal/mistake.html", context, status=422)


def _too_many(request: HttpRequest) -> bool:
    """Counted for ten minutes under a keyed hash: the address itself is written nowhere."""
    mine = salted_hmac("portal.mistake", request.META.get("REMOTE_ADDR", "")).hexdigest()[:24]
    return _over(f"mistake-{mine}", MINE) or _over("mistake-all", ALL)


def _over(key: str, most: int) -> bool:
    number = int(cache.get(key) or 0) + 1
    cache.set(key, number, WINDOW)
    return number > most


@login_required
def mistakes(request: HttpRequest) -> HttpResponse:
    user = person(request)
    if not may_edit_pages(user):
        raise PermissionDenied
    found = mistake_list(user, "xong" in request.GET, whole(request.GET.get("trang")) or 1)
    return render(request, "portal/desk/mistakes.html", {"found": found, "form": forms.CloseForm()})


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(readable_mistakes(person(request)), pk=pk)
    form = forms.CloseForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Hãy nói đã làm gì, nhiều nhất 500 chữ. Chưa có gì thay đổi."))
    else:
        voices.close_mistake(actor=person(request), mistake=one, outcome=form.cleaned_data["outcome"])
        messages.success(request, _("Đã ghi lại. Việc này xong."))
    return redirect("portal-desk:mistakes")
