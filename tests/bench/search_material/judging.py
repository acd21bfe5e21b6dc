"""How good a list of finds is: 150 questions, and rules that say from the meaning of a document how far it answers.

Every made document knows what it is about (`prose.Made`): a subject, one aspect of it, whose it is. A question names a subject
and perhaps an aspect, an office, a place. Written down before any engine was run, the rules look at nothing else, least of all
at words:

  3  about the subject asked for, and all else that is named fits (the aspect, the office, the place)
  2  about the subject, but something else that is named does not fit
  1  about a subject close to it (`Subject.near`), or names the subject in passing
  0  anything else

Of a question that names no subject, only whose documents: 3 where office and place fit, 1 where one of the two does.

nDCG@10: gains 2^grade - 1, discounted by log2(rank + 1), over that of the ten best documents there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from tests.bench.search_material.prose import Made
from tests.bench.search_material.subjects import SUBJECTS

AT = 10


@dataclass(frozen=True)
class Question:
    kind: str
    text: str
    subject: str = ""
    aspect: str = ""
    office: str = ""
    place: str = ""


def questions() -> list[Question]:
    lines = Path(__file__).with_name("judged.txt").read_text(encoding="utf-8").splitlines()
    parts = (
        [part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")
    )
    found = [Question(*one) for one in parts]
    unknown = {one.subject for one in found} - set(SUBJECTS) - {""}
    assert not unknown, unknown
    return found


def grade(question: Question, made: Made) -> int:
    fits = [
        getattr(made, name) == wanted
        for name in ("aspect", "office", "place")
        if (wanted := getattr(question, name))
    ]
    if not question.subject:
        return 3 if all(fits) else 1 if any(fits) else 0
    if made.subject == question.subject:
        return 3 if all(fits) else 2
    near = made.subject in SUBJECTS[question.subject].near or made.names == question.subject
    return 1 if near else 0


class Judge:
    """Knows all documents."""

    def __init__(self, documents: Sequence[Made]) -> None:
        self.documents = {made.number: made for made in documents}
        self.best: dict[Question, float] = {}

    def ndcg(self, question: Question, numbers: Sequence[int]) -> float:
        gains = [grade(question, self.documents[number]) for number in numbers[:AT]]
        if question not in self.best:
            grades = sorted((grade(question, made) for made in self.documents.values()), reverse=True)
            self.best[question] = _gain(grades[:AT])
        return _gain(gains) / self.best[question]


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades))


def by_kind(scores: Mapping[Question, float]) -> dict[str, float]:
    told: dict[str, list[float]] = defaultdict(list)
    for question, score in scores.items():
        told[question.kind].append(score)
    return {kind: sum(held) / len(held) for kind, held in told.items()}
