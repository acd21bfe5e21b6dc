"""Where in its document a passage stands, as a person would say it: "mục I.2.a, trang 3"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Record = Mapping[str, Any]

NAMED = {"phan": gettext_lazy("Phần %s"), "chuong": gettext_lazy("Chương %s"), "muc": gettext_lazy("Mục %s"), "dieu": gettext_lazy("Điều %s"),
         "khoan": gettext_lazy("khoản %s"), "diem": gettext_lazy("điểm %s")}  # fmt: skip
JOINED = {"roman", "number", "letter"}  # I., 1., a): said as one, "mục I.1.a"


class Places:
    """The pages and the outline of one stored reading; either may be missing from its record."""

    def __init__(self, record: Record | None, reading_id: int | None = None) -> None:
        self.reading_id = reading_id
        record = record or {}
        self._starts = _page_starts(record.get("blocks") or ())
        self._outline = record.get("outline") or ()

    def page(self, start: int | None) -> int | None:
        """The page, from 1, that a place lies on; None where the pages are not known."""
        if start is None or not self._starts:
            return None
        return max((page for page, begin in self._starts.items() if begin <= start), default=1)

    def part(self, start: int | None) -> str:
        """The labels of the outline around a place, outermost first; "" outside of any."""
        said, joined = [], []
        for node in _around(self._outline, start):
            label = str(node.get("label") or "").strip(" .):")
            if node.get("kind") in JOINED and label:
                joined.append(label)
            elif node.get("kind") in NAMED and label:
                said.append(str(NAMED[node["kind"]] % label))
        return ", ".join(said + ([_("mục %s") % ".".join(joined)] if joined else []))

    def said(self, start: int | None) -> str:
        """ "mục I.2.a, trang 3", or what is known of it."""
        page = self.page(start)
        parts = [self.part(start), _("trang %d") % page if page else ""]
        return ", ".join(part for part in parts if part)


def _page_starts(blocks: Iterable[Record]) -> dict[int, int]:
    starts: dict[int, int] = {}
    for block in blocks:
        page = block.get("page")
        if page and page not in starts:
            starts[page] = block["at"][0]
    return starts


def _around(nodes: Iterable[Record], start: int | None) -> Iterable[Record]:
    while start is not None:
        inside = next((node for node in nodes if node["at"][0] <= start < node["at"][1]), None)
        if inside is None:
            return
        yield inside
        nodes = inside.get("children") or ()
