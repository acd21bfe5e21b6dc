"""Concluding observations of the treaty bodies: each paragraph that asks something, with just the words that ask."""

from __future__ import annotations

import re
import textwrap
from time import process_time

import pytest

from quyen.core.reading.formats import open_document
from quyen.core.recommendations import Report, Status, find_recommendations
from tests.core.recommendations.bodies import BODIES, CEDAW_NEW, LATER

ALL = BODIES | LATER
BAR = 0.98
_NUMBER = re.compile(r"(?m)^\(?(\d{1,3})[.)]\s")
_PAGE = re.compile(r"(?m)^(?:CEDAW/C\S+|\d+/\d+|\d\d-\d{5})\n?")


def read(text: str) -> Report:
    plain = text.replace("«", "").replace("»", "")
    return find_recommendations(open_document(plain.encode(), "observations.txt"))


def wanted(text: str) -> dict[str, str]:
    """What is marked, by the number of its paragraph: numbers only rise, so "No.\\n19. The" is none."""
    rising: list[tuple[int, str]] = []
    for found in _NUMBER.finditer(text):
        if not rising or int(found[1]) > int(rising[-1][1]):
            rising.append((found.start(), found[1]))
    asked: dict[str, str] = {}
    for marked in re.finditer(r"«([^»]*)»", text):
        number = [one for at, one in rising if at <= marked.start()][-1]
        asked[number] = even(marked[1])
    return asked


def even(words: str) -> str:
    joined = re.sub(r"(?<=[a-z]-)\n", "", _PAGE.sub("", words))
    return re.sub(r"\s+", " ", joined).strip().rstrip(".;")


def as_printed(text: str) -> str:
    """Lines of a narrow column, with a head and a foot on each page."""
    lines = [
        part for line in text.split("\n") for part in textwrap.wrap(line, 66, break_on_hyphens=False) or [""]
    ]
    pages = ["\n".join(lines[at : at + 30]) for at in range(0, len(lines), 30)]
    feet = (f"\n{page + 2}/19\n23-04511\nCEDAW/C/RUR/CO/8\n" for page in range(len(pages)))
    return "".join(page + foot for page, foot in zip(pages, feet, strict=True))


@pytest.mark.parametrize("layout", [str, as_printed])
def test_what_the_committees_ask_is_found_in_all_their_layouts(layout) -> None:
    found, exact, total, more = 0, 0, 0, []
    for name, text in ALL.items():
        asked = wanted(text)
        items = {item.number: even(item.text) for item in read(layout(text)).items}
        total += len(asked)
        found += len(asked.keys() & items.keys())
        exact += sum(items.get(number) == words for number, words in asked.items())
        more += [f"{name} {number}" for number in items.keys() - asked.keys()]
    assert total >= 65 and found >= BAR * total and exact >= BAR * total, (found, exact, total)
    assert not more, "praise and concern ask for nothing"


def test_a_paragraph_tells_no_state_and_no_answer() -> None:
    report = read(CEDAW_NEW)
    assert {item.status for item in report.items} == {Status.UNCLEAR} and not any(
        one.states for one in report.items
    )
    assert [item.number for item in report.items] == [item.paragraph for item in report.items]
    assert "(c) Abolish the practice of conciliation" in report.items[2].text
    assert not any("Temporary special measures" in item.text for item in report.items), "headings are of none"


def test_hostile_observations_take_linear_time() -> None:
    head = "CEDAW/C/RUR/CO/8\nConcluding observations on Ruritania, a State party\n"
    for scrap in (
        "1. It, it, it, the Committee, ",
        "the State party, ",
        "12.\n",
        "(3) The Committee and also ",
    ):
        began = process_time()
        read(head + scrap * (60_000 // len(scrap)))
        assert process_time() - began < 3, scrap
