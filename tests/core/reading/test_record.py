"""The record: plain JSON values, every place inside the text, all that the contract asks for."""

import json

from quyen.core.reading import READER_VERSION, to_record
from tests.core.reading.papers import plan

CONTRACT = [
    "number",
    "symbol",
    "date",
    "issuer",
    "doc_type",
    "legal_bases",
    "targets",
    "audiences",
    "treaties",
    "tasks",
    "report_deadline",
    "budget_source",
    "recipients",
    "signer",
    "findings",
]
MORE = [
    "text",
    "places",
    "outline",
    "blocks",
    "title",
    "period",
    "citations",
    "objectives",
    "topics",
    "channels",
    "notes",
    "reader_version",
]


def _record() -> dict:  # type: ignore[type-arg]
    body = "I. MỤC TIÊU\n\n- 90% số xã có tổ giữ rừng.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở A chủ trì, phối hợp với Sở B trồng cây trong năm 2025."
    return to_record(plan(body))


def test_the_record_is_json_and_has_every_field() -> None:
    record = _record()
    assert json.loads(json.dumps(record)) == record
    assert [name for name in CONTRACT + MORE if name not in record] == []
    assert record["reader_version"] == READER_VERSION


def test_every_place_lies_in_the_text_and_holds_the_words() -> None:
    record = _record()
    text = record["text"]
    for at in _places(record):
        assert 0 <= at[0] <= at[1] <= len(text)
    start, end = record["places"]["number"]
    assert text[start:end] == record["number"]
    for words, (start, end) in zip(record["recipients"], record["places"]["recipients"], strict=True):
        assert " ".join(text[start:end].split()) == words
    for item in record["targets"] + record["tasks"]:
        start, end = item["at"]
        assert item["text"] in " ".join(text[start:end].split())


def _places(value: object) -> list[list[int]]:
    found: list[list[int]] = []
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("at", "title_at", "deadline_at", "product_at") and inner is not None:
                found.append(inner)
            else:
                found.extend(_places(inner))
    elif isinstance(value, list):
        for inner in value:
            found.extend(_places(inner))
    return found


def test_figures_are_written_as_numbers_without_a_tail() -> None:
    (target,) = _record()["targets"]
    assert json.dumps(target["value"]) == "90"
    assert target["comparator"] == "="


def test_blocks_and_outline_can_draw_the_source() -> None:
    record = _record()
    kinds = [block["kind"] for block in record["blocks"]]
    assert kinds[0] == "table" and "paragraph" in kinds
    assert {"row", "column", "row_span", "column_span", "at"} <= set(record["blocks"][0]["cells"][0])
    assert [node["label"] for node in record["outline"] if node["kind"] == "roman"] == ["I", "II"]
