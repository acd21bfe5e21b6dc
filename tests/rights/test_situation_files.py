"""Every shipped page: its shape, its marks, its length, its citations, and the same blocks in all languages."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest

from quyen.core.text.folding import fold_loose
from quyen.rights.actions.situation_loading import Shipped, shipped_pages
from quyen.rights.queries.situation_blocks import cites_in, same_frame
from quyen.rights.queries.situation_words import DATA, groups, words_of

PAGES = {(page.slug, page.language): page for page in shipped_pages()}  # refuses what is no page
SENTENCE = re.compile(r"[.!?;:]\s|[.!?]$")
KHMER = re.compile(r"[\u1780-\u17ff]")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỹ]+")
LEAST = 30  # situations
ANYWHERE = {"QH", "LGBT", "VssID", "UNHCR", "HIV", "ICCPR", "Facebook", "Zalo", "VNeID", "IUCN", "OTP"}


def texts(page: Shipped) -> Iterator[str]:
    yield from (page.written.title, page.written.lede, *page.written.asked)
    for block in page.written.body:
        yield from (block[name] for name in ("text", "answer", "hours") if block.get(name))


def prose(page: Shipped) -> Iterator[str]:
    yield page.written.lede
    for block in page.written.body:
        if block["kind"] != "heading":
            yield from (block[name] for name in ("text", "answer") if block.get(name))


def test_there_are_enough_pages_each_in_three_languages() -> None:
    vietnamese = {slug for slug, language in PAGES if language == "vi"}
    assert len(vietnamese) >= LEAST
    assert {slug for slug, language in PAGES if language == "en"} == vietnamese
    assert {slug for slug, language in PAGES if language == "km"} == vietnamese


@pytest.mark.parametrize("language", ["vi", "en", "km"])
def test_pages_are_well_written(language: str) -> None:
    faults = []
    for (slug, written_in), page in PAGES.items():
        if written_in == language:
            faults += [f"{slug}.{language}: {fault}" for fault in _faults(page)]
    assert not faults, "\n".join(faults)


def _faults(page: Shipped) -> Iterator[str]:
    for text in texts(page):
        if text != unicodedata.normalize("NFC", text) or "  " in text or "\u200b" in text or not text.strip():
            yield f"not as it is kept: {text[:60]!r}"
        if re.search(r"[\u0300-\u036f]", text):
            yield f"a loose mark: {text[:60]!r}"
    kinds = {block["kind"] for block in page.written.body}
    if missing := {"heading", "right", "step", "law", "question", "call", "note"} - kinds:
        yield f"has no {sorted(missing)}"
    if page.language != "km":  # Khmer parts no words
        yield from _too_long(page)
    if page.language == "km":
        yield from _not_khmer(page)
    yield from _asked(page)


def _too_long(page: Shipped) -> Iterator[str]:
    """Short sentences: at most 45 syllables each in Vietnamese (35 words in English), and half of that on average."""
    most = 45 if page.language == "vi" else 38
    lengths = [len(one.split()) for text in prose(page) for one in SENTENCE.split(text) if one.strip()]
    if max(lengths) > most:
        longest = max(
            (one for text in prose(page) for one in SENTENCE.split(text)), key=lambda one: len(one.split())
        )
        yield f"a sentence of {max(lengths)}: {longest[:80]}"
    if sum(lengths) / len(lengths) > most / 2:
        yield f"sentences of {sum(lengths) / len(lengths):.0f} on average"
    if not 1 <= len([one for one in SENTENCE.split(page.written.lede) if one.strip()]) <= 4:
        yield "an answer of more than three sentences"


def _not_khmer(page: Shipped) -> Iterator[str]:
    for text in texts(page):
        if text not in page.written.asked and not KHMER.search(text):
            yield f"not Khmer: {text[:60]}"
        if strange := [word for word in LATIN_WORD.findall(text) if word not in ANYWHERE]:
            yield f"not Khmer: {strange}"


def _asked(page: Shipped) -> Iterator[str]:
    asked = page.written.asked
    least = {"vi": 8, "en": 6, "km": 4}[page.language]
    if len(asked) < least:
        yield f"asked {len(asked)} times only"
    if page.language == "vi" and not (
        any(one == fold_loose(one) for one in asked) and any(one != fold_loose(one) for one in asked)
    ):
        yield "asked with and without marks"


def test_languages_of_a_page_have_the_same_blocks() -> None:
    for (slug, language), page in PAGES.items():
        assert same_frame(PAGES[slug, "vi"].written.body, page.written.body), f"{slug}.{language}"
        assert page.written.machine_drafted == (language != "vi"), f"{slug}.{language}"


def test_languages_of_a_page_say_the_same_numbers_and_hours() -> None:
    """Days, ages, shares, articles and hotlines: a number that one language has wrong harms its reader."""
    faults = []
    for (slug, language), page in PAGES.items():
        source = PAGES[slug, "vi"].written
        pairs = [
            ({"text": source.lede}, {"text": page.written.lede}),
            *zip(source.body, page.written.body, strict=True),
        ]
        for place, (one, other) in enumerate(pairs):
            if numbers_in(one) != numbers_in(other) or bool(one.get("hours")) != bool(other.get("hours")):
                faults.append(f"{slug}.{language} block {place}: {numbers_in(one)} {numbers_in(other)}")
    assert not faults, "\n".join(faults)


# "1/7/2026" is "1 July 2026" elsewhere, "8/2022" "August 2022", "22 giờ" "22:00"
DATE, MONTH, FULL_HOUR = (
    re.compile(r"(\d{1,2})/\d{1,2}/(\d{4})"),
    re.compile(r"\d{1,3}/(\d{4})(?:/QH\d+)?"),
    ":00",
)


def numbers_in(block: Mapping[str, object]) -> list[str]:
    said = f"{block.get('text', '')} {block.get('answer', '')}".replace(FULL_HOUR, "")
    return sorted(set(re.findall(r"\d+", MONTH.sub(r"\1", DATE.sub(r"\1 \2", said)))))


def test_pages_name_groups_topics_and_pages_that_there_are() -> None:
    topics = {row["slug"] for row in json.loads((DATA / "topics.json").read_text(encoding="utf-8"))}
    slugs = {slug for slug, _language in PAGES}
    for (slug, language), page in PAGES.items():
        if language != "vi":
            continue
        assert page.frame["group"] in {group.slug for group in groups("vi")}, slug
        assert page.frame["topics"] and set(page.frame["topics"]) <= topics, slug
        assert page.frame["related"] and set(page.frame["related"]) <= slugs - {slug}, slug
    positions = [page.frame["position"] for (_slug, language), page in PAGES.items() if language == "vi"]
    assert len(set(positions)) == len(positions)
    used = {page.frame["group"] for (_slug, language), page in PAGES.items() if language == "vi"}
    assert used == {group.slug for group in groups("vi")} or len(used) < LEAST


def test_words_and_names_are_there_in_all_three_languages() -> None:
    for row in json.loads((DATA / "topics.json").read_text(encoding="utf-8")):
        assert all(row[language].strip() for language in ("vi", "en", "km")) and KHMER.search(row["km"]), row
    for language in ("vi", "en", "km"):
        assert set(words_of("vi")) <= set(words_of(language))
        assert all(group.name and group.hint for group in groups(language))
    assert not [one for one, other in pairwise(sorted(group.slug for group in groups("vi"))) if one == other]


# how many clauses an article of the Constitution has; of the treaties test_texts.py asks the texts themselves
CLAUSES = {
    5: 4, 7: 2, 14: 2, 15: 4, 16: 2, 17: 3, 18: 2, 20: 3, 21: 2, 22: 3, 24: 3, 26: 3, 28: 2, 30: 3, 31: 5, 32: 3, 34: 0,
    35: 3, 36: 2, 37: 3, 38: 2, 54: 4, 61: 3,
}  # fmt: skip


def test_every_citation_of_every_page_resolves() -> None:
    """In each language: its instrument ships, its article is in the structure, and a clause is not beyond the last."""
    known, codes = _structure(), _codes()
    faults, seen = set(), 0
    for (slug, language), page in PAGES.items():
        for cite in cites_in(page.written.body):
            seen += 1
            clause = cite.path.split(".")[1] if "." in cite.path else ""
            if cite.code not in codes or cite.whole not in known:
                faults.add(f"{slug}.{language}: {cite} is not there")
            if cite.code == "HP2013" and clause and int(clause) > CLAUSES.get(int(cite.article), 0):
                faults.add(f"{slug}.{language}: {cite} has no such clause")
    assert not faults, "\n".join(sorted(faults))
    assert seen > 1_500 and len(PAGES) == 3 * len({slug for slug, _language in PAGES})


def _codes() -> set[str]:
    rows = json.loads((DATA / "instruments.json").read_text(encoding="utf-8"))
    return {row["code"] for row in rows}


def _structure() -> set[str]:
    """ "ICCPR 9" of every article in data/articles."""
    found: set[str] = set()
    for path in (DATA / "articles").glob("*.tsv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t")
            found |= {f"{path.stem} {row['number']}" for row in rows if row["kind"] == "article"}
    return found
