"""Kits of one product: what there is for each channel, and the zip itself."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.library.actions.kits import heard_of, make_kit
from quyen.library.enums import Channel
from quyen.library.queries.kits import kit_product, kits_page


@login_required
@require_GET
def kits(request: HttpRequest, pk: int) -> HttpResponse:
    page = kits_page(person(request), pk)
    if page is None:
        raise Http404
    said = _said()
    offered = [
        {"channel": channel, "what": said[channel]} for channel in page.channels if channel != Channel.ALL
    ]
    return render(request, "library/kits.html", {"page": page, "product": page.product, "kits": offered})


@login_required
@require_GET
def kit(request: HttpRequest, pk: int, channel: str) -> HttpResponse:
    """One click, one zip."""
    product = kit_product(person(request), pk)
    if product is None or channel not in Channel.values:
        raise Http404
    try:
        made = make_kit(actor=person(request), product=product, channel=Channel(channel))
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("library:kits", pk)
    response = HttpResponse(made.content, content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(True, made.name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_GET
def heard(request: HttpRequest, pk: int) -> HttpResponse:
    """The radio script read aloud, to be heard on the page of kits; empty where no voice is here."""
    product = kit_product(person(request), pk)
    if product is None:
        raise Http404
    response = HttpResponse(heard_of(product) or b"", content_type="audio/wav")
    response["Cache-Control"] = "private, no-store"
    return response


def _said() -> dict[str, str]:
    """What is in each kit."""
    return {
        Channel.WEB: _("Trang HTML gọn với ảnh kèm mô tả, để dán vào cổng hoặc trang tin."),
        Channel.POST: _("Bài có tên đơn vị và địa chỉ, ảnh 1200 × 630, mô tả ảnh."),
        Channel.RADIO: _("Bản đọc in chữ to, số và chữ viết tắt ghi thành lời, ước lượng thời gian, bản nghe thử nếu có giọng đọc."),
        Channel.POSTER: _("PDF để in, có mã QR dẫn tới trang công khai."),
        Channel.QR: _("Tệp SVG và PNG của mã dẫn tới trang công khai."),
        Channel.CAPTIONS: _("WebVTT, SRT và lời dạng chữ."),
    }  # fmt: skip
