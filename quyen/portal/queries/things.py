"""Published products in the neutral shape in which they are shared. All of it starts from what is published now, so nothing
that is private comes out, whatever any register says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import override

from quyen.core.sharing import Article, Credit, Form, Issuer, Part, Relation, Said, Thing, Word
from quyen.core.text.folding import fold
from quyen.library.enums import FileKind, Licence, ProductKind
from quyen.library.queries import PublicProduct, public_products
from quyen.library.queries.files import Shown, shown_files
from quyen.library.queries.public import PublicFile
from quyen.portal.queries.addresses import product_path
from quyen.portal.queries.shelf import ProductShown
from quyen.rights.queries.names import address_of
from quyen.rights.queries.situations import SituationPage

FORMS = {
    ProductKind.INFOGRAPHIC: Form.PICTURE, ProductKind.CLIP: Form.VIDEO, ProductKind.HANDBOOK: Form.BOOK,
    ProductKind.BOOK: Form.BOOK, ProductKind.POSTER: Form.PICTURE, ProductKind.PHOTO: Form.PICTURES,
    ProductKind.POSTCARD: Form.PICTURES, ProductKind.RADIO_PLAY: Form.SOUND, ProductKind.RADIO: Form.SOUND,
    ProductKind.TV: Form.VIDEO, ProductKind.PODCAST: Form.SOUND, ProductKind.SKETCH: Form.PLAY,
    ProductKind.SONG: Form.SOUND, ProductKind.EXHIBITION: Form.PICTURES, ProductKind.QUIZ: Form.OTHER,
    ProductKind.DATASET: Form.DATA, ProductKind.OTHER: Form.OTHER,
}  # fmt: skip  # all others are text
LICENCES = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
}
_ENDINGS = {"webp": "image/webp", "jpg": "image/jpeg", "vtt": "text/vtt", "svg": "image/svg+xml"}


def host() -> str:
    """Of this installation, for names that never change."""
    return urlsplit(settings.ADDRESS).hostname or "localhost"


def identifier_of(pk: int) -> str:
    return f"oai:{host()}:product/{pk}"


def things_of(pks: Iterable[int], changed: Mapping[int, datetime] | None = None) -> dict[int, Thing]:
    """By number, of those that are published now. `changed`: when each last changed, by the register; else the day of its
    last edition. Ten queries however many."""
    products = public_products(pks)
    shown = shown_files({file.pk for one in products for file in one.files})
    times = changed or {}
    with override("vi"):
        return {
            one.pk: _thing(one, shown, times.get(one.pk) or _morning(one.republished_on)) for one in products
        }


# the first that is found in the words of a credit, without marks; the list is that of `core.sharing`
ROLES = (
    ("bien tap", "editor"), ("hieu dinh", "editor"), ("dich", "translator"), ("anh", "photographer"), ("chup", "photographer"),
    ("quay", "photographer"), ("tac gia", "author"), ("bien soan", "author"), ("kich ban", "author"), ("viet", "author"),
    ("ve", "author"), ("minh hoa", "author"), ("doc", "performer"), ("dien", "performer"), ("long tieng", "performer"),
    ("giong", "performer"), ("dao dien", "producer"), ("san xuat", "producer"), ("thuc hien", "producer"),
)  # fmt: skip


def role_of(words: str) -> str:
    """What a credit's own words ("Biên soạn", "Ảnh") are called among programs."""
    told = f" {fold(words)} "
    return next((role for sign, role in ROLES if f" {sign} " in told), "contributor")


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _thing(one: PublicProduct, shown: Mapping[int, Shown], changed_at: datetime) -> Thing:
    return Thing(
        identifier=identifier_of(one.pk), address=settings.ADDRESS + product_path(one.pk, one.title),
        form=FORMS.get(one.kind, Form.TEXT), titles=(Said(one.title, one.language.value),), changed_at=changed_at,
        language=one.language.value, kind=Word(one.kind.value, (Said(str(one.kind.label), "vi"),)),
        descriptions=(Said(one.summary, one.language.value),) if one.summary else (),
        credits=tuple(Credit(name, role_of(words), words) for words, name in one.credits)
        + tuple(Credit(name, "contributor", "Cùng làm") for name in one.other_units),
        issuer=Issuer(one.unit, str(one.unit_pk)),
        subjects=tuple(Word(slug, (Said(vi, "vi"), Said(en, "en"))) for slug, vi, en, _km in one.topics),
        audiences=tuple(Word(each.value, (Said(str(each.label), "vi"),)) for each in one.audiences),
        articles=tuple(article(code, path) for code, path in one.articles),
        published_at=_morning(one.published_on), licence=LICENCES.get(one.licence, ""),
        licence_words=str(one.licence.label),
        parts=tuple(part for file in one.files if file.pk in shown for part in _parts(file, shown[file.pk])),
        relations=_relations(one),
    )  # fmt: skip


