"""One product with all that belongs to it, and what the reader may do with it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.library.enums import Audience, Deed, FileKind, FileRole, Licence, Medium, ProductState
from quyen.library.models import (
    Bundle,
    BundleItem,
    Comment,
    Product,
    ProductEdition,
    ProductFile,
    ProductStep,
    ReviewLink,
)
from quyen.library.models.bundle import OPEN_STATES
from quyen.library.models.product import WORDS
from quyen.library.queries.access import Sides, may_check, readable_products, sides_of
from quyen.library.queries.conditions import Fault, faults_of
from quyen.library.queries.difference import Change, changes
from quyen.library.queries.files import Shown, shown_files
from quyen.library.queries.marks import Marked, Remark, marked, remarks_of
from quyen.library.queries.versions import Version, source_changes, version_of, versions_of
from quyen.library.queries.wording import POINT
from quyen.organisation.models import Unit
from quyen.plans.models import Task
from quyen.rights.models import Topic

SORT = "library.Product"  # how bundles and evidence name a product
NEXT = {
    ProductState.DRAFT: (Deed.HAND_IN, Deed.ASK_CHECK),
    ProductState.EDIT: (Deed.ASK_CHECK, Deed.SEND_BACK),
    ProductState.CHECK: (Deed.PASS_CHECK, Deed.SEND_BACK, Deed.TAKE_BACK),
    ProductState.APPROVE: (Deed.APPROVE, Deed.SEND_BACK, Deed.TAKE_BACK),
    ProductState.READY: (Deed.PUBLISH, Deed.SEND_BACK, Deed.TAKE_BACK),
    ProductState.PUBLISH: (Deed.REVISE, Deed.RETIRE),
    ProductState.RETIRE: (Deed.REVISE,),
}  # the first is what comes next
RELEASING = (Deed.APPROVE, Deed.PUBLISH, Deed.RETIRE)  # asked of a coordinator; all else of an editor


@dataclass(frozen=True)
class FileView:
    pk: int
    file: int
    name: str
    role: FileRole
    kind: FileKind
    alternative_text: str
    language: str
    size: int
    seconds: float | None
    picture: str = ""  # addresses behind sign-in: of what is shown for it,
    whole: str = ""  # of the file itself,
    captions: str = ""  # and of captions as WebVTT

    @property
    def is_seen(self) -> bool:
        return self.kind in (FileKind.PICTURE, FileKind.DRAWING)


@dataclass(frozen=True)
class Text:
    """One of the product's texts, in parts and cut at its comments."""

    place: str
    title: str
    parts: tuple[Marked, ...]

    @property
    def groups(self) -> list[tuple[str, list[Marked]]]:
        """Points that follow one another are one list."""
        found: list[tuple[str, list[Marked]]] = []
        for part in self.parts:
            if found and part.kind == POINT == found[-1][0]:
                found[-1][1].append(part)
            else:
                found.append((part.kind, [part]))
        return found


@dataclass(frozen=True)
class ProductPage:
    """`deeds`: what the reader may do now, the next step first; `faults`: what stands between it and the public.
    `to_check`: only another person than its writers may pass the check, and the reader is not. `changes`: how the source
    reads now against what the translation was made from."""

    product: Product
    version: Version
    sides: Sides
    versions: tuple[Version, ...]
    texts: tuple[Text, ...]
    files: tuple[FileView, ...]
    remarks: tuple[Remark, ...]
    steps: tuple[ProductStep, ...]
    editions: tuple[ProductEdition, ...]
    topics: tuple[Topic, ...]
    tasks: tuple[Task, ...]
    articles: tuple[tuple[str, str], ...]
    other_units: tuple[Unit, ...]
    links: tuple[ReviewLink, ...]
    deeds: tuple[Deed, ...]
    faults: tuple[Fault, ...]
    to_check: bool
    revision: Product | None
    bundle: Bundle | None
    changes: tuple[Change, ...]

    @property
    def may_write(self) -> bool:
        return self.sides.writes and self.product.is_written

    @property
    def may_talk(self) -> bool:
        """Comments belong to what is not out yet."""
        return self.sides.reads and self.product.state not in (ProductState.PUBLISH, ProductState.RETIRE)

    @property
    def next_deed(self) -> Deed | None:
        """What comes next, where it is the reader's to do."""
        first = NEXT[ProductState(self.product.state)][0]
        return first if first in self.deeds else None

    @property
    def other_deeds(self) -> tuple[Deed, ...]:
        return tuple(one for one in self.deeds if one != self.next_deed)

    @property
    def may_translate(self) -> bool:
        product = self.product
        return (
            product.translation_of_id is None
            and product.revises_id is None
            and product.state != ProductState.RETIRE
        )

    @property
    def captions(self) -> tuple[FileView, ...]:
        return tuple(one for one in self.files if one.captions)

    @property
    def open_remarks(self) -> int:
        return sum(one.is_open for one in self.remarks)

    @property
    def days(self) -> int | None:
        due = self.product.due_on
        return (due - timezone.localdate()).days if due and self.product.state in NEXT else None

    @property
    def media(self) -> tuple[str, ...]:
        return tuple(str(Medium(one).label) for one in self.product.media)

    @property
    def audiences(self) -> tuple[str, ...]:
        return tuple(str(Audience(one).label) for one in self.product.audiences)

    @property
    def licence(self) -> str:
        return str(Licence(self.product.licence).label) if self.product.licence else ""


