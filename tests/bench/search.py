"""bin/bench search: the public search over 200,000 made documents, beside tantivy and bare PostgreSQL full text.

An installation of its own, empty, with one web process; its database is the embedded one as it comes. The documents are
made from a seed (tests/bench/search_material: prose of offices, rights pages and news), the same for all three:

- building: from the documents in memory until all of them can be found. tantivy 0.27 with two threads stores what is to be
  shown, as we do, and looks at letters without marks (`ascii_fold`); bare PostgreSQL copies them into a table with a
  generated `tsvector` (`simple` with `unaccent`) and makes a GIN index.
- how good the first ten are: 150 judged questions (judging.py says by which rules), nDCG@10. tantivy is asked for any
  of the words, title, labels and body, BM25; PostgreSQL for all of them, ranked by `ts_rank`, any where none has all.
- time: 1,000 different questions, half of them without marks, each asked once at the HTTP door, one after the other over
  one connection, page and all. Those of the other two are told without a bar, without a page.
- an update: from the change of an object until the door shows it, and from its deletion until it is gone.

    bin/bench search --documents 20000      a small trial
"""

from __future__ import annotations

import argparse
import gc
import http.client
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from quyen.core.text.folding import fold_loose
from tests.bench.bars import Bars
from tests.bench.search_material.grammar import ASPECTS, PLACES
from tests.bench.search_material.judging import Judge, by_kind, questions
from tests.bench.search_material.peers import BarePostgres, Tantivy
from tests.bench.search_material.prose import Made, documents
from tests.bench.search_material.subjects import SUBJECTS
from tests.recovery.installation import Installation

SLOW_PEER = 150  # questions that bare PostgreSQL is timed with
CHANGES = 12


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--documents", type=int, default=200_000)
    ask.add_argument("--questions", type=int, default=1_000)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="quyen-search-") as name:
        Path(name).chmod(0o755)
        site = Installation(Path(name) / "data", demo=False)
        site.folder.mkdir()
        os.environ["QUYEN_DATA"] = str(site.folder)
        os.environ.pop("DATABASE_URL", None)
        print(f"first start: {site.start():.0f} s", flush=True)
        bars = Bars()
        try:
            import django

            django.setup()
            _measure(bars, site.port, Path(name), given.documents, given.questions)
        finally:
            _let_go()
            site.stop()
    bars.done()


def _let_go() -> None:
    from django.db import connections

    connections.close_all()


def _measure(bars: Bars, port: int, folder: Path, number: int, asked: int) -> None:
    made = list(documents(number))
    words = sum(len(one.title.split()) + len(one.labels.split()) + len(one.body.split()) for one in made)
    print(f"{number:,} documents, {words / number:.0f} words each", flush=True)
    gc.collect()
    gc.freeze()
    peer, bare = Tantivy(folder / "tantivy"), BarePostgres()
    ours = _built(bars, made, peer, bare)
    _judged(bars, made, {"ours": ours, "tantivy": peer.find, "bare PostgreSQL": bare.find})
    _timed(bars, port, _questions(asked), peer, bare)
    _updates(bars, port)


# --- building -----------------------------------------------------------------------------------------


def _built(
    bars: Bars, made: list[Made], peer: Tantivy, bare: BarePostgres
) -> Callable[[str, int], list[int]]:
    from quyen.portal.actions.index import build
    from quyen.portal.queries.gathering.gathered import Gathered
    from quyen.portal.queries.search.page import found_entries

    rows = [
        Gathered(
            kind=one.kind, number=one.number, title=one.title, address=f"/tin/{one.number}/", language=one.language,
            labels=one.labels, body=one.body, audience=one.audience, year=one.year,
        )
        for one in made
    ]  # fmt: skip
    theirs = _seconds(lambda: peer.build(made))
    own = _seconds(lambda: build(rows))
    plain = _seconds(lambda: bare.build(made))
    for who, taken in (("tantivy", theirs), ("ours", own), ("bare PostgreSQL", plain)):
        print(f"built by {who}: {taken:.1f} s, {len(made) / taken:,.0f} documents/s", flush=True)
    bars.at_least("speed of building the index to that of tantivy", theirs / own, 0.5, "x")
    return lambda text, most: [row.number for row in found_entries(text, first=most)[1]]


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


# --- how good -----------------------------------------------------------------------------------------


def _judged(bars: Bars, made: list[Made], engines: dict[str, Callable[[str, int], list[int]]]) -> None:
    judge, told = Judge(made), {}
    for who, find in engines.items():
        scores = {one: judge.ndcg(one, find(one.text, 10)) for one in questions()}
        told[who] = statistics.mean(scores.values())
        kinds = ", ".join(f"{kind} {score:.3f}" for kind, score in by_kind(scores).items())
        print(f"nDCG@10 of {who}: {told[who]:.3f} ({kinds})", flush=True)
        if who == "ours":
            worst = sorted(scores, key=lambda one: scores[one])[:8]
            print("   our worst: " + "; ".join(f"{one.text} {scores[one]:.2f}" for one in worst), flush=True)
    bars.at_least("nDCG@10 of 150 judged questions less that of tantivy", told["ours"] - told["tantivy"], 0)


