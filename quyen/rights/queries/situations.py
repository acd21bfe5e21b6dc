"""Pages of situations as the public reads them. Nothing here shows a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet

from quyen.rights.enums import BlockKind, TextState
from quyen.rights.models import SituationText, Topic
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.cited import CitedProvision, cited_provisions
from quyen.rights.queries.situation_blocks import Cite, cite_of, cites_in
from quyen.rights.queries.situation_words import Group, groups, lapse_words, said_of


@dataclass(frozen=True)
class ShownBlock:
    """One block, ready to be shown. `law`: only of a block of that kind."""

    kind: str
    text: str = ""
    answer: str = ""
    number: str = ""
    hours: str = ""
    cites: tuple[CitedProvision, ...] = ()
    law: CitedProvision | None = None

    @property
    def dialled(self) -> str:
        """For `tel:`: digits, and the plus before a country."""
        return "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


@dataclass(frozen=True)
class Part:
    """Blocks of one kind that follow one another: rights and steps make lists."""

    kind: str
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True)
class Named:
    """Another page: where it is, what it is called."""

    slug: str
    title: str
    lede: str = ""


@dataclass(frozen=True)
class NamedTopic:
    slug: str
    name: str


@dataclass(frozen=True)
class SituationPage:
    """All that a page shows. `parts` hold no calls: these are `calls`, for the side of the page. `notes`: what the page
    says of itself, the first two always (no legal advice; reviewed by whom, or by nobody). `languages`: those in which
    the page is published, its own among them."""

    slug: str
    language: str
    group: Group
    title: str
    lede: str
    asked: tuple[str, ...]
    parts: tuple[Part, ...]
    calls: tuple[ShownBlock, ...]
    notes: tuple[str, ...]
    related: tuple[Named, ...]
    topics: tuple[NamedTopic, ...]
    languages: tuple[str, ...]
    is_reviewed: bool
    reviewed_by: str
    reviewed_on: date | None
    translated_by: str
    machine_drafted: bool
    is_outdated: bool
    edition: int
    published_at: datetime | None
    changed_at: datetime


@dataclass(frozen=True)
class GroupOfPages:
    group: Group
    pages: tuple[Named, ...]


def published_texts(language: str) -> QuerySet[SituationText]:
    """What the public may read in a language: for lists, the index of the search, the site map, open data."""
    rows = SituationText.objects.filter(language=language, state=TextState.PUBLISHED).select_related(
        "situation"
    )
    return rows.order_by("situation__position", "situation")


def published_situations(language: str) -> tuple[GroupOfPages, ...]:
    """The pages of a language by group, in the order of the groups; groups without a page are left out. One query."""
    rows = list(published_texts(language).defer("body", "asked"))
    found = [
        GroupOfPages(group, tuple(_named(row) for row in rows if row.situation.group == group.slug))
        for group in groups(language)
    ]
    return tuple(one for one in found if one.pages)


def situations_citing(code: str, article: str, language: str) -> tuple[Named, ...]:
    """Published pages that cite an article or a part of it. One query."""
    rows = published_texts(language).filter(cited__contains=[f"{code} {article}"]).defer("body", "asked")
    return tuple(_named(row) for row in rows)


def situations_about(topic: str, language: str) -> tuple[Named, ...]:
    """Published pages of a topic, by its slug. One query."""
    rows = published_texts(language).filter(situation__topics__slug=topic).defer("body", "asked")
    return tuple(_named(row) for row in rows)


def situation_page(slug: str, language: str) -> SituationPage | None:
    """The published page; None where there is none in this language. Eight queries, whatever is on it."""
    text = published_texts(language).filter(situation__slug=slug).first()
    return None if text is None else page_of(text)


def page_of(text: SituationText, *, related: bool = True) -> SituationPage:
    """What a text shows, published or, for a preview at the desk, not yet."""
    body: list[dict[str, Any]] = text.body
    blocks = shown_blocks(body, text.language)
    others = _published_editions(text)
    outdated = text.language != SOURCE_LANGUAGE and others.get(SOURCE_LANGUAGE, 0) > text.follows
    return SituationPage(
        slug=text.situation.slug, language=text.language, group=_group(text),
        title=text.title, lede=text.lede, asked=tuple(text.asked),
        parts=_parts(one for one in blocks if one.kind != BlockKind.CALL),
        calls=tuple(one for one in blocks if one.kind == BlockKind.CALL),
        notes=(*said_of(text, is_outdated=outdated), *_lapsed(blocks, text.language)), related=_related(text) if related else (),
        topics=_topics(text), languages=tuple(others), is_reviewed=text.is_reviewed, reviewed_by=text.reviewed_by,
        reviewed_on=text.reviewed_on, translated_by=text.translated_by, machine_drafted=text.machine_drafted,
        is_outdated=outdated, edition=text.edition, published_at=text.published_at, changed_at=text.changed_at,
    )  # fmt: skip


def _lapsed(blocks: Iterable[ShownBlock], language: str) -> Iterator[str]:
    """What is cited and stands no longer, soon will not, or may not; each text once."""
    cited = [cite for block in blocks for cite in (*block.cites, block.law) if cite is not None]
    told = {cite.lapse.status.pk: cite.lapse for cite in cited if cite.lapse}
    return (lapse_words(lapse, language) for lapse in told.values())


def shown_blocks(body: Sequence[dict[str, Any]], language: str) -> list[ShownBlock]:
    """Blocks with what they cite. Four queries."""
    laws = [cite for block in body if (cite := cite_of(block.get("cite", "")))]
    known = cited_provisions(list(cites_in(body)), language, laws)
    return [_shown(block, known) for block in body]


def _shown(block: dict[str, Any], known: dict[str, CitedProvision]) -> ShownBlock:
    cites = [cite_of(text) for text in block.get("cites", ())]
    law: Cite | None = cite_of(block.get("cite", ""))
    return ShownBlock(
        kind=block["kind"], text=block.get("text", ""), answer=block.get("answer", ""),
        number=block.get("number", ""), hours=block.get("hours", ""),
        cites=tuple(known[str(cite)] for cite in cites if cite), law=known[str(law)] if law else None,
    )  # fmt: skip


def _parts(blocks: Iterable[ShownBlock]) -> tuple[Part, ...]:
    return tuple(Part(kind, tuple(run)) for kind, run in groupby(blocks, lambda one: one.kind))


def _group(text: SituationText) -> Group:
    known = {group.slug: group for group in groups(text.language)}
    return known.get(text.situation.group, Group(text.situation.group, text.situation.group, ""))


def _published_editions(text: SituationText) -> dict[str, int]:
    """The edition shown in each language that the public reads, and in the text's own."""
    mine = Q(state=TextState.PUBLISHED) | Q(pk=text.pk)
    rows = SituationText.objects.filter(mine, situation=text.situation_id).order_by("pk")
    return dict(rows.values_list("language", "edition"))


def _related(text: SituationText) -> tuple[Named, ...]:
    rows = published_texts(text.language).filter(situation__in=text.situation.related.all())
    return tuple(_named(row) for row in rows.defer("body", "asked"))


def _topics(text: SituationText) -> tuple[NamedTopic, ...]:
    rows = Topic.objects.filter(situations=text.situation_id).values_list(
        "slug", f"name_{text.language}", "name_vi"
    )
    return tuple(NamedTopic(slug, name or vietnamese) for slug, name, vietnamese in rows)


def _named(row: SituationText) -> Named:
    return Named(row.situation.slug, row.title, row.lede)
