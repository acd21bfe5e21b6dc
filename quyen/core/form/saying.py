"""A report in plain Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator

from quyen.core.form.report import Deviation, FormReport


def said(report: FormReport) -> Iterator[str]:
    """The lines of a report: what must be mended, what is to be looked at, what was found."""
    must, should = report.must, report.should
    if not must and not should:
        yield "Đúng thể thức: không thấy chỗ nào khác với Phụ lục I Nghị định 30/2020/NĐ-CP."
    else:
        yield f"{len(must)} chỗ phải sửa, {len(should)} chỗ nên xem lại (Nghị định 30/2020/NĐ-CP)."
    for name, deviations in (("Phải sửa:", must), ("Nên xem lại:", should)):
        if deviations:
            yield name
            yield from (f"- {_line(one)}" for one in deviations)
    names = list(dict.fromkeys(part.name for part in report.parts))
    if names:
        yield f"Đã thấy: {'; '.join(names)}."


def _line(one: Deviation) -> str:
    if one.rule.endswith(".absent"):
        return f"{one.part}: không thấy trong tệp. [{one.clause}]"
    where = f" (đoạn {one.place.paragraph}: “{one.place.quote}”)" if one.place.paragraph else ""
    more = f" Còn {one.more} chỗ như vậy." if one.more else ""
    return f"{one.part}{where}: cần {one.expected}; đang là: {one.found}.{more} [{one.clause}]"
