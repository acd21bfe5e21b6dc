"""Where a situation stands among the others: its group, what it is about, which pages lead on from it."""

from __future__ import annotations

from dataclasses import dataclass

from quyen.rights.enums import TextState
from quyen.rights.models import Situation, SituationText, Topic
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.situation_words import groups


@dataclass(frozen=True)
class Frame:
    """`topics` and `related`: slugs, sorted."""

    group: str
    topics: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {"group": self.group, "topics": list(self.topics), "related": list(self.related)}


def frame_of(situation: Situation) -> Frame:
    """Two queries."""
    topics = situation.topics.order_by("slug").values_list("slug", flat=True)
    related = situation.related.order_by("slug").values_list("slug", flat=True)
    return Frame(situation.group, tuple(topics), tuple(related))


@dataclass(frozen=True)
class FramePage:
    """What the form offers, as (slug, name): groups, topics, and the other situations by the names of their Vietnamese
    pages, drafts among them. `is_public`: some language of it is published."""

    situation: Situation
    title: str
    frame: Frame
    groups: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]
    is_public: bool


def frame_page(slug: str) -> FramePage | None:
    """None where there is no such situation. Seven queries, however many there are."""
    situation = Situation.objects.filter(slug=slug).first()
    if situation is None:
        return None
    rows = SituationText.objects.filter(language=SOURCE_LANGUAGE)
    titles = dict(rows.values_list("situation__slug", "title"))
    others = Situation.objects.exclude(pk=situation.pk).values_list("slug", flat=True)
    return FramePage(
        situation, titles.get(slug, slug), frame_of(situation),
        tuple((one.slug, one.name) for one in groups(SOURCE_LANGUAGE)),
        tuple(Topic.objects.values_list("slug", "name_vi")),
        tuple((one, titles.get(one, one)) for one in others), is_public(situation),
    )  # fmt: skip


def is_public(situation: Situation) -> bool:
    """Whether the public sees it in any language. One query."""
    return SituationText.objects.filter(situation=situation, state=TextState.PUBLISHED).exists()