def thing_shown(found: ProductShown) -> Thing:
    """Of a product's own page, from what that has read already. No query."""
    held = (found.main, *found.pictures, *found.captions, *found.downloads)
    shown = {one.file.pk: one.shown for one in held if one}
    with override("vi"):
        return _thing(found.product, shown, _morning(found.product.republished_on))


def situation_thing(page: SituationPage) -> Thing:
    """A page "Quyền của tôi khi …", with the articles that it rests on and who reviewed it."""
    start = "" if page.language == "vi" else f"/{page.language}"
    cites = {(cite.code, cite.path) for part in page.parts for block in part.blocks for cite in block.cites}
    named = [("editor", page.reviewed_by, "Người duyệt"), ("translator", page.translated_by, "Người dịch")]
    address = f"{settings.ADDRESS}{start}/quyen-cua-toi/{page.slug}/"
    return Thing(
        identifier=f"oai:{host()}:situation/{page.slug}/{page.language}", address=address, form=Form.TEXT,
        titles=(Said(page.title, page.language),), changed_at=page.changed_at, language=page.language,
        descriptions=(Said(page.lede, page.language),), published_at=page.published_at,
        credits=tuple(Credit(name, role, words) for role, name, words in named if name), issuer=Issuer("Quyền"),
        subjects=tuple(Word(one.slug, (Said(one.name, page.language),)) for one in page.topics),
        articles=tuple(article(code, path) for code, path in sorted(cites)),
    )  # fmt: skip


def article(code: str, path: str) -> Article:
    number, _dot, _below = path.partition(".")
    label = f"Điều {number} {code}" if number[:1].isdigit() else f"{code} {path}"
    return Article(code, path, label, settings.ADDRESS + address_of(code, path, "vi"))


def _relations(one: PublicProduct) -> tuple[Relation, ...]:
    """Between the first language of a work and its translations."""
    mine = one.pk == one.work
    others = [each for each in one.versions if mine or each.pk == one.work]
    kind = "has-translation" if mine else "translation-of"
    return tuple(
        Relation(kind, identifier_of(each.pk), settings.ADDRESS + product_path(each.pk, each.title))
        for each in others
    )


def _parts(file: PublicFile, shown: Shown) -> Iterable[Part]:
    """A file in the form that everyone may take: the largest picture, the safe drawing, the film as it came."""
    role = file.role.value
    if shown.whole:
        yield Part(
            settings.ADDRESS + shown.whole, file.media_type, role, file.name, file.size, file.width, file.height,
            file.seconds, file.language, file.alternative_text,
        )  # fmt: skip
    elif shown.largest:
        size = (shown.largest.width, shown.largest.height)
        yield _made(shown.largest.address, file, size)
    elif shown.drawing or shown.captions:
        yield _made(shown.drawing or shown.captions, file, (file.width, file.height))


def _made(address: str, file: PublicFile, size: tuple[int | None, int | None]) -> Part:
    kind = _ENDINGS.get(address.rpartition(".")[2], file.media_type)
    role = "picture" if file.kind == FileKind.PICTURE and file.role.value == "main" else file.role.value
    return Part(
        settings.ADDRESS + address,
        kind,
        role,
        file.name,
        None,
        *size,
        None,
        file.language,
        file.alternative_text,
    )
