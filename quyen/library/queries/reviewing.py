"""What a reviewer without an account gets to see: one draft and its files, for one opinion."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer

from quyen.library.enums import FileKind, ProductState, RenditionKind
from quyen.library.models import Product, ProductFile, ReviewLink
from quyen.library.queries.files import Served
from quyen.library.queries.page import FileView, file_view
from quyen.library.queries.wording import Part, grouped, parts_of

_SIGNER = Signer(salt="quyen.library.review")
WIDE = 1280  # pixels of a picture as a reviewer gets it
OUT = (ProductState.PUBLISH, ProductState.RETIRE)  # nothing left to give an opinion on


def signed(secret: str) -> str:
    """As it stands in the address: made-up ones are turned away before the database is asked."""
    return _SIGNER.sign(secret).replace(":", ".")


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def link_of(token: str) -> ReviewLink | None:
    """The link of an address, whatever became of it; None for one that never was. One query."""
    try:
        secret = _SIGNER.unsign(token.replace(".", ":"))
    except BadSignature:
        return None
    rows = ReviewLink.objects.select_related("product__unit", "made_by")
    return rows.filter(secret_hash=hashed(secret)).first()


@dataclass(frozen=True)
class ReviewPage:
    """`stands`: the draft is shown and an opinion is taken; else only why not."""

    link: ReviewLink
    product: Product
    stands: bool
    texts: tuple[tuple[str, tuple[tuple[str, tuple[Part, ...]], ...]], ...]
    files: tuple[FileView, ...]

    @property
    def is_out(self) -> bool:
        return self.product.state in OUT


def stands(link: ReviewLink) -> bool:
    return link.is_open and link.product.state not in OUT


def review_page(link: ReviewLink) -> ReviewPage:
    """Two queries; nothing of the draft where the link does not stand."""
    product = link.product
    if not stands(link):
        return ReviewPage(link, product, False, (), ())
    texts = tuple(
        (name, grouped(parts_of(text))) for name, text in product.words().items() if name != "title" and text
    )
    files = ProductFile.objects.filter(product=product).select_related("file")
    return ReviewPage(link, product, True, texts, tuple(file_view(one) for one in files))


def reviewed_bytes(link: ReviewLink, pk: int) -> Served | None:
    """A file of that one draft, and of no other: of pictures what was drawn of them, without what a camera wrote into
    them. Two queries."""
    if not stands(link):
        return None
    rows = ProductFile.objects.select_related("file").prefetch_related("file__renditions")
    row = rows.filter(product=link.product_id, pk=pk).first()
    if row is None:
        return None
    file = row.file
    drawn = [
        one for one in file.renditions.all() if one.kind in (RenditionKind.PICTURE, RenditionKind.DRAWING)
    ]
    if drawn:
        best = min(drawn, key=lambda one: (one.media_type != "image/jpeg", abs(one.width - WIDE)))
        return Served(
            best.content.name or "", best.media_type, best.size, best.sha256, file.name, inline=True
        )
    inline = file.kind in (FileKind.VIDEO, FileKind.SOUND)
    return Served(file.content.name or "", file.media_type, file.size, file.sha256, file.name, inline)
