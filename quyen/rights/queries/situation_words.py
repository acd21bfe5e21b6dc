"""What pages of situations say around their text, in the page's own language: data/situation_words.json and
data/situation_groups.json, read once. The screen's catalogue does not do, for a page has its own language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from quyen.rights.enums import PageLanguage
from quyen.rights.models import Instrument, SituationText
from quyen.rights.queries.force import Lapse
from quyen.rights.queries.situation_blocks import Cite

DATA = Path(__file__).resolve().parents[1] / "data"


@dataclass(frozen=True)
class Group:
    """One of the groups in which situations are offered; `hint` says what is in it."""

    slug: str
    name: str
    hint: str


@cache
def groups(language: str) -> tuple[Group, ...]:
    """All groups in their order; in Vietnamese where the language has no words for them."""
    rows = json.loads((DATA / "situation_groups.json").read_text(encoding="utf-8"))
    return tuple(Group(row["slug"], *row.get(language, row["vi"])) for row in rows)


@cache
def _words() -> dict[str, dict[str, Any]]:
    words: dict[str, dict[str, Any]] = json.loads((DATA / "situation_words.json").read_text(encoding="utf-8"))
    return words


def words_of(language: str) -> Mapping[str, Any]:
    """The sentences of a language; of Vietnamese where it has none."""
    known: Mapping[str, Mapping[str, Any]] = _words()
    return known.get(language, known[PageLanguage.VIETNAMESE])


def said_of(text: SituationText, *, is_outdated: bool) -> tuple[str, ...]:
    """What every page says of itself: that it is no legal advice, who reviewed it or that nobody has, that a machine
    drafted it, that it is behind the Vietnamese page. The first two are always there."""
    words = words_of(text.language)
    notes = [words["not_advice"]]
    if text.is_reviewed and text.reviewed_on:
        notes.append(words["reviewed"].format(by=text.reviewed_by, on=shown_date(text.reviewed_on)))
    else:
        notes.append(words["not_reviewed"])
    notes += [words["machine"]] if text.machine_drafted else []
    notes += [words["outdated"]] if is_outdated else []
    return tuple(notes)


def lapse_words(lapse: Lapse, language: str) -> str:
    """ "Luật An ninh mạng 2018 đã được thay thế từ 1/7/2026 bởi Luật An ninh mạng 2025 (116/2025/QH15); …"."""
    words, status = words_of(language), lapse.status
    cited = _named(status.instrument, language)
    if status.articles:
        cited = words["article"].format(article=status.articles, instrument=cited)
    by, number = words["no_successor"], status.successor.number if status.successor else ""
    if status.successor:
        by = _named(status.successor, language) + (f" ({number})" if number else "")
    return str(words[lapse.kind].format(cited=cited, on=status.shown, by=by))


def _named(instrument: Instrument, language: str) -> str:
    short = getattr(instrument, f"short_{language}", "") or instrument.short_vi
    return str(words_of(language).get("instruments", {}).get(instrument.code, short))


def shown_date(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def cite_label(cite: Cite, language: str, short: str) -> str:
    """ "Điều 20 khoản 2 Hiến pháp 2013"; `short`: the instrument's own short name in that language."""
    words = words_of(language)
    clause, _dot, point = cite.path[len(cite.article) + 1 :].partition(".")
    form = "point" if point else "clause" if clause else "article"
    short = words.get("instruments", {}).get(cite.code, short)
    return str(words[form].format(article=cite.article, clause=clause, point=point, instrument=short))