def product_page(user: User, pk: int) -> ProductPage | None:
    """None where there is none that the person may read. Eighteen queries however much belongs to it."""
    rows = readable_products(user).select_related(
        "unit", "translation_of", "revises", "waits_for", "started_by"
    )
    product = (
        rows.prefetch_related("files__file", "topics", "other_units", "tasks__task__plan")
        .filter(pk=pk)
        .first()
    )
    if product is None:
        return None
    sides = sides_of(user, product.unit_id)
    # what is said about a draft is for those who may read drafts
    comments: Iterable[Comment] = (
        Comment.objects.filter(product=product).select_related("link") if sides.reads else ()
    )
    remarks = remarks_of(comments, product.words())
    steps = (
        ProductStep.objects.filter(product=product).order_by("-id")
        if sides.reads
        else ProductStep.objects.none()
    )
    links = ReviewLink.objects.filter(product=product) if sides.writes else ReviewLink.objects.none()
    version = version_of(product)
    return ProductPage(
        product=product,
        version=version,
        sides=sides,
        versions=versions_of(user, product.revises or product),
        texts=_texts(product, remarks),
        files=file_views(product.files.all()),
        remarks=remarks,
        steps=tuple(steps),
        editions=tuple(product.editions.all()[:50]),
        topics=tuple(product.topics.all()),
        tasks=tuple(one.task for one in product.tasks.all() if one.counts and sides.reads),
        articles=tuple((one.code, one.path) for one in product.provisions.all() if one.counts),
        other_units=tuple(product.other_units.all()),
        links=tuple(links),
        deeds=_deeds(user, product, sides),
        faults=faults_of(product) if product.state not in (ProductState.PUBLISH, ProductState.RETIRE) else (),
        to_check=product.state == ProductState.CHECK and not may_check(user, product),
        revision=product.revisions.first() if sides.reads else None,
        bundle=bundle_of(product.pk) if sides.reads else None,
        changes=_changes(user, product, sides),
    )


def _changes(user: User, product: Product, sides: Sides) -> tuple[Change, ...]:
    """How the source reads now against what the translation was made from, which may have been a draft: for those who may
    read drafts."""
    source = product.translation_of
    if source is None or not sides.reads or not (product.is_out_of_date or product.is_behind):
        return ()
    is_theirs = source.is_out or source.unit_id == product.unit_id or sides_of(user, source.unit_id).reads
    return source_changes(product) if is_theirs else ()


def _texts(product: Product, remarks: tuple[Remark, ...]) -> tuple[Text, ...]:
    titles = {"summary": _("Tóm tắt"), "body": _("Nội dung"), "transcript": _("Bản lời")}
    words = product.words()
    return tuple(
        Text(place, title, marked(words[place], place, remarks))
        for place, title in titles.items()
        if words[place]
    )


def file_views(rows: Iterable[ProductFile]) -> tuple[FileView, ...]:
    """For people of the unit; `rows` with their files fetched. Two queries."""
    files = list(rows)
    shown = shown_files([one.file_id for one in files], public=False)
    return tuple(file_view(one, shown.get(one.file_id)) for one in files)


def file_view(one: ProductFile, shown: Shown | None = None) -> FileView:
    """`one` with its file fetched; without `shown` it has no addresses."""
    file = one.file
    picture = shown.picture.address if shown and shown.picture else shown.drawing if shown else ""
    return FileView(
        one.pk, file.pk, file.name, FileRole(one.role), FileKind(file.kind), one.alternative_text, one.language,
        file.size, file.seconds, picture, shown.whole if shown else "", shown.captions if shown else "",
    )  # fmt: skip


def _deeds(user: User, product: Product, sides: Sides) -> tuple[Deed, ...]:
    found = []
    for deed in NEXT[ProductState(product.state)]:
        allowed = sides.releases if deed in RELEASING else sides.writes
        if deed == Deed.PASS_CHECK:
            allowed = allowed and may_check(user, product)
        if deed == Deed.SEND_BACK and product.state == ProductState.EDIT:
            allowed = allowed and product.started_by_id != user.pk
        if allowed:
            found.append(deed)
    return tuple(found)


def bundle_of(pk: int) -> Bundle | None:
    """The bundle with which a product is to go out. One query."""
    items = BundleItem.objects.filter(sort=SORT, subject_id=pk, bundle__state__in=OPEN_STATES)
    found = items.select_related("bundle").first()
    return found.bundle if found else None


@dataclass(frozen=True)
class EditionPage:
    """One edition as the public got it, against the one before."""

    product: Product
    edition: ProductEdition
    changes: tuple[Change, ...]
    day: date


def edition_page(user: User, pk: int, number: int) -> EditionPage | None:
    """Three queries."""
    product = readable_products(user).select_related("unit").filter(pk=pk).first()
    if product is None:
        return None
    rows = {one.number: one for one in product.editions.filter(number__in=(number, number - 1))}
    if number not in rows:
        return None
    now = {name: rows[number].content.get(name, "") for name in WORDS}
    then = {name: rows[number - 1].content.get(name, "") for name in WORDS} if number - 1 in rows else now
    return EditionPage(product, rows[number], changes(then, now), rows[number].published_on)
