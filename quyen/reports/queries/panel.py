"""What stands beside a report: where a figure comes from, which figures there are, what the units below wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from quyen.core.text.folding import fold_loose
from quyen.reports.queries.below import Gathered, gathered
from quyen.reports.queries.content import Content
from quyen.reports.queries.reading import Reading
from quyen.reports.queries.saying import said as number_said

SHOWN_PARTS = 200


@dataclass(frozen=True)
class FigureView:
    """One figure with its source. `given`: units that gave something; `fixed_at`: when it was fixed, None where it may
    still change; `url`: its own screen, empty where the person has none."""

    key: str
    code: str
    words: str
    title: str
    how: str
    numerator: str
    denominator: str
    measured_in: str
    url: str
    missing: int
    zero: int
    grades: Mapping[str, int]
    parts: tuple[Mapping[str, Any], ...]
    what: str
    fixed_at: datetime | None

    @property
    def given(self) -> int:
        return sum(not part["is_missing"] for part in self.parts)

    @property
    def is_gap(self) -> bool:
        return self.words == "–"


def figure_view(reading: Reading, key: str) -> FigureView | None:
    """What derives from another figure (its share, its level) shows what stands behind that one."""
    found = reading.figure(key)
    if found is None:
        return None
    code, _dot, rest = key.partition(".")
    derived = rest in _DERIVED
    base = (reading.figure(code) or found) if derived else found
    return FigureView(
        key=key, code=code if derived or not rest else "", words=found["words"], title=found["title"],
        how=found["how"], numerator=_plain(base["numerator"]), denominator=_plain(base["denominator"]),
        measured_in=found["measured_in"].removeprefix("%").strip(), url=found["url"] if reading.sides.reads_drafts else "",
        missing=base["missing"], zero=base["zero"], grades=base["grades"], parts=tuple(base["parts"][:SHOWN_PARTS]),
        what=_what(rest), fixed_at=reading.edition.created_at if reading.edition else None,
    )  # fmt: skip


_DERIVED = ("tyle", "muc", "thieu", "truoc", "tang")


def _what(rest: str) -> str:
    return {
        "tyle": _("tỷ lệ"), "muc": _("mức phải đạt trong năm"), "thieu": _("số đơn vị chưa báo cáo"),
        "truoc": _("kết quả kỳ trước"), "tang": _("tăng, giảm so với kỳ trước"),
    }.get(rest, "")  # fmt: skip


def _plain(number: str) -> str:
    return number_said(Decimal(number)) if number else ""


@dataclass(frozen=True)
class Offered:
    """A figure that can be put into a report."""

    key: str
    words: str
    title: str
    what: str


def offered_figures(reading: Reading, words: str) -> tuple[Offered, ...]:
    """All figures whose title or key holds every word, marks apart; those that say something."""
    wanted = fold_loose(words).split()
    figures = reading.facts.figures if reading.facts else {}
    rows = (
        Offered(key, one.words, one.title, _what(key.partition(".")[2]))
        for key, one in figures.items()
        if one.words != "–"
    )
    return tuple(
        row for row in rows if all(word in fold_loose(f"{row.key} {row.title} {row.what}") for word in wanted)
    )


@dataclass(frozen=True)
class BelowPanel:
    """`revision`: of the section, for what is copied into it."""

    key: str
    title: str
    rows: tuple[Gathered, ...]
    revision: int


def below_panel(reading: Reading, key: str) -> BelowPanel | None:
    """What the units below wrote in a section; None where the report has no such section."""
    title = section_title(reading.content, key)
    if not title:
        return None
    held = reading.submission
    revision = held.passages.filter(key=key).values_list("revision", flat=True).first() or 0
    return BelowPanel(key, title, tuple(gathered(held, key)), revision)


def section_title(content: Content, key: str) -> str:
    return next((one["title"] for one in content["sections"] if one["key"] == key), "")
