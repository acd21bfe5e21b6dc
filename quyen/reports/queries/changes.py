"""What is different between a report that was fixed and the same report now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quyen.reports.queries.content import Content
from quyen.reports.queries.figures import titled

_HEAD = {
    "number": "Số", "symbol": "Ký hiệu", "place": "Địa danh", "day": "Ngày", "subject": "Trích yếu",
    "signer": "Người ký", "issuer": "Cơ quan ban hành", "superior": "Cơ quan chủ quản", "recipients": "Nơi nhận",
    "authority": "Thẩm quyền ký", "addressees": "Kính gửi", "kind": "Loại văn bản",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """`key`: of the figure or section, empty for the head; `before` and `after` as they are read."""

    key: str
    title: str
    before: str
    after: str


def changes(then: Content, now: Content) -> tuple[Change, ...]:
    """Figures that came out otherwise, sections that read otherwise, parts of the head; in the order of the page."""
    return tuple([*_of_head(then, now), *_of_figures(then, now), *_of_sections(then, now)])


def _of_head(then: Content, now: Content) -> Iterator[Change]:
    for name, title in _HEAD.items():
        before, after = _joined(then["head"].get(name)), _joined(now["head"].get(name))
        if before != after:
            yield Change("", title, before, after)


def _joined(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _of_figures(then: Content, now: Content) -> Iterator[Change]:
    for key, figure in now["figures"].items():
        held = then["figures"].get(key)
        if held and held["words"] != figure["words"]:
            yield Change(key, titled(key, figure["title"]), held["words"], figure["words"])


def _of_sections(then: Content, now: Content) -> Iterator[Change]:
    """Compared by their runs, so that a figure that changed is told once, as a figure."""
    before = {one["key"]: one for one in then["sections"]}
    for one in now["sections"]:
        held = before.get(one["key"])
        if held is None or held["paragraphs"] != one["paragraphs"]:
            yield Change(
                one["key"], one["title"], then["texts"].get(one["key"], ""), now["texts"].get(one["key"], "")
            )
