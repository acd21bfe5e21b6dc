"""A small page in two languages, and the people of its desk: for the tests of situations."""

from __future__ import annotations

from quyen.rights.actions.situation_loading import Shipped
from quyen.rights.actions.situation_words import Written

BODY = (
    {"kind": "heading", "text": "Bạn có quyền"},
    {"kind": "right", "text": "Được nghe lý do.", "cites": ["ICCPR 9.2", "HP2013 20.2"]},
    {"kind": "right", "text": "Không bị đánh đập.", "cites": ["ICCPR 7"]},
    {"kind": "law", "cite": "HP2013 20.2"},
    {"kind": "call", "text": "Công an", "number": "113", "hours": ""},
)
VIETNAMESE = Written("Khi bị thử", "Bạn được thử đúng luật.", ("bi thu",), BODY)
ENGLISH = Written("When tested", "You are tested by law.", ("tested",), BODY, machine_drafted=True)
FRAME = {"group": "di-lam", "position": 10, "topics": ["viec-lam"], "related": []}


def shipped(written: Written, language: str = "vi", slug: str = "bi-thu") -> Shipped:
    return Shipped(slug, language, written, FRAME if language == "vi" else {})


PAGES = [shipped(VIETNAMESE), shipped(ENGLISH, "en")]
