"""The review screen: the source on the left, what was read from it on the right, decided by forms.

Every button posts to `decide`. For HTMX the answer is only what changed (whole cards, the progress, messages),
each part swapped in by its id; without JavaScript it is the screen again, at the item that was decided.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from quyen.accounts.enums import Verb
from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.plans import actions
from quyen.plans.enums import ItemState
from quyen.plans.forms.items import PeriodForm
from quyen.plans.models import Finding, Item, Plan
from quyen.plans.queries.review import (
    GROUPS,
    changed,
    confirmable_plans,
    editable_plans,
    for_review,
    readable_plans,
    review_page,
)

WORDS = {  # of every row: said once a page, not once a row
    "there": gettext_lazy("Chỗ trong văn bản"), "added": gettext_lazy("người rà thêm"), "keep": gettext_lazy("Giữ"),
    "confirm": gettext_lazy("Nhận"), "reopen": gettext_lazy("Mở lại"), "reject": gettext_lazy("Bỏ"),
    "correct": gettext_lazy("Sửa"), "history": gettext_lazy("Lịch sử"),
}  # fmt: skip
VERBS = {"confirm": Verb.CONFIRM, "reject": Verb.REJECT, "reopen": Verb.REOPEN}


@login_required
@require_GET
def of_file(request: HttpRequest, source_id: int) -> HttpResponse:
    """The review by the file's number: what the sources step links to without knowing plans."""
    plan = get_object_or_404(readable_plans(person(request)), source_id=source_id)
    return redirect("plans:review", plan.pk)


