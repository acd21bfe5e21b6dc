"""Topics and pages of situations that come with the programme: `data/topics.json` and `data/situations/`.

Safe to run again at every start. A page that nobody changed here follows the shipped one; a page that people changed
stays as they left it, and the new shipped one is kept beside it as an offered edition for them to compare.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.core.errors import QuyenError
from quyen.rights.actions.situation_words import Written, check_words, mark_of, show, tell
from quyen.rights.enums import EditionOrigin, PageLanguage, TextState
from quyen.rights.models import Situation, SituationEdition, SituationText, Topic
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.situation_blocks import articles_in
from quyen.rights.queries.situation_words import DATA

_FRAME = ("group", "position", "topics", "related")
Texts = dict[tuple[int, str], SituationText]
_LOCK = 0x7175_7965_6E05  # a number of our own among the advisory locks of the database


@dataclass(frozen=True)
class Shipped:
    """One file: a page in one language. `frame` only in Vietnamese: group, position, slugs of topics and related ones."""

    slug: str
    language: str
    written: Written
    frame: dict[str, Any]

    @property
    def mark(self) -> str:
        more = {
            "frame": self.frame,
            "machine": self.written.machine_drafted,
            "by": self.written.translated_by,
        }
        return mark_of(self.written.words() | more)


@dataclass
class Loaded:
    """What a load did, each as "slug.language"; `kept`: people's own page stays, the shipped one differs from it."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def load_topics() -> int:
    """Adds topics that are not there yet, and names those without a name. Returns how many were added."""
    known = {topic.slug: topic for topic in Topic.objects.all()}
    rows = json.loads((DATA / "topics.json").read_text(encoding="utf-8"))
    made, named = [], []
    for position, row in enumerate(rows, start=1):
        topic = known.get(row["slug"])
        if topic is None:
            made.append(
                Topic(
                    slug=row["slug"],
                    name_vi=row["vi"],
                    name_en=row["en"],
                    name_km=row["km"],
                    position=position,
                )
            )
        elif not topic.name_km:
            topic.name_km = row["km"]
            named.append(topic)
    Topic.objects.bulk_create(made)
    Topic.objects.bulk_update(named, ["name_km"])
    return len(made)


def shipped_pages() -> list[Shipped]:
    """All files, the Vietnamese ones first. Raises QuyenError for one that is no page."""
    files = sorted(
        (DATA / "situations").glob("*.json"), key=lambda path: (not path.name.endswith(".vi.json"), path.name)
    )
    return [_shipped(path.name, json.loads(path.read_text(encoding="utf-8"))) for path in files]


def _shipped(name: str, row: dict[str, Any]) -> Shipped:
    if name != f"{row['slug']}.{row['language']}.json" or row["language"] not in PageLanguage.values:
        raise QuyenError(f"{name}: tên tệp khác với trang bên trong.")
    written = Written(
        title=row["title"], lede=row["lede"], asked=tuple(row["asked"]), body=tuple(row["body"]),
        translated_by=row.get("translated_by", ""), machine_drafted=row["machine_drafted"],
    )  # fmt: skip
    check_words(written)
    frame = {part: row[part] for part in _FRAME} if row["language"] == SOURCE_LANGUAGE else {}
    return Shipped(row["slug"], row["language"], written, frame)


@transaction.atomic
def load_situations(*, pages: Sequence[Shipped] | None = None) -> Loaded:
    """Takes in the shipped pages (or those given, in their place). Two queries where nothing is new."""
    pages = shipped_pages() if pages is None else pages
    marks = {
        (slug, language): mark
        for slug, language, mark in SituationText.objects.values_list(
            "situation__slug", "language", "shipped_mark"
        )
    }
    new = [page for page in pages if marks.get((page.slug, page.language)) != page.mark]
    loaded = Loaded()
    if not new:
        return loaded
    _one_at_a_time()
    load_topics()
    situations = _situations(new)
    texts = {(one.situation_id, one.language): one for one in SituationText.objects.select_for_update()}
    first = [page for page in new if (situations[page.slug].pk, page.language) not in texts]
    texts |= _create(first, situations, texts)
    loaded.created += [f"{page.slug}.{page.language}" for page in first]
    for page in new:
        text = texts[situations[page.slug].pk, page.language]
        if text.shipped_mark != page.mark:
            _update(page, text, texts.get((text.situation_id, SOURCE_LANGUAGE)), loaded)
    _relate([page for page in new if page.frame], situations, set(loaded.kept))
    return loaded


def _one_at_a_time() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])


def _situations(pages: Sequence[Shipped]) -> dict[str, Situation]:
    known = {one.slug: one for one in Situation.objects.all()}
    made = [
        Situation(slug=page.slug, group=page.frame["group"], position=page.frame["position"], is_shipped=True)
        for page in pages
        if page.frame and page.slug not in known
    ]
    Situation.objects.bulk_create(made)
    record([entry(actor=None, verb=Verb.CREATE, subject=one, after={"slug": one.slug}) for one in made])
    return known | {one.slug: one for one in made}


