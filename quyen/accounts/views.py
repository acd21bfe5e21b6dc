"""One's own account."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.actions import choose_digests, rename
from quyen.accounts.enums import Digests
from quyen.accounts.forms import DigestsForm, NameForm
from quyen.accounts.models import User
from quyen.accounts.queries import deeds, person


@login_required
def me(request: HttpRequest) -> HttpResponse:
    """Name, password, second factor, and what this account did lately."""
    user = person(request)
    form = NameForm(request.POST or None, instance=User.objects.get(pk=user.pk))
    if request.method == "POST" and form.is_valid():
        rename(actor=user, full_name=form.cleaned_data["full_name"])
        messages.success(request, _("Đã lưu tên của bạn."))
        return redirect("accounts:me")
    return render(
        request,
        "accounts/me.html",
        {
            "form": form,
            "digests": Digests.choices,
            "second_factor": is_mfa_enabled(user),
            "deeds": deeds(user)[:20],
        },
    )


@login_required
@require_POST
def digests(request: HttpRequest) -> HttpResponse:
    """How often to be written to about what is due."""
    form = DigestsForm(request.POST, instance=User.objects.get(pk=person(request).pk))
    if form.is_valid():
        choose_digests(actor=person(request), digests=Digests(form.cleaned_data["digests"]))
        messages.success(request, _("Đã lưu cách nhận thư nhắc việc."))
    else:
        messages.error(request, _("Chưa đổi gì: hãy chọn một trong ba cách nhận thư."))
    return redirect("accounts:me")
