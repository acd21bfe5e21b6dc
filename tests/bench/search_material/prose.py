"""Varied Vietnamese prose of offices, rights pages and news, made from a seed: as many documents as one likes.

Each document is about one subject and tells one aspect of it; a third name another subject in passing. Common sentences
come often and rare ones seldom (Zipf), with names, places, days and figures of their own, so that words are as unevenly
spread as in real text: "quyền" stands nearly everywhere, the name of a ward in a few.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from tests.bench.search_material import grammar as g
from tests.bench.search_material.subjects import SUBJECTS

_ZIPF = list(accumulate(1 / (place + 1) ** 0.7 for place in range(len(g.COMMON))))


@dataclass(frozen=True)
class Made:
    """One document, and what it means: `subject`, `aspect`, the subject it `names` in passing ("" for none), and whose it
    is: `office` of `place`."""

    number: int
    kind: str
    language: str
    audience: str
    unit: str
    year: int
    title: str
    labels: str
    body: str
    subject: str
    aspect: str
    names: str
    office: str
    place: str


def documents(number: int, seed: int = 1948) -> Iterator[Made]:
    chance = random.Random(seed)
    keys, aspects = sorted(SUBJECTS), sorted(g.ASPECTS)
    for at in range(number):
        yield _one(chance, at, chance.choice(keys), chance.choice(aspects), keys)


def _one(chance: random.Random, at: int, key: str, aspect_key: str, keys: list[str]) -> Made:
    subject, aspect = SUBJECTS[key], g.ASPECTS[aspect_key]
    kind, place = chance.choice(g.KINDS), chance.choice(g.PLACES)
    words = _slots(chance, place)
    named = chance.choice(subject.names)
    title = chance.choice(g.TITLES[kind]).format(subject=named, aspect=chance.choice(aspect.names), **words)
    sentences = [
        *chance.sample(subject.sentences, min(len(subject.sentences), chance.randint(1, 3))),
        *chance.sample(aspect.sentences, chance.randint(1, 2)),
    ]
    passing = chance.choice(keys) if chance.random() < 0.35 else ""
    if passing:
        sentences.append(f"Buổi làm việc cũng nhắc tới {chance.choice(SUBJECTS[passing].names)}.")
    if chance.random() < 0.7:
        sentences.append(f"Nội dung về {chance.choice(subject.names)} được nêu cụ thể.")
    for _ in range(chance.randint(2, 9)):
        line = g.COMMON[bisect(_ZIPF, chance.random() * _ZIPF[-1])]
        sentences.append(line.format(**_slots(chance, place)) if "{" in line else line)
    chance.shuffle(sentences)
    office = "Ủy ban nhân dân" if chance.random() < 0.2 else words["office"]
    unit = f"{office} {place}" if office.startswith("Ủy") else f"Sở {office} {place}"
    return Made(
        at + 1, kind, chance.choice(g.LANGUAGES), chance.choice(g.AUDIENCES), unit, words["year"],
        title[0].upper() + title[1:], "; ".join((*subject.labels, *aspect.labels, unit)), " ".join(sentences), key,
        aspect_key, passing, office, place,
    )  # fmt: skip


def _slots(chance: random.Random, place: str) -> dict:
    draw = chance.random
    return {
        "place": place,
        "ward": f"xã {g.FIRST[int(draw() * len(g.FIRST))]} {g.LAST[int(draw() * len(g.LAST))]}",
        "office": g.OFFICES[int(draw() * len(g.OFFICES))],
        "person": f"{g.FAMILY[int(draw() * len(g.FAMILY))]} {g.GIVEN[int(draw() * len(g.GIVEN))]}",
        "crop": g.CROPS[int(draw() * len(g.CROPS))],
        "school": g.SCHOOLS[int(draw() * len(g.SCHOOLS))],
        "day": 1 + int(draw() * 28),
        "month": 1 + int(draw() * 12),
        "year": 2023 + int(draw() * 6),
        "number": 12 + int(draw() * 900),
        "percent": 50 + int(draw() * 50),
        "phone": f"02{int(draw() * 10)} {int(draw() * 10**7):07d}",
    }
