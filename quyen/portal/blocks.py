"""The few kinds of paragraph that a page is made of. A page names facts; it never holds a figure."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


def _indicators() -> list[tuple[str, str]]:
    from quyen.indicators.models import Indicator

    return [(one.code, str(one)) for one in Indicator.objects.filter(is_national=True)]


class Words(blocks.RichTextBlock):  # type: ignore[misc]  # Wagtail carries no types
    class Meta:
        label = _("Đoạn văn")
        icon = "pilcrow"
        template = "portal/blocks/words.html"

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"features": RICH, **options})


class Quote(blocks.StructBlock):  # type: ignore[misc]
    words = blocks.TextBlock(label=_("Lời trích"))
    source = blocks.CharBlock(label=_("Của ai, ở đâu"))

    class Meta:
        label = _("Trích dẫn")
        icon = "openquote"
        template = "portal/blocks/quote.html"


class Figure(blocks.StructBlock):  # type: ignore[misc]
    code = blocks.ChoiceBlock(choices=_indicators, label=_("Chỉ số"))
    words = blocks.CharBlock(label=_("Nói rõ là gì"), required=False)

    class Meta:
        label = _("Số liệu")
        icon = "table"
        template = "portal/blocks/figure.html"


PARTS: list[tuple[str, blocks.Block]] = [("words", Words()), ("quote", Quote()), ("figure", Figure())]
