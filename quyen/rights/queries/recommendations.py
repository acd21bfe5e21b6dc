"""What the screens of recommendations show, and what the public and the steps above read of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.recommendations import parts_of
from quyen.rights.enums import Answer, DoubtState, FollowUpState, TieState
from quyen.rights.models import (
    AnswerChange,
    Doubt,
    Recommendation,
    RecommendationIntake,
    RecommendationProvision,
    Review,
    Topic,
)
from quyen.rights.signals import Panel, follow_up_asked

A_PAGE = 50
FIRST = "de-an"  # the review's place in an address: those that the programme set out to carry out


@dataclass(frozen=True)
class Asked:
    """What narrows the list; "" and None: nothing. `review`: a row's number, or FIRST."""

    review: str = ""
    status: str = ""
    topic: str = ""
    follow_up: str = ""
    words: str = ""
    page: int = 1

    @property
    def is_set(self) -> bool:
        return bool(self.review or self.status or self.topic or self.follow_up or self.words)


@dataclass(frozen=True)
class ReviewLine:
    review: Review
    total: int
    supported: int
    doubts: int


@dataclass(frozen=True)
class RecommendationList:
    """`states` counts all that is found by how far it is carried out."""

    asked: Asked
    reviews: tuple[ReviewLine, ...]
    rows: tuple[Recommendation, ...]
    found: int
    pages: int
    topics: tuple[Topic, ...]
    states: tuple[tuple[str, str, int], ...]


