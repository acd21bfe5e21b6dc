"""bin/bench matching: sixty plans held against one above them, beside the standard library's own comparer of texts.

Material: a made-up family (tests.core.matching.families) with every item eight times over in words of its own,
some two hundred items a plan. The peer, `difflib.SequenceMatcher`, only takes the ratio of each pair's words
and decides nothing; it is printed for comparison, from a tenth of the pairs.
"""

from __future__ import annotations

import time
from difflib import SequenceMatcher

from quyen.core.matching import coverage
from tests.bench.bars import Bars
from tests.core.matching.families import CHILDREN
from tests.core.matching.growing import child, parent

LISTS = ("targets", "tasks", "audiences", "topics")


def main() -> None:
    bars = Bars()
    above = _long(parent(CHILDREN), 8)
    below = {str(seed): _long(child(CHILDREN, seed)[0], 8) for seed in range(60)}
    _timed(above, {"0": below["0"]})  # warms the memos up
    three, sixty = _timed(above, dict(list(below.items())[:3])), _timed(above, below)
    peer = _difflib(above, below["0"]) * 60
    print(f"sixty plans: {sixty:.2f} s; difflib's ratios of the same pairs: {peer:.1f} s")
    bars.at_most("sixty plans against one above them", sixty, 10, " s")
    bars.at_most("time of sixty plans over twenty times that of three", sixty / (20 * three), 1.3, "x")
    bars.done()


def _timed(above: dict, below: dict) -> float:
    start = time.perf_counter()
    coverage("a", above, below)
    return time.perf_counter() - start


def _difflib(above: dict, below: dict) -> float:
    """Seconds for every pair of items of one kind, from a tenth of them."""
    pairs = [
        (one["text"].split(), two["text"].split())
        for name in LISTS
        for one in above.get(name, ())
        for two in below.get(name, ())
    ][::10]
    start = time.perf_counter()
    for one, two in pairs:
        SequenceMatcher(None, one, two, autojunk=False).ratio()
    return (time.perf_counter() - start) * 10


def _long(record: dict, times: int) -> dict:
    """The record's items several times over, each wording made its own by a number word of its part."""
    parts = ["thuộc phần một", "thuộc phần hai", "thuộc phần ba", "thuộc phần tư", "thuộc phần năm",
             "thuộc phần sáu", "thuộc phần bảy", "thuộc phần tám"]  # fmt: skip
    made: dict = {"text": ""}
    for name, items in record.items():
        if isinstance(items, list):
            made[name] = [
                item | {"text": f"{item['text']} {part}"} for part in parts[:times] for item in items
            ]
            made["text"] += "\n".join(item["text"] for item in made[name]) + "\n"
    return made


if __name__ == "__main__":
    main()