def _create(pages: Sequence[Shipped], situations: dict[str, Situation], known: Texts) -> Texts:
    """Pages that were not there, published at once, with their first editions."""
    texts = [_first(page, situations[page.slug], known) for page in pages]
    SituationText.objects.bulk_create(texts)
    SituationEdition.objects.bulk_create(
        _edition(page, text, 1, EditionOrigin.SHIPPED, text.follows)
        for page, text in zip(pages, texts, strict=True)
    )
    for pk in dict.fromkeys(text.situation_id for text in texts):
        tell(pk)
    return {(text.situation_id, text.language): text for text in texts}


def _first(page: Shipped, situation: Situation, known: Texts) -> SituationText:
    """Beside a Vietnamese page that is new as well, a translation says that one's first edition."""
    now, written = timezone.now(), page.written
    source = known.get((situation.pk, SOURCE_LANGUAGE))
    follows = 0 if page.language == SOURCE_LANGUAGE else _followed(source) if source else 1
    return SituationText(
        situation=situation, language=page.language, state=TextState.PUBLISHED, published_at=now, changed_at=now,
        follows=follows, translated_by=written.translated_by, machine_drafted=written.machine_drafted,
        shipped_mark=page.mark, cited=articles_in(written.body), **written.words(),
    )  # fmt: skip


def _edition(page: Shipped, text: SituationText, number: int, origin: str, follows: int) -> SituationEdition:
    return SituationEdition(
        text=text, number=number, origin=origin, follows=follows, translated_by=page.written.translated_by,
        machine_drafted=page.written.machine_drafted, shown_at=None if origin == EditionOrigin.OFFERED else timezone.now(),
        **page.written.words(),
    )  # fmt: skip


def _followed(source: SituationText) -> int:
    """The newest Vietnamese edition that came with the programme and was taken: what its translations translate."""
    rows = SituationEdition.objects.filter(text=source, origin=EditionOrigin.SHIPPED)
    return rows.order_by("-number").values_list("number", flat=True).first() or 0


def _update(page: Shipped, text: SituationText, source: SituationText | None, loaded: Loaded) -> None:
    """A further edition: shown where nobody changed the page, else only offered."""
    editions = list(text.editions.order_by("-number"))
    worked_on = next(one for one in editions if one.origin != EditionOrigin.OFFERED)
    untouched = worked_on.origin == EditionOrigin.SHIPPED
    origin = EditionOrigin.SHIPPED if untouched else EditionOrigin.OFFERED
    follows = _followed(source) if source and page.language != SOURCE_LANGUAGE else 0
    edition = _edition(page, text, editions[0].number + 1, origin, follows)
    edition.save()
    text.shipped_mark = page.mark
    if untouched:
        show(text, edition)
        tell(text.situation_id)
        _bring_along(text, worked_on, edition)
    text.save()
    name = f"{page.slug}.{page.language}"
    (loaded.updated if untouched else loaded.kept).append(name)
    record(
        [
            entry(
                actor=None,
                verb=Verb.RECEIVE,
                subject=text,
                after={"edition": edition.number, "origin": origin},
            )
        ]
    )


def _bring_along(text: SituationText, before: SituationEdition, now: SituationEdition) -> None:
    """Where the Vietnamese page got other search words only, or other quotation marks, its translations say what it says."""
    if text.language == SOURCE_LANGUAGE and _said(before) == _said(now):
        others = SituationText.objects.filter(situation=text.situation_id, follows=before.number)
        others.exclude(pk=text.pk).update(follows=now.number)


def _said(edition: SituationEdition) -> str:
    words = edition.words()
    del words["asked"]
    return json.dumps(words, sort_keys=True, ensure_ascii=False).replace("“", '\\"').replace("”", '\\"')


def _relate(pages: Sequence[Shipped], situations: dict[str, Situation], kept: set[str]) -> None:
    """Groups, topics and related pages of those whose Vietnamese page is the shipped one and which nobody placed here."""
    topics = {topic.slug: topic.pk for topic in Topic.objects.all()}
    frames = {
        situations[page.slug].pk: page.frame
        for page in pages
        if f"{page.slug}.{page.language}" not in kept and not situations[page.slug].is_placed_here
    }
    changed = [one for one in situations.values() if one.pk in frames]
    for one in changed:
        one.group, one.position = frames[one.pk]["group"], frames[one.pk]["position"]
    Situation.objects.bulk_update(changed, ["group", "position"])
    about, beside = Situation.topics.through, Situation.related.through
    about.objects.filter(situation__in=frames).delete()
    about.objects.bulk_create(
        about(situation_id=pk, topic_id=topics[slug])
        for pk, frame in frames.items()
        for slug in frame["topics"]
    )
    beside.objects.filter(from_situation__in=frames).delete()
    beside.objects.bulk_create(
        beside(from_situation_id=pk, to_situation_id=situations[slug].pk)
        for pk, frame in frames.items()
        for slug in frame["related"]
        if slug in situations
    )
