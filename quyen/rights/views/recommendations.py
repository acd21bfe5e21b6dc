"""Recommendations: the list, one of them, its doubts; a review; files that bring them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role
from quyen.rights.actions import recommendation_taking as taking
from quyen.rights.actions import recommendations as actions
from quyen.rights.enums import Answer, FollowUpState, IntakeState
from quyen.rights.forms.recommendations import (
    AskedForm,
    CorrectForm,
    FileForm,
    ProvisionForm,
    SettleForm,
    TakeForm,
    parts_form,
    parts_given,
)
from quyen.rights.models import Doubt, Recommendation, RecommendationIntake, RecommendationProvision, Review
from quyen.rights.queries import recommendations as queries
from quyen.rights.queries.desk import keeps_rights
from quyen.rights.queries.recommendation_taking import Taking, takings_of


@login_required
def recommendations(request: HttpRequest) -> HttpResponse:
    page = queries.recommendation_list(AskedForm(request.GET).given())
    context = {
        "page": page, "answers": Answer.choices, "follow_ups": FollowUpState.choices, "first": queries.FIRST,
        "keeps": keeps_rights(person(request)),
    }  # fmt: skip
    return render(request, "rights/recommendations/list.html", context)


@login_required
def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    row = get_object_or_404(queries.readable_recommendations(user), pk=pk)
    keeps = keeps_rights(user)
    context = {
        "page": queries.recommendation_page(user, row), "keeps": keeps,
        "form": ProvisionForm(auto_id="lien-%s") if keeps else None,
    }  # fmt: skip
    return render(request, "rights/recommendations/one.html", context)


def _editable(request: HttpRequest, pk: int) -> Recommendation:
    user = person(request)
    if not keeps_rights(user):
        raise PermissionDenied
    return get_object_or_404(queries.readable_recommendations(user), pk=pk)


@login_required
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    row = _editable(request, pk)
    form = CorrectForm(request.POST or None, row=row, topics=list(row.topics.all()))
    if request.method == "POST" and form.is_valid() and _correct(request, row, form):
        return redirect("rights:recommendation", pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "rights/recommendations/correct.html", {"row": row, "form": form}, status=status)


def _correct(request: HttpRequest, row: Recommendation, form: CorrectForm) -> bool:
    user, data = person(request), form.cleaned_data
    try:
        with transaction.atomic():
            actions.correct_recommendation(
                actor=user, recommendation=row, words=form.words(), source=data["source"]
            )
            actions.choose_topics(actor=user, recommendation=row, topics=data["topics"])
    except QuyenError as error:
        form.add_error(None, error.told)
        return False
    messages.success(request, _("Đã lưu. Lần nhập sau không ghi đè chỗ bạn đã sửa."))
    return True


@login_required
def split(request: HttpRequest, pk: int) -> HttpResponse:
    row = _editable(request, pk)
    rows = parts_form(request.POST or None, queries.proposed_parts(row))
    told = ""
    if request.method == "POST" and rows.is_valid():
        doubt = row.doubts.filter(kind="joined", state="open").first()
        try:
            actions.split_recommendation(
                actor=person(request), recommendation=row, parts=parts_given(rows), doubt=doubt
            )
        except QuyenError as error:
            told = error.told
        else:
            messages.success(request, _("Đã tách. Bản in vẫn được giữ ở đây, bên dưới là các phần."))
            return redirect("rights:recommendation", pk)
    status = 422 if request.method == "POST" else 200
    return render(
        request, "rights/recommendations/split.html", {"row": row, "rows": rows, "told": told}, status=status
    )


@login_required
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """A doubt: kept as printed, or the number corrected."""
    doubt = get_object_or_404(Doubt.objects.select_related("recommendation"), pk=pk)
    form = SettleForm(request.POST)
    number = form.cleaned_data["number"] if form.is_valid() else ""
    try:
        if "giu" in request.POST:
            actions.keep_as_printed(actor=person(request), doubt=doubt)
        else:
            actions.renumber(actor=person(request), doubt=doubt, number=number)
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _("Đã ghi: %(how)s.") % {"how": _how(doubt)})
    if "lan" in request.POST or doubt.recommendation_id is None:
        return redirect("rights:review", doubt.review_id)
    return redirect("rights:recommendation", doubt.recommendation_id)


def _how(doubt: Doubt) -> str:
    doubt.refresh_from_db()
    return str(doubt.get_state_display())


@login_required
@require_POST
def tie(request: HttpRequest, pk: int) -> HttpResponse:
    row = _editable(request, pk)
    form = ProvisionForm(request.POST)
    if form.is_valid():
        actions.tie_provision(
            actor=person(request), recommendation=row, provision=form.cleaned_data["provision"]
        )
    else:
        told = [str(error) for errors in form.errors.values() for error in errors]
        messages.error(request, " ".join(told))
    return redirect("rights:recommendation", pk)


@login_required
@require_POST
def untie(request: HttpRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(RecommendationProvision.objects.select_related("recommendation"), pk=pk)
    if "xac-nhan" in request.POST:
        actions.tie_provision(
            actor=person(request), recommendation=held.recommendation, provision=held.provision
        )
    else:
        actions.untie_provision(actor=person(request), tie=held)
    return redirect("rights:recommendation", held.recommendation_id)


# --- a review ------------------------------------------------------------------------------------


@login_required
def review(request: HttpRequest, pk: int) -> HttpResponse:
    one, user = get_object_or_404(Review, pk=pk), person(request)
    if request.method == "POST":
        actions.publish_review(actor=user, review=one, is_public="cong-khai" in request.POST)
        return redirect("rights:review", pk)
    context = {
        "page": queries.review_page(one), "keeps": keeps_rights(user),
        "publishes": keeps_rights(user, Role.COORDINATOR),
    }  # fmt: skip
    return render(request, "rights/recommendations/review.html", context)


# --- files ---------------------------------------------------------------------------------------


@login_required
def receive(request: HttpRequest) -> HttpResponse:
    user = person(request)
    if not keeps_rights(user):
        raise PermissionDenied
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = taking.receive_review(actor=user, name=file.name, data=file.read())
        except QuyenError as error:
            form.add_error("file", error.told)
        else:
            return redirect("rights:recommendations-in-one", made.pk)
    context = {"form": form, "recent": queries.own_intakes(user)[:8]}
    status = 422 if request.method == "POST" else 200
    return render(request, "rights/recommendations/receive.html", context, status=status)


@login_required
def received(request: HttpRequest, pk: int) -> HttpResponse:
    """What a file would do, review by review; each is taken in on its own."""
    intake = get_object_or_404(queries.own_intakes(person(request)), pk=pk)
    if intake.state in (IntakeState.READING, IntakeState.FAILED):
        return render(request, "rights/recommendations/reading.html", {"intake": intake})
    takings = takings_of(intake.reviews)
    asked = TakeForm(request.POST or None)
    if request.method == "POST" and asked.is_valid():
        done = _take(request, intake, asked)
        if done is not None:
            return redirect("rights:review", done.pk)
        takings = takings_of(intake.reviews)
    cards = [(one, _take_form(at, one)) for at, one in enumerate(takings)]
    status = 422 if request.method == "POST" else 200
    return render(
        request, "rights/recommendations/received.html", {"intake": intake, "cards": cards}, status=status
    )


def _take(request: HttpRequest, intake: RecommendationIntake, form: TakeForm) -> Review | None:
    data = form.cleaned_data
    try:
        done = taking.take_review(
            actor=person(request), intake=intake, at=data["at"], sign=data["sign"], said=form.said()
        )
    except QuyenError as error:
        messages.error(request, error.told)
        return None
    messages.success(request, _("Đã nhập. Những chỗ nghi vấn nằm bên dưới, chờ bạn quyết."))
    return done


def _take_form(at: int, one: Taking) -> TakeForm:
    known: dict[str, Any] = {"state": one.given.get("state", ""), "at": at, "sign": one.sign}
    if one.review is not None:
        known |= {"state": one.review.state, "cycle": one.review.cycle, "adopted_on": one.review.adopted_on,
                  "source": one.review.source}  # fmt: skip
    return TakeForm(initial=known, auto_id=f"nhap-{at}-%s")
