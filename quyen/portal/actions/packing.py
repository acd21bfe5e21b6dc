"""Zips of what is public: made by a job, kept until the content changes."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from quyen.core.sharing import Packed, Wrapped, csv_lines, data_package, fingerprint, plain, wrap
from quyen.portal.models import Pack
from quyen.portal.queries.open_data import TABLES, Table, catalogue, data_set

KEPT = 2  # the newest, and the one before it, which somebody may be taking just now
DATA, TOPIC = "data", "topic"


def make_data_pack() -> Pack:
    """All open data as CSV and JSON with `datapackage.json`. The same content as before: that pack, nothing new."""
    with tempfile.TemporaryDirectory() as folder:
        parts = Path(folder)
        counts = {one.slug: _write(one, parts) for one in TABLES.values()}
        made = [(path.name, path) for path in sorted(parts.iterdir())]
        files = wrap(parts / "first.zip", made)
        sign = fingerprint(files)
        old = newest_pack(DATA)
        if old is not None and old.fingerprint == sign:
            return old
        told = _described(files, counts)
        target = parts / "all.zip"
        wrap(target, [*made, ("datapackage.json", json.dumps(told, ensure_ascii=False, indent=1).encode())])
        return keep_pack(DATA, "", "vi", "Dữ liệu mở của chương trình", sign, told, target)


def _write(table: Table, folder: Path) -> int:
    """Both files of one set; how many rows it has."""
    names, count = [column.name for column in table.columns], 0
    rows = list(table.all_rows())
    with (folder / f"{table.slug}.csv").open("w", encoding="utf-8", newline="") as file:
        for line in csv_lines(table.columns, rows):
            file.write(line)
    with (folder / f"{table.slug}.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(dict(zip(names, map(plain, row), strict=True)), ensure_ascii=False) + "\n")
            count += 1
    return count


def _described(files: Sequence[Wrapped], counts: dict[str, int]) -> dict[str, Any]:
    known = {one.path: one for one in files}
    packed = [
        Packed(
            data_set(table),
            f"{slug}.csv",
            known[f"{slug}.csv"].size,
            known[f"{slug}.csv"].sha256,
            counts[slug],
        )
        for slug, table in TABLES.items()
    ]
    return data_package(catalogue(), packed, timezone.now())


def newest_pack(kind: str, slug: str = "", language: str = "vi") -> Pack | None:
    return Pack.objects.filter(kind=kind, slug=slug, language=language).order_by("-pk").first()


def keep_pack(
    kind: str, slug: str, language: str, title: str, sign: str, manifest: dict[str, Any], target: Path
) -> Pack:
    """The file goes into the store first, so that a row never names what is not there; older ones go."""
    pack = Pack(kind=kind, slug=slug, language=language, title=title, fingerprint=sign, manifest=manifest)
    pack.sha256, pack.size = _hash(target), target.stat().st_size
    with target.open("rb") as file, transaction.atomic():
        pack.content.save("", File(file), save=False)
        pack.save()
        _forget_old(pack)
    return pack


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget_old(pack: Pack) -> None:
    same = Pack.objects.filter(kind=pack.kind, slug=pack.slug, language=pack.language).order_by("-pk")
    for old in same[KEPT:]:
        name, store = old.content.name, old.content.storage
        old.delete()
        if name and not Pack.objects.filter(content=name).exists():
            transaction.on_commit(lambda store=store, name=name: store.delete(name))  # type: ignore[misc]
