"""What is common to all units: a recommendation that every unit carries out; and the site's desk, which "own" looks after."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale, Page

from quyen.accounts.models import User
from quyen.organisation.models import Unit
from quyen.plans.models import Evidence, FollowUp, RecommendationTask, Task
from quyen.portal.models import Missed, Mistake, TextPage, Visit
from quyen.rights.models import (
    Doubt,
    Instrument,
    Provision,
    Recommendation,
    RecommendationIntake,
    RecommendationProvision,
    Review,
)
from quyen.sources.models import SourceFile
from tests.matrix.steps import TODAY


def make_recommendation() -> dict[str, Any]:
    """All may read its words; they hold no unit's."""
    text = Instrument.objects.create(code="ZMAT", kind="treaty", name_vi="Công ước thử", short_vi="Thử")
    one, two = (
        Provision.objects.create(instrument=text, kind="article", number=n, path=n, ordinal=int(n))
        for n in "12"
    )
    review = Review.objects.create(cycle=3, symbol="A/HRC/99/7", source="Tệp thử")
    asked = Recommendation.objects.create(
        review=review, printed="38.1", number="38.1", ordinal=1, states=["Chad"], status="supported",
        text_en="Train judges; build courts",
    )  # fmt: skip
    tie = RecommendationProvision.objects.create(recommendation=asked, provision=two, state="confirmed")
    doubt = Doubt.objects.create(
        review=review, recommendation=asked, kind="number", place="38.1", message="Số lạ"
    )
    assert one.path == "1"  # what the table ties it to
    return {"review": review, "asked": asked, "asked_article": tie, "doubt": doubt}


def carried_out(asked: Recommendation, task: Task, shown: Evidence) -> dict[str, Any]:
    """A unit's task carries it out, and its evidence shows it: only for those who read the unit's plan."""
    tie = RecommendationTask.objects.create(recommendation=asked, task=task, state="confirmed")
    said = FollowUp.objects.create(recommendation=asked, state="under_way", why="Đang làm", by_name="Bộ")
    said.evidence.add(shown)
    return {"asked_task": tie}


def site_desk(unit: Unit, word: str) -> dict[str, Any]:
    """One page in the unit's care; what a reader said of it, looked for in vain, and how often it was read."""
    locale, _made = Locale.objects.get_or_create(language_code="vi")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    root.add_child(instance=TextPage(title="Trang thử", slug="trang-thu", unit=unit, locale=locale))
    Missed.objects.create(mark=word, words=word, count=9, first_on=TODAY, last_on=TODAY)
    Visit.objects.create(path=f"/{word}/", language="vi", source="direct", number=5)
    return {"mistake": Mistake.objects.create(path="/tin/", words=f"Sai ở {word}")}


def review_file(keeper: User, word: str, file: SourceFile) -> RecommendationIntake:
    return RecommendationIntake.objects.create(name=f"{word}.txt", file=file, entered_by=keeper)
