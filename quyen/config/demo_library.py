"""The demo's library: products of the invented province, out of the files in docs/tutorial/san-pham.

Rows of the past carry the days of the past, so they are made here and not by the actions, which know today only. Pictures
are drawn by `demo_posters`; what is shown of them is made by the worker's job, so that the start does not wait for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from quyen.accounts.models import User
from quyen.config.demo_posters import HIGH, WIDE, captions, jingle, poster, seen
from quyen.library.actions import Remark, comment
from quyen.library.actions.files import enqueue
from quyen.library.actions.translating import copy_ties
from quyen.library.enums import UNDER_WAY, BundleState, Deed, DrawState, FileKind, FileRole, ProductState
from quyen.library.models import (
    Bundle,
    BundleItem,
    Product,
    ProductEdition,
    ProductFile,
    ProductProvision,
    ProductStep,
    StoredFile,
)
from quyen.library.models.files import stored_path
from quyen.library.models.product import print_of
from quyen.library.queries.content import content_of, matter
from quyen.library.queries.page import SORT
from quyen.organisation.models import Unit
from quyen.rights.actions.situation_loading import load_topics
from quyen.rights.enums import TieState
from quyen.rights.models import Topic

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "san-pham"
SAMPLE = "(dữ liệu mẫu)"
UNITS = {
    "justice": f"Sở Tư pháp tỉnh Sông Lam {SAMPLE}", "province": f"Tỉnh Sông Lam {SAMPLE}",
    "culture": f"Sở Văn hóa, Thể thao và Du lịch tỉnh Sông Lam {SAMPLE}",
    "radio": f"Sở Văn hóa, Thể thao và Du lịch tỉnh Sông Lam {SAMPLE}",
    "education": f"Sở Giáo dục và Đào tạo tỉnh Sông Lam {SAMPLE}", "health": f"Sở Y tế tỉnh Sông Lam {SAMPLE}",
    "commune": f"Phường Bến Cát {SAMPLE}",
}  # fmt: skip
WAY = (
    (ProductState.DRAFT, Deed.BEGIN), (ProductState.EDIT, Deed.HAND_IN), (ProductState.CHECK, Deed.ASK_CHECK),
    (ProductState.APPROVE, Deed.PASS_CHECK), (ProductState.READY, Deed.APPROVE), (ProductState.PUBLISH, Deed.PUBLISH),
)  # fmt: skip


@dataclass(frozen=True)
class _Told:
    """One file: its head, and its texts by name."""

    slug: str
    language: str
    head: dict[str, str]
    texts: dict[str, str]

    def many(self, name: str) -> list[str]:
        return self.head.get(name, "").split()


@dataclass
class _World:
    units: dict[str, Unit]
    writer: User
    coordinator: User
    topics: dict[str, Topic]


@transaction.atomic
def sample_library(writer: User, coordinator: User) -> None:
    """Some forty products in several states, two bundles. Safe to run twice: where there are products nothing is made."""
    if Product.objects.exists():
        return
    load_topics()
    names = {unit.name: unit for unit in Unit.objects.filter(name__in=UNITS.values(), is_active=True)}
    units = {key: names[name] for key, name in UNITS.items() if name in names}
    world = _World(units, writer, coordinator, {one.slug: one for one in Topic.objects.all()})
    told = [_read(path) for path in sorted(FOLDER.glob("*.md"))]
    sources = {
        one.slug: _made(world, one) for one in told if "kind" in one.head and one.head["unit"] in units
    }
    files = _files(world, told, sources)
    rows = dict(sources)
    for one in told:
        if "kind" not in one.head and one.slug in sources:
            rows[f"{one.slug}.{one.language}"] = _translated(world, one, sources[one.slug])
    for key, product in rows.items():
        _placed(product, files, key)
    _steps(world, rows.values())
    _editions(world, [one for one in rows.values() if one.edition])
    _out_of_date(world, sources["bi-tam-giu"])
    _talk(world, sources["to-roi-khieu-nai"])
    _bundles(world, rows)


def _read(path: Path) -> _Told:
    head, *texts = path.read_text(encoding="utf-8").split("\n=== ")
    lines = (line.partition(": ") for line in head.splitlines() if line)
    slug, language = path.stem.rsplit(".", 1)
    named = (text.partition("\n") for text in texts)
    return _Told(slug, language, {k: v for k, _sep, v in lines}, {k: v.strip() for k, _sep, v in named})


def _common(world: _World, one: _Told) -> dict[str, object]:
    """What works and translations have in common; its state carries the days that it needs."""
    state, today = ProductState(one.head["state"]), timezone.localdate()
    begun = today - timedelta(days=int(one.head["ago"]))
    was_out = state in (ProductState.PUBLISH, ProductState.RETIRE)
    due = today + timedelta(days=int(one.head["due"])) if "due" in one.head else None
    return {
        "language": one.language, "title": one.head["title"], "summary": one.texts.get("summary", ""),
        "body": one.texts.get("body", ""), "transcript": one.texts.get("transcript", ""), "state": state,
        "edition": int(was_out), "published_on": begun if was_out else None, "republished_on": begun if was_out else None,
        "retired_on": today - timedelta(days=30) if state == ProductState.RETIRE else None,
        "due_on": due if state in UNDER_WAY else None, "started_by": world.writer, "written_by": world.writer,
        "is_machine_drafted": "machine" in one.head, "created_at": _at(begun - timedelta(days=12)),
    }  # fmt: skip


def _made(world: _World, one: _Told) -> Product:
    credits = [line.partition(": ") for line in one.head.get("credits", "").split(" | ") if line]
    product = Product.objects.create(
        unit=world.units[one.head["unit"]], kind=one.head["kind"], media=one.many("media"),
        audiences=one.many("audiences"), licence=one.head.get("licence", ""),
        seconds=int(one.head["seconds"]) if "seconds" in one.head else None,
        credits=[{"role": role, "name": name} for role, _sep, name in credits], **_common(world, one),
    )  # fmt: skip
    product.topics.set([world.topics[slug] for slug in one.many("topics") if slug in world.topics])
    if "other" in one.head:
        product.other_units.set([world.units[one.head["other"]]])
    articles = [line.split() for line in one.head.get("articles", "").split("; ") if line]
    ProductProvision.objects.bulk_create([
        ProductProvision(product=product, code=code, path=path, made_by=world.writer, state=TieState.CONFIRMED)
        for code, path in articles
    ])  # fmt: skip
    return product


def _translated(world: _World, one: _Told, source: Product) -> Product:
    made = Product.objects.create(
        unit=source.unit, kind=source.kind, media=source.media, audiences=source.audiences, licence=source.licence,
        credits=source.credits, seconds=source.seconds, translation_of=source, source_edition=source.edition,
        made_from=matter(source), **_common(world, one),
    )  # fmt: skip
    copy_ties(source, made)
    return made


def _files(
    world: _World, told: list[_Told], sources: dict[str, Product]
) -> dict[str, list[tuple[StoredFile, str, str]]]:
    """By work, and by work and language where the letters are ours: (file, role, what it shows)."""
    found: dict[str, list[tuple[StoredFile, str, str]]] = {}
    motifs = {one.slug: one.head for one in told if "motif" in one.head}
    for one in told:
        if one.slug not in sources or one.language == "km":
            continue  # our letters hold no Khmer: that version keeps the picture of its source
        head, unit = motifs[one.slug], sources[one.slug].unit
        drawn = poster(one.head["title"], head["motif"], head["colour"], unit.name.removesuffix(f" {SAMPLE}"))
        key = one.slug if one.language == "vi" else f"{one.slug}.{one.language}"
        stored = _stored(
            unit, f"{key}.svg", drawn, FileKind.DRAWING, "image/svg+xml", width=WIDE, height=HIGH
        )
        found[key] = [(stored, FileRole.COVER, seen(head["motif"], one.head["title"], one.language))]
        if "sound" in one.head and one.texts.get("transcript"):
            found[key] += _sound(unit, one)
    return found


def _sound(unit: Unit, one: _Told) -> list[tuple[StoredFile, str, str]]:
    lines = [line for line in one.texts["transcript"].splitlines() if line][:3]
    tune = _stored(unit, "nhac-hieu-truyen-thanh.wav", jingle(), FileKind.SOUND, "audio/wav", seconds=6.0)
    words = _stored(unit, f"{one.slug}.vtt", captions(lines), FileKind.CAPTIONS, "text/vtt")
    return [(tune, FileRole.MAIN, ""), (words, FileRole.CAPTIONS, "")]


def _stored(unit: Unit, name: str, data: bytes, kind: str, media_type: str, **size: float) -> StoredFile:
    """Our own bytes, which need no look; drawn by the worker."""
    sha256 = hashlib.sha256(data).hexdigest()
    known = StoredFile.objects.filter(unit=unit, sha256=sha256).first()
    if known:
        return known
    row = StoredFile(
        unit=unit, name=name, sha256=sha256, size=len(data), kind=kind, media_type=media_type, **size
    )
    place = stored_path(row, name)
    row.content.name = (
        place if default_storage.exists(place) else default_storage.save(place, ContentFile(data))
    )
    row.drawing = DrawState.NONE if kind == FileKind.SOUND else DrawState.WAITING
    row.save()
    if row.drawing == DrawState.WAITING:
        enqueue(row.pk)
    return row


def _placed(product: Product, files: dict[str, list[tuple[StoredFile, str, str]]], key: str) -> None:
    given = files.get(key) or [
        one for one in files.get(key.partition(".")[0], ()) if one[1] == FileRole.COVER
    ]
    ProductFile.objects.bulk_create([
        ProductFile(
            product=product, file=file, role=role, position=place, alternative_text=words,
            language=product.language if role == FileRole.CAPTIONS else "",
        )
        for place, (file, role, words) in enumerate(given)
    ])  # fmt: skip


def _steps(world: _World, products: Iterable[Product]) -> None:
    rows = []
    for one in products:
        last = ProductState.PUBLISH if one.state == ProductState.RETIRE else ProductState(one.state)
        deeds = [deed for state, deed in WAY][: [state for state, _deed in WAY].index(last) + 1]
        for place, deed in enumerate(deeds):
            by = world.coordinator if deed in (Deed.PASS_CHECK, Deed.APPROVE, Deed.PUBLISH) else world.writer
            at = one.created_at + timedelta(days=2 * place, hours=place)
            number = 1 if deed == Deed.PUBLISH else None
            rows.append(
                ProductStep(product=one, deed=deed, by=by, by_name=str(by), created_at=at, edition=number)
            )
        if one.state == ProductState.RETIRE:
            by, why = world.coordinator, "Mức lương tối thiểu vùng đã thay đổi; đang soạn bản mới."
            rows.append(ProductStep(product=one, deed=Deed.RETIRE, by=by, by_name=str(by), reason=why))
    ProductStep.objects.bulk_create(rows)


def _editions(world: _World, products: list[Product]) -> None:
    ProductEdition.objects.bulk_create([_edition(world, one) for one in products])


def _edition(world: _World, one: Product) -> ProductEdition:
    content, on = content_of(one), one.republished_on
    assert on is not None
    return ProductEdition(
        product=one, number=one.edition, published_on=on, content=content, sha256=print_of(content),
        by=world.coordinator, by_name=str(world.coordinator), created_at=_at(on),
    )  # fmt: skip


def _out_of_date(world: _World, source: Product) -> None:
    """The source says one thing more since a month; its translation does not yet."""
    said = "- Được khiếu nại về việc bị giữ, bị bắt."
    source.body = source.body.replace(said, f"{said}\n- Được gặp người bào chữa, kể cả ngoài giờ hành chính.")
    source.edition, source.republished_on = 2, timezone.localdate() - timedelta(days=30)
    source.save()
    _editions(world, [source])
    by = world.coordinator
    ProductStep.objects.create(
        product=source,
        deed=Deed.PUBLISH,
        edition=2,
        by=by,
        by_name=str(by),
        created_at=_at(source.republished_on),
    )


def _talk(world: _World, product: Product) -> None:
    quote = "Quá 90 ngày mới gửi mà không nêu lý do"
    comment(
        actor=world.coordinator, product=product,
        remark=Remark("Nên dẫn Điều 9 Luật Khiếu nại và nói rõ thế nào là trở ngại khách quan.", "body", quote),
    )  # fmt: skip


def _bundles(world: _World, rows: dict[str, Product]) -> None:
    """One is set to the next 10 December at eight o'clock, and one of its things is not ready; one went out."""
    today = timezone.localdate()
    day = today.replace(month=12, day=10)
    day = day if day > today else day.replace(year=day.year + 1)
    coming = Bundle.objects.create(
        unit=world.units["justice"], title="Ngày Nhân quyền thế giới 10/12", owner=world.coordinator,
        release_at=_at(day, 8), state=BundleState.SCHEDULED,
    )  # fmt: skip
    _filled(
        coming,
        [
            rows[key]
            for key in ("nhan-quyen-10-12", "nhan-quyen-10-12.en", "clip-hen-ho-mang", "to-roi-khieu-nai")
        ],
    )
    went = _at(today - timedelta(days=60), 8)
    done = Bundle.objects.create(
        unit=world.units["justice"], title="Tuần lễ người cao tuổi và dữ liệu cá nhân", owner=world.coordinator,
        release_at=went, state=BundleState.RELEASED, released_at=went,
    )  # fmt: skip
    _filled(done, [rows[key] for key in ("bai-bao-du-lieu", "mua-ban-nguoi")])


def _filled(bundle: Bundle, products: list[Product]) -> None:
    BundleItem.objects.bulk_create([
        BundleItem(bundle=bundle, sort=SORT, subject_id=one.pk, title=one.title, position=place)
        for place, one in enumerate(products, start=1)
    ])  # fmt: skip


def _at(day: date, hour: int = 9) -> datetime:
    """Of a day, as the country's clocks show it."""
    return timezone.make_aware(datetime.combine(day, time(hour)))
