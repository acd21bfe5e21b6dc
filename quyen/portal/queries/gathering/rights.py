"""Instruments and their articles, in each language in which their words stand; situations of life; recommendations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from quyen.portal.enums import EntryKind
from quyen.portal.queries.frame import in_language
from quyen.portal.queries.gathering.gathered import Gathered
from quyen.portal.queries.gathering.places import site_language
from quyen.rights.enums import BlockKind, ProvisionKind, TextState
from quyen.rights.models import Instrument, Passage, Provision, Recommendation, SituationText, Version
from quyen.rights.queries import address_of
from quyen.rights.queries.force import GONE, lapse_of
from quyen.rights.queries.names import short_of

_AS_TITLE = {"vi": "Điều", "en": "Article"}


def instruments(numbers: Collection[int] | None) -> Iterator[Gathered]:
    rows = Instrument.objects.order_by("pk").prefetch_related("statuses")
    for one in rows if numbers is None else rows.filter(pk__in=numbers):
        for language in ("vi", "en"):
            name = one.name_vi if language == "vi" else one.name_en
            if name:
                yield Gathered(
                    kind=EntryKind.INSTRUMENT, number=one.pk, language=language, title=name,
                    address=address_of(one.code, "", site_language(language)), labels=_labels(one), body="; ".join(one.names),
                    note=_note(one, "", language), year=one.year,
                )  # fmt: skip


def articles(numbers: Collection[int] | None) -> Iterator[Gathered]:
    """An article is found by its subject where no text of it is there yet."""
    today = timezone.localdate()
    current = Version.objects.current(today).values("pk")
    texts = Prefetch(
        "passages", Passage.objects.filter(version__in=current).select_related("version"), to_attr="stand"
    )
    rows = (
        Provision.objects.filter(kind=ProvisionKind.ARTICLE)
        .select_related("instrument")
        .prefetch_related(texts, "instrument__statuses")
    )
    if numbers is not None:
        rows = rows.filter(pk__in=numbers)
    for one in rows.order_by("pk").iterator(chunk_size=500):
        yield from _article(one)


def _article(one: Provision) -> Iterator[Gathered]:
    texts: dict[str, Passage] = {}
    for passage in one.stand:  # type: ignore[attr-defined]
        texts.setdefault(passage.version.language, passage)
    for language in dict.fromkeys(("vi", "en", *texts)):
        passage = texts.get(language)
        subject = one.subject_en if language == "en" else one.subject_vi
        if passage is None and not subject:
            continue
        short = (
            one.instrument.short_en or one.instrument.code if language == "en" else one.instrument.short_vi
        )
        head = f"{_AS_TITLE.get(language, 'Điều')} {one.number} {short}"
        yield Gathered(
            kind=EntryKind.ARTICLE, number=one.pk, language=language, title=f"{head}: {subject}" if subject else head,
            address=address_of(one.instrument.code, one.path, site_language(language)),
            labels="; ".join(part for part in (_labels(one.instrument), one.subject_vi, one.subject_en) if part),
            body=passage.text if passage else "", note=_note(one.instrument, one.number, language),
            year=one.instrument.year,
        )  # fmt: skip


def _note(instrument: Instrument, article: str, language: str) -> str:
    """The code; of what is no longer in force that, too. The nightly rebuilding brings a day that has come."""
    lapse = lapse_of(instrument.statuses.all(), article)
    gone = lapse is not None and lapse.kind == GONE
    return f"{instrument.code} · {_REPLACED.get(language, _REPLACED['vi'])}" if gone else instrument.code


_REPLACED = {"vi": "đã thay thế", "en": "replaced"}


def _labels(one: Instrument) -> str:
    return "; ".join(
        dict.fromkeys(part for part in (one.code, one.short_vi, one.short_en, one.name_vi) if part)
    )


def situations(numbers: Collection[int] | None) -> Iterator[Gathered]:
    """By the number of the situation; one entry a published language."""
    rows = SituationText.objects.filter(state=TextState.PUBLISHED).select_related("situation")
    if numbers is not None:
        rows = rows.filter(situation__in=numbers)
    rows = rows.prefetch_related("situation__topics").order_by("pk")
    for text in rows.iterator(chunk_size=200):
        cites = tuple(dict.fromkeys(_cited(text.body)))
        labels = [*text.asked, *(topic.name_vi for topic in text.situation.topics.all()), *cites]
        yield Gathered(
            kind=EntryKind.SITUATION, number=text.situation_id, language=text.language, title=text.title,
            address=in_language(f"/quyen-cua-toi/{text.situation.slug}/", site_language(text.language)),
            labels="; ".join(labels), body="\n".join((text.lede, *_said(text.body))), lede=text.lede,
            cites=tuple(_shown(cite, text.language) for cite in cites[:3]),
        )  # fmt: skip


def _cited(body: list[Mapping[str, Any]]) -> Iterator[str]:
    """ "HP2013 30.1", as blocks name articles."""
    for block in body:
        yield from block.get("cites", ())
        if block.get("cite"):
            yield block["cite"]


def _said(body: list[Mapping[str, Any]]) -> Iterator[str]:
    """Not whom to call: every page names a "tổng đài điện thoại", and none is about telephones for that."""
    for block in body:
        if block.get("kind") != BlockKind.CALL:
            yield from (block[name] for name in ("text", "answer") if isinstance(block.get(name), str))


def _shown(cite: str, language: str) -> tuple[str, str]:
    code, _space, path = cite.partition(" ")
    article = path.partition(".")[0]
    words = f"{_AS_TITLE.get(language, 'Điều')} {article} {short_of(code, language)}"
    return words, address_of(code, path, site_language(language))


def recommendations(numbers: Collection[int] | None) -> Iterator[Gathered]:
    """Those of published reviews, in the languages in which their words stand."""
    rows = Recommendation.objects.public().select_related("review").prefetch_related("topics").order_by("pk")
    if numbers is not None:
        rows = rows.filter(pk__in=numbers)
    for one in rows.iterator(chunk_size=500):
        called = one.called or one.number
        for language, text, subject in (
            ("vi", one.text_vi, one.subject_vi),
            ("en", one.text_en, one.subject_en),
        ):
            if text or subject:
                head = f"{_RECOMMENDED[language]} {called}"
                yield Gathered(
                    kind=EntryKind.RECOMMENDATION, number=one.pk, language=language,
                    title=f"{head}: {subject or _short(text)}", body=text,
                    address=in_language(f"/khuyen-nghi/#kn-{called}", site_language(language)),
                    labels="; ".join((str(one.review), *one.states, *(topic.name_vi for topic in one.topics.all()))),
                    note=str(one.review), year=one.review.adopted_on.year if one.review.adopted_on else None,
                )  # fmt: skip


_RECOMMENDED = {"vi": "Khuyến nghị", "en": "Recommendation"}


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:120].rpartition(' ')[0]} …"
