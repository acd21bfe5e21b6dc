"""How far the programme has come: all public figures of a year, one figure with where it comes from, and both as CSV."""

from __future__ import annotations

import csv
from io import StringIO

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from quyen.core.text.saying import plain
from quyen.indicators.models import Indicator
from quyen.portal.enums import Room
from quyen.portal.queries.figures import FigurePage, figure_page, year_of_figures
from quyen.portal.queries.pages import room_page
from quyen.portal.queries.plan import newest_plans
from quyen.shared.views import answer_file, public, whole


@public
def progress(request: HttpRequest) -> HttpResponse:
    found = year_of_figures(whole(request.GET.get("nam")))
    context = {"page": room_page(request, Room.PROGRESS), "found": found, "plans": newest_plans()}
    return render(request, "portal/progress.html", context)


def _page(request: HttpRequest, code: str) -> FigurePage:
    """Errors: Http404 for what is not there, not national, or not public yet."""
    one = Indicator.objects.filter(code=code, is_national=True).first()
    found = figure_page(one, whole(request.GET.get("nam"))) if one else None
    if found is None:
        raise Http404
    return found


@public
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "portal/indicator.html", {"found": _page(request, code)})


@public
def indicator_csv(request: HttpRequest, code: str) -> HttpResponse:
    """One row a unit and the whole first, with what a reader needs to cite it; numbers with a point, as CSV is read."""
    found = _page(request, code)
    one, out = found.indicator, StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["ma", "chi_so", "nam", "don_vi", "tu_so", "mau_so", "gia_tri", "don_vi_tinh", "ngay_lap", "nguon", "giay_phep"])  # fmt: skip
    source = settings.ADDRESS + request.path.removesuffix("csv/")
    rows = [(_("Mọi đơn vị đã chốt"), found.figure), *((line.unit.name, line.figure) for line in found.lines)]
    for name, figure in rows:
        cells = (figure.total.numerator, figure.total.denominator, figure.value)
        numbers = [plain(round(cell, 4).normalize() if cell is not None else None) or "" for cell in cells]
        writer.writerow([one.code, one.name, found.year, name, *numbers, one.measured_in, found.worked_out_on.isoformat(), source, "CC BY 4.0"])  # fmt: skip
    return answer_file(b"\xef\xbb\xbf" + out.getvalue().encode(), f"{one.code} {found.year}", "csv")
