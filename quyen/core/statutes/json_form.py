"""`.articles.json`: {treaty, lang, title?, articles: [{article, text, title?}]}."""

from __future__ import annotations

import json
from typing import Any

from quyen.core.errors import DamagedFile
from quyen.core.statutes.clauses import paragraphs_of
from quyen.core.statutes.shape import NoArticles, Statute, Unit
from quyen.core.statutes.words import clean, lines_of, without_markdown

_FORM = "Tệp JSON không theo mẫu {treaty, lang, articles: [{article, text}]}."
_MOST = 5_000


def read_json(data: bytes) -> Statute:
    """Raises DamagedFile where it is no JSON or not of this form, NoArticles where it holds none."""
    given = _opened(data)
    articles = given.get("articles")
    if not isinstance(articles, list) or len(articles) > _MOST:
        raise DamagedFile(_FORM)
    units, notes = [], []
    known: set[str] = set()
    for one in articles:
        unit = _unit(one)
        if unit.path in known:
            notes.append(f"Điều {unit.number} có hai lần trong tệp; bản sau được bỏ qua.")
            continue
        known.add(unit.path)
        units.append(unit)
    if not units:
        raise NoArticles("Tệp không có điều nào.")
    title, language, code = (_word(given.get(name)) for name in ("title", "lang", "treaty"))
    return Statute(tuple(units), title, language, code, tuple(notes))


def _opened(data: bytes) -> dict[str, Any]:
    try:
        given = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedFile("Tệp JSON bị hỏng hoặc không phải UTF-8.") from error
    if not isinstance(given, dict):
        raise DamagedFile(_FORM)
    return given


def _unit(one: Any) -> Unit:
    if not isinstance(one, dict) or not isinstance(one.get("text"), str):
        raise DamagedFile(_FORM)
    number = str(one.get("article", "")).strip() if not isinstance(one.get("article"), bool) else ""
    if not number.isalnum() or len(number) > 8:
        raise DamagedFile(f"Số điều không hợp lệ: “{number[:20]}”.")
    lines = lines_of(without_markdown(one["text"]))
    return Unit("article", number, number, _word(one.get("title")), paragraphs_of(lines))


def _word(given: Any) -> str:
    return clean(without_markdown(given)).replace("\n", " ")[:300] if isinstance(given, str) else ""
