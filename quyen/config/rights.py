"""`bin/quyen rights`: the structure that ships with the programme, and texts of a folder, each as often as one likes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SUFFIXES = (".articles.json", ".xml")
UDHR_SOURCE = "unicode.org/udhr, efele.net/udhr"


def load_rights(folder: Path | None) -> int:
    """Returns 0 where all was taken in; 1 where a file was refused or is of no instrument known here."""
    import django

    django.setup()
    from quyen.rights.actions import load_structure

    done = load_structure(actor=None)
    print(f"Danh mục văn kiện: {done.new} mục mới, {done.changed} mục đổi, {done.same} mục giữ nguyên.")
    if folder is None:
        return 0
    if not folder.is_dir():
        print(f"{folder}: không phải thư mục.", file=sys.stderr)
        return 1
    return 1 if bring_texts(folder) else 0


def bring_texts(folder: Path, *, quiet: bool = False) -> int:
    """Every text of a folder into the database, one transaction each; returns how many could not be taken in."""
    from quyen.core.errors import QuyenError

    failed = 0
    sources = _sources(folder)
    for path in sorted(folder.iterdir()):
        if not path.name.endswith(SUFFIXES):
            continue
        try:
            said = _bring(path, sources)
        except QuyenError as error:
            print(f"  {path.name}: {error.told}", file=sys.stderr)
            failed += 1
        else:
            if not quiet:
                print(f"  {path.name}: {said}")
    return failed


def _bring(path: Path, sources: dict[str, str]) -> str:
    from quyen.core.statutes import read_statute
    from quyen.rights.actions import TextGiven, TextRefused, store_text
    from quyen.rights.models import Instrument

    statute = read_statute(path.read_bytes(), path.name)
    instrument = Instrument.objects.filter(code=statute.code).first()
    if instrument is None:
        raise TextRefused(f"Chưa có văn kiện nào mã “{statute.code}”.")
    source, licence = _origin(sources.get(statute.code, ""), statute.code)
    given = TextGiven(
        language=statute.language, source=source, licence=licence, title=statute.title, file_name=path.name
    )
    stored = store_text(actor=None, instrument=instrument, given=given, units=statute.units)
    counts = stored.report.counts
    if not stored.is_new:
        return f"không đổi ({len(stored.report.same)} điều)"
    return f"bản {stored.version.edition}: {counts['new']} điều mới, {counts['changed']} điều đổi, {counts['missing']} điều không có trong tệp"


def _sources(folder: Path) -> dict[str, str]:
    """`sources.json` beside the texts: code -> "# SOURCE: ... | STATUS: ..."."""
    try:
        given: Any = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(code): str(said) for code, said in given.items()} if isinstance(given, dict) else {}


def _origin(said: str, code: str) -> tuple[str, str]:
    source, _bar, status = said.removeprefix("# SOURCE:").partition("| STATUS:")
    if not source.strip():
        return (
            (UDHR_SOURCE, "văn kiện công của Liên hợp quốc")
            if code == "UDHR"
            else ("tệp đưa vào bằng lệnh", "")
        )
    return source.strip(), status.strip()
