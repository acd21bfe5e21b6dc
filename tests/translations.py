"""Finds every Vietnamese string of the interface and keeps the English catalogue in step.

`python -m tests.translations` adds what is new (empty, to be translated) and drops what is gone. The
Vietnamese text is itself the key, so the catalogue of Vietnamese holds other people's English words only.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).resolve().parent.parent
ENGLISH = HOUSE / "quyen" / "shared" / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def strings() -> dict[str | tuple[str, str], str]:
    """Key (or pair of singular and plural) to the first file that uses it."""
    found: dict[str | tuple[str, str], str] = {}
    for path in sorted((HOUSE / "quyen").rglob("*")):
        if (
            path.suffix not in {".py", ".html", ".txt", ".sql"}
            or "migrations" in path.parts
            or "core" in path.parts
        ):
            continue
        for message in _in_file(path):
            if message:
                found.setdefault(message, str(path.relative_to(HOUSE)))
    return found


def _in_file(path: Path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".sql":  # a check of the data: what it says to people stands in its head
        yield from re.findall(r"^-- (?:name|advice): (.+)$", text, re.M)
        return
    if path.suffix != ".py":
        from django.utils.translation.template import templatize

        text = templatize(text)
    for _line, message, _comments, _context in extract("python", BytesIO(text.encode()), keywords=KEYWORDS):
        if isinstance(message, tuple) and isinstance(message[0], str) and len(message) == 2:
            yield (message[0], message[1])
        else:
            yield message[0] if isinstance(message, tuple) else message


def catalogue() -> Catalog:
    if not ENGLISH.exists():
        return Catalog(locale="en", charset="utf-8")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def untranslated() -> list[str]:
    known = catalogue()
    bad = []
    for message in strings():
        entry = known.get(message if isinstance(message, str) else message[0])
        if entry is None or not entry.string or (isinstance(entry.string, tuple) and not all(entry.string)):
            bad.append(str(message))
    return bad


def update() -> None:
    old = catalogue()
    new = Catalog(locale="en", charset="utf-8", header_comment="# English words of Quyen.", fuzzy=False)
    for message, place in sorted(strings().items(), key=lambda pair: (pair[1], str(pair[0]))):
        held = old.get(message if isinstance(message, str) else message[0])
        if held and isinstance(held.string, str) and isinstance(message, tuple):
            held.string = (held.string, held.string)  # it has learnt to count
        string = held.string if held else ("" if isinstance(message, str) else ("", ""))
        flags = ["python-format"] if "%(" in str(message) else []
        new.add(message, string, locations=[(place, 0)], flags=flags)
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, new, width=110, include_lineno=False, omit_header=False)


if __name__ == "__main__":
    import django
    from django.conf import settings

    settings.configure(USE_I18N=True)
    django.setup()
    update()
    missing = untranslated()
    print(f"{len(strings())} strings, {len(missing)} not yet in English")
    print("\n".join(missing))
