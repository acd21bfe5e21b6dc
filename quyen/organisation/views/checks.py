"""What does not hold in the data, for those who can mend it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.organisation.actions.checks import TooSoon, run_checks
from quyen.organisation.queries.checks import checks_page


@login_required
def checks(request: HttpRequest) -> HttpResponse:
    return render(request, "organisation/checks.html", {"page": checks_page(person(request))})


@login_required
@require_POST
def run_now(request: HttpRequest) -> HttpResponse:
    try:
        run_checks(actor=person(request))
    except TooSoon as error:
        messages.warning(request, error.told)
    else:
        messages.success(request, _("Đã kiểm tra xong; kết quả ở dưới."))
    return redirect("checks")