@login_required
@require_GET
def review(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(for_review(readable_plans(person(request))), pk=plan_id)
    return render(
        request, "plans/review/page.html", {"page": review_page(person(request), plan), "words": _said()}
    )


@login_required
@require_POST
def decide(request: HttpRequest, plan_id: int) -> HttpResponse:
    """One button of the screen: `one`=verb:item:revision, `many`=verb with `item`s ticked, `group`=verb:name,
    `finding`=verb:number."""
    plan = get_object_or_404(editable_plans(person(request)), pk=plan_id)
    try:
        if "finding" in request.POST:
            return _decide_finding(request, plan, *_words(request.POST["finding"], 2))
        verb, seen = _chosen(request, plan)
        decided = actions.decide_items(actor=person(request), plan=plan, verb=verb, seen=seen)
    except QuyenError as error:
        messages.error(request, error.told)
        return answer(request, plan, [])
    if decided.conflicts:
        messages.warning(request, _conflict(decided.conflicts))
    return answer(request, plan, [*decided.changed, *decided.conflicts])


@login_required
@require_POST
def period(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The years a plan is for."""
    plan = get_object_or_404(editable_plans(person(request)), pk=plan_id)
    form = PeriodForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect("plans:review", plan.pk)
    try:
        actions.set_period(actor=person(request), plan=plan, **form.cleaned_data)
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _("Đã ghi thời kỳ của kế hoạch."))
    return redirect("plans:review", plan.pk)


@login_required
def confirm(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The plan as a whole: what was decided, what was not, and that the rest stays uncounted."""
    plan = get_object_or_404(for_review(confirmable_plans(person(request))), pk=plan_id)
    if request.method == "POST":
        try:
            actions.confirm_plan(actor=person(request), plan=plan, leave_proposed="leave" in request.POST)
        except QuyenError as error:
            advice = _("Hãy chọn cách xử lý các mục đó rồi xác nhận lại.")
            messages.error(request, f"{error} {advice}")
        else:
            messages.success(request, _("Đã xác nhận kế hoạch."))
            return redirect("plans:plan", plan.pk)
    page = review_page(person(request), plan)
    return render(
        request, "plans/review/confirm.html", {"page": page}, status=422 if request.method == "POST" else 200
    )


@login_required
@require_POST
def reopen(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(confirmable_plans(person(request)), pk=plan_id)
    actions.reopen_plan(actor=person(request), plan=plan)
    messages.success(request, _("Đã mở lại kế hoạch. Những gì đã duyệt được giữ nguyên."))
    return redirect("plans:review", plan.pk)


def answer(
    request: HttpRequest, plan: Plan, items: Iterable[Item], *, findings: bool = False
) -> HttpResponse:
    """After a change: these rows and the progress for HTMX, else back to the screen."""
    pks = [item.pk for item in items]
    if not request.htmx:  # type: ignore[attr-defined]
        return back_to(plan, pks[0] if pks else None, findings=findings)
    context = {
        "page": changed(person(request), plan, pks, with_findings=findings),
        "with_findings": findings,
        "words": _said(),
    }
    return render(request, "plans/review/answer.html", context)


def back_to(plan: Plan, item_id: int | None, *, findings: bool = False) -> HttpResponseRedirect:
    anchor = f"#i{item_id}" if item_id else "#findings" if findings else ""
    return HttpResponseRedirect(reverse("plans:review", args=[plan.pk]) + anchor)


def _said() -> dict[str, str]:
    return {name: str(word) for name, word in WORDS.items()}


def _chosen(request: HttpRequest, plan: Plan) -> tuple[Verb, dict[int, int]]:
    """The verb, and each item with the revision that was on the screen."""
    post = request.POST
    if "one" in post:
        verb, pk, revision = _words(post["one"], 3)
        return _verb(verb), {_number(pk): _number(revision)}
    if "group" in post:
        verb, name = _words(post["group"], 2)
        kinds = next((kinds for group, _word, kinds in GROUPS if group == name), ())
        waiting = plan.items.filter(kind__in=kinds, state=ItemState.PROPOSED)
        if str(plan.reading_id) != post.get(
            "reading"
        ):  # read anew since the screen was drawn: not what was seen
            messages.warning(request, _("Văn bản vừa được đọc lại. Hãy xem lại nhóm này rồi nhận."))
            return _verb(verb), {}
        return _verb(verb), dict(waiting.values_list("pk", "revision"))
    if "many" in post:
        pairs = [_words(pair, 2) for pair in post.getlist("item")]
        return _verb(post["many"]), {_number(pk): _number(revision) for pk, revision in pairs}
    raise BadRequest("one, many, group or finding")


def _decide_finding(request: HttpRequest, plan: Plan, verb: str, number: str) -> HttpResponse:
    finding = get_object_or_404(Finding.objects.select_related("plan"), plan=plan, pk=_number(number))
    mended: list[Item] = []
    if verb == "mend":
        mended = actions.mend_finding(actor=person(request), finding=finding)
        messages.success(request, _mended(len(mended)))
    elif verb == "keep":
        actions.keep_finding(actor=person(request), finding=finding)
    elif verb == "reopen":
        actions.reopen_finding(actor=person(request), finding=finding)
    else:
        raise BadRequest("mend, keep or reopen")
    return answer(request, plan, mended, findings=True)


def _mended(count: int) -> str:
    if not count:
        return _("Đã ghi nhận cách sửa. Không có mục nào đọc từ chỗ này cần đổi theo.")
    return _("Đã sửa theo gợi ý ở %(count)s mục. Văn bản gốc không bị đổi.") % {"count": count}


def _conflict(items: list[Item]) -> str:
    first = items[0]
    who = first.decided_by.full_name if first.decided_by else _("người khác")
    return _(
        "%(who)s vừa thay đổi %(count)s mục trước bạn, nên chưa ghi gì của bạn ở đó. Bản mới đang hiện dưới đây; "
        "hãy xem rồi quyết định lại."
    ) % {"who": who, "count": len(items)}


def _verb(word: str) -> Verb:
    if word not in VERBS:
        raise BadRequest("confirm, reject or reopen")
    return VERBS[word]


def _words(text: str, count: int) -> list[str]:
    words = text.split(":")
    if len(words) != count:
        raise BadRequest(text)
    return words


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise BadRequest(text)
    return int(text)
