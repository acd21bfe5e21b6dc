"""The press, a program of its own: reads one JSON object from standard input, writes a PDF to standard output.

It is started by path and knows nothing of the house, so that it starts fast. Its memory is given back and its limits
hold whatever it is given. The object: {"data": "...", "stamp": seconds, "fonts": folder, "megabytes": most, "layout":
file}; without "layout" that of official documents. It opens no file but those beside its layout and its fonts, and no
connection.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Literal

import typst

HERE = Path(__file__).resolve().parent
STANDARD: Literal["a-2a"] = "a-2a"  # PDF/A for archives, tagged for screen readers


def main() -> int:
    asked = json.load(sys.stdin.buffer)
    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (asked["megabytes"] << 20, hard))
    layout = Path(asked.get("layout") or HERE / "layout.typ")
    made = typst.compile(
        layout,
        root=layout.parent,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[asked["fonts"]]
        ),
        ignore_system_fonts=True,
        sys_inputs={"data": asked["data"]},
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=asked["stamp"],
    )
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
