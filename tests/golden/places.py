"""Records annotated by hand, kept as places in the shared documents: none of their words stand in this project.

A string is `[first, last]`, word numbers (half-open) in the document's own words; `records` turns them back.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "places"


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))


def spelled(value: Any, words: list[str]) -> Any:
    """Places become words again; all else stays."""
    if isinstance(value, dict):
        if set(value) == {"words"}:
            return " ".join(words[value["words"][0] : value["words"][1]])
        return {key: spelled(one, words) for key, one in value.items()}
    return [spelled(one, words) for one in value] if isinstance(value, list) else value


def records(name: str, documents: Path) -> dict[str, Any]:
    """stem -> record, of one annotated set."""
    found = {}
    for path in sorted((FOLDER / name).glob("*.json")):
        text = (documents / f"{path.stem}.txt").read_text(encoding="utf-8")
        found[path.stem] = spelled(json.loads(path.read_text()), words_of(text))
    return found
