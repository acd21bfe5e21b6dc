"""Texts taken in, looked at first; and all editions that ever stood, with what differs."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.rights import actions
from quyen.rights.forms.instruments import TextForm
from quyen.rights.models import Instrument, TextIntake, Version
from quyen.rights.queries import may_edit
from quyen.rights.queries.intake import intake_page, own_texts
from quyen.rights.queries.texts import version_difference
from quyen.shared.views import whole


@login_required
def take_in(request: HttpRequest, code: str) -> HttpResponse:
    """The form, and the file: kept to be looked at, nothing changed."""
    _require(request)
    held = get_object_or_404(Instrument, code=code)
    form = TextForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.receive_text(
                actor=person(request),
                instrument=held,
                content=form.cleaned_data["file"].read(),
                given=form.given(),
            )
        except QuyenError as error:
            form.add_error("file", error.told)
        else:
            return redirect("rights:text", made.pk)
    recent = own_texts(person(request)).filter(instrument=held)[:5]
    context = {"form": form, "instrument": held, "recent": recent}
    return render(request, "rights/text_form.html", context, status=422 if request.method == "POST" else 200)


@login_required
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what would change. POST: stored, if it still does what was seen."""
    _require(request)
    found = get_object_or_404(own_texts(person(request)), pk=pk)
    if request.method == "POST":
        return _carry_out(request, found)
    return render(request, "rights/text.html", {"page": intake_page(found)})


def _carry_out(request: HttpRequest, found: TextIntake) -> HttpResponse:
    try:
        stored = actions.carry_out_text(
            actor=person(request), intake=found, sign=request.POST.get("sign", "")
        )
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("rights:text", found.pk)
    if stored.is_new:
        messages.success(
            request,
            _("Đã đưa vào bản %(edition)s; bản trước vẫn còn nguyên.") % {"edition": stored.version.edition},
        )
    else:
        messages.success(request, _("Lời văn như bản đang có; chỉ nguồn và ngày được cập nhật."))
    return redirect("rights:instrument", found.instrument.code)


@login_required
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One edition beside another of the same text; the one before, unless another is asked for."""
    new = get_object_or_404(Version.objects.select_related("instrument", "brought_by"), pk=pk)
    same = Version.objects.filter(instrument=new.instrument_id, language=new.language, label=new.label)
    asked = whole(request.GET.get("voi"))
    old = same.filter(pk=asked).exclude(pk=new.pk).first() if asked else None
    old = old or same.filter(edition__lt=new.edition).order_by("-edition").first()
    context = {"page": version_difference(new, old), "may_edit": may_edit(person(request))}
    return render(request, "rights/version.html", context)


def _require(request: HttpRequest) -> None:
    if not may_edit(person(request)):
        raise PermissionDenied
