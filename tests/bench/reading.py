"""bin/bench reading: how quick the reader is, beside libraries that only take the text.

Material: the shared public texts where they are, else made-up plans; the same set again as .docx and .pdf
(LibreOffice), and a made-up archive of 5,000 plans. Everything runs here, in one go, each part in a process
of its own. A rate is that of the quickest of some rounds: whatever else a machine does makes a round longer, nothing
makes it shorter (so Python's timeit says, too); the median is printed beside it. A machine that others share may be
slow for a minute, so the texts, whose bar is a rate and no ratio, are read once more between the other parts. A ratio
to a limit is the median over rounds in which ours and the other take turns, so that a machine that slows down slows
both.
"""

from __future__ import annotations

import argparse
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.bars import Bars, apart
from tests.factories.archive import plan_text

HOUSE = Path(__file__).resolve().parents[2]
TEXTS = HOUSE.parent / "shared" / "reading" / "documents"
TEN_PAGES = 20_000  # characters: ten pages of 2,000
ROUNDS = 11


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--archive", type=int, default=5000, help="documents in the made-up archive")
    arguments = ask.parse_args()
    bars = Bars()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        texts = _texts(place / "txt")
        visits = [_least(read_all, texts)]
        words = _converted(texts, place / "docx", "docx:MS Word 2007 XML")
        visits.append(_least(read_all, texts))
        _docx_bars(bars, words)
        visits.append(_least(read_all, texts))
        _pdf_bars(bars, _converted(texts, place / "pdf", "pdf"))
        visits.append(_least(read_all, texts))
        _archive_bars(bars, place / "archive", arguments.archive)
        visits.append(_least(read_all, texts))
        _text_bar(bars, texts, min(visits))
    bars.done()


def _texts(folder: Path) -> list[Path]:
    folder.mkdir(parents=True)
    if TEXTS.is_dir():
        return [Path(shutil.copy(path, folder)) for path in sorted(TEXTS.glob("*.txt"))]
    for seed in range(26):
        (folder / f"plan-{seed:02}.txt").write_text(plan_text(seed), encoding="utf-8")
    return sorted(folder.glob("*.txt"))


def _converted(texts: list[Path], folder: Path, form: str) -> list[Path]:
    folder.mkdir()
    if not shutil.which("soffice"):
        sys.exit("bench reading: cần LibreOffice để làm .docx và .pdf: apt install libreoffice-writer")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/.profile", "--headless", "--infilter=Text (encoded):UTF8,LF,,,",
         "--convert-to", form, "--outdir", str(folder), *map(str, texts)], check=True, capture_output=True,
    )  # fmt: skip
    return sorted(path for path in folder.iterdir() if path.is_file())


# --- what runs in processes of its own --------------------------------------------------------------


def read_all(paths: list[Path], rounds: int, warm: int = 1) -> list[float]:
    """Seconds of each round over all files; those that warm up are left out."""
    from quyen.core.reading import read
    from quyen.core.reading.record import to_record

    return _timed(lambda path: to_record(read(path.read_bytes(), path.name)), paths, rounds, warm)


def python_docx_only(paths: list[Path], rounds: int, warm: int = 1) -> list[float]:
    from docx import Document

    def text(path: Path) -> str:
        document = Document(io.BytesIO(path.read_bytes()))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([p.text for p in document.paragraphs] + cells)

    return _timed(text, paths, rounds, warm)


def markitdown_only(paths: list[Path], rounds: int, warm: int = 1) -> list[float]:
    from markitdown import MarkItDown

    converter = MarkItDown(enable_plugins=False)
    return _timed(lambda path: converter.convert(str(path)).text_content, paths, rounds, warm)


def pypdfium2_only(paths: list[Path], rounds: int, warm: int = 1) -> list[float]:
    import pypdfium2

    def text(path: Path) -> str:
        book = pypdfium2.PdfDocument(path.read_bytes())
        return "\n".join(page.get_textpage().get_text_range() for page in book)

    return _timed(text, paths, rounds, warm)


