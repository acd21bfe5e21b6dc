"""People out and in as .xlsx."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.core.paper import workbook
from quyen.organisation.actions.roster import carry_out_roster, note_people_out, receive_roster
from quyen.organisation.forms.people import PeopleForm, RosterForm
from quyen.organisation.models import Roster
from quyen.organisation.queries import governed_units
from quyen.organisation.queries.roster import own_rosters, roster_account
from quyen.organisation.queries.roster_sheet import people_sheet, template_sheets
from quyen.organisation.views.invitations import address_of
from quyen.shared.views import answer_file


@login_required
def people_out(request: HttpRequest) -> HttpResponse:
    """For administrators: those of their units, or of one and what stands under it."""
    user = person(request)
    _for_administrators(request)
    under = PeopleForm(request.GET).asked().under
    sheet = people_sheet(user, under)
    name = f"nguoi-{timezone.localdate():%Y-%m-%d}"
    note_people_out(actor=user, rows=len(sheet.rows), name=f"{name}.xlsx", unit_id=under)
    return answer_file(workbook([sheet]), name, "xlsx")


@login_required
def roster_template(request: HttpRequest) -> HttpResponse:
    _for_administrators(request)
    return answer_file(workbook(template_sheets(person(request))), "mau-danh-sach-nguoi", "xlsx")


def _for_administrators(request: HttpRequest) -> None:
    if not governed_units(person(request)).exists():
        raise Http404


@login_required
def roster_in(request: HttpRequest) -> HttpResponse:
    """The form, and the file: kept to be looked at, nothing changed."""
    user = person(request)
    _for_administrators(request)
    form = RosterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            roster = receive_roster(actor=user, name=file.name or "", content=file.read())
        except QuyenError as error:
            form.add_error("file", error.told)
        else:
            return redirect("organisation:roster", roster.pk)
    recent = own_rosters(user)[:5]
    return render(
        request,
        "organisation/roster_form.html",
        {"form": form, "recent": recent, "link": "organisation:roster"},
    )


@login_required
def roster(request: HttpRequest, roster_id: int) -> HttpResponse:
    """GET: the account of each row. POST: carried out, if it still comes out as it was seen."""
    user = person(request)
    found = get_object_or_404(own_rosters(user), pk=roster_id)
    if request.method == "POST":
        return _carry_out(request, found)
    seen = roster_account(user, found)
    again = reverse("organisation:roster-in")
    return render(request, "organisation/roster.html", {"seen": seen, "again": again})


def _carry_out(request: HttpRequest, found: Roster) -> HttpResponse:
    sign = request.POST.get("sign", "")
    try:
        done = carry_out_roster(actor=person(request), roster=found, sign=sign, address=address_of(request))
    except QuyenError as error:
        messages.error(request, error.told)
    except PermissionDenied:
        messages.error(request, _("Chưa thay đổi gì: bạn chưa phải quản trị viên của mọi đơn vị liên quan."))
    else:
        links = [one for one in done if one.link]
        if links and not settings.HAS_MAIL_SERVER:
            return render(request, "organisation/roster_links.html", {"links": links, "roster": found})
        messages.success(request, _("Đã thực hiện cả tệp; thư mời đang được gửi."))
        return redirect(f"{reverse('organisation:people')}{'?xem=loi-moi' if links else ''}")
    return redirect("organisation:roster", found.pk)
