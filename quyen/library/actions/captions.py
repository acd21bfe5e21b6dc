"""Captions beside their film: those of another film are refused at every door."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext as _

from quyen.core.media import Problem, against_film, read_captions
from quyen.library.actions.guard import LibraryRefused
from quyen.library.enums import FileKind
from quyen.library.models import Product, StoredFile


def checked_captions(product: Product, stored: StoredFile) -> tuple[Problem, ...]:
    """What is told of captions beside the product's film. Errors: LibraryRefused where they are none, or cannot be its own;
    the file itself stays in the unit's keeping."""
    kept = _("Tệp được giữ trong kho của đơn vị nhưng chưa đưa vào sản phẩm.")
    if stored.kind != FileKind.CAPTIONS:
        raise LibraryRefused(
            _("“%(name)s” không phải tệp phụ đề.") % {"name": stored.name},
            advice=_("%(kept)s Phụ đề là tệp .vtt hoặc .srt.") % {"kept": kept},
        )
    films = product.files.filter(file__kind=FileKind.VIDEO, file__seconds__gt=0)
    seconds = films.values_list("file__seconds", flat=True).first()
    captions = read_captions(Path(stored.content.path).read_bytes(), stored.name)
    problems = against_film(captions, seconds, product.language)
    wrong = next((problem for problem in problems if problem.refuses), None)
    if wrong:
        raise LibraryRefused(wrong.message, advice=f"{kept} {wrong.advice}")
    return problems
