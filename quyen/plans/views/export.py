"""Files out: plan, board and coverage as Word, Excel and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.paper import coverage_png, coverage_svg, plan_summary, workbook
from quyen.organisation.queries import readable_units
from quyen.plans.actions.export import record_export
from quyen.plans.queries import board as boards
from quyen.plans.queries import coverage, export
from quyen.plans.queries import page as pages
from quyen.plans.queries.review import readable_plans
from quyen.plans.views.board import asked_of as board_asked
from quyen.plans.views.coverage import asked_of
from quyen.shared.views import answer_file, safe_name

SHARP_PNG, LARGEST_PNG = 400, 2500  # cells: drawing takes some milliseconds each
FONTS = Path(settings.HOUSE) / "shared" / "static" / "quyen" / "fonts"


@login_required
def plan_docx(request: HttpRequest, plan_id: int) -> HttpResponse:
    page = pages.plan_page(person(request), plan_id)
    unit_id = readable_plans(person(request)).values_list("unit_id", flat=True).get(pk=plan_id)
    unit = readable_units(person(request)).select_related("parent").get(pk=unit_id)
    made = plan_summary(export.summary_of(page, unit))
    return _file(request, made, _plan_name(_("Tóm tắt"), page), "docx", [plan_id])


@login_required
def plan_xlsx(request: HttpRequest, plan_id: int) -> HttpResponse:
    page = pages.plan_page(person(request), plan_id)
    made = workbook(export.plan_sheets(page))
    return _file(request, made, _plan_name(_("Kế hoạch"), page), "xlsx", [plan_id])


@login_required
def board_xlsx(request: HttpRequest) -> HttpResponse:
    tasks = boards.board_tasks(person(request), board_asked(request.GET))
    today = timezone.localdate()
    said = _("%(n)d nhiệm vụ, lập ngày %(day)s.") % {"n": len(tasks), "day": f"{today:%d/%m/%Y}"}
    made = workbook([export.board_sheet(tasks, said)])
    return _file(request, made, _("Nhiệm vụ %s") % f"{today:%Y-%m-%d}", "xlsx", {t.plan for t in tasks})


@login_required
def coverage_xlsx(request: HttpRequest) -> HttpResponse:
    page = _coverage(request)
    return _file(request, workbook([export.coverage_sheet(page)]), _coverage_name(page), "xlsx", _plans(page))


@login_required
def coverage_svg_file(request: HttpRequest) -> HttpResponse:
    page = _coverage(request)
    made = coverage_svg(export.matrix_of(page)).encode()
    return _file(request, made, _coverage_name(page), "svg", _plans(page))


@login_required
def coverage_png_file(request: HttpRequest) -> HttpResponse:
    page = _coverage(request)
    if page.size > LARGEST_PNG:
        messages.error(
            request, _("Bảng quá lớn cho hình .png. Hãy tải hình .svg, hoặc chọn ít kế hoạch hơn.")
        )
        return redirect(reverse("plans:coverage") + page.asked.query)
    svg = coverage_svg(export.matrix_of(page))
    made = coverage_png(svg, sorted(FONTS.glob("*.ttf")), zoom=2.0 if page.size <= SHARP_PNG else 1.0)
    return _file(request, made, _coverage_name(page), "png", _plans(page))


def _coverage(request: HttpRequest) -> coverage.CoveragePage:
    page = coverage.coverage_page(person(request), asked_of(request.GET))
    if not page.children:
        raise Http404
    return page


def _plans(page: coverage.CoveragePage) -> list[int]:
    return [page.parent.pk if page.parent else 0, *(child.pk for child in page.children)]


def _plan_name(word: str, page: pages.PlanPage) -> str:
    return f"{word} {page.plan.reference or page.plan.name[:60]} {page.plan.issuer}"


def _coverage_name(page: coverage.CoveragePage) -> str:
    return _("Đối chiếu %s") % (page.parent.reference or page.parent.name[:60] if page.parent else "")


def _file(request: HttpRequest, made: bytes, name: str, kind: str, plans: Iterable[int]) -> HttpResponse:
    record_export(actor=person(request), plans=plans, name=f"{safe_name(name)}.{kind}")
    return answer_file(made, name, kind)