def recommendation_list(asked: Asked) -> RecommendationList:
    """Seven queries."""
    rows = _found(asked)
    counts = Counter(dict(rows.order_by().values_list("follow_up").annotate(Count("pk", distinct=True))))
    total = sum(counts.values())
    pages = max(1, -(-total // A_PAGE))
    page = min(max(1, asked.page), pages)
    shown = rows.select_related("review").prefetch_related("topics").distinct()
    return RecommendationList(
        asked, tuple(review_lines()), tuple(shown[(page - 1) * A_PAGE : page * A_PAGE]), total, pages,
        tuple(Topic.objects.filter(recommendations__in=Recommendation.objects.standing()).distinct()),
        tuple((value, str(label), counts[value]) for value, label in FollowUpState.choices),
    )  # fmt: skip


def _found(asked: Asked) -> QuerySet[Recommendation]:
    rows = Recommendation.objects.standing()
    if asked.review == FIRST:
        rows = rows.filter(in_programme=True)
    elif asked.review:
        rows = rows.filter(review=int(asked.review))
    if asked.status:
        rows = rows.filter(status=asked.status)
    if asked.follow_up:
        rows = rows.filter(follow_up=asked.follow_up)
    if asked.topic:
        rows = rows.filter(topics__slug=asked.topic)
    if asked.words:
        said = Q(states__icontains=asked.words) | Q(number__startswith=asked.words) | Q(called=asked.words)
        for name in ("text_en", "text_vi", "subject_vi", "subject_en"):
            said |= Q(**{f"{name}__icontains": asked.words})
        rows = rows.filter(said)
    return rows


def review_lines() -> list[ReviewLine]:
    """All reviews with what is here of each: two queries."""
    rows = Review.objects.annotate(
        total=Count("recommendations", filter=Q(recommendations__is_split=False)),
        supported=Count(
            "recommendations",
            filter=Q(
                recommendations__is_split=False,
                recommendations__status__in=[Answer.SUPPORTED, Answer.IMPLEMENTED],
            ),
        ),
    )
    doubts = (
        Doubt.objects.filter(state=DoubtState.OPEN).order_by().values_list("review").annotate(Count("pk"))
    )
    open_ones = dict(doubts)
    rows = rows.order_by(
        F("adopted_on").desc(nulls_last=True), "-pk"
    )  # a query that counts has no order of its own
    return [ReviewLine(row, row.total, row.supported, open_ones.get(row.pk, 0)) for row in rows]


# --- one recommendation --------------------------------------------------------------------------


@dataclass(frozen=True)
class RecommendationPage:
    """`panels`: what the steps above add. `near`: the one before and the one after."""

    row: Recommendation
    doubts: tuple[Doubt, ...]
    ties: tuple[RecommendationProvision, ...]
    answers: tuple[AnswerChange, ...]
    parts: tuple[Recommendation, ...]
    topics: tuple[Topic, ...]
    near: tuple[Recommendation | None, Recommendation | None]
    panels: tuple[Panel, ...]

    @property
    def open_doubts(self) -> int:
        return sum(doubt.state == DoubtState.OPEN for doubt in self.doubts)


def readable_recommendations(user: User) -> QuerySet[Recommendation]:
    """All: they are the same for everybody who signed in."""
    return Recommendation.objects.select_related("review", "part_of")


def recommendation_page(user: User, row: Recommendation) -> RecommendationPage:
    """Seven queries, and those of the panels."""
    ties = row.provision_ties.exclude(state=TieState.REFUSED).select_related(
        "provision__instrument", "made_by"
    )
    beside = Recommendation.objects.standing().filter(review=row.review_id)
    after = beside.filter(Q(ordinal__gt=row.ordinal) | Q(ordinal=row.ordinal, pk__gt=row.pk))
    before = beside.filter(Q(ordinal__lt=row.ordinal) | Q(ordinal=row.ordinal, pk__lt=row.pk))
    told: list[Any] = [
        panel for _by, panel in follow_up_asked.send(sender=RecommendationPage, recommendation=row, user=user)
    ]
    return RecommendationPage(
        row, tuple(row.doubts.select_related("settled_by")), tuple(ties), tuple(row.answers.all()),
        tuple(row.parts.all()) if row.is_split else (), tuple(row.topics.all()),
        (before.order_by("-ordinal", "-pk").first(), after.order_by("ordinal", "pk").first()),
        tuple(one for one in told if isinstance(one, Panel)),
    )  # fmt: skip


def proposed_parts(row: Recommendation) -> list[dict[str, str]]:
    """How a person may part it, as the form wants it: the words of each, its States one a line."""
    return [{"text": part.text, "states": "\n".join(part.states)} for part in parts_of(row.text_en)]


# --- one review ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class ReviewPage:
    """`counts`: how many of each answer; `gone`: what the newest import has no more."""

    review: Review
    total: int
    counts: tuple[tuple[str, str, int], ...]
    open_doubts: tuple[Doubt, ...]
    settled: tuple[Doubt, ...]
    gone: tuple[Recommendation, ...]


def review_page(review: Review) -> ReviewPage:
    """Three queries."""
    rows = review.recommendations.standing()
    counts = Counter(dict(rows.order_by().values_list("status").annotate(Count("pk"))))
    doubts = list(review.doubts.select_related("recommendation", "settled_by"))
    return ReviewPage(
        review, sum(counts.values()),
        tuple((value, str(label), counts[value]) for value, label in Answer.choices if counts[value]),
        tuple(one for one in doubts if one.state == DoubtState.OPEN),
        tuple(one for one in doubts if one.state != DoubtState.OPEN),
        tuple(rows.filter(in_source=False)),
    )  # fmt: skip


def own_intakes(user: User) -> QuerySet[RecommendationIntake]:
    """Files that the person gave."""
    return RecommendationIntake.objects.filter(entered_by=user)


# --- for the public ------------------------------------------------------------------------------


@dataclass(frozen=True)
class PublicRecommendation:
    """What anybody may read. `articles`: (code, path, short name of the instrument) of confirmed links."""

    pk: int
    number: str
    called: str
    words: str
    language: str
    subject: str
    states: tuple[str, ...]
    answer: str
    answer_said: str
    follow_up: str
    follow_up_said: str
    in_programme: bool
    articles: tuple[tuple[str, str, str], ...]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class PublicReview:
    """One published review with its recommendations in their order."""

    review: Review
    recommendations: tuple[PublicRecommendation, ...]
    done: int


def published_recommendations() -> tuple[PublicReview, ...]:
    """All published reviews, newest first, in the language of the screen: four queries."""
    reviews = list(Review.objects.filter(published=True))
    rows = Recommendation.objects.public().prefetch_related("topics")
    articles = _public_articles()
    by_review: dict[int, list[PublicRecommendation]] = {review.pk: [] for review in reviews}
    for row in rows:
        by_review[row.review_id].append(_public(row, articles.get(row.pk, ())))
    return tuple(
        PublicReview(
            review, tuple(by_review[review.pk]),
            sum(one.follow_up == FollowUpState.CARRIED_OUT for one in by_review[review.pk]),
        )
        for review in reviews
    )  # fmt: skip


def _public_articles() -> dict[int, tuple[tuple[str, str, str], ...]]:
    ties = RecommendationProvision.objects.filter(
        state=TieState.CONFIRMED, recommendation__review__published=True
    ).select_related("provision__instrument")
    found: dict[int, tuple[tuple[str, str, str], ...]] = {}
    for tie in ties:
        one = tie.provision
        article = (one.instrument.code, one.path, one.instrument.short)
        found[tie.recommendation_id] = (*found.get(tie.recommendation_id, ()), article)
    return found


def _public(row: Recommendation, articles: Iterable[Any]) -> PublicRecommendation:
    return PublicRecommendation(
        row.pk, row.number, row.called, row.words, row.tongue, row.subject, tuple(row.states), row.status,
        str(row.get_status_display()), row.follow_up, str(row.get_follow_up_display()), row.in_programme,
        tuple(articles), tuple(topic.slug for topic in row.topics.all()),
    )  # fmt: skip


def numbered(row: Recommendation) -> str:
    """ "Khuyến nghị 63", for headings and for what is counted."""
    return _("Khuyến nghị %(number)s") % {"number": row}
