"""The usual departments of a province: looked at beside those it has, then founded."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.actions.template import apply_template
from quyen.organisation.forms.template import TemplateForm
from quyen.organisation.queries.template import BASIS, governed_provinces, template_page


@login_required
def departments(request: HttpRequest, unit_id: int) -> HttpResponse:
    user = person(request)
    province = get_object_or_404(governed_provinces(user), pk=unit_id)
    page = template_page(province)
    first = {"day": page.since or timezone.localdate(), "basis": BASIS}
    form = TemplateForm(page, request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = apply_template(
                actor=user, province=province, day=given["day"], basis=given["basis"], wanted=form.wanted()
            )
        except QuyenError as error:
            form.add_error(None, error.told)
        else:
            if made is None:
                messages.info(request, _("Không có gì để lập: các đơn vị đã chọn đều có rồi."))
                return redirect("organisation:unit", province.pk)
            messages.success(request, _("Đã lập các đơn vị đã chọn; có thể hoàn tác tại trang này."))
            return redirect("organisation:succession", made.pk)
    context = {"form": form, "page": page, "rows": form.rows()}
    return render(request, "organisation/template.html", context)
