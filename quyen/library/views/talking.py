"""Comments, links for reviewers, and the page that such a link opens."""

from __future__ import annotations

from typing import TypeVar

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.library import actions
from quyen.library.enums import Opinion
from quyen.library.forms.steps import CommentForm, LinkForm, OpinionForm
from quyen.library.models import Comment, ReviewLink
from quyen.library.queries.reviewing import link_of, review_page, reviewed_bytes
from quyen.library.views.files import NEVER, sent
from quyen.library.views.product import LINK_SHOWN, readable

Answer = TypeVar("Answer", bound=HttpResponseBase)
MOST_REMARKS = 40  # places that one reviewer may remark on
SPOTS = 2  # of which so many fields are shown at first


@login_required
@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = readable(request, pk), CommentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa gửi: hãy viết góp ý rồi bấm lại."))
        return redirect("library:product", pk)
    try:
        actions.comment(actor=person(request), product=found, remark=form.remark())
    except QuyenError as error:
        messages.error(request, error.told)
    return _to_remarks(pk)


@login_required
@require_POST
def settle(request: HttpRequest, pk: int, comment_id: int) -> HttpResponse:
    row = get_object_or_404(
        Comment.objects.select_related("product"), pk=comment_id, product=readable(request, pk)
    )
    actions.settle_comment(actor=person(request), row=row, is_resolved=request.POST.get("xong") == "1")
    return _to_remarks(pk)


def _to_remarks(pk: int) -> HttpResponse:
    answer = redirect("library:product", pk)
    answer["Location"] += "#gop-y"
    return answer


@login_required
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """A link for one reviewer, shown once on the product's page."""
    found, form = readable(request, pk), LinkForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa tạo liên kết: hãy ghi tên người được hỏi và số ngày từ 1 đến 60."))
        return redirect("library:product", pk)
    given = form.cleaned_data
    try:
        _link, token = actions.make_review_link(actor=person(request), product=found, **given)
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("library:product", pk)
    request.session[LINK_SHOWN] = [pk, request.build_absolute_uri(reverse("library:review", args=[token]))]
    answer = redirect("library:product", pk)
    answer["Location"] += "#hoi-y-kien"
    return answer


@login_required
@require_POST
def revoke(request: HttpRequest, pk: int, link_id: int) -> HttpResponse:
    rows = ReviewLink.objects.select_related("product")
    link = get_object_or_404(rows, pk=link_id, product=readable(request, pk))
    actions.revoke_review_link(actor=person(request), link=link)
    messages.success(request, _("Đã thu hồi: liên kết không mở được nữa."))
    return redirect("library:product", pk)


@never_cache
def review(request: HttpRequest, token: str) -> HttpResponse:
    """A draft for one person without an account; after the opinion, and after its day, only a word of thanks or why."""
    link = link_of(token)
    if link is None:
        raise Http404(_("Không có liên kết này."))
    page = review_page(link)
    if not page.stands:
        return _private(render(request, "library/review_over.html", {"page": page}, status=410))
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _given(request, link, form):
        return _private(redirect("library:review", token))
    actions.open_review_link(link=link)
    context = {
        "page": page,
        "token": token,
        "form": form,
        "opinions": Opinion.choices,
        "spots": _spots(request),
    }
    return _private(render(request, "library/review.html", context, status=422 if form.errors else 200))


def _spots(request: HttpRequest) -> list[tuple[str, str]]:
    """Fields for remarks on places: what was typed, and empty ones to go on with."""
    typed = [(quote, text) for _place, quote, text in _typed(request)]
    return [*typed, *[("", "")] * max(0, SPOTS - len(typed))]


def _given(request: HttpRequest, link: ReviewLink, form: OpinionForm) -> bool:
    given = form.cleaned_data
    remarks = [
        actions.Remark(text, place, quote) for place, quote, text in _typed(request) if text.strip()
    ]  # fmt: skip
    try:
        actions.give_opinion(link=link, opinion=given["opinion"], words=given["words"], remarks=remarks)
    except QuyenError as error:
        form.add_error(None, error.told)
        return False
    return True


def _typed(request: HttpRequest) -> list[tuple[str, str, str]]:
    """Remarks on places: three fields each, in step."""
    lists = [request.POST.getlist(name)[:MOST_REMARKS] for name in ("place", "quote", "text")]
    return list(zip(*lists, strict=False))


@never_cache
@require_safe
def review_file(request: HttpRequest, token: str, row_id: int) -> HttpResponseBase:
    """A file of that draft, through the same link, and no other."""
    link = link_of(token)
    served = reviewed_bytes(link, row_id) if link else None
    if served is None:
        raise Http404(_("Không có tệp này."))
    return _private(sent(request, served, NEVER))


def _private(answer: Answer) -> Answer:
    """The address is a key: it is sent on to no other site, and no machine keeps what it shows."""
    answer["Referrer-Policy"] = "same-origin"  # none at all and the form, too, would come from nowhere
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