def _timed(work, paths: list[Path], rounds: int, warm: int) -> list[float]:  # type: ignore[no-untyped-def]
    seconds = []
    for _ in range(rounds + warm):
        start = time.perf_counter()
        for path in paths:
            work(path)
        seconds.append(time.perf_counter() - start)
    return seconds[warm:]


OTHERS = {"python-docx": python_docx_only, "pypdfium2": pypdfium2_only}


def in_turns(other: str, paths: list[Path], rounds: int) -> list[float]:
    """Our seconds over the other's, in rounds that take turns; a round first warms both up."""
    ratios = []
    for _ in range(rounds):
        ours, theirs = read_all(paths, 1, warm=0), OTHERS[other](paths, 1, warm=0)
        ratios.append(ours[0] / theirs[0])
    return ratios[1:]


def read_archive(folder: Path, out: Path, jobs: int) -> int:
    """`bin/quyen read FOLDER --json OUT --jobs N`, in this process and its children."""
    from quyen.core.reading.batch import read_many

    return read_many([folder], out, jobs=jobs)


def peak_over(folder: Path, count: int) -> int:
    """Reads `count` files one after the other; the caller looks at the peak of this process."""
    from quyen.core.reading import read
    from quyen.core.reading.record import to_record

    for path in sorted(folder.glob("*.txt"))[:count]:
        to_record(read(path.read_bytes(), path.name))
    return count


# --- bars ---------------------------------------------------------------------------------------------


def _least(work, paths: list[Path], rounds: int = ROUNDS) -> float:  # type: ignore[no-untyped-def]
    _seconds, peak, times = apart(work, paths, rounds)
    least, middle = min(times), statistics.median(times)
    size = sum(path.stat().st_size for path in paths) / 1e6
    print(
        f"{work.__name__:18s} {paths[0].suffix:6s} {len(paths) / least:8.1f} documents/s {size / least:7.2f} MB/s"
        f"  (median {len(paths) / middle:.1f} documents/s)  peak {peak} MiB"
    )
    return least


def _text_bar(bars: Bars, texts: list[Path], seconds: float) -> None:
    characters = sum(len(path.read_text(encoding="utf-8")) for path in texts)
    bars.at_least("text, ten-page plans a second on one core", characters / TEN_PAGES / seconds, 100)


def _docx_bars(bars: Bars, words: list[Path]) -> None:
    ours = _least(read_all, words)
    _least(python_docx_only, words)
    peer = _least(markitdown_only, words, rounds=1)
    bars.at_most("docx, our time over python-docx's", _ratio("python-docx", words), 2, "x")
    bars.at_least("docx, markitdown's time over ours", peer / ours, 10, "x")


def _pdf_bars(bars: Bars, books: list[Path]) -> None:
    _least(read_all, books)
    _least(pypdfium2_only, books)
    bars.at_most("pdf, our time over pypdfium2's", _ratio("pypdfium2", books), 3, "x")


def _ratio(other: str, paths: list[Path]) -> float:
    _seconds, _peak, ratios = apart(in_turns, other, paths, ROUNDS + 1)
    print(f"in turns with {other}: {min(ratios):.2f} to {max(ratios):.2f} times its time")
    return statistics.median(ratios)


def _archive_bars(bars: Bars, folder: Path, count: int) -> None:
    folder.mkdir()
    for seed in range(count):
        (folder / f"{seed:05}.txt").write_text(plan_text(seed), encoding="utf-8")
    _s, small, _n = apart(peak_over, folder, count // 10)
    _s, large, _n = apart(peak_over, folder, count)
    bars.at_most(f"memory after {count} documents over memory after {count // 10}", large / small, 1.1, "x")
    one, _peak, _code = apart(read_archive, folder, folder.parent / "out1", 1)
    two, _peak, _code = apart(read_archive, folder, folder.parent / "out2", 2)
    print(f"archive of {count}: {count / one:.1f} documents/s with one process, {count / two:.1f} with two")
    bars.at_least("archive, one process's time over two's", one / two, 1.8, "x")


if __name__ == "__main__":
    main()
