"""Words that are data, written in Vietnamese, as the site says them in its other languages: names and definitions of
the programme's indicators, columns of open data. Whoever changes the Vietnamese is read in Vietnamese, until `data/words.*.json`
knows the new words."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDER = Path(__file__).resolve().parents[1] / "data"


@cache
def _known(language: str) -> dict[str, str]:
    path = FOLDER / f"words.{language}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def words_in(text: str, language: str) -> tuple[str, str]:
    """(words, the language that they are in)."""
    if language == settings.LANGUAGE_CODE:
        return text, language
    found = _known(language).get(text)
    return (found, language) if found else (text, settings.LANGUAGE_CODE)
