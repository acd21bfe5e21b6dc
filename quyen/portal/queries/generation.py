"""The number of the last change of what the public sees."""

from __future__ import annotations

from collections.abc import Sequence

from quyen.portal.models import Generation


def generation() -> int:
    """One query; 0 before the first change."""
    return Generation.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def changes() -> tuple[int, Sequence[tuple[int, Sequence[str]]]]:
    """(number of the last change, [(number, pages that are about what changed), ...] of the last ones). One query."""
    row = Generation.objects.filter(pk=1).values_list("number", "recent").first()
    return row or (0, ())
