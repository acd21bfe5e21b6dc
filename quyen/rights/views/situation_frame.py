"""The desk of situations: where one stands among the others."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role
from quyen.rights.actions.situation_frame import FrameMet, place_situation
from quyen.rights.forms.situations import FrameForm
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.desk import keeps_rights
from quyen.rights.queries.situation_frame import FramePage, frame_page


@login_required
def situation_frame(request: HttpRequest, slug: str) -> HttpResponse:
    """Once a page of it is public a coordinator places it, before that an editor."""
    user, page = person(request), frame_page(slug)
    if not keeps_rights(user):
        raise PermissionDenied
    if page is None:
        raise Http404
    if page.is_public and not keeps_rights(user, Role.COORDINATOR):
        raise PermissionDenied
    form = FrameForm(request.POST or None, page)
    if request.method != "POST":
        return _shown(request, page, form)
    if not form.is_valid():
        return _shown(request, page, form, 422)
    try:
        changed = place_situation(
            actor=user, situation=page.situation, given=form.given, seen=form.seen_frame
        )
    except FrameMet as error:
        messages.error(request, error.told)
        return redirect("rights:situation-frame", slug)
    except QuyenError as error:
        form.add_error(None, error.told)
        return _shown(request, page, form, 422)
    messages.success(request, _("Đã xếp lại.") if changed else _("Không có gì đổi."))
    return redirect("rights:situation", slug, SOURCE_LANGUAGE)


def _shown(request: HttpRequest, page: FramePage, form: FrameForm, status: int = 200) -> HttpResponse:
    return render(request, "rights/situation_frame.html", {"page": page, "form": form}, status=status)
