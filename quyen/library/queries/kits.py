"""A product as its kits tell it, and what its page of kits shows."""

from __future__ import annotations

import functools
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from quyen.accounts.models import User
from quyen.core.media.voice import Voice, voice_for
from quyen.core.paper.kit import Faces, Part, Told, labels_of, missing_signs
from quyen.core.text.aloud import read_aloud, seconds_aloud, unread
from quyen.core.text.folding import fold
from quyen.library.enums import Channel, FileKind, FileRole, Licence, ProductState
from quyen.library.models import Product, ProductFile, Rendition
from quyen.library.queries.access import readable_products, sides_of
from quyen.library.queries.wording import parts_of

POST_SIGNS = 2000  # signs of one post that the large channels show without trouble
SEEN = (FileKind.PICTURE, FileKind.DRAWING)
KINDS = {"heading": "heading", "point": "point", "paragraph": "text"}
STATIC_FONTS = Path(__file__).resolve().parents[2] / "shared" / "static" / "quyen" / "fonts"


@dataclass(frozen=True)
class Spoken:
    """The text of a radio script: paragraphs as they are read, how long, and abbreviations that nobody has told how to
    read."""

    paragraphs: tuple[str, ...]
    seconds: int
    unread: tuple[str, ...]

    @property
    def minutes(self) -> str:
        """ "khoảng 2 phút 10 giây"."""
        minutes, seconds = divmod(5 * -(-self.seconds // 5), 60)
        parts = [ngettext("%d phút", "%d phút", minutes) % minutes] if minutes else []
        parts += [ngettext("%d giây", "%d giây", seconds) % seconds] if seconds else []
        return _("khoảng %(time)s") % {"time": " ".join(parts) or _("vài giây")}


@dataclass(frozen=True)
class KitsPage:
    """`channels`: those that have something to give; `missing`: signs for which no font is here; `voice`: what reads the
    script aloud, None where none is installed for the language."""

    product: Product
    told: Told
    post: str
    spoken: Spoken
    channels: tuple[Channel, ...]
    missing: str
    voice: Voice | None
    is_out: bool

    @property
    def is_khmer(self) -> bool:
        return self.product.language == "km"


def kit_product(user: User, pk: int) -> Product | None:
    """With all that kits tell. What is out is everybody's who signed in; what is not, its own unit's. Five queries."""
    rows = (
        readable_products(user)
        .select_related("unit", "translation_of")
        .prefetch_related("other_units", "files__file__renditions")
    )
    product = rows.filter(pk=pk).first()
    if product is None:
        return None
    is_out = product.state == ProductState.PUBLISH
    return product if is_out or sides_of(user, product.unit_id).reads else None


def kits_page(user: User, pk: int) -> KitsPage | None:
    product = kit_product(user, pk)
    if product is None:
        return None
    told = told_of(product)
    spoken = spoken_of(product)
    return KitsPage(
        product, told, post_of(told), spoken, _channels(product, spoken), missing_signs(_words(told), faces()),
        voice_for(product.language), product.state == ProductState.PUBLISH,
    )  # fmt: skip


def _channels(product: Product, spoken: Spoken) -> tuple[Channel, ...]:
    roles = {one.role for one in product.files.all()}
    left_out = set()
    if not spoken.paragraphs:
        left_out.add(Channel.RADIO)
    if not roles & {FileRole.CAPTIONS, FileRole.TRANSCRIPT} and not product.transcript.strip():
        left_out.add(Channel.CAPTIONS)
    return tuple(channel for channel in Channel if channel not in left_out)


def told_of(product: Product) -> Told:
    """No query where the product comes from `kit_product`."""
    picture, alternative_text = _picture(product)
    return Told(
        title=product.title, summary=" ".join(product.summary.split()),
        parts=tuple(Part(KINDS[part.kind], part.text) for part in parts_of(product.body)),  # type: ignore[arg-type]
        unit=product.unit.name, other_units=tuple(one.name for one in product.other_units.all()),
        address=public_address(product), language=product.language,
        credits=tuple((one.get("role", ""), one.get("name", "")) for one in product.credits),
        licence=licence_in(product.licence, product.language),
        picture=picture, alternative_text=alternative_text, draft=product.state != ProductState.PUBLISH,
    )  # fmt: skip


def licence_in(code: str, language: str) -> str:
    """What the licence allows, to those who read the product: in its language where we have the words."""
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        return str(Licence(code).label) if code else ""


def public_address(product: Product) -> str:
    """The whole address of its public page, as the portal gives it."""
    known = dict(settings.LANGUAGES)
    prefix = (
        f"/{product.language}"
        if product.language in known and product.language != settings.LANGUAGE_CODE
        else ""
    )
    slug = slugify(fold(product.title))[:80].strip("-") or "san-pham"
    return f"{settings.ADDRESS}{prefix}/thu-vien/{product.pk}-{slug}/"


def placed_pictures(product: Product) -> list[tuple[ProductFile, Rendition]]:
    """Each picture in its order with the widest JPEG of it."""
    found = []
    for row in product.files.all():
        drawn = [one for one in row.file.renditions.all() if one.media_type == "image/jpeg"]
        if row.file.kind in SEEN and drawn:
            found.append((row, max(drawn, key=lambda one: one.width)))
    return found


def _picture(product: Product) -> tuple[bytes, str]:
    """The picture that stands for it: its cover, else the main one, else the first; else the first page of its paper."""
    rank = {FileRole.COVER: 0, FileRole.MAIN: 1}
    pictures = sorted(
        placed_pictures(product), key=lambda one: (rank.get(FileRole(one[0].role), 2), one[0].position)
    )
    if not pictures:
        return b"", ""
    row, drawn = pictures[0]
    path = Path(drawn.content.path)
    return (path.read_bytes(), row.alternative_text) if path.is_file() else (b"", "")


def post_of(told: Told, most: int = POST_SIGNS) -> str:
    """The text of a post: what it is about, its points as far as they fit, where to read on, and who issues it; in its own
    language where we have the words."""
    labels = labels_of(told.language)
    close = [f"{labels.read_on}: {told.address}", f"{labels.issued_by}: {told.units}"]
    if told.licence:
        close.append(f"{labels.licence}: {told.licence}")
    tail = "\n\n" + "\n".join(close)
    if told.draft:
        tail = f"\n\n[{labels.draft}]{tail}"
    body = "\n\n".join(filter(None, (told.title, told.summary)))
    for part in told.parts:
        mark = "\n• " if part.kind == "point" else "\n\n"
        if len(body) + len(mark) + len(part.words) + len(tail) > most:
            break
        body += f"{mark}{part.words}"
    room = most - len(tail)
    return (body if len(body) <= room else body[: room - 1].rsplit(" ", 1)[0] + "…") + tail


def spoken_of(product: Product) -> Spoken:
    """The transcript where there is one, else title, summary and text. In Vietnamese figures and abbreviations become words;
    other languages stay as they are written."""
    parts = [part.text for part in parts_of(product.transcript)] if product.transcript.strip() else []
    parts = parts or [product.title + "."] + [
        one for one in (product.summary, *(p.text for p in parts_of(product.body))) if one.strip()
    ]
    if len(parts) == 1 and not product.transcript.strip():
        return Spoken((), 0, ())
    vietnamese = product.language == "vi"
    paragraphs = tuple(_sentence(read_aloud(one) if vietnamese else one) for one in parts)
    whole = "\n".join(paragraphs)
    return Spoken(
        paragraphs, seconds_aloud(whole, product.language), unread("\n".join(parts)) if vietnamese else ()
    )


def _sentence(words: str) -> str:
    flat = " ".join(words.split())
    return flat if flat.endswith((".", "!", "?", ":", ";", "…", "។")) else f"{flat}."


@functools.cache
def faces() -> Faces:
    """Be Vietnam Pro is the house's own; Khmer comes with a package of its own, where that is installed."""
    found = importlib.util.find_spec("fontpkg_noto_sans_khmer")
    folder = Path(found.origin).parent / "files" if found and found.origin else None
    khmer = next(iter(sorted(folder.glob("*.ttf"))), None) if folder and folder.is_dir() else None
    return Faces(
        (STATIC_FONTS / "BeVietnamPro-Regular.ttf", STATIC_FONTS / "BeVietnamPro-SemiBold.ttf"), khmer
    )


def _words(told: Told) -> str:
    return "".join((told.title, told.summary, told.units, *(part.words for part in told.parts)))
