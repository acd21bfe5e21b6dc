"""Kits: the files and texts that a channel needs of one product, in one zip with a manifest. A person takes it and posts
under the unit's own name; nothing here sends anything anywhere."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.media import as_srt, as_vtt, read_captions
from quyen.core.media.voice import read_by, voice_for
from quyen.core.paper.kit import (
    Told,
    card_jpeg,
    labels_of,
    missing_signs,
    poster_pdf,
    qr_png,
    qr_svg,
    radio_docx,
)
from quyen.core.text.folding import fold
from quyen.library.enums import Channel, FileRole, ProductState
from quyen.library.models import Product, ProductFile
from quyen.library.queries.access import sides_of
from quyen.library.queries.kits import faces, placed_pictures, post_of, spoken_of, told_of

MANIFEST, FIRST = "kiem-ke.json", "doc-truoc.txt"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold: same product, same bytes
NAMED = {
    "txt": "text/plain", "html": "text/html", "jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf",
    "vtt": "text/vtt", "srt": "application/x-subrip", "wav": "audio/wav",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip


@dataclass(frozen=True)
class Kit:
    name: str
    content: bytes
    notes: tuple[str, ...]


@dataclass
class _Gathered:
    """`files`: name in the zip -> bytes; `more`: what the manifest says of one beside its print; `notes`: what the person
    who takes it should know."""

    product: Product
    told: Told
    day: date
    files: dict[str, bytes] = field(default_factory=dict)
    more: dict[str, dict[str, Any]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def note(self, words: str) -> None:
        if words not in self.notes:
            self.notes.append(words)


def make_kit(*, actor: User | None, product: Product, channel: Channel, day: date | None = None) -> Kit:
    """`product` from `queries.kits.kit_product`. What is not published yet is its own unit's, and every file says so.
    Errors: PermissionDenied, TookTooLong, TypesettingFailed."""
    if (
        product.state != ProductState.PUBLISH
        and actor is not None
        and not sides_of(actor, product.unit_id).reads
    ):
        raise PermissionDenied
    gathered = _Gathered(product, told_of(product), day or timezone.localdate())
    asked = [one for one in Channel if one != Channel.ALL] if channel == Channel.ALL else [channel]
    for one in asked:
        PARTS[one](gathered)
    _say_what_lacks(gathered)
    record(
        [
            entry(
                actor=actor,
                verb=Verb.EXPORT,
                subject=product,
                unit_id=product.unit_id,
                after={"kit": channel.value},
            )
        ]
    )
    return Kit(_name(gathered, channel), _zipped(gathered, channel), tuple(gathered.notes))


def _name(gathered: _Gathered, channel: Channel) -> str:
    stem = slugify(fold(gathered.product.title))[:50].strip("-") or "san-pham"
    draft = "chua-phat-hanh-" if gathered.told.draft else ""
    return f"{draft}{stem}-{gathered.product.language}-{channel.value}.zip"


def _say_what_lacks(gathered: _Gathered) -> None:
    told = gathered.told
    if told.draft:
        gathered.note(
            _("Sản phẩm chưa phát hành: chỉ để xem trước, địa chỉ và mã QR chưa mở cho công chúng.")
        )
    if gathered.product.is_out_of_date:
        gathered.note(_("Bản gốc đã đổi sau khi bản dịch này được làm: hãy xem lại bản dịch trước khi đăng."))
    missing = missing_signs(
        "".join((told.title, told.summary, *(part.words for part in told.parts))), faces()
    )
    if missing:
        gathered.note(_("Không có phông chữ cho các chữ: %(signs)s. Trên áp phích và ảnh chúng hiện thành ô vuông; hãy dàn trang bằng máy có phông đó.") % {"signs": missing[:60]})  # fmt: skip


# --- one function a channel ---------------------------------------------------------------------------


def _web(gathered: _Gathered) -> None:
    """A page that stands by itself, with its pictures beside it."""
    pictures = []
    for number, (row, drawn) in enumerate(placed_pictures(gathered.product), 1):
        path = Path(drawn.content.path)
        if path.is_file():
            name = f"web/anh-{number:02d}.jpg"
            gathered.files[name] = path.read_bytes()
            gathered.more[name] = {"alternative_text": row.alternative_text, "of": row.file.name}
            pictures.append(
                {
                    "name": name.removeprefix("web/"),
                    "alt": row.alternative_text,
                    "width": drawn.width,
                    "height": drawn.height,
                }
            )
    context = {"told": gathered.told, "labels": labels_of(gathered.told.language), "pictures": pictures}
    gathered.files["web/trang.html"] = render_to_string("library/kit_web.html", context).encode()
    if any(
        row.role == FileRole.MAIN and row.file.kind in ("video", "sound")
        for row in gathered.product.files.all()
    ):
        gathered.note(_("Phim và âm thanh không nằm trong bộ này; hãy dẫn tới trang công khai của sản phẩm."))


def _post(gathered: _Gathered) -> None:
    gathered.files["bai-dang/bai-dang.txt"] = post_of(gathered.told).encode()
    gathered.files["bai-dang/anh-1200x630.jpg"] = card_jpeg(gathered.told, faces())
    alternative = gathered.told.alternative_text or gathered.told.title
    gathered.files["bai-dang/mo-ta-anh.txt"] = alternative.encode()
    gathered.more["bai-dang/anh-1200x630.jpg"] = {"alternative_text": alternative}
    gathered.note(
        _("Khi đăng, hãy ghi mô tả ảnh vào ô “văn bản thay thế”, và giữ dòng tên đơn vị phát hành.")
    )


def _radio(gathered: _Gathered) -> None:
    spoken, told = spoken_of(gathered.product), gathered.told
    if not spoken.paragraphs:
        gathered.note(_("Sản phẩm không có lời để đọc: chưa làm bản truyền thanh."))
        return
    notes = []
    if spoken.unread:
        notes.append(
            _("Chữ viết tắt cần thống nhất cách đọc: %(words)s.") % {"words": ", ".join(spoken.unread)}
        )
    gathered.files["truyen-thanh/ban-doc.docx"] = radio_docx(told, spoken.paragraphs, spoken.minutes, notes)
    whole = "\n\n".join((f"{told.units}", told.title, *spoken.paragraphs))
    gathered.files["truyen-thanh/ban-doc.txt"] = whole.encode()
    for note in notes:
        gathered.note(note)
    if told.language != "vi":
        gathered.note(
            _("Bản đọc giữ chữ số và chữ viết tắt như bản gốc: chỉ tiếng Việt được viết ra thành lời.")
        )
    _heard(gathered, "\n".join(spoken.paragraphs))


def heard_of(product: Product) -> bytes | None:
    """The radio script as a voice of this machine reads it, a WAV file; None where none is here, or where it fails.
    `product` from `queries.kits.kit_product`, which asks who may."""
    voice, paragraphs = voice_for(product.language), spoken_of(product).paragraphs
    return read_by(voice, "\n".join(paragraphs)) if voice and paragraphs else None


def _heard(gathered: _Gathered, words: str) -> None:
    voice = voice_for(gathered.told.language)
    if voice is None:
        gathered.note(
            _("Không có bản nghe thử: máy chủ chưa cài giọng đọc cho ngôn ngữ này (espeak-ng hoặc piper).")
        )
        return
    sound = read_by(voice, words)
    if sound is None:
        gathered.note(
            _("Không có bản nghe thử: giọng đọc %(voice)s không đọc được bài này.") % {"voice": voice.name}
        )
        return
    gathered.files["truyen-thanh/nghe-thu.wav"] = sound
    gathered.note(_("Bản nghe thử do máy đọc (%(voice)s), chỉ để ước lượng thời gian; phát thanh nên do người đọc.") % {"voice": voice.name})  # fmt: skip


def _poster(gathered: _Gathered) -> None:
    for size in ("a4", "a3"):
        gathered.files[f"ap-phich/ap-phich-{size}.pdf"] = poster_pdf(
            gathered.told, faces(), gathered.day, size
        )


def _qr(gathered: _Gathered) -> None:
    gathered.files["ma-qr/ma-qr.svg"] = qr_svg(gathered.told.address)
    gathered.files["ma-qr/ma-qr.png"] = qr_png(gathered.told.address)


def _captions(gathered: _Gathered) -> None:
    for number, row in enumerate(_rows(gathered, FileRole.CAPTIONS), 1):
        captions = read_captions(Path(row.file.content.path).read_bytes(), row.file.name)
        stem = f"phu-de/phu-de-{row.language or gathered.product.language}" + (
            f"-{number}" if number > 1 else ""
        )
        gathered.files[f"{stem}.vtt"] = as_vtt(captions).encode()
        gathered.files[f"{stem}.srt"] = as_srt(captions).encode()
        gathered.files.setdefault("phu-de/loi-theo-phu-de.txt", captions.words.encode())
    if gathered.product.transcript.strip():
        gathered.files["phu-de/ban-loi.txt"] = gathered.product.transcript.encode()


def _rows(gathered: _Gathered, role: FileRole) -> Iterator[ProductFile]:
    for row in gathered.product.files.all():
        if row.role == role and Path(row.file.content.path).is_file():
            yield row


PARTS: dict[str, Callable[[_Gathered], None]] = {
    Channel.WEB: _web, Channel.POST: _post, Channel.RADIO: _radio, Channel.POSTER: _poster, Channel.QR: _qr,
    Channel.CAPTIONS: _captions,
}  # fmt: skip


# --- the zip ------------------------------------------------------------------------------------------


def _zipped(gathered: _Gathered, channel: Channel) -> bytes:
    files = dict(gathered.files)
    files[FIRST] = _first(gathered).encode()
    files[MANIFEST] = json.dumps(_manifest(gathered, channel, files), ensure_ascii=False, indent=1).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            made.writestr(info, files[name])
    return out.getvalue()


def _first(gathered: _Gathered) -> str:
    told = gathered.told
    people = "; ".join(f"{role}: {name}" if role else name for role, name in told.credits)
    lines = [
        told.title, _("Đơn vị phát hành: %(units)s") % {"units": told.units}, told.address,
        _("Giấy phép: %(licence)s") % {"licence": told.licence or "—"},
        *([_("Thực hiện: %(people)s") % {"people": people}] if people else []), "",
        *(f"- {note}" for note in gathered.notes),
    ]  # fmt: skip
    return "\n".join(lines).strip() + "\n"


def _manifest(gathered: _Gathered, channel: Channel, files: dict[str, bytes]) -> dict[str, Any]:
    """docs/reference/kits.md says what each name means."""
    told, product = gathered.told, gathered.product
    return {
        "quyen_kit": 1, "channel": channel.value, "product": product.pk, "title": told.title, "language": told.language,
        "state": product.state, "edition": product.edition, "unit": told.unit, "other_units": list(told.other_units),
        "address": told.address, "licence": product.licence, "licence_said": told.licence,
        "credits": [{"role": role, "name": name} for role, name in told.credits],
        "made_on": gathered.day.isoformat(), "notes": gathered.notes,
        "files": [
            {
                "name": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content),
                "media_type": NAMED.get(name.rpartition(".")[2], "application/octet-stream"), **gathered.more.get(name, {}),
            }
            for name, content in sorted(files.items())
        ],
    }  # fmt: skip
