"""An export of OHCHR's Universal Human Rights Index, as JSON or as a workbook -> reviews with their recommendations.

Form: JSON is a list of records with the fields of UHRI's data file (AnnotationId, Symbol, Body, Text, Countries,
UprRecommendingStates, UprPosition ...); the workbook of the index's download has columns such as "OHCHR Annotation Id",
"Document Symbol", "Reccomending Body" (so spelt; a later one spells it right), "UPR Position". A name is known by its
letters alone, and by those that tables made of an export use ("Paragraph", "Recommending State/s"). A row needs words and
one more of these; a key of its own stands in for one that is missing, for such a file may be a choice. Only
recommendations are taken; concerns and observations are left out and counted in a finding.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from itertools import groupby
from typing import Any

from quyen.core.errors import DamagedFile, FileRefused
from quyen.core.paper import given_rows
from quyen.core.recommendations import Status, item_of

_FIELDS = {
    "annotation": ("annotationid", "ohchrannotationid", "uhriid", "recommendationid", "id"),
    "symbol": ("symbol", "documentsymbol", "docsymbol", "document", "documentcode"),
    "published": ("publicationdate", "documentpublicationdate"),
    "body": ("body", "reccomendingbody", "recommendingbody", "mechanism"),
    "type": ("annotationtype", "type"),
    "countries": ("countries", "countriesconcerned", "country", "countryconcerned", "stateunderreview"),
    "themes": ("themes", "theme", "issue", "issues"),
    "number": ("paragraph", "paragraphnumber", "parano", "para", "recommendationnumber", "number", "no"),
    "text": ("textplaincleaned", "text", "recommendation", "recommendationtext", "annotationtext", "textoftherecommendation"),
    "session": ("uprsession", "session"),
    "states": ("uprrecommendingstates", "uprreccomendingstates", "uprrecommendingstate", "recommendingstates",
               "recommendingstate", "recommendingcountries", "recommendingcountry", "reviewingstates", "reviewingstate"),
    "position": ("uprposition", "position", "response", "positionofthestateunderreview", "status"),
}  # fmt: skip
_TELLING = ("annotation", "symbol", "states", "position")  # one of these beside the words makes a row
_NAMES = ("name", "label", "title", "value", "text")  # where a value is a record of its own
_BODIES = {
    "universalperiodicreview": "UPR", "upr": "UPR", "humanrightscommittee": "CCPR", "ccpr": "CCPR",
    "committeeoneconomicsocialandculturalrights": "CESCR", "cescr": "CESCR", "cedaw": "CEDAW",
    "committeeontheeliminationofdiscriminationagainstwomen": "CEDAW", "cerd": "CERD",
    "committeeontheeliminationofracialdiscrimination": "CERD", "committeeagainsttorture": "CAT", "cat": "CAT",
    "committeeontherightsofthechild": "CRC", "crc": "CRC", "crpd": "CRPD",
    "committeeontherightsofpersonswithdisabilities": "CRPD",
}  # fmt: skip
_TAG = re.compile(r"<[^<>]{0,200}>")
_DOTTED = re.compile(r"\s*(\d{1,3})\.(\d{1,3})\.?\s+")
_PARAGRAPH = re.compile(r"\s*(?:para(?:graph)?\.?\s*)?(\d{1,3})\s?[.)]\s+", re.I)
_DASH = re.compile(r"^[-–•\s]+")
_NUMBER = re.compile(r"(\d{1,3})(?:\.(\d{1,3}))?\.?")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*[\]{]|\{\s*[\"}])")
_MOST = 20_000
_EPOCH = date(1899, 12, 30)  # of the days that Excel counts
ADVICE = "Hãy tải lại từ UHRI bằng nút xuất dữ liệu (Excel hoặc JSON), giữ nguyên các cột rồi gửi lên. Chưa có gì thay đổi."

Row = dict[str, Any]


def is_uhri(data: bytes, name: str) -> bool:
    """Whether the file is of a form that such exports have: a workbook, or JSON."""
    return name.lower().endswith((".xlsx", ".json")) or bool(_JSON.match(data))


def uhri_record(data: bytes, name: str) -> dict[str, Any]:
    """One review a document symbol, in the order of the file. Errors: DamagedFile, UnknownKind, TooLarge."""
    rows = _of_sheet(data) if data.startswith(b"PK") or name.lower().endswith(".xlsx") else _of_json(data)
    if not rows:
        raise FileRefused(
            "Tệp không có dòng nào giống bản xuất của UHRI: cần cột lời khuyến nghị (Text) và ít nhất một cột trong số mã"
            " (AnnotationId), ký hiệu văn bản (Symbol), quốc gia khuyến nghị, lập trường (UprPosition).",
            advice=ADVICE,
        )
    found: dict[str, list[Row]] = {}
    for row in rows[:_MOST]:
        found.setdefault(_line(row.get("symbol")) or "?", []).append(row)
    return {"reviews": [_review(symbol, group) for symbol, group in found.items()]}


def _of_json(data: bytes) -> list[Row]:
    try:
        given = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedFile("Tệp JSON bị hỏng hoặc không phải UTF-8.", advice=ADVICE) from error
    if isinstance(given, dict):
        given = next((value for value in given.values() if isinstance(value, list)), [])
    return [row for one in given if isinstance(one, dict) and _is_row(row := _named(one))]


def _of_sheet(data: bytes) -> list[Row]:
    rows = given_rows(data)
    for at, line in enumerate(rows[:20]):
        if _is_row(_named({str(cell or ""): "x" for cell in line})):
            below = (dict(zip(map(str, line), cells, strict=False)) for cells in rows[at + 1 :])
            return [row for one in below if _is_row(row := _named(one))]
    return []


def _is_row(row: Row) -> bool:
    return bool(row["text"]) and any(row[name] for name in _TELLING)


def _named(given: Mapping[str, Any]) -> Row:
    plain = {_letters(key): value for key, value in given.items()}
    return {
        field: next((plain[name] for name in names if plain.get(name) not in (None, "", [])), None)
        for field, names in _FIELDS.items()
    }


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


# --- one review ----------------------------------------------------------------------------------


def _review(symbol: str, rows: list[Row]) -> dict[str, Any]:
    first, body = rows[0], _body(rows[0])
    asked = [row for row in rows if "recommend" in _line(row.get("type")).lower() or not row.get("type")]
    items = [_item(row, body) for row in asked]
    findings = list(_findings(items, len(rows) - len(asked)))
    return {
        "symbol": "" if symbol == "?" else symbol, "state": next(iter(_list(first.get("countries"))), ""), "body": body,
        "session": _line(first.get("session")), "published": _day(first.get("published")), "items": items,
        "findings": findings,
    }  # fmt: skip


def _body(row: Row) -> str:
    name = _line(row.get("body"))
    if not name and (row["states"] or row["position"] or _line(row["symbol"]).startswith("A/HRC/")):
        return "UPR"
    return _BODIES.get(_letters(name.rpartition("-")[2])) or _BODIES.get(_letters(name)) or "OTHER"


def _item(row: Row, body: str) -> dict[str, Any]:
    words = _plain(row.get("text"))
    label = _DOTTED.match(words) if body == "UPR" else None
    paragraph = label or _PARAGRAPH.match(words)
    words = words[paragraph.end() :] if paragraph else words
    given = _NUMBER.fullmatch(_line(row.get("number")))
    label, paragraph = label or (given if given and given[2] else None), paragraph or given
    item = item_of(words) if body == "UPR" else None
    states = _states(row.get("states")) or (list(item.states) if item else [])
    return {
        "number": f"{label[1]}.{label[2]}" if label else "",
        "text": item.text if item and item.text else words,
        "states": states,
        "status": _status(_line(row.get("position"))).value,
        "paragraph": paragraph[1] if paragraph else "",
        "annotation": _line(row.get("annotation")) or _key(row, words),
        "themes": _list(row.get("themes")),
    }


def _key(row: Row, words: str) -> str:
    return "~" + sha256(f"{_line(row.get('symbol'))}|{words}".encode()).hexdigest()[:24]


def _status(position: str) -> Status:
    words = _letters(position)
    if words.startswith("support") or words.startswith("accept"):
        return Status.SUPPORTED
    if words.startswith(("pending", "underconsideration", "tobeexamined", "willbeexamined")):
        return Status.PENDING
    return Status.NOTED if words.startswith(("noted", "notsupport", "reject")) else Status.UNCLEAR


def _findings(items: list[dict[str, Any]], others: int) -> Iterator[dict[str, Any]]:
    if others:
        message = f"{others} dòng là nhận xét, lo ngại (không phải khuyến nghị) nên không lấy."
        yield {"kind": "left_out", "number": "", "paragraph": "", "message": message, "suggestion": None}
    numbers = sorted(item["number"] for item in items if item["number"])
    for number, group in groupby(numbers):
        if len(list(group)) > 1:
            message = f"Số {number} có ở nhiều dòng trong tệp."
            yield {
                "kind": "repeated",
                "number": number,
                "paragraph": "",
                "message": message,
                "suggestion": None,
            }


# --- cells ---------------------------------------------------------------------------------------


def _line(value: Any) -> str:
    """One value in one line; the first of a list; without the dash that UHRI puts before it."""
    if isinstance(value, list | tuple):
        value = next(iter(value), "")
    if isinstance(value, dict):
        value = next((value[name] for name in _NAMES if value.get(name)), "")
    return _DASH.sub("", " ".join(str(value or "").split()))


def _list(value: Any) -> list[str]:
    given: Iterable[Any] = (
        value if isinstance(value, list | tuple) else re.split(r"\n|;|\s-\s(?=[A-Z])", str(value or ""))
    )
    return list(dict.fromkeys(line for one in given if (line := _line(one))))


def _states(value: Any) -> list[str]:
    """Names in a list, or in one line with commas, where "Iran (Islamic Republic of)" is one."""
    names = _list(value)
    return list(item_of(f"x ({names[0]})").states) or names if len(names) == 1 else names


def _plain(value: Any) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", str(value or ""))).split())


def _day(value: Any) -> str:
    """2019-03-28, from a date, from such words, or from the number by which Excel counts days; else ""."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    words = _line(value)
    if words.isdigit() and 30_000 < int(words) < 80_000:
        return (_EPOCH + timedelta(days=int(words))).isoformat()
    found = re.match(r"\d{4}-\d\d-\d\d", words)
    return found[0] if found else ""
