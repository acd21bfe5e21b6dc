"""The content of a report as an official document and as a sheet of figures. All of it comes from the content alone, so
that an edition gives the same Word, PDF and Excel files today and years later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, cast

from quyen.core.paper import Figure as SheetFigure
from quyen.core.paper.official import (
    Annex,
    Block,
    Grid,
    GridColumn,
    Heading,
    Official,
    Run,
    Text,
    text,
)
from quyen.reports.enums import AnnexSort, Sort
from quyen.reports.queries.content import Content
from quyen.reports.queries.figures import titled
from quyen.reports.queries.shown import ROMAN

ACROSS = 6  # columns from which on an annex lies across
_WIDE = {
    "TT": 0.6, "Chỉ tiêu": 4, "Chỉ số": 4, "Nhiệm vụ": 4, "Đơn vị": 2.4, "Ghi chú": 3, "Kế hoạch": 1.4, "Gửi báo cáo": 2.4,
    "Nguồn (triệu đồng)": 3,
}  # fmt: skip
_FIGURES = {"Kế hoạch", "Thực hiện", "Tỷ lệ", "Kỳ trước", "Giá trị", "Dự toán", "Được duyệt", "Đã chi"}


def official_of(content: Content, *, draft: bool = False) -> Official:
    """The document as it is signed; `draft` marks it "DỰ THẢO". Sections keep their headings where nobody wrote."""
    head = content["head"]
    return Official(
        issuer=head["issuer"], superior=head["superior"], number=head["number"], symbol=head["symbol"],
        place=head["place"], day=_day(head["day"]), kind=head["kind"].capitalize(), subject=head["subject"],
        authority=tuple(head["authority"]), signer=head["signer"], addressees=tuple(head["addressees"]),
        recipients=tuple(head["recipients"]), blocks=tuple(_blocks(content)), annexes=tuple(_annexes(content)),
        draft=draft,
    )  # fmt: skip


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _blocks(content: Content) -> Iterator[Block]:
    said = _said(content)
    for one in content["sections"]:
        level = cast(Literal[1, 2, 3], one["level"])
        yield Heading(level, one["number"].strip(" .)"), one["title"])
        for runs in one["paragraphs"]:
            yield Text((Run("".join(_words(run, said) for run in runs)),))
        if one["table"]:
            yield _grid(one["table"], said)
    if content["annexes"]:
        yield text(annexes_named(len(content["annexes"])))


def annexes_named(number: int) -> str:
    """The words that send to the annexes, which a document with annexes must have (Nghị định 30/2020, Phụ lục I)."""
    if number == 1:
        return "(Chi tiết tại Phụ lục kèm theo)."
    return f"(Chi tiết tại các Phụ lục {', '.join(ROMAN[:number])} kèm theo)."


def _said(content: Content) -> dict[str, str]:
    return {key: figure["words"] for key, figure in content["figures"].items()}


def _words(cell: Any, said: Mapping[str, str]) -> str:
    return cell if isinstance(cell, str) else said.get(cell["figure"], "…")


def _grid(table: Mapping[str, Any], said: Mapping[str, str]) -> Grid:
    has_tasks = "Nhiệm vụ" in table["columns"]  # there "Kế hoạch" is a document and no level
    columns = tuple(
        GridColumn(
            name, _WIDE.get(name, 1.2),
            "centre" if name == "TT" else "right" if name in _FIGURES and not has_tasks else "left",
        )
        for name in table["columns"]
    )  # fmt: skip
    return Grid(columns, tuple(tuple(_words(cell, said) for cell in row) for row in table["rows"]))


def _annexes(content: Content) -> Iterator[Annex]:
    rows = content["annexes"]
    for place, one in enumerate(rows):
        number = ROMAN[place] if len(rows) > 1 and place < len(ROMAN) else ""
        yield Annex(
            number,
            one["title"],
            landscape=len(one["columns"]) >= ACROSS,
            blocks=(_grid(one, _said(content)),),
        )


# --- for everybody to read ---------------------------------------------------------------------------


def public_of(content: Content) -> Content:
    """The same freeze for the public. Left out are: what each unit gave (parts of figures), on which evidence a figure
    stands, and addresses inside the house; the annexes by unit and on who sent when; of the annex of tasks the columns of
    units and notes; of sections filled from facts the paragraphs that say units' notes or name units below; of written
    sections the paragraphs that were copied from a unit below ("Phường A: ..."). Figures and all other words stay."""
    names = set(_names_below(content))
    return content | {
        "sections": [_open_section(one, names) for one in content["sections"]],
        "texts": {},
        "figures": {
            key: figure | {"parts": [], "grades": {}, "url": ""} for key, figure in content["figures"].items()
        },
        "annexes": [_open_annex(one) for one in content["annexes"] if one["sort"] == AnnexSort.TASKS],
    }


def _names_below(content: Content) -> Iterator[str]:
    """Units that the content itself names as those that gave something."""
    for key, figure in content["figures"].items():
        if not key.startswith("nhiemvu."):
            yield from (part["label"] for part in figure["parts"])
    for one in content["annexes"]:
        if one["sort"] in (AnnexSort.UNITS, AnnexSort.INDICATORS):
            place = one["columns"].index("Đơn vị")
            yield from (row[place] for row in one["rows"])
        else:
            place = one["columns"].index("Đơn vị")
            for row in one["rows"]:
                yield from row[place].partition(" và ")[0].split(", ")


def _open_section(one: Mapping[str, Any], names: set[str]) -> dict[str, Any]:
    if one["sort"] == Sort.OBSTACLES and not one["by_hand"]:
        return dict(one) | {"paragraphs": []}
    names = names - {""}
    kept = [runs for runs in one["paragraphs"] if not _tells(runs, names, whole=not one["by_hand"])]
    return dict(one) | {"paragraphs": kept}


def _tells(runs: Iterable[Any], names: set[str], *, whole: bool) -> bool:
    words = "".join(run for run in runs if isinstance(run, str))
    return any(name in words if whole else words.startswith(f"{name}:") for name in names)


def _open_annex(one: Mapping[str, Any]) -> dict[str, Any]:
    kept = [place for place, name in enumerate(one["columns"]) if name not in ("Đơn vị", "Ghi chú")]
    return dict(one) | {
        "columns": [one["columns"][place] for place in kept],
        "rows": [[row[place] for place in kept] for row in one["rows"]],
    }


# --- figures -----------------------------------------------------------------------------------------


def sheet_figures(content: Content, *, unit: str, period: str, day: date) -> list[SheetFigure]:
    """Every figure of a report, and what each unit gave of it; `day`: when it was fixed."""
    rows = []
    for key, figure in content["figures"].items():
        words, share = figure["words"], figure["words"].endswith("%")
        rows.append(
            SheetFigure(
                group=_group(key), name=_titled(key, figure), unit=unit, value=_number(words), period=period,
                numerator=_decimal(figure["numerator"]), denominator=_decimal(figure["denominator"]),
                measure="%" if share else figure["measured_in"], day=day,
                source="; ".join(f"{number} {grade}" for grade, number in figure["grades"].items()),
            )
        )  # fmt: skip
    for key, figure in content["figures"].items():
        rows += [
            SheetFigure(
                "Theo đơn vị", _titled(key, figure), part["label"], _number(part["words"]), period, day=day
            )
            for part in figure["parts"]
            if not key.startswith("nhiemvu.")
        ]
    return rows


def _group(key: str) -> str:
    return {"nhiemvu": "Nhiệm vụ", "donvi": "Gửi báo cáo"}.get(key.partition(".")[0], "Chỉ số")


def _titled(key: str, figure: Mapping[str, Any]) -> str:
    code = key.partition(".")[0]
    words = titled(key, figure["title"])
    return words if code in ("nhiemvu", "donvi") else f"{code} {words}"


def _decimal(digits: str) -> Decimal | None:
    return Decimal(digits) if digits else None


def _number(words: str) -> Decimal | str:
    """A figure as it is said, as a number where it is one; "9 trên 24" and "–" stay words."""
    bare = words.removesuffix("%").replace(".", "").replace(",", ".")
    try:
        return Decimal(bare) if bare[:1].isdigit() or bare[:1] == "-" else words
    except InvalidOperation:
        return words
