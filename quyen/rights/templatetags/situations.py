"""What the templates of situations need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def named(names: Mapping[str, Any], mark: str) -> Any:
    """The word for a mark."""
    return names[mark]
