"""The few kinds of paragraph that a page is made of. A page names facts; it never holds a figure, nor a file.

Products and pictures are chosen out of what the library has published. Should one be taken back, the paragraph that names it
is left out of the page: the page opens no door of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic import chooser as views
from wagtail.admin.viewsets.chooser import ChooserViewSet

RICH = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


def _indicators() -> list[tuple[str, str]]:
    from quyen.indicators.models import Indicator

    return [(one.code, str(one)) for one in Indicator.objects.filter(is_national=True)]


def _situations() -> list[tuple[str, str]]:
    from quyen.rights.queries import published_texts

    return [(one.situation.slug, one.title) for one in published_texts("vi").defer("body", "asked")]


def open_products() -> QuerySet[Any]:
    from quyen.library.queries.public import published_products

    return published_products()


def open_pictures() -> QuerySet[Any]:
    from quyen.library.enums import FileKind
    from quyen.library.queries.files import open_files

    return open_files().filter(kind__in=[FileKind.PICTURE, FileKind.DRAWING])


# --- choosing out of the library --------------------------------------------------------------------


class WordsForm(BaseFilterForm):  # type: ignore[misc]  # Wagtail carries no types
    """Words of the title, with marks or none."""

    named_by = "title"
    q = forms.CharField(label=_("Tìm"), required=False)

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        words = self.cleaned_data.get("q", "").split()
        self.is_searching, self.search_query = bool(words), " ".join(words)
        for word in words:
            objects = objects.filter(**{f"{self.named_by}__unaccent__icontains": word})
        return objects


class FileWordsForm(WordsForm):
    named_by = "name"


class Products:
    """What of the products may be chosen, seen and named: those that are out."""

    filter_form_class = WordsForm

    def get_object_list(self) -> QuerySet[Any]:
        return open_products()

    def get_object(self, pk: object) -> Any:
        return open_products().get(pk=pk)

    def get_objects(self, pks: Iterable[object]) -> QuerySet[Any]:
        return open_products().filter(pk__in=pks)


class Pictures:
    filter_form_class = FileWordsForm

    def get_object_list(self) -> QuerySet[Any]:
        return open_pictures()

    def get_object(self, pk: object) -> Any:
        return open_pictures().get(pk=pk)

    def get_objects(self, pks: Iterable[object]) -> QuerySet[Any]:
        return open_pictures().filter(pk__in=pks)


def _viewset(name: str, model: str, mine: type, one: Any, another: Any, **more: Any) -> ChooserViewSet:
    """Wagtail's chooser, each of whose views sees only what `mine` lets be seen; nothing is created in it."""
    kinds = {
        f"{part}_view_class": type(f"{mine.__name__}{part}", (mine, base), {})
        for part, base in (
            ("choose", views.ChooseView), ("choose_results", views.ChooseResultsView),
            ("chosen", views.ChosenView), ("chosen_multiple", views.ChosenMultipleView),
        )
    }  # fmt: skip
    texts = {"choose_one_text": one, "choose_another_text": another, "page_title": one}
    made: type[ChooserViewSet] = type(f"{mine.__name__}ViewSet", (ChooserViewSet,), kinds)
    return made(
        name,
        model=model,
        register_widget=False,
        per_page=20,
        url_prefix=name.replace("_", "-"),
        **texts,
        **more,
    )


product_chooser = _viewset(
    "product_chooser", "library.Product", Products, _("Chọn sản phẩm"), _("Chọn sản phẩm khác"), icon="media"
)
picture_chooser = _viewset(
    "picture_chooser",
    "library.StoredFile",
    Pictures,
    _("Chọn ảnh của thư viện"),
    _("Chọn ảnh khác"),
    icon="image",
)
ProductChooser = product_chooser.get_block_class(name="ProductChooser", module_path="quyen.portal.blocks")
PictureChooser = picture_chooser.get_block_class(name="PictureChooser", module_path="quyen.portal.blocks")


# --- paragraphs ---------------------------------------------------------------------------------------


class Words(blocks.RichTextBlock):  # type: ignore[misc]
    class Meta:
        label = _("Đoạn văn")
        icon = "pilcrow"
        template = "portal/blocks/words.html"

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"features": RICH, **options})


class Picture(blocks.StructBlock):  # type: ignore[misc]
    file = PictureChooser(label=_("Ảnh"))
    alternative = blocks.CharBlock(label=_("Mô tả hình cho người không nhìn thấy"), max_length=400)
    caption = blocks.CharBlock(label=_("Chú thích, nguồn"), required=False, max_length=400)

    class Meta:
        label = _("Ảnh của thư viện")
        icon = "image"
        template = "portal/blocks/picture.html"


class Quote(blocks.StructBlock):  # type: ignore[misc]
    words = blocks.TextBlock(label=_("Lời trích"))
    source = blocks.CharBlock(label=_("Của ai, ở đâu"))

    class Meta:
        label = _("Trích dẫn")
        icon = "openquote"
        template = "portal/blocks/quote.html"


class ProductList(blocks.ListBlock):  # type: ignore[misc]
    class Meta:
        label = _("Sản phẩm")
        icon = "media"
        template = "portal/blocks/products.html"

    def __init__(self, child_block: Any = None, **options: Any) -> None:
        super().__init__(child_block or ProductChooser(label=_("Sản phẩm")), **options)


class Figure(blocks.StructBlock):  # type: ignore[misc]
    code = blocks.ChoiceBlock(choices=_indicators, label=_("Chỉ số"))
    words = blocks.CharBlock(label=_("Nói rõ là gì"), required=False)

    class Meta:
        label = _("Số liệu")
        icon = "table"
        template = "portal/blocks/figure.html"


class SituationNamed(blocks.StructBlock):  # type: ignore[misc]
    slug = blocks.ChoiceBlock(choices=_situations, label=_("Hoàn cảnh"))

    class Meta:
        label = _("Trang “Quyền của tôi khi …”")
        icon = "user"
        template = "portal/blocks/situation.html"


PARTS: list[tuple[str, blocks.Block]] = [
    ("words", Words()), ("picture", Picture()), ("quote", Quote()), ("products", ProductList()), ("figure", Figure()),
    ("situation", SituationNamed()),
]  # fmt: skip
