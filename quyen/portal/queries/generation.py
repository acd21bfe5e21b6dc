"""The number of the last change of what the public sees."""

from __future__ import annotations

from quyen.portal.models import Generation


def generation() -> int:
    """One query; 0 before the first change."""
    return Generation.objects.filter(pk=1).values_list("number", flat=True).first() or 0
