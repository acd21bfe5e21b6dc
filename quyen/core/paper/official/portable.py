"""An official document as PDF/A, tagged, its letters embedded: laid out as in Word, without any office program."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from quyen.core.errors import TookTooLong, TypesettingFailed
from quyen.core.paper.letters import BREAK, FONTS, printable
from quyen.core.paper.measure import pieces, width
from quyen.core.paper.official.columns import CELL
from quyen.core.paper.official.described import Official
from quyen.core.paper.official.printed import (
    Paragraph,
    Printed,
    PrintedOfficial,
    Table,
    addressees_left,
    printed,
)
from quyen.core.paper.page import BODY, MM, PADDING, TEXT_WIDTH
from quyen.core.paper.wording import MOTTO, STATE

PRESS = Path(__file__).resolve().parent / "press.py"
SECONDS, MEGABYTES = 60, 2048
UNDATED = date(1980, 1, 1)  # PDF/A wants a day; the same that our Word files bear inside


def pdf(official: Official) -> bytes:
    """The PDF of a document with its annexes. Same document, same bytes. Errors: TookTooLong, TypesettingFailed."""
    plan = printed(official)
    asked = {
        "data": json.dumps(_shown(_data(plan)), ensure_ascii=False),
        "stamp": _stamp(plan.day or UNDATED),
        "fonts": str(FONTS),
        "megabytes": MEGABYTES,
    }
    return _pressed(json.dumps(asked).encode())


def _pressed(asked: bytes) -> bytes:
    command = [sys.executable, "-I", str(PRESS)]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise TookTooLong(f"Dàn trang lâu hơn {SECONDS} giây.") from error
    if done.returncode:
        raise TypesettingFailed("Không dàn trang được văn bản.") from RuntimeError(
            done.stderr.decode(errors="replace")[-2000:]
        )
    return done.stdout


def _stamp(day: date) -> int:
    """Noon of the document's day, in seconds: the one moment that a file may hold without telling when it was made."""
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())


def _data(plan: PrintedOfficial) -> dict[str, Any]:
    """What the layout asks for, by name."""
    data = asdict(plan)
    day = plan.day or UNDATED
    data["day"] = {"year": day.year, "month": day.month, "day": day.day}
    data |= {"state": STATE, "motto": MOTTO, "motto_rule": width(MOTTO, 13, "serif")}
    data["addressees_left"] = addressees_left(plan.addressees)
    data["blocks"] = _blocks(plan.blocks)
    for annex, made in zip(plan.annexes, data["annexes"], strict=True):
        made["blocks"] = _blocks(annex.blocks)
    return data


def _blocks(blocks: Sequence[Printed]) -> list[dict[str, Any]]:
    return [_paragraph(one) if isinstance(one, Paragraph) else _table(one) for one in blocks]


def _paragraph(block: Paragraph) -> dict[str, Any]:
    room = TEXT_WIDTH * MM
    return {
        "level": block.level,
        "runs": [asdict(run) | {"text": _fitted(run.text, BODY, room)} for run in block.runs],
    }


def _table(block: Table) -> dict[str, Any]:
    rooms = [max((share - PADDING) * MM, CELL) for share in block.shares]
    return asdict(block) | {
        "titles": [_fitted(words, CELL, room) for words, room in zip(block.titles, rooms, strict=True)],
        "rows": [
            [_fitted(words, CELL, room) for words, room in zip(row, rooms, strict=True)] for row in block.rows
        ],
        "totals": sorted(block.totals),
        "tall": sorted(block.tall),
    }


def _fitted(words: str, size: float, room: float) -> str:
    """Words wider than their place get points at which they may be broken; others stay as they are."""
    if len(words) * size <= room:  # no letter is wider than the size
        return words
    return " ".join(
        word if len(word) * size <= room else BREAK.join(pieces((word,), size, room, "serif"))
        for word in words.split(" ")
    )


def _shown(value: Any) -> Any:
    """All texts, however deep, with signs that the fonts hold."""
    if isinstance(value, str):
        return value if value.isascii() else printable(value)
    if isinstance(value, dict):
        return {name: _shown(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(one) for one in value]
    return value
