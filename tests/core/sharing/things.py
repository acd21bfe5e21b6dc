"""Shared things for the tests of this room, and a shelf that keeps them in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from quyen.core.sharing import (
    Article,
    Credit,
    Form,
    Identity,
    Issuer,
    Part,
    Place,
    Record,
    Relation,
    Said,
    Shelfmark,
    Thing,
    Window,
    Word,
)

DAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
HOST = "https://quyen.example"

FULL = Thing(
    identifier="oai:quyen.example:product/12",
    address=f"{HOST}/thu-vien/12-quyen-tre-em/",
    form=Form.PICTURES,
    titles=(Said("Quyền trẻ em qua tranh < & \"", "vi"), Said("Children's rights in pictures", "en")),
    changed_at=DAY,
    language="vi",
    kind=Word("exhibition", (Said("triển lãm", "vi"),)),
    descriptions=(Said("Mười hai bức tranh của học sinh.", "vi"), Said("Twelve pictures.", "en")),
    credits=(Credit("Lò Văn Pâng", "author", "Vẽ tranh"), Credit("Nguyễn Thị Hoà", "translator"), Credit("Báo Xưa", "photographer")),
    issuer=Issuer("Sở Văn hóa, Thể thao và Du lịch Lào Cai", "H38.12", f"{HOST}/don-vi/12/"),
    subjects=(Word("tre-em", (Said("trẻ em", "vi"), Said("children", "en"))),),
    audiences=(Word("children", (Said("trẻ em, học sinh", "vi"),)),),
    articles=(Article("CRC", "13", "Điều 13 CRC", f"{HOST}/cong-uoc/CRC/dieu-13/"),),
    published_at=datetime(2026, 11, 20, 1, tzinfo=UTC),
    licence="https://creativecommons.org/licenses/by/4.0/",
    licence_words="CC BY 4.0: dùng tự do, ghi nguồn",
    parts=(
        Part(f"{HOST}/tep/1", "image/jpeg", "picture", "tranh-1.jpg", 91000, 1600, 1200, None, "", "Ba em nhỏ đọc sách dưới gốc cây.", "ab" * 32),
        Part(f"{HOST}/tep/2", "video/mp4", "main", "phim.mp4", 8_000_000, 640, 360, 92.5, "", "", ""),
        Part(f"{HOST}/tep/3", "text/vtt", "captions", "phim.vtt", 900, None, None, None, "km", "", ""),
    ),
    relations=(Relation("translation-of", "oai:quyen.example:product/3", f"{HOST}/thu-vien/3-x/"),),
)  # fmt: skip


class Memory:
    """A repository that tests may change between two requests."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self.rows = {
            number: Record(one.identifier, one.changed_at, number, ("language:" + one.language,), one)
            for number, one in enumerate(things, 1)
        }

    def touch(self, number: int, when: datetime, *, gone: bool = False) -> None:
        old = self.rows[number]
        thing = None if gone or old.thing is None else replace(old.thing, changed_at=when)
        self.rows[number] = replace(old, changed_at=when, thing=thing)

    def add(self, when: datetime) -> None:
        number = len(self.rows) + 1
        thing = replace(FULL, identifier=f"oai:quyen.example:product/{100 + number}", changed_at=when)
        self.rows[number] = Record(thing.identifier, when, number, ("language:vi",), thing)

    def identity(self) -> Identity:
        return Identity(
            "Quyền", f"{HOST}/oai/", "quyen.example", "quyen@quyen.example", f"{HOST}/oai/thing.xsd", DAY
        )

    def shelves(self) -> list[Shelfmark]:
        return [Shelfmark("language", "Ngôn ngữ"), Shelfmark("language:vi", "Tiếng Việt")]

    def record(self, identifier: str) -> Record | None:
        return next((one for one in self.rows.values() if one.identifier == identifier), None)

    def _rows(self, window: Window) -> list[Record]:
        found = [
            one
            for one in self.rows.values()
            if (not window.since or one.changed_at >= window.since)
            and (not window.until or one.changed_at < window.until)
            and (not window.shelf or any(f"{s}:".startswith(f"{window.shelf}:") for s in one.shelves))
        ]
        return sorted(found, key=lambda one: (one.changed_at, one.number))

    def count(self, window: Window) -> int:
        return len(self._rows(window))

    def page(self, window: Window, after: Place | None, most: int) -> list[Record]:
        rows = self._rows(window)
        if after:
            rows = [one for one in rows if (one.changed_at, one.number) > (after.changed_at, after.number)]
        return rows[:most]
