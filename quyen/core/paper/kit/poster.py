"""A poster of one product as PDF/A, tagged, with a QR to its public page: A4 or A3 upright."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from quyen.core.errors import TookTooLong, TypesettingFailed
from quyen.core.paper.kit.faces import Faces, missing_signs
from quyen.core.paper.kit.qr import qr_svg
from quyen.core.paper.kit.told import Told, labels_of
from quyen.core.paper.signs import fit

HERE = Path(__file__).resolve().parent
PRESS = HERE.parent / "official" / "press.py"
SECONDS, MEGABYTES = 60, 2048
POINTS, LONGEST_POINT, LONGEST_SUMMARY = 6, 160, 320
_MISSING = "□"


def poster_pdf(told: Told, faces: Faces, day: date, size: Literal["a4", "a3"] = "a4") -> bytes:
    """Same product and day, same bytes. Signs without a font are shown as "□". Errors: TookTooLong, TypesettingFailed."""
    with tempfile.TemporaryDirectory(prefix="quyen-") as folder:
        place = Path(folder)
        shutil.copy(HERE / "poster.typ", place)
        (place / "qr.svg").write_bytes(qr_svg(told.address))
        if told.picture:
            (place / "picture.jpg").write_bytes(told.picture)
        fonts = place / "fonts"
        fonts.mkdir()
        for font in faces.for_words(_all_words(told)):
            shutil.copy(font, fonts)
        asked = {
            "data": json.dumps(_data(told, faces, day, size), ensure_ascii=False),
            "stamp": int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()),
            "fonts": str(fonts), "megabytes": MEGABYTES, "layout": str(place / "poster.typ"),
        }  # fmt: skip
        return _pressed(json.dumps(asked).encode())


def _pressed(asked: bytes) -> bytes:
    command = [sys.executable, "-I", str(PRESS)]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  our own file
    except subprocess.TimeoutExpired as error:
        raise TookTooLong(f"Dàn áp phích lâu hơn {SECONDS} giây.") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace")[-2000:]
        raise TypesettingFailed("Không dàn được áp phích.") from RuntimeError(said)
    return done.stdout


def _data(told: Told, faces: Faces, day: date, size: str) -> dict[str, Any]:
    labels = labels_of(told.language)
    shown = _Shown(missing_signs(_all_words(told), faces))
    points = [part.words for part in told.parts if part.kind == "point"][:POINTS]
    return {
        "size": size, "language": told.language.partition("-")[0],
        "fonts": ["Be Vietnam Pro", "Noto Sans Khmer", "Liberation Serif"] if _has_khmer(told) else ["Be Vietnam Pro", "Liberation Serif"],
        "title": shown(told.title), "title_size": 40 if len(told.title) < 45 else 32 if len(told.title) < 90 else 25,
        "summary": shown(_cut(told.summary, LONGEST_SUMMARY)), "points": [shown(_cut(point, LONGEST_POINT)) for point in points],
        "picture": "picture.jpg" if told.picture else "", "alternative_text": shown(told.alternative_text) or shown(told.title),
        "units": shown(told.units), "credits": shown("; ".join(f"{role}: {name}" if role else name for role, name in told.credits)),
        "licence": shown(told.licence), "address": told.address, "short_address": told.short_address,
        "draft": labels.draft if told.draft else "",
        "labels": {"issued_by": labels.issued_by, "more": labels.more, "licence": labels.licence},
        "day": {"year": day.year, "month": day.month, "day": day.day},
    }  # fmt: skip


class _Shown:
    """Texts with the signs that the fonts hold."""

    def __init__(self, missing: str) -> None:
        self.table = {ord(sign): _MISSING for sign in missing}

    def __call__(self, words: str) -> str:
        return fit(words).translate(self.table)


def _all_words(told: Told) -> str:
    labels = labels_of(told.language)
    parts = [part.words for part in told.parts]
    people = [f"{role}{name}" for role, name in told.credits]
    return "".join((
        told.title, told.summary, told.units, told.licence, told.alternative_text, labels.issued_by, labels.more,
        labels.licence, labels.draft, *parts, *people,
    ))  # fmt: skip


def _has_khmer(told: Told) -> bool:
    return any(0x1780 <= ord(sign) < 0x1800 for sign in _all_words(told))


def _cut(words: str, most: int) -> str:
    """Whole words, with "…" where something is left out."""
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
