"""What the desk of situations shows: all pages by language, one page with its editions, two editions side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Max, OuterRef, Subquery
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from quyen.rights.enums import LANGUAGES, BlockKind, EditionOrigin, PageLanguage
from quyen.rights.models import Situation, SituationEdition, SituationText
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.force import COMING, Ended, by_code, endings, lapse_of
from quyen.rights.queries.situation_words import Group, groups
from quyen.rights.queries.situations import SituationPage, page_of


@dataclass(frozen=True)
class Cell:
    """A situation in one language. `marks`: words of `MARKS` that hold for it, in that order; empty where all is well."""

    slug: str
    language: str
    title: str
    marks: tuple[str, ...]

    @property
    def language_name(self) -> str:
        return capfirst(str(dict(LANGUAGES)[self.language]))

    @property
    def exists(self) -> bool:
        return "missing" not in self.marks


@dataclass(frozen=True)
class Row:
    slug: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class GroupOfRows:
    group: Group
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class DeskList:
    """`counts`: how many cells each mark holds for, whatever is shown; `shown`: the mark asked for, or none."""

    groups: tuple[GroupOfRows, ...]
    counts: dict[str, int]
    total: int
    shown: str


MARKS = ("missing", "draft", "pending", "offered", "replaced", "outdated", "unreviewed", "machine")


def situation_list(shown: str = "", *, drafts: bool) -> DeskList:
    """All situations by group; those only of which a language has the mark, where one is asked for. Without `drafts` as
    if what the public does not see were not there. Three queries."""
    situations = list(Situation.objects.all())
    cells = _cells(situations, drafts)
    if not drafts:
        situations = [one for one in situations if any(cell.exists for cell in cells[one.pk])]
    counts = Counter(mark for one in situations for cell in cells[one.pk] for mark in cell.marks)
    rows = [Row(one.slug, _title(cells[one.pk], one), cells[one.pk]) for one in situations]
    kept = {row.slug for row in rows if not shown or any(shown in cell.marks for cell in row.cells)}
    of_group = {one.slug: one.group for one in situations}
    found = [
        GroupOfRows(
            group, tuple(row for row in rows if of_group[row.slug] == group.slug and row.slug in kept)
        )
        for group in groups(SOURCE_LANGUAGE)
    ]
    return DeskList(tuple(one for one in found if one.rows), dict(counts), len(rows), shown)


def _title(cells: Sequence[Cell], situation: Situation) -> str:
    return next((cell.title for cell in cells if cell.title), situation.slug)


def _cells(situations: Sequence[Situation], drafts: bool) -> dict[int, tuple[Cell, ...]]:
    editions = SituationEdition.objects.filter(text=OuterRef("pk")).order_by("-number")
    worked = editions.exclude(origin=EditionOrigin.OFFERED)
    texts = SituationText.objects.defer("body", "asked", "lede").annotate(
        newest=Subquery(worked.values("number")[:1]), newest_origin=Subquery(editions.values("origin")[:1])
    )
    known = {(text.situation_id, text.language): text for text in texts if drafts or text.is_published}
    ended = by_code(endings())
    found = {}
    for one in situations:
        source = known.get((one.pk, SOURCE_LANGUAGE))
        found[one.pk] = tuple(
            _cell(one, language, known.get((one.pk, language)), source, ended if drafts else None)
            for language in PageLanguage
        )
    return found


def _cell(
    situation: Situation, language: str, text: Any, source: SituationText | None, ended: Ended | None
) -> Cell:
    """`ended`: the statuses that end an instrument, by its code; None for those who do not look after the pages."""
    if text is None:
        return Cell(situation.slug, language, "", ("missing",))
    drafts = ended is not None
    holds = {
        "draft": not text.is_published,
        "pending": drafts and text.is_published and text.newest > text.edition,
        "offered": drafts and text.newest_origin == EditionOrigin.OFFERED,
        "replaced": ended is not None and _cites_replaced(text, ended),
        "outdated": _is_outdated(text, source),
        "unreviewed": not text.is_reviewed,
        "machine": text.machine_drafted,
    }
    return Cell(situation.slug, language, text.title, tuple(mark for mark in MARKS if holds.get(mark)))


def _cites_replaced(text: SituationText, ended: Ended) -> bool:
    """Whether it cites what is replaced, or may be."""
    named = (name.split(" ", 1) for name in text.cited)
    found = (lapse_of(ended[code], article) for code, article in named if code in ended)
    return any(lapse is not None and lapse.kind != COMING for lapse in found)


def _is_outdated(text: SituationText, source: SituationText | None) -> bool:
    if source is None or text.language == SOURCE_LANGUAGE or not source.is_published:
        return False
    return source.edition > text.follows


@dataclass(frozen=True)
class DeskPage:
    """One page at the desk. `newest`: the edition that people work on, None where nothing was written yet; `offered`: a
    newer one that came with the programme and is not used; `source`: the Vietnamese page, for translations.
    `preview`: how the newest edition would look."""

    situation: Situation
    language: str
    language_name: str
    group: Group
    text: SituationText | None
    newest: SituationEdition | None
    offered: SituationEdition | None
    editions: tuple[SituationEdition, ...]
    source: SituationText | None
    preview: SituationPage | None
    is_outdated: bool
    is_public: bool  # in any language

    @property
    def is_pending(self) -> bool:
        """Whether the newest edition is not the one that the public sees."""
        return self.newest is not None and not (
            self.text is not None and self.text.is_published and self.text.edition == self.newest.number
        )

    @property
    def languages(self) -> list[tuple[str, str]]:
        return page_languages()


def page_languages() -> list[tuple[str, str]]:
    """Codes and names of the languages of pages, in the language of the screen."""
    names = dict(LANGUAGES)
    return [(str(code), capfirst(str(names[code]))) for code in PageLanguage.values]


MOST_EDITIONS = 100


def situation_desk(slug: str, language: str, *, drafts: bool) -> DeskPage | None:
    """None where there is no such situation or language. Without `drafts` only the edition that the public sees, and
    None where it sees none. Nine queries at most, whatever is on the page."""
    situation = Situation.objects.filter(slug=slug).first()
    if situation is None or language not in PageLanguage.values:
        return None
    rows = SituationText.objects.filter(situation=situation)
    texts = {text.language: text for text in rows if drafts or text.is_published}
    text, source = texts.get(language), texts.get(SOURCE_LANGUAGE)
    if text is None and not drafts:
        return None
    editions = _editions(text, drafts)
    newest = next((one for one in editions if one.origin != EditionOrigin.OFFERED), None)
    offered = editions[0] if editions and editions[0].origin == EditionOrigin.OFFERED else None
    return DeskPage(
        situation=situation, language=language, language_name=str(dict(LANGUAGES)[language]),
        group=next((g for g in groups(SOURCE_LANGUAGE) if g.slug == situation.group), Group(situation.group, "", "")),
        text=text, newest=newest, offered=offered, editions=tuple(editions), source=source,
        preview=preview_of(situation, language, newest.words(), newest) if newest else None,
        is_outdated=newest is not None and text is not None and _newest_outdated(newest, text, source),
        is_public=any(one.is_published for one in texts.values()),
    )  # fmt: skip


def _newest_outdated(newest: SituationEdition, text: SituationText, source: SituationText | None) -> bool:
    if source is None or text.language == SOURCE_LANGUAGE or not source.is_published:
        return False
    return source.edition > newest.follows


def _editions(text: SituationText | None, drafts: bool) -> list[SituationEdition]:
    """The newest first; without drafts the one that the public sees."""
    if text is None:
        return []
    rows = text.editions.select_related("saved_by").order_by("-number")
    return list(rows[:MOST_EDITIONS] if drafts else rows.filter(number=text.edition))


def preview_of(
    situation: Situation, language: str, words: Mapping[str, Any], edition: SituationEdition | None = None
) -> SituationPage:
    """How words would look to the public. Five queries."""
    text = SituationText(situation=situation, language=language, **words)
    text.changed_at = edition.created_at if edition else situation.created_at
    if edition is not None:
        text.follows, text.edition = edition.follows, edition.number
        text.reviewed_by, text.reviewed_on = edition.reviewed_by, edition.reviewed_on
        text.machine_drafted, text.translated_by = edition.machine_drafted, edition.translated_by
    return page_of(text)


@dataclass(frozen=True)
class Difference:
    """One place at which two editions differ; a side is empty where it has nothing there."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class EditionPage:
    """An edition and what it changed against the one before it (or, of an offered one, against the one in use)."""

    situation: Situation
    text: SituationText
    edition: SituationEdition
    other: SituationEdition | None
    newest: int
    differences: tuple[Difference, ...]


