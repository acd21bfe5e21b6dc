"""The outbox, for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.actions.letters import send_letter_again
from quyen.organisation.queries.letters import governed_letters, governs_anything, letters_page


@login_required
def letters(request: HttpRequest) -> HttpResponse:
    """What went out to the people of one's units, what did not, and why."""
    if not governs_anything(person(request)):
        raise PermissionDenied
    page = letters_page(person(request), request.GET.get("tinh-trang", ""), request.GET.get("trang", "1"))
    return render(request, "organisation/letters/list.html", {"page": page})


@login_required
@require_POST
def again(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter = get_object_or_404(governed_letters(person(request)), pk=letter_id)
    try:
        send_letter_again(actor=person(request), letter=letter)
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _("Thư sẽ được gửi lại trong một phút."))
    return redirect("organisation:letters")
