"""Keys of a unit for other systems. A secret is shown once, on the answer to the request that made it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.queries import governed_units
from quyen.reports import actions, queries
from quyen.reports.forms.doors import TokenForm


@login_required
@never_cache
def tokens(request: HttpRequest, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(governed_units(person(request)), pk=unit_id)
    form, secret = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            _made, secret = actions.make_token(actor=person(request), unit=unit, **form.cleaned_data)
            form = TokenForm()
        except QuyenError as error:
            form.add_error("expires_on", error.told)
    found = queries.governed_tokens(person(request)).filter(unit=unit)
    context = {"unit": unit, "form": form, "secret": secret, "tokens": found}
    return render(request, "reports/doors/tokens.html", context)


@login_required
@require_POST
def revoke_token(request: HttpRequest, token_id: int) -> HttpResponse:
    token = get_object_or_404(queries.governed_tokens(person(request)), pk=token_id)
    actions.revoke_token(actor=person(request), token=token)
    messages.success(request, _("Đã thu hồi khóa; hệ thống ấy không gửi được nữa."))
    return redirect("reports:tokens", token.unit_id)
