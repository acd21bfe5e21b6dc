"""Provisions that a page cites, with the words that the library of texts holds: a fixed number of queries a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quyen.core.schedule import today
from quyen.rights.enums import InstrumentKind, PageLanguage
from quyen.rights.models import Instrument, Passage, Provision, Version
from quyen.rights.queries.force import Lapse, by_code, endings, lapse_of
from quyen.rights.queries.names import anchor_of
from quyen.rights.queries.situation_blocks import Cite
from quyen.rights.queries.situation_words import cite_label, words_of


@dataclass(frozen=True)
class CitedProvision:
    """`is_known`: whether the provision is in the library of texts. `quote`: its words in the page's language
    (`quote_language`), empty where no such text was brought in; the subject of the article stands for it then. `address`: the public page of the article
    in the page's language, empty where it is not known. `lapsed`: the short mark of one that stands no longer ("đã thay thế"),
    or may not; `lapse`: the whole of it."""

    code: str
    path: str
    label: str
    address: str
    subject: str
    quote: str
    quote_language: str
    is_known: bool
    lapsed: str = ""
    lapse: Lapse | None = None


def cited_provisions(
    cites: Iterable[Cite], language: str, quoted: Iterable[Cite] = ()
) -> dict[str, CitedProvision]:
    """By "ICCPR 9.2". Four queries: instruments, what of them was replaced, provisions, and the texts of those whose words
    are shown."""
    wanted, shown = {str(cite): cite for cite in cites}, {str(cite) for cite in quoted}
    codes = {cite.code for cite in wanted.values()}
    instruments = {one.code: one for one in Instrument.objects.filter(code__in=codes)}
    ended = by_code(endings(codes))
    articles = _articles(wanted.values())
    texts = _texts({wanted[name].whole for name in shown if name in wanted}, articles, language)
    return {
        name: _cited(
            cite,
            language,
            instruments.get(cite.code),
            articles.get(cite.whole),
            texts.get(cite.whole),
            lapse_of(ended.get(cite.code, ()), cite.article),
        )
        for name, cite in wanted.items()
    }


def _articles(cites: Iterable[Cite]) -> dict[str, Provision]:
    wanted = {cite.whole: cite for cite in cites}
    rows = Provision.objects.filter(
        instrument__code__in={cite.code for cite in wanted.values()},
        path__in={cite.article for cite in wanted.values()},
    ).select_related("instrument")
    return {
        f"{row.instrument.code} {row.path}": row
        for row in rows
        if f"{row.instrument.code} {row.path}" in wanted
    }


def _texts(names: set[str], articles: dict[str, Provision], language: str) -> dict[str, Passage]:
    """The passage of each article in the page's language: nobody is shown words of law in a language not chosen."""
    by_pk = {articles[name].pk: name for name in names if name in articles}
    valid = Version.objects.in_force(today()).filter(language=language)
    rows = Passage.objects.filter(provision__in=by_pk, version__in=valid).select_related("version")
    found: dict[str, Passage] = {}
    for row in sorted(rows, key=lambda row: _rank(row.version)):
        found.setdefault(by_pk[row.provision_id], row)
    return found


def _rank(version: Version) -> tuple[bool, str, int]:
    """Official texts first; of one text the newest edition."""
    return (not version.is_official, version.label, -version.edition)


def _cited(
    cite: Cite, language: str, instrument: Instrument | None, article: Provision | None, text: Passage | None,
    lapse: Lapse | None,
) -> CitedProvision:  # fmt: skip
    short = _short(cite, instrument, language)
    subject = getattr(article, f"subject_{language}", "") if article else ""
    return CitedProvision(
        code=cite.code, path=cite.path, label=cite_label(cite, language, short), subject=subject,
        address=_address(cite, instrument, language) if instrument and article else "",
        quote=text.part(cite.path) or text.text if text else "",
        quote_language=text.version.language if text else "", is_known=article is not None,
        lapsed=words_of(language).get(f"mark_{lapse.kind}", "") if lapse else "", lapse=lapse,
    )  # fmt: skip


def _short(cite: Cite, instrument: Instrument | None, language: str) -> str:
    """Treaties are told by their code, short enough for a line of text; all else by its short name."""
    if instrument is None or instrument.kind == InstrumentKind.TREATY:
        return cite.code
    return getattr(instrument, f"short_{language}", "") or cite.code


def _address(cite: Cite, instrument: Instrument, language: str) -> str:
    """As `names.address_of` has it, whose list of instruments is not needed: this one is at hand."""
    room = "cong-uoc" if instrument.is_international else "phap-luat"
    place = "" if cite.path == cite.article else f"#{anchor_of(cite.path)}"
    prefix = "" if language == PageLanguage.VIETNAMESE else f"/{language}"
    return f"{prefix}/{room}/{cite.code}/dieu-{cite.article}/{place}"
