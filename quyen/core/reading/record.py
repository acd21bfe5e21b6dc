"""A reading as plain JSON values: the record of docs/reference/record.md, with the text and every place in it."""

from __future__ import annotations

from typing import Any

from quyen.core.reading.pause import without_collector
from quyen.core.reading.version import READER_VERSION
from quyen.core.types import (
    Block,
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
    record["legal_bases"] = _references(reading.legal_bases)
    record["citations"] = _references(reading.citations)
    record["targets"] = [_target(one) for one in reading.targets]
    record["tasks"] = _tasks(reading.tasks)
    record["signer"] = _signer(reading.signer) if reading.signer else None
    record["findings"] = _findings(reading.findings)
    record["places"] = places
    record.update(_source(reading.document))
    record["reader_version"] = READER_VERSION
    return record


# A record has hundreds of items: the lists are built item by item in one place, without a call for each.


def _references(found: tuple[Reference, ...]) -> list[Json]:
    records: list[Json] = []
    for one in found:
        at = one.at
        records.append(
            {
                "number": one.number,
                "date": one.date,
                "kind": one.kind,
                "issuer": one.issuer,
                "at": [at[0], at[1]],
            }
        )
    return records


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


def _tasks(found: tuple[Task, ...]) -> list[Json]:
    records: list[Json] = []
    for one in found:
        at, lead, coordinate, deadline, product = one.at, one.lead, one.coordinate, one.deadline, one.product
        records.append(
            {
                "no": one.no,
                "text": one.text,
                "lead": [unit.text for unit in lead],
                "coordinate": [unit.text for unit in coordinate],
                "deadline": deadline.text if deadline else None,
                "product": product.text if product else None,
                "at": [at[0], at[1]],
                "lead_units": _units(lead) if lead else [],
                "coordinate_units": _units(coordinate) if coordinate else [],
                "deadline_at": [*deadline.at] if deadline else None,
                "product_at": [*product.at] if product else None,
            }
        )
    return records


def _units(found: tuple[UnitName, ...]) -> list[Json]:
    records: list[Json] = []
    for unit in found:
        at = unit.at
        records.append({"text": unit.text, "canonical": unit.canonical, "at": [at[0], at[1]]})
    return records


def _signer(one: Signer) -> Json:
    return {"name": one.name, "title": one.title, "authority": one.authority, "at": [*one.at]}


def _findings(found: tuple[Finding, ...]) -> list[Json]:
    return [
        {
            "kind": one.kind,
            "message": one.message,
            "at": [*one.at],
            "suggestion": one.suggestion,
            "sure": one.sure,
        }
        for one in found
    ]


# --- the source ----------------------------------------------------------------------------------


def _source(document: Document) -> Json:
    text = document.text
    return {
        "text": text,
        "kind": document.kind,
        "pages": document.pages,
        "blocks": _blocks(document.blocks),
        "outline": _nodes(text, document.outline, 0),
        "notes": list(document.notes),
    }


def _blocks(blocks: tuple[Block, ...]) -> list[Json]:
    records: list[Json] = []
    for block in blocks:
        if isinstance(block, Table):
            records.append(_table(block))
            continue
        at = block.at
        records.append(
            {
                "kind": "footnote" if block.footnote else "paragraph",
                "at": [at[0], at[1]],
                "page": block.page,
                "bold": block.bold,
                "italic": block.italic,
                "centred": block.centred,
                "heading": block.heading,
            }
        )
    return records


def _table(block: Table) -> Json:
    cells: list[Json] = []
    for cell in block.cells:
        at = cell.at
        cells.append(
            {
                "at": [at[0], at[1]],
                "row": cell.row,
                "column": cell.column,
                "row_span": cell.row_span,
                "column_span": cell.column_span,
            }
        )
    return {
        "kind": "table",
        "at": [*block.at],
        "page": block.page,
        "rows": block.rows,
        "columns": block.columns,
        "ruled": block.ruled,
        "cells": cells,
    }


_DEEPEST = 40  # the outline never nests this far; a record must not either
_LONGEST_TITLE = 160  # a heading as printed; of a long paragraph its beginning


def _nodes(text: str, nodes: tuple[Node, ...], depth: int) -> list[Json]:
    records: list[Json] = []
    for node in nodes:
        title, at, below = node.title, node.at, node.children
        start, end = title[0], title[1]
        records.append(
            {
                "kind": node.kind,
                "label": node.label,
                "title": text[start:end]
                if end - start <= _LONGEST_TITLE
                else text[start : start + _LONGEST_TITLE],
                "title_at": [start, end],
                "at": [at[0], at[1]],
                "children": _nodes(text, below, depth + 1) if below and depth < _DEEPEST else [],
            }
        )
    return records
