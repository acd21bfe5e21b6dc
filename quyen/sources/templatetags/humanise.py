"""Words and sizes for people."""

from __future__ import annotations

from collections.abc import Container

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from quyen.sources.enums import Stage

register = template.Library()
KIB = 1024


@register.filter
def file_size(size: int) -> str:
    """ "12 KB", "3,4 MB"."""
    if size < KIB * KIB:
        return f"{max(1, round(size / KIB))} KB"
    return f"{number_format(size / KIB / KIB, 1)} MB"


@register.filter
def stage_word(stage: str) -> str:
    """What the reader is at, in words; before its first word the process is only starting."""
    return str(Stage(stage).label) if stage in Stage.values else _("đang bắt đầu")


@register.filter
def among(value: object, values: Container[object]) -> bool:
    return value in values
