"""The files of one product as their screen shows them: what each is, how it looks, what was told of it, what is like it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quyen.accounts.models import User
from quyen.core.media import Captions, Cue, against_film, read_captions
from quyen.core.media.captions import clock
from quyen.library.enums import DrawState, FileKind, FileRole
from quyen.library.models import Product, ProductFile, StoredFile
from quyen.library.queries.access import readable_products, sides_of
from quyen.library.queries.conditions import Fault, faults_of
from quyen.library.queries.files import Shown, shown_files
from quyen.library.queries.twins import Twin, twins_of

CUES_SHOWN = 600
HEARD = (FileKind.VIDEO, FileKind.SOUND)
SEEN = (FileKind.PICTURE, FileKind.DRAWING)


@dataclass(frozen=True)
class FileRow:
    """One file in its place. `told`: what was found of it and did not refuse it."""

    pk: int
    file: StoredFile
    role: FileRole
    alternative_text: str
    language: str
    shown: Shown
    told: tuple[str, ...]
    twins: tuple[Twin, ...]

    @property
    def is_seen(self) -> bool:
        return self.file.kind in SEEN

    @property
    def is_waiting(self) -> bool:
        return self.file.drawing == DrawState.WAITING

    @property
    def lacks_words(self) -> bool:
        return self.is_seen and not self.alternative_text.strip()

    @property
    def length(self) -> str:
        """ "1:35", "1:02:05"."""
        if not self.file.seconds:
            return ""
        said = clock(self.file.seconds)[:8].removeprefix("00:")
        return said[1:] if said.startswith("0") else said


@dataclass(frozen=True)
class CueLine:
    at: float  # seconds
    clock: str
    words: str


@dataclass(frozen=True)
class Track:
    """Captions beside the player: their address, language, and what is said when."""

    row: int
    name: str
    language: str
    label: str
    address: str
    cues: tuple[CueLine, ...]
    told: tuple[str, ...]


@dataclass(frozen=True)
class FilesPage:
    """`player`: the film or sound that is played, with its tracks beside it."""

    product: Product
    rows: tuple[FileRow, ...]
    player: FileRow | None
    tracks: tuple[Track, ...]
    faults: tuple[Fault, ...]
    may_write: bool

    @property
    def is_waiting(self) -> bool:
        return any(row.is_waiting for row in self.rows)

    @property
    def pictures(self) -> tuple[FileRow, ...]:
        return tuple(row for row in self.rows if row.is_seen and row.shown.picture)


def files_page(user: User, pk: int) -> FilesPage | None:
    """None where there is none that the person may read. Seven queries however many files."""
    found = readable_products(user).select_related("unit", "translation_of", "revises")
    product = found.prefetch_related("files__file").filter(pk=pk).first()
    if product is None:
        return None
    sides = sides_of(user, product.unit_id)
    placed = list(product.files.all())
    files = [one.file for one in placed]
    shown = shown_files(files, public=not sides.reads)
    twins = twins_of(user, files) if sides.writes else {}
    rows = tuple(_row(one, shown, twins.get(one.file_id, ())) for one in placed if one.file_id in shown)
    player = next((row for row in rows if row.file.kind in HEARD), None)
    return FilesPage(
        product=product, rows=rows, player=player,
        tracks=tuple(_track(row, player) for row in rows if row.role == FileRole.CAPTIONS) if player else (),
        faults=tuple(one for one in faults_of(product) if one.field.startswith(("file", "transcript"))),
        may_write=sides.writes and product.is_written,
    )  # fmt: skip


def _row(one: ProductFile, shown: dict[int, Shown], twins: tuple[Twin, ...]) -> FileRow:
    told = [f"{note['message']} {note['advice']}".strip() for note in one.file.notes]
    if one.file.drawing == DrawState.FAILED:
        told.append(one.file.drawing_error)
    return FileRow(
        one.pk,
        one.file,
        FileRole(one.role),
        one.alternative_text,
        one.language,
        shown[one.file_id],
        tuple(told),
        twins,
    )


def _track(row: FileRow, player: FileRow) -> Track:
    captions = _captions(row.file)
    cues = [CueLine(round(cue.start, 2), clock(cue.start)[:8], words) for cue, words in _said(captions)]
    told = tuple(problem.told for problem in against_film(captions, player.file.seconds, row.language))
    return Track(row.pk, row.file.name, row.language, row.file.name, row.shown.captions, tuple(cues), told)


def _captions(file: StoredFile) -> Captions:
    path = Path(file.content.path)
    return read_captions(path.read_bytes() if path.is_file() else b"", file.name)


def _said(captions: Captions) -> list[tuple[Cue, str]]:
    return list(zip(captions.cues, captions.words.split("\n"), strict=False))[:CUES_SHOWN]
