"""A reading as plain JSON values: the record of docs/reference/record.md, with the text and every place in it."""

from __future__ import annotations

from typing import Any

from quyen.core.reading.pause import without_collector
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
    Table,
    Target,
    Task,
    UnitName,
)

Json = dict[str, Any]

_SINGLE = ("number", "symbol", "date", "issuer", "doc_type", "title", "report_deadline", "budget_source")
_LISTS = ("audiences", "treaties", "recipients", "objectives", "topics", "channels")


@without_collector
def to_record(reading: Reading) -> Json:
    """The record. `places` holds [start, end] for the plain fields (a list of them for lists); other items
    carry their own `at`. Offsets are code points of `text`."""
    record: Json = {}
    places: Json = {}
    for name in _SINGLE:
        fact: Fact | None = getattr(reading, name)
        record[name] = fact.text if fact else None
        if fact:
            places[name] = [*fact.at]
    for name in _LISTS:
        facts: tuple[Fact, ...] = getattr(reading, name)
        record[name] = [fact.text for fact in facts]
        places[name] = [[*fact.at] for fact in facts]
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
        "at": [*one.at],
    }


def _target(one: Target) -> Json:
    record: Json = {
        "text": one.text,
        "value": _figure(one.value),
        "comparator": one.comparator,
        "unit": one.unit,
        "subject": one.subject,
        "deadline_year": one.deadline_year,
        "at": [*one.at],
    }
    if one.value_max is not None:
        record["value_max"] = _figure(one.value_max)
    return record


def _figure(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _task(one: Task) -> Json:
    lead, coordinate, deadline, product = one.lead, one.coordinate, one.deadline, one.product
    return {
        "no": one.no,
        "text": one.text,
        "lead": [unit.text for unit in lead],
        "coordinate": [unit.text for unit in coordinate],
        "deadline": deadline.text if deadline else None,
        "product": product.text if product else None,
        "at": [*one.at],
        "lead_units": [_unit(unit) for unit in lead],
        "coordinate_units": [_unit(unit) for unit in coordinate],
        "deadline_at": [*deadline.at] if deadline else None,
        "product_at": [*product.at] if product else None,
    }


def _unit(one: UnitName) -> Json:
    return {"text": one.text, "canonical": one.canonical, "at": [*one.at]}


def _signer(one: Signer) -> Json:
    return {"name": one.name, "title": one.title, "authority": one.authority, "at": [*one.at]}


def _finding(one: Finding) -> Json:
    return {
        "kind": one.kind,
        "message": one.message,
        "at": [*one.at],
        "suggestion": one.suggestion,
        "sure": one.sure,
    }


# --- the source ----------------------------------------------------------------------------------


def _source(document: Document) -> Json:
    text = document.text
    return {
        "text": text,
        "kind": document.kind,
        "pages": document.pages,
        "blocks": [_block(block) for block in document.blocks],
        "outline": [_node(text, node, 0) for node in document.outline],
        "notes": list(document.notes),
    }


def _block(block: Block) -> Json:
    if isinstance(block, Table):
        return {
            "kind": "table",
            "at": [*block.at],
            "page": block.page,
            "rows": block.rows,
            "columns": block.columns,
            "ruled": block.ruled,
            "cells": [_cell(cell) for cell in block.cells],
        }
    return {
        "kind": "footnote" if block.footnote else "paragraph",
        "at": [*block.at],
        "page": block.page,
        "bold": block.bold,
        "italic": block.italic,
        "centred": block.centred,
        "heading": block.heading,
    }


def _cell(cell: Cell) -> Json:
    return {
        "at": [*cell.at],
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
    }


_DEEPEST = 40  # the outline never nests this far; a record must not either
_LONGEST_TITLE = 160  # a heading as printed; of a long paragraph its beginning


def _node(text: str, node: Node, depth: int) -> Json:
    start, end = node.title
    below = node.children if depth < _DEEPEST else ()
    return {
        "kind": node.kind,
        "label": node.label,
        "title": text[start : min(end, start + _LONGEST_TITLE)],
        "title_at": [start, end],
        "at": [*node.at],
        "children": [_node(text, child, depth + 1) for child in below] if below else [],
    }
