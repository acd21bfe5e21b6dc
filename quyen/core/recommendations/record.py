"""A report as plain data: what `quyen recommendations` writes (docs/reference/recommendations.md)."""

from __future__ import annotations

from typing import Any

from quyen.core.recommendations.report import Doubt, Item, Report


def to_record(report: Report) -> dict[str, Any]:
    """`{"items": [...], "findings": [...]}`, ready for JSON."""
    return {
        "items": [_item(item) for item in report.items],
        "findings": [_finding(doubt) for doubt in report.doubts],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "text": item.text,
        "states": list(item.states),
        "status": item.status.value,
        "paragraph": item.paragraph,
    }


def _finding(doubt: Doubt) -> dict[str, Any]:
    return {
        "kind": doubt.kind,
        "number": doubt.number,
        "paragraph": doubt.paragraph,
        "message": doubt.message,
        "suggestion": doubt.suggestion or None,
    }
