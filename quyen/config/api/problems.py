"""What another system is told where something could not be done: RFC 9457, in words that a person can act on.

    {"type", "title", "status", "code", "detail", "kept", "advice", "errors": [{"place", "message"}],
     "clashes": [{"place", "title", "mine", "theirs", "by", "now"}]}

`code` never changes and is for programs; `place` is a cell of the report, or a way into the body ("figures.0.seen").
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from quyen.config.api.body import BadBody, too_large
from quyen.core.errors import QuyenError
from quyen.reports.actions import CycleClosed, KeyReused, NotTaken

KIND = "application/problem+json"


def problem(
    status: int, code: str, detail: str, advice: str, kept: str = "", **more: Iterable[dict[str, Any]]
) -> HttpResponse:
    body = {
        "type": f"urn:quyen:loi:{code}", "title": HTTPStatus(status).phrase, "status": status, "code": code,
        "detail": detail, "kept": kept or _("Chưa ghi gì; những gì đã có vẫn giữ nguyên."), "advice": advice,
        "errors": list(more.get("errors", ())), "clashes": list(more.get("clashes", ())),
    }  # fmt: skip
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type=KIND, status=status)


def refused(request: HttpRequest, error: QuyenError) -> HttpResponse:
    """Every error of our own."""
    if isinstance(error, NotTaken):
        return _not_taken(error)
    status, code = 409, "khong-lam-duoc"
    if isinstance(error, BadBody):
        status, code = error.status, error.code
    elif isinstance(error, CycleClosed):
        code = "dot-da-dong"
    elif isinstance(error, KeyReused):
        code = "khoa-da-dung"
    return problem(status, code, str(error), error.advice)


def _not_taken(error: NotTaken) -> HttpResponse:
    status, code = (422, "o-chua-dung") if error.faults else (409, "hai-ben-cung-sua")
    faults, clashes = map(asdict, error.faults), map(asdict, error.clashes)
    return problem(status, code, str(error), error.advice, errors=faults, clashes=clashes)


def http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    cause = error.__cause__
    if isinstance(cause, BadBody):
        return refused(request, cause)
    if isinstance(error, Throttled):
        answer = problem(
            429,
            "qua-nhanh",
            _("Gửi quá nhiều yêu cầu trong một phút."),
            _("Hãy chờ rồi gửi lại với khóa cũ."),
        )
        answer["Retry-After"] = str(error.wait or 60)
        return answer
    if isinstance(error, AuthenticationError):
        return unknown_key()
    return problem(
        error.status_code, "khong-doc-duoc", _("Không đọc được yêu cầu."), _("Hãy xem lại cách gọi.")
    )


def unknown_key() -> HttpResponse:
    answer = problem(
        401, "khoa-ket-noi", _("Thiếu khóa kết nối, hoặc khóa sai, hết hạn, đã thu hồi."),
        _("Gửi “Authorization: Bearer …”; quản trị viên của đơn vị lập khóa mới."),
    )  # fmt: skip
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    said = _("Không có thứ được hỏi, hoặc khóa này không được xem.")
    return problem(404, "khong-thay", said, _("Hãy lấy lại danh sách ở /api/v1/rounds."))


def forbidden(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    said = _("Khóa này không được làm việc ấy.")
    return problem(403, "khong-duoc-lam", said, _("Hãy hỏi quản trị viên của đơn vị."))


def unread(request: HttpRequest, error: Exception) -> HttpResponse:
    if isinstance(error, RequestDataTooBig):
        return refused(request, too_large())
    return refused(request, BadBody("dut-giua-chung", _("Nội dung đến không trọn vẹn.")))


def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The shape of what was given: which field, and what it should be."""
    found = [
        {"place": ".".join(map(str, one["loc"][1:])) or str(one["loc"][0]), "message": _said(one)}
        for one in error.errors[:200]
    ]
    said = _("Yêu cầu có chỗ chưa đúng mẫu.")
    return problem(422, "sai-mau", said, _("Hãy sửa các chỗ nêu trong “errors” rồi gửi lại."), errors=found)


def _said(one: dict[str, Any]) -> str:
    context = one.get("ctx") or {}
    kind = str(one["type"])
    words = {
        "missing": _("Thiếu."),
        "extra_forbidden": _("Không có tên này trong mẫu."),
        "string_type": _("Phải là chữ."),
        "string_too_long": _("Dài quá %(max_length)s ký tự."),
        "string_too_short": _("Ngắn hơn %(min_length)s ký tự."),
        "string_pattern_mismatch": _("Viết chưa đúng dạng."),
        "greater_than_equal": _("Phải từ %(ge)s trở lên."),
        "less_than_equal": _("Phải từ %(le)s trở xuống."),
        "literal_error": _("Phải là một trong: %(expected)s."),
        "too_long": _("Nhiều hơn %(max_length)s mục."),
        "decimal_max_digits": _("Nhiều hơn %(max_digits)s chữ số."),
        "decimal_max_places": _("Nhiều hơn %(decimal_places)s chữ số sau dấu phẩy."),
        "decimal_whole_digits": _("Nhiều hơn %(whole_digits)s chữ số trước dấu phẩy."),
    }.get(kind)
    if words is None:
        first = kind.partition("_")[0]
        return _("Phải là %(kind)s.") % {"kind": _KINDS.get(first, _("giá trị đúng kiểu"))}
    try:
        return words % context
    except KeyError:
        return words.partition("%(")[0].rstrip()


_KINDS = {"int": "số nguyên", "decimal": "số", "date": "ngày YYYY-MM-DD", "bool": "true hoặc false",
          "list": "danh sách", "dict": "đối tượng", "model": "đối tượng"}  # fmt: skip


def teach(api: NinjaAPI) -> None:
    """Every way in which a request can fail has its answer here."""
    answers: dict[type[Exception], Any] = {
        QuyenError: refused, HttpError: http_error, Http404: not_found, PermissionDenied: forbidden,
        ValidationError: invalid, RequestDataTooBig: unread, UnreadablePostError: unread,
    }  # fmt: skip
    for kind, answer in answers.items():
        api.add_exception_handler(kind, answer)
