"""A reading as plain JSON values: the record of docs/reference/record.md, with the text and every place in it."""

from __future__ import annotations

from typing import Any

from quyen.core.reading.version import READER_VERSION
from quyen.core.types import (
    Block,
    Cell,
    Document,
    Fact,
    Finding,
    Node,
    Reading,
    Reference,
    Signer,
    Span,
    Table,
    Target,
    Task,
    UnitName,
)

Json = dict[str, Any]

_SINGLE = ("number", "symbol", "date", "issuer", "doc_type", "title", "report_deadline", "budget_source")
_LISTS = ("audiences", "treaties", "recipients", "objectives", "topics", "channels")


def to_record(reading: Reading) -> Json:
    """The record. `places` holds [start, end] for the plain fields (a list of them for lists); other items
    carry their own `at`. Offsets are code points of `text`."""
    record: Json = {}
    places: Json = {}
    for name in _SINGLE:
        fact: Fact | None = getattr(reading, name)
        record[name] = fact.text if fact else None
        if fact:
            places[name] = list(fact.at)
    for name in _LISTS:
        facts: tuple[Fact, ...] = getattr(reading, name)
        record[name] = [fact.text for fact in facts]
        places[name] = [list(fact.at) for fact in facts]
    record["period"] = list(reading.period) if reading.period else None
    record["legal_bases"] = [_reference(one) for one in reading.legal_bases]
    record["citations"] = [_reference(one) for one in reading.citations]
    record["targets"] = [_target(one) for one in reading.targets]
    record["tasks"] = [_task(one) for one in reading.tasks]
    record["signer"] = _signer(reading.signer) if reading.signer else None
    record["findings"] = [_finding(one) for one in reading.findings]
    record["places"] = places
    record.update(_source(reading.document))
    record["reader_version"] = READER_VERSION
    return record


def _reference(one: Reference) -> Json:
    return {
        "number": one.number,
        "date": one.date,
        "kind": one.kind,
        "issuer": one.issuer,
        "at": list(one.at),
    }


def _target(one: Target) -> Json:
    record: Json = {
        "text": one.text,
        "value": _figure(one.value),
        "comparator": one.comparator,
        "unit": one.unit,
        "subject": one.subject,
        "deadline_year": one.deadline_year,
        "at": list(one.at),
    }
    if one.value_max is not None:
        record["value_max"] = _figure(one.value_max)
    return record


def _figure(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _task(one: Task) -> Json:
    return {
        "no": one.no,
        "text": one.text,
        "lead": [unit.text for unit in one.lead],
        "coordinate": [unit.text for unit in one.coordinate],
        "deadline": one.deadline.text if one.deadline else None,
        "product": one.product.text if one.product else None,
        "at": list(one.at),
        "lead_units": [_unit(unit) for unit in one.lead],
        "coordinate_units": [_unit(unit) for unit in one.coordinate],
        "deadline_at": _place(one.deadline),
        "product_at": _place(one.product),
    }


def _unit(one: UnitName) -> Json:
    return {"text": one.text, "canonical": one.canonical, "at": list(one.at)}


def _place(fact: Fact | None) -> list[int] | None:
    return list(fact.at) if fact else None


def _signer(one: Signer) -> Json:
    return {"name": one.name, "title": one.title, "authority": one.authority, "at": list(one.at)}


def _finding(one: Finding) -> Json:
    return {
        "kind": one.kind,
        "message": one.message,
        "at": list(one.at),
        "suggestion": one.suggestion,
        "sure": one.sure,
    }


# --- the source ----------------------------------------------------------------------------------


def _source(document: Document) -> Json:
    return {
        "text": document.text,
        "kind": document.kind,
        "pages": document.pages,
        "blocks": [_block(block) for block in document.blocks],
        "outline": [_node(document, node) for node in document.outline],
        "notes": list(document.notes),
    }


def _block(block: Block) -> Json:
    if isinstance(block, Table):
        return {
            "kind": "table",
            "at": list(block.at),
            "page": block.page,
            "rows": block.rows,
            "columns": block.columns,
            "ruled": block.ruled,
            "cells": [_cell(cell) for cell in block.cells],
        }
    return {
        "kind": "footnote" if block.footnote else "paragraph",
        "at": list(block.at),
        "page": block.page,
        "bold": block.bold,
        "italic": block.italic,
        "centred": block.centred,
        "heading": block.heading,
    }


def _cell(cell: Cell) -> Json:
    return {
        "at": list(cell.at),
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
    }


_DEEPEST = 40  # the outline never nests this far; a record must not either


def _node(document: Document, node: Node, depth: int = 0) -> Json:
    children = [_node(document, child, depth + 1) for child in node.children] if depth < _DEEPEST else []
    return {
        "kind": node.kind,
        "label": node.label,
        "title": document.cut(_short(node.title)),
        "title_at": list(node.title),
        "at": list(node.at),
        "children": children,
    }


def _short(at: Span) -> Span:
    """A heading as printed; of a long paragraph its beginning."""
    return Span(at.start, min(at.end, at.start + 160))
