"""bin/quyen form: a report in Vietnamese, and an exit code that a script can ask."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quyen.cli import main
from tests.core.form.samples import PLAN, made, spoilt


def written(folder: Path, data: bytes, name: str = "kế hoạch.docx") -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def test_a_sound_document(tmp_path, capsys):
    assert main(["form", written(tmp_path, made(PLAN))]) == 0
    assert capsys.readouterr().out.startswith("Đúng thể thức")


def test_what_must_be_mended_is_said_with_place_and_clause(tmp_path, capsys):
    assert main(["form", written(tmp_path, spoilt(PLAN, "motto", size=12))]) == 1
    assert (
        "- Tiêu ngữ (đoạn 4: “Độc lập - Tự do - Hạnh phúc”): cần cỡ chữ từ 13 đến 14; đang là: cỡ chữ 12."
        " [Phụ lục I, Phần I, Mục II, khoản 1, điểm b]"
    ) in capsys.readouterr().out


def test_what_is_only_to_be_looked_at_is_no_failure(tmp_path, capsys):
    assert main(["form", written(tmp_path, spoilt(PLAN, "text", first=0))]) == 0
    assert "0 chỗ phải sửa, 1 chỗ nên xem lại" in capsys.readouterr().out


@pytest.mark.parametrize(("data", "said"), [(b"%PDF-1.7", "lưu thành .docx"), (b"PK\x03\x04", "bị hỏng")])
def test_a_file_that_cannot_be_opened(tmp_path, capsys, data, said):
    assert main(["form", written(tmp_path, data)]) == 1
    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path, capsys):
    assert main(["form", str(tmp_path / "không có.docx")]) == 1
    assert "Không mở được tệp" in capsys.readouterr().err


def test_it_starts_no_django(tmp_path):
    path = written(tmp_path, made(PLAN))
    code = (
        f"import sys; from quyen.cli import main; main(['form', {path!r}]); sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