# --- time ---------------------------------------------------------------------------------------------


def _questions(number: int) -> list[str]:
    """Different ones: the judged, and made ones of a subject, perhaps an aspect and a place, or a single word; half of
    the made ones without marks."""
    chance = random.Random(19480)
    found = dict.fromkeys(one.text for one in questions())
    while len(found) < number:
        parts = [chance.choice(SUBJECTS[chance.choice(sorted(SUBJECTS))].names)]
        if chance.random() < 0.5:
            parts.append(chance.choice(ASPECTS[chance.choice(sorted(ASPECTS))].names))
        if chance.random() < 0.3:
            parts.append(chance.choice(PLACES))
        text = " ".join(parts)
        if chance.random() < 0.1:
            text = chance.choice(text.split())
        found[fold_loose(text) if chance.random() < 0.5 else text] = None
    return list(found)[:number]


def _timed(bars: Bars, port: int, asked: Sequence[str], peer: Tantivy, bare: BarePostgres) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for text in ("quyền", "tre em", "bao hiem"):
        _page(line, f"{text} khởi động")
    times = [_milliseconds(lambda: _page(line, text)) for text in asked]  # noqa: B023
    print(f"one search at the door: median {statistics.median(times):.1f} ms, p95 {_p95(times):.1f} ms, "
          f"longest {max(times):.0f} ms; slowest: {asked[times.index(max(times))]!r}", flush=True)  # fmt: skip
    again = [_milliseconds(lambda: _page(line, text)) for text in asked[:200]]  # noqa: B023
    print(f"the same page again, kept: median {statistics.median(again):.1f} ms", flush=True)
    for who, find, some in (("tantivy", peer.find, asked), ("bare PostgreSQL", bare.find, asked[::max(1, len(asked) // SLOW_PEER)])):  # fmt: skip
        held = [_milliseconds(lambda: find(text, 10)) for text in some]  # noqa: B023
        print(f"one search by {who}, without a page: median {statistics.median(held):.1f} ms, p95 {_p95(held):.1f} ms", flush=True)  # fmt: skip
    bars.at_most(f"a search at the HTTP door, p95 of {len(asked)}", _p95(times), 50, " ms")


def _page(line: http.client.HTTPConnection, text: str) -> str:
    line.request("GET", f"/tim/?q={quote(text)}")
    answer = line.getresponse()
    body = answer.read().decode()
    assert answer.status == 200, (answer.status, text, body[:300])
    assert answer.getheader("Set-Cookie") is None
    return body


def _milliseconds(work: Callable[[], Any]) -> float:
    return _seconds(work) * 1000


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[max(0, round(len(times) * 0.95) - 1)]


# --- updates ------------------------------------------------------------------------------------------


def _updates(bars: Bars, port: int) -> None:
    """An instrument comes, changes its name and goes, each time as the rights step does and tells it."""
    from django.db import transaction

    from quyen.rights.models import Instrument
    from quyen.rights.signals import text_changed

    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    seen, gone = [], []
    for at in range(CHANGES):
        first, second = f"qzvanban{'abcdefghijklmnop'[at]}xk", f"qzdoiten{'abcdefghijklmnop'[at]}xk"
        _page(line, first), _page(line, second)  # both are kept as found nowhere
        one = Instrument(code=f"X{at}", kind="law", name_vi=f"Luật {first}", short_vi=f"Luật {first}")
        for word in (first, second):
            one.name_vi = one.short_vi = f"Luật {word}"
            start = time.perf_counter()
            with transaction.atomic():
                one.save()
                transaction.on_commit(lambda: text_changed.send(Instrument, kind="instrument", pk=one.pk))  # noqa: B023
            seen.append(_until(line, word, True, start))
        pk, start = one.pk, time.perf_counter()
        one.delete()
        text_changed.send(Instrument, kind="instrument", pk=pk)
        gone.append(_until(line, second, False, start))
    print(f"seen after {statistics.median(seen):.2f} s, gone after {statistics.median(gone):.2f} s (medians)")
    bars.at_most(f"an update is found at the door, the longest of {len(seen)}", max(seen), 1, " s")
    bars.at_most(f"what was deleted is found no more, the longest of {len(gone)}", max(gone), 1, " s")


def _until(line: http.client.HTTPConnection, word: str, is_there: bool, start: float) -> float:
    while time.perf_counter() - start < 20:
        if (f"Luật <mark>{word}" in _page(line, word)) is is_there:
            return time.perf_counter() - start
        time.sleep(0.02)
    return 20.0


if __name__ == "__main__":
    main()
