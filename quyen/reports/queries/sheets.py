"""Tables of reports as sheets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from quyen.core.paper import Column, Sheet
from quyen.reports.models import Cycle
from quyen.reports.queries.rounds import RoundLine


def round_sheet(cycle: Cycle, lines: Iterable[RoundLine], day: date) -> Sheet:
    """Who sent what when, as of a day."""
    columns = (
        Column(_("TT"), 6, "number"), Column(_("Đơn vị"), 44), Column(_("Loại"), 20), Column(_("Tình trạng"), 20),
        Column(_("Gửi lần đầu"), 14, "date"), Column(_("Chậm (ngày)"), 12, "number"),
        Column(_("Đổi sau khi gửi"), 16), Column(_("Lý do trả lại"), 44),
    )  # fmt: skip
    rows = [
        (number, one.unit, one.kind, one.state_said, one.sent_on, one.late or None,
         _("có") if one.has_changed else "", one.reason)
        for number, one in enumerate(lines, 1)
    ]  # fmt: skip
    note = _("Hạn gửi %(due)s; lập ngày %(day)s.") % {
        "due": f"{cycle.due_on:%d/%m/%Y}",
        "day": f"{day:%d/%m/%Y}",
    }
    return Sheet(_("Gửi báo cáo"), columns, rows, cycle.title, note)
