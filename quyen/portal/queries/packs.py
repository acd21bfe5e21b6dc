"""What belongs to a topic and is public: its situations, the articles these rest on, its products with their files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import Resolver404, resolve

from quyen.library.queries import PublicProduct, parts_of, public_products, published_products
from quyen.library.queries.files import Served, Shown, public_bytes, shown_files
from quyen.library.queries.wording import Part
from quyen.portal.models import Pack
from quyen.rights.models import Topic
from quyen.rights.queries import ProvisionPage, provision_page
from quyen.rights.queries.situations import SituationPage, published_texts, situation_page

MOST_PRODUCTS, MOST_ARTICLES = 60, 80
MOST_FILE, MOST_ALL = (
    30 * 1024 * 1024,
    300 * 1024 * 1024,
)  # bytes: a stick for a commune, not a copy of the library


@dataclass(frozen=True)
class PackedFile:
    """A file beside the pages: `path` there and in the store; its size in bytes."""

    path: str
    stored: str
    size: int
    media_type: str
    alternative: str
    name: str


@dataclass(frozen=True)
class PackedProduct:
    """`left_out`: names of files that are too large to come along."""

    product: PublicProduct
    body: tuple[Part, ...]
    transcript: tuple[Part, ...]
    files: tuple[PackedFile, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class TopicContent:
    topic: Topic
    language: str
    situations: tuple[SituationPage, ...]
    articles: tuple[ProvisionPage, ...]
    products: tuple[PackedProduct, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.situations or self.products)

    @property
    def known(self) -> frozenset[str]:
        """The articles that have a page in the pack: "ICCPR 19"."""
        return frozenset(f"{one.instrument.code} {one.provision.path}" for one in self.articles)


def packed_topics() -> QuerySet[Topic]:
    return Topic.objects.order_by("position", "pk")


def newest_packs(language: str) -> dict[str, Pack]:
    """The newest pack of each topic, by its slug. One query."""
    rows = Pack.objects.filter(kind="topic", language=language).order_by("slug", "-pk").distinct("slug")
    return {one.slug: one for one in rows.defer("manifest")}


def pack_of(slug: str, language: str) -> Pack | None:
    return Pack.objects.filter(kind="topic", slug=slug, language=language).order_by("-pk").first()


Articles = dict[tuple[str, str, str], ProvisionPage | None]


def topic_content(topic: Topic, language: str, articles: Articles | None = None) -> TopicContent:
    """For a job: some queries a situation and an article. `articles` are those read already, by code, number and language
    of the page: topics share most of them."""
    slugs = (
        published_texts(language).filter(situation__topics=topic).values_list("situation__slug", flat=True)
    )
    situations = tuple(page for slug in slugs if (page := situation_page(slug, language)))
    pks = published_products(topic=topic.slug).values_list("pk", flat=True)[:MOST_PRODUCTS]
    products = public_products(pks)
    if not situations and not products:
        return TopicContent(topic, language, (), (), ())
    return TopicContent(
        topic,
        language,
        situations,
        _articles(topic, situations, products, language, articles if articles is not None else {}),
        _packed(products),
    )


def _articles(
    topic: Topic,
    situations: Iterable[SituationPage],
    products: Iterable[PublicProduct],
    language: str,
    read: Articles,
) -> tuple[ProvisionPage, ...]:
    cited = [
        (cite.code, cite.path)
        for page in situations
        for part in page.parts
        for block in part.blocks
        for cite in block.cites
    ]
    cited += [pair for one in products for pair in one.articles]
    ties = topic.links.filter(state="confirmed").values_list("provision__instrument__code", "provision__path")
    wanted = dict.fromkeys((code, path.partition(".")[0]) for code, path in [*cited, *ties])
    languages = list(dict.fromkeys([language, "vi", "en"]))
    keys = [(code, path, language) for code, path in list(wanted)[:MOST_ARTICLES]]
    for key in keys:
        if key not in read:
            read[key] = provision_page(key[0], key[1], languages)
    return tuple(one for key in keys if (one := read[key]) is not None)


def _packed(products: tuple[PublicProduct, ...]) -> tuple[PackedProduct, ...]:
    shown = shown_files({file.pk for one in products for file in one.files})
    left, found = MOST_ALL, []
    for one in products:
        files, out = [], []
        for file in one.files:
            served = _taken(shown.get(file.pk))
            if served is None or served.size > min(MOST_FILE, left):
                out.append(file.name)
                continue
            left -= served.size
            path = f"tep/{file.pk}-{served.name}"
            files.append(
                PackedFile(
                    path, served.path, served.size, served.media_type, file.alternative_text, file.name
                )
            )
        found.append(
            PackedProduct(one, parts_of(one.body), parts_of(one.transcript), tuple(files), tuple(out))
        )
    return tuple(found)


def _taken(shown: Shown | None) -> Served | None:
    """The form of a file that goes along, through the same door as everybody's: what is not open there is not here."""
    if shown is None:
        return None
    address = shown.whole or (shown.picture.address if shown.picture else shown.drawing or shown.captions)
    try:
        match = resolve(address)
    except Resolver404:
        return None
    given = list(match.args) or list(match.kwargs.values())
    return public_bytes(int(given[0]), str(given[1]))
