"""bin/quyen recommendations: reports in, one JSON file each, and what happens to files that hold none."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx

from quyen.cli import main
from tests.core.recommendations.layouts import NEW, OLD_NUMBERED


def word(text: str) -> bytes:
    paper, out = docx.Document(), BytesIO()
    for line in text.split("\n"):
        paper.add_paragraph(line)
    paper.save(out)
    return out.getvalue()


def written(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def found(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_each_report_becomes_one_file(tmp_path, capsys):
    text = written(tmp_path, "old.txt", OLD_NUMBERED.encode())
    paper = written(tmp_path, "old.docx", word("\n".join(NEW.split("\n"))))
    out = tmp_path / "out"
    assert main(["recommendations", text, paper, "--json", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["old.docx.json", "old.json"]
    assert found(out / "old.json")["items"][3] == {
        "number": "4", "text": "Invite the Special Rapporteur", "states": ["Mexico"], "status": "pending", "paragraph": "60"
    }  # fmt: skip
    assert len(found(out / "old.docx.json")["items"]) == 11
    assert "old.txt: 4 khuyến nghị, 0 chỗ cần xem" in capsys.readouterr().out


def test_a_file_without_any_is_named_and_the_rest_goes_on(tmp_path, capsys):
    other = written(tmp_path, "kế hoạch.txt", "Kế hoạch năm 2026".encode())
    broken, absent = written(tmp_path, "hỏng.pdf", b"%PDF-1.7"), str(tmp_path / "không có.pdf")
    good, out = written(tmp_path, "good.txt", NEW.encode()), tmp_path / "out"
    assert main(["recommendations", other, broken, absent, good, "--json", str(out)]) == 1
    assert found(out / "kế hoạch.json")["findings"][0]["kind"] == "nothing_found"
    assert (out / "good.json").exists()
    errors = capsys.readouterr().err
    assert all(name in errors for name in ("kế hoạch.txt", "hỏng.pdf", "không có.pdf"))


def test_it_starts_no_django(tmp_path):
    path = written(tmp_path, "a.txt", NEW.encode())
    arguments = ["recommendations", path, "--json", str(tmp_path)]
    code = f"import sys; from quyen.cli import main; main({arguments!r}); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_reports_of_one_name_are_all_kept(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "report.txt" for folder in "abc"]
    for path in paths:
        path.parent.mkdir()
        path.write_text(NEW, encoding="utf-8")
    out = tmp_path / "out"
    assert main(["recommendations", *map(str, paths), "--json", str(out)]) == 0
    assert {one.name for one in out.iterdir()} == {"report.json", "report.txt.json", "report-2.json"}
