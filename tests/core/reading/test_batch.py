"""Many files at once: a bad one never stops the others, archives are opened, names do not collide."""

import json
import zipfile
from pathlib import Path

import pytest

from quyen.cli import main
from tests.core.reading.papers import BASES, END, HEAD

TEXT = f"{HEAD}{BASES}\nI. MỤC TIÊU\n\n1. Giữ rừng.\n{END}"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def _read(out: Path, *paths: Path, jobs: int = 2) -> int:
    return main(["read", *map(str, paths), "--json", str(out), "--jobs", str(jobs)])


@pytest.mark.slow
def test_a_folder_is_read_into_one_record_a_file(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.txt", "sub/b.txt", "c.md"):
        (folder / name).write_text(TEXT)
    assert _read(out, folder) == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.json", "c.json"]
    assert json.loads((out / "b.json").read_text())["number"] == "07"


@pytest.mark.slow
def test_bad_files_are_named_and_the_others_written(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad, missing = tmp_path / "good.txt", tmp_path / "bad.pdf", tmp_path / "missing.txt"
    good.write_text(TEXT)
    bad.write_bytes(b"%PDF-1.7 broken")
    assert _read(out, bad, good, missing) == 1
    assert [path.name for path in out.iterdir()] == ["good.json"]
    told = capsys.readouterr().err
    assert "bad.pdf" in told and "missing.txt" in told
    assert "docx" in told  # what to do stands beside what happened


@pytest.mark.slow
def test_an_archive_is_opened_into_its_members(tmp_path: Path, out: Path) -> None:
    packed = tmp_path / "many.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.txt", TEXT)
        archive.writestr("deep/two.txt", TEXT)
        archive.writestr("three.pdf", b"%PDF-1.7 broken")
    assert _read(out, packed) == 1
    assert sorted(path.name for path in out.iterdir()) == ["one.json", "two.json"]


@pytest.mark.slow
def test_files_of_one_name_do_not_overwrite_each_other(tmp_path: Path, out: Path) -> None:
    for folder in ("x", "y", "z"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plan.txt").write_text(TEXT)
    assert _read(out, tmp_path / "x", tmp_path / "y", tmp_path / "z", jobs=1) == 0
    assert sorted(path.name for path in out.iterdir()) == ["plan.json", "plan.txt-2.json", "plan.txt.json"]


@pytest.mark.slow
def test_many_files_are_all_read_in_chunks(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Giấy số {number}")
    assert _read(out, folder) == 0
    assert len(list(out.iterdir())) == 60
