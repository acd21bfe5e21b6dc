"""The reviews of Việt Nam that come with the programme, and the three recommendations that it set out to carry out.

Only what is known stands there: our own short words, the number, the answer. The wording comes with the report.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.rights.actions.recommendations import answered
from quyen.rights.enums import Answer
from quyen.rights.models import Recommendation, Review, Topic

DATA = Path(__file__).resolve().parents[1] / "data" / "recommendations.json"
_OURS = ("called", "subject_vi", "subject_en")


@transaction.atomic
def load_recommendations() -> int:
    """Adds what is missing and brings our own words in step; returns how many recommendations came. What a person
    corrected, or a report brought, is left alone. Four queries where nothing is new."""
    given = json.loads(DATA.read_text(encoding="utf-8"))["reviews"]
    held = list(Review.objects.filter(state__in={one["state"] for one in given}))
    rows = Recommendation.objects.filter(review__in=held, part_of=None).exclude(printed="")
    known = {(row.review_id, row.printed): row for row in rows}
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    return sum(_load(one, held, known, topics) for one in given)


def _load(
    given: dict[str, Any], held: list[Review], known: dict[tuple[int, str], Recommendation], topics: dict[str, Topic]
) -> int:  # fmt: skip
    review = next((one for one in held if _is(one, given)), None) or _made(given)
    new = 0
    for one in given["recommendations"]:
        row = known.get((review.pk, one["printed"]))
        if row is None:
            _add(review, one, topics)
            new += 1
        elif not row.in_programme or any(
            name not in row.kept and getattr(row, name) != one[name] for name in _OURS
        ):
            for name in _OURS:
                setattr(row, name, getattr(row, name) if name in row.kept else one[name])
            row.in_programme = True
            row.save(update_fields=[*_OURS, "in_programme"])
    return new


def _is(review: Review, given: dict[str, Any]) -> bool:
    if given["symbol"] and review.symbol == given["symbol"]:
        return True
    return (review.body, review.state, review.cycle) == (given["body"], given["state"], given["cycle"])


def _made(given: dict[str, Any]) -> Review:
    names = ("state", "body", "cycle", "symbol", "stated", "stated_supported", "source", "note")
    days = {
        name: date.fromisoformat(given[name]) if given[name] else None
        for name in ("adopted_on", "outcome_on")
    }
    made = Review.objects.create(published=True, **{name: given[name] for name in names}, **days)
    record(
        [
            entry(
                actor=None, verb=Verb.CREATE, subject=made, after={"symbol": made.symbol, "cycle": made.cycle}
            )
        ]
    )
    return made


def _add(review: Review, given: dict[str, Any], topics: dict[str, Topic]) -> None:
    row = Recommendation.objects.create(
        review=review, printed=given["printed"], number=given["printed"], ordinal=given["ordinal"],
        paragraph=given["printed"].partition(".")[0], status=Answer.SUPPORTED, in_programme=True,
        **{name: given[name] for name in _OURS},
    )  # fmt: skip
    row.topics.set(topics[slug] for slug in given["topics"] if slug in topics)
    answered(None, [row], review.source)
