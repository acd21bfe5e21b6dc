"""A whole coverage as plain data: a parent's rows against any number of children."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quyen.core.matching.claims import Claim, plan_from_record
from quyen.core.matching.figures import said
from quyen.core.matching.proposal import Cell, portraits, propose_rows

Record = Mapping[str, Any]


def coverage(parent: str, record: Record, children: Mapping[str, Record]) -> dict[str, Any]:
    """`parent` and the keys of `children` name the documents (the stem of a file, say).

    {"parent", "children": [name], "rows": [{"kind", "index", "text", "at", "value", "cells": {name: state},
    "details": {name: {"state", "reason", "kind", "index", "text", "at", "value", "sure",
    "lower"}}}]}"""
    above = plan_from_record(record)
    ready = portraits(above)
    found = {name: propose_rows(ready, plan_from_record(child)) for name, child in children.items()}
    rows = [
        _row(claim, {name: cells[number] for name, cells in found.items()})
        for number, claim in enumerate(above.claims)
    ]
    return {"parent": parent, "children": list(children), "rows": rows}


def _row(claim: Claim, cells: Mapping[str, Cell]) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "index": claim.index,
        "text": claim.text,
        "at": list(claim.at) if claim.at else None,
        "value": said(claim.figure) or claim.deadline,
        "cells": {name: cell.state for name, cell in cells.items()},
        "details": {name: _detail(cell) for name, cell in cells.items()},
    }


def _detail(cell: Cell) -> dict[str, Any]:
    claim = cell.claim
    return {
        "state": cell.state,
        "reason": cell.reason,
        "kind": claim.kind if claim else None,
        "index": claim.index if claim else None,
        "text": claim.text if claim else None,
        "at": list(claim.at) if claim and claim.at else None,
        "value": cell.below,
        "sure": cell.sure,
        "lower": cell.lower,
    }