def edition_page(slug: str, language: str, number: int) -> EditionPage | None:
    """Three queries."""
    rows = SituationEdition.objects.filter(text__situation__slug=slug, text__language=language)
    edition = rows.filter(number=number).select_related("text__situation", "saved_by").first()
    if edition is None:
        return None
    worked = rows.exclude(origin=EditionOrigin.OFFERED)
    other = worked.filter(number__lt=number).order_by("-number").first()
    newest = worked.aggregate(newest=Max("number"))["newest"] or 0
    found = differences(other.words() if other else {}, edition.words())
    return EditionPage(edition.text.situation, edition.text, edition, other, newest, tuple(found))


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    """What differs between two sets of words, in the order of the page."""
    for name, label in (("title", _("Tiêu đề")), ("lede", _("Câu trả lời trước"))):
        if before.get(name, "") != after[name]:
            yield Difference(label, before.get(name, ""), after[name])
    if (old := ", ".join(before.get("asked", ()))) != (new := ", ".join(after["asked"])):
        yield Difference(_("Người ta hỏi"), old, new)
    yield from _blocks(before.get("body", ()), after["body"])


def _blocks(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Iterator[Difference]:
    old, new = [said(one) for one in before], [said(one) for one in after]
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            continue
        for at in range(max(b - a, d - c)):
            left = before[a + at] if a + at < b else None
            right = after[c + at] if c + at < d else None
            kind = BlockKind((right or left or {})["kind"]).label
            yield Difference(capfirst(str(kind)), said(left), said(right))


def said(block: Mapping[str, Any] | None) -> str:
    """All that a block says, in one text."""
    if block is None:
        return ""
    cites = block.get("cites") or ([block["cite"]] if "cite" in block else [])
    parts = [block.get("number", ""), block.get("text", ""), block.get("answer", ""), block.get("hours", "")]
    return " · ".join([one for one in parts if one] + ([", ".join(cites)] if cites else []))
