"""The room of recommendations: what a report of the Universal Periodic Review asks of a State, item by item.

    RawDocument --lines--> lines --paragraphs--> paragraphs --items, states, status--> items --doubts--> Report

Sources: reports of the Working Group (A/HRC/..., 2008 onwards) under the Council's resolutions 5/1 and 16/21
(A/HRC/RES/16/21), where a State makes clear which recommendations it supports and which it notes; the same
items as in OHCHR's matrix of recommendations. The fields are those of docs/reference/recommendations.md.

`find_recommendations` never raises for bad text: what is doubtful is kept as printed and is a finding.
"""

from __future__ import annotations

from quyen.core.recommendations.find import find_recommendations, item_of, parts_of
from quyen.core.recommendations.record import to_record
from quyen.core.recommendations.report import Doubt, Item, Report, Status

__all__ = ["Doubt", "Item", "Report", "Status", "find_recommendations", "item_of", "parts_of", "to_record"]
