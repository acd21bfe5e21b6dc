"""Files of the library: who may open them, at what address, and what is shown in their stead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.text import slugify

from quyen.accounts.models import User
from quyen.core.media.kinds import TYPES
from quyen.core.text.folding import fold
from quyen.library.enums import FileKind, ProductState, RenditionKind
from quyen.library.models import ProductFile, Rendition, StoredFile
from quyen.organisation.enums import Role
from quyen.organisation.queries import unit_ids

HANDED_OUT = (
    FileKind.VIDEO,
    FileKind.SOUND,
    FileKind.PAPER,
)  # as they came; all others by their renditions only
WEBP, JPEG = "image/webp", "image/jpeg"


# --- who may open what ------------------------------------------------------------------------------


def _in_use() -> Exists:
    return Exists(ProductFile.objects.filter(file=OuterRef("pk"), product__state=ProductState.PUBLISH))


def open_files() -> QuerySet[StoredFile]:
    """Files that something published uses: everyone may see them. A draft, a revision under way and what was retired
    open nothing."""
    return StoredFile.objects.filter(_in_use())


def open_to_all(file: StoredFile | int) -> bool:
    """One query."""
    return open_files().filter(pk=file if isinstance(file, int) else file.pk).exists()


def readable_files(user: User) -> QuerySet[StoredFile]:
    """Files of the person's units, and those that everyone may see."""
    return StoredFile.objects.filter(Q(unit__in=unit_ids(user)) | _in_use())


def editable_files(user: User) -> QuerySet[StoredFile]:
    """Files that the person may put into products."""
    return StoredFile.objects.filter(unit__in=unit_ids(user, Role.EDITOR))


@dataclass(frozen=True, slots=True)
class Served:
    """Bytes at one address: `path` in the store, `name` as a reader saves it, `inline` whether a browser may show it."""

    path: str
    media_type: str
    size: int
    sha256: str
    name: str
    inline: bool


def public_bytes(file_id: int, print_: str) -> Served | None:
    """What stands at a public address; None for all that is not open, whatever it is. At most two queries."""
    drawn = Rendition.objects.filter(file_id=file_id, sha256__startswith=print_, file__in=open_files())
    found = drawn.select_related("file").first()
    if found:
        return _of_rendition(found)
    whole = open_files().filter(pk=file_id, sha256__startswith=print_, kind__in=HANDED_OUT).first()
    return _of_file(whole) if whole else None


def private_bytes(user: User, file_id: int, print_: str = "") -> Served | None:
    """The same for a person with a role: `print_` of a rendition, or "" for the original."""
    stored = readable_files(user).filter(pk=file_id).first()
    if stored is None:
        return None
    if not print_ or stored.sha256.startswith(print_):
        own = (
            stored.kind in HANDED_OUT
            or StoredFile.objects.filter(pk=file_id, unit__in=unit_ids(user)).exists()
        )
        return _of_file(stored) if own else None
    found = stored.renditions.filter(sha256__startswith=print_).select_related("file").first()
    return _of_rendition(found) if found else None


def _of_rendition(one: Rendition) -> Served:
    inline = one.kind != RenditionKind.TEXT
    return Served(
        one.content.name or "", one.media_type, one.size, one.sha256, _file_name(one.file, one), inline
    )


def _of_file(stored: StoredFile) -> Served:
    inline = stored.kind in (FileKind.VIDEO, FileKind.SOUND)
    return Served(
        stored.content.name or "", stored.media_type, stored.size, stored.sha256, stored.name, inline
    )


# --- addresses --------------------------------------------------------------------------------------

_ENDINGS = {WEBP: "webp", JPEG: "jpg", "text/vtt": "vtt", "image/svg+xml": "svg", "text/html": "html"}


def _file_name(stored: StoredFile, drawn: Rendition | None = None) -> str:
    """Letters without marks, so that an address can be read aloud and typed: "quyen-duoc-song-640.webp"."""
    stem = slugify(fold(stored.name.rpartition(".")[0] or stored.name))[:60].strip("-") or "tep"
    if drawn is None:
        return f"{stem}.{TYPES[stored.media_type][1][0]}"
    width = f"-{drawn.width}" if drawn.width else ""
    return f"{stem}{width}.{_ENDINGS[drawn.media_type]}"


def address_of(stored: StoredFile, drawn: Rendition | None = None, *, public: bool = True) -> str:
    """Public: for ever the same bytes, found only while something published uses them. Private: behind sign-in."""
    print_ = drawn.print if drawn else stored.print
    if public:
        return reverse("library:file", args=[stored.pk, print_, _file_name(stored, drawn)])
    return reverse("library:private-file", args=[stored.pk, print_])


@dataclass(frozen=True, slots=True)
class Source:
    """One address of a picture, and how wide it is."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page needs to show a file: `webp` and `jpeg` from narrow to wide, `whole` the address of the bytes to play or
    save ("" where only renditions are given), `captions` that of the WebVTT, `drawing` of the safe SVG."""

    pk: int
    kind: FileKind
    webp: tuple[Source, ...] = ()
    jpeg: tuple[Source, ...] = ()
    whole: str = ""
    captions: str = ""
    drawing: str = ""

    @property
    def picture(self) -> Source | None:
        """For `src`: the middle width."""
        return self.jpeg[min(1, len(self.jpeg) - 1)] if self.jpeg else None

    @property
    def largest(self) -> Source | None:
        return self.jpeg[-1] if self.jpeg else None

    @property
    def webp_set(self) -> str:
        return ", ".join(f"{one.address} {one.width}w" for one in self.webp)

    @property
    def jpeg_set(self) -> str:
        return ", ".join(f"{one.address} {one.width}w" for one in self.jpeg)


def shown_files(files: Iterable[StoredFile | int], *, public: bool = True) -> dict[int, Shown]:
    """By the files' numbers: two queries however many. `public` False: addresses behind sign-in, for the desk; True gives
    nothing of a file that is not open."""
    pks = {one if isinstance(one, int) else one.pk for one in files}
    rows = (open_files() if public else StoredFile.objects.all()).filter(pk__in=pks)
    drawn = Prefetch("renditions", Rendition.objects.order_by("kind", "media_type", "width"))
    return {one.pk: _shown(one, public) for one in rows.order_by().prefetch_related(drawn)}


def _shown(stored: StoredFile, public: bool) -> Shown:
    drawn = list(stored.renditions.all())
    named = {one.kind: address_of(stored, one, public=public) for one in drawn if not _is_picture(one)}
    return Shown(
        stored.pk, FileKind(stored.kind), _sources(stored, drawn, WEBP, public), _sources(stored, drawn, JPEG, public),
        address_of(stored, public=public) if stored.kind in HANDED_OUT or not public else "",
        named.get(RenditionKind.CAPTIONS, ""), named.get(RenditionKind.DRAWING, ""),
    )  # fmt: skip


def _is_picture(one: Rendition) -> bool:
    return one.media_type in (WEBP, JPEG)


def _sources(stored: StoredFile, drawn: list[Rendition], media_type: str, public: bool) -> tuple[Source, ...]:
    found = sorted((one for one in drawn if one.media_type == media_type), key=lambda one: one.width)
    return tuple(Source(address_of(stored, one, public=public), one.width, one.height) for one in found)
