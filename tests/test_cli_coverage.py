"""bin/quyen coverage: documents and records in, proposals out, and what happens to files that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quyen.cli import main

SHARED = Path(__file__).parents[1].parent / "shared" / "reading"


def record(value: int) -> dict:
    text = f"{value}% thư viện xã mở cửa cuối tuần"
    target = {"text": text, "value": value, "unit": "%", "comparator": "=", "subject": "thư viện xã"}
    return {"targets": [target], "text": text}


def written(folder: Path, name: str, content: object) -> str:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def test_records_are_compared(tmp_path, capsys):
    parent = written(tmp_path, "cha.json", record(80))
    children = [written(tmp_path, f"con{value}.json", record(value)) for value in (80, 60)]
    out = tmp_path / "out.json"
    assert main(["coverage", parent, *children, "--json", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["parent"] == "cha"
    assert found["rows"][0]["cells"] == {"con80": "covered", "con60": "differs"}
    assert "2 văn bản" in capsys.readouterr().out


def test_a_bad_child_is_named_and_the_rest_goes_on(tmp_path, capsys):
    parent, good = written(tmp_path, "cha.json", record(80)), written(tmp_path, "con.json", record(80))
    bad, absent = written(tmp_path, "hỏng.json", "[1,"), str(tmp_path / "không có.txt")
    out = tmp_path / "out.json"
    assert main(["coverage", parent, bad, absent, good, "--json", str(out)]) == 1
    assert json.loads(out.read_text(encoding="utf-8"))["children"] == ["con"]
    errors = capsys.readouterr().err
    assert "hỏng.json" in errors
    assert "không có.txt" in errors


def test_without_a_parent_nothing_is_written(tmp_path):
    good, out = written(tmp_path, "con.json", record(80)), tmp_path / "out.json"
    assert main(["coverage", str(tmp_path / "cha.json"), good, "--json", str(out)]) == 1
    assert not out.exists()


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not here")
def test_shared_coverage_reaches_the_bar(tmp_path):
    documents = SHARED / "documents"
    names = ["seed_000", "seed_001", "seed_002", "seed_004"]
    out = tmp_path / "out.json"
    paths = [str(documents / f"{name}.txt") for name in ["seed_003", *names]]
    assert main(["coverage", *paths, "--json", str(out)]) == 0
    rows = json.loads(out.read_text(encoding="utf-8"))["rows"]
    gold = json.loads((SHARED / "coverage.json").read_text(encoding="utf-8"))["rows"]
    right = total = 0
    for row in gold:
        words = set(row["text"].lower().split())
        best = max(rows, key=lambda one: len(words & set(one["text"].lower().split())), default={"cells": {}})
        for name, want in row["cells"].items():
            total += want != "any"
            right += want != "any" and best["cells"].get(name) == want
    assert right >= 0.9 * total
