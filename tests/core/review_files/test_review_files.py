"""Files with recommendations: a report with its head, UHRI's export as JSON and as a workbook."""

from __future__ import annotations

import io
import json

import pytest
from openpyxl import Workbook

from quyen.core.errors import FileRefused
from quyen.core.review_files import read_review_file

HEADINGS = ["OHCHR Annotation Id", "Document Symbol", "Document Publication Date", "Reccomending Body", "Type",
            "Countries Concerned", "Themes", "Text", "UPR Session", "UPR Reccomending States", "UPR Position"]  # fmt: skip
ROWS = [
    ["ab-1", "A/HRC/41/7", 43552, "- Universal Periodic Review", "- Recommendations", "- Viet Nam", "- A\n- B",
     "38.63 Promote &amp; go on (Lebanon);", "UPR 32", "- Lebanon", "- Supported"],
    ["ab-2", "A/HRC/41/7", 43552, "- Universal Periodic Review", "- Recommendations", "- Viet Nam", "",
     "Abolish it (Benin)", "UPR 32", "", "- Noted"],
    ["ab-3", "CCPR/C/VNM/CO/3", "2019-08-29", "- CCPR", "- Concerns/Observations", "- Viet Nam", "", "5. The Committee notes",
     "", "", ""],
    ["ab-4", "CCPR/C/VNM/CO/3", "2019-08-29", "- CCPR", "- Recommendations", "- Viet Nam", "",
     "<p>6. The State party should act.</p>", "", "", ""],
]  # fmt: skip


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(HEADINGS)
    for row in ROWS:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_json() -> bytes:
    names = ["AnnotationId", "Symbol", "PublicationDate", "Body", "AnnotationType", "Countries", "Themes", "Text",
             "UprSession", "UprRecommendingStates", "UprPosition"]  # fmt: skip
    rows = [dict(zip(names, row, strict=True)) for row in ROWS]
    for row in rows:
        for name in ("Countries", "Themes", "UprRecommendingStates"):
            row[name] = [part.strip("- ") for part in str(row[name]).split("\n") if part]
    return json.dumps(rows).encode()


@pytest.mark.parametrize(("name", "data"), [("tai.xlsx", workbook()), ("tai.json", as_json())])
def test_an_export_of_the_index(name, data):
    upr, ccpr = read_review_file(data, name)["reviews"]
    assert (upr["symbol"], upr["state"], upr["body"], upr["published"]) == (
        "A/HRC/41/7", "Viet Nam", "UPR", "2019-03-28",
    )  # fmt: skip
    first, second = upr["items"]
    assert first == {
        "number": "38.63", "text": "Promote & go on", "states": ["Lebanon"], "status": "supported", "paragraph": "38",
        "annotation": "ab-1", "themes": ["A", "B"],
    }  # fmt: skip
    assert (second["number"], second["states"], second["status"]) == ("", ["Benin"], "noted")
    assert ccpr["body"] == "CCPR"
    assert [(item["paragraph"], item["text"], item["status"]) for item in ccpr["items"]] == [
        ("6", "The State party should act.", "unclear")
    ]
    assert [finding["kind"] for finding in ccpr["findings"]] == ["left_out"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.json", b"{"), ("a.json", b"[]"), ("a.json", b"[1, 2]"), ("b.xlsx", b"PK no"), ("c.json", b"\xff[")],
)
def test_what_is_no_export_is_refused(name, data):
    with pytest.raises(FileRefused) as refused:
        read_review_file(data, name)
    assert "Chưa có gì thay đổi" in refused.value.advice or "Hãy" in refused.value.advice


def test_a_report_tells_its_symbol_and_state():
    text = (
        "A/HRC/41/7\nReport of the Working Group on the\nUniversal Periodic Review*\nRuritania\n"
        "1. It was asked about CCPR/C/XYZ/CO/3.\n"
        "II. Conclusions and/or recommendations\n7. The recommendations below enjoy the support of Ruritania:\n7.1 Act (Oman);"
    )
    (review,) = read_review_file(text.encode(), "bao-cao.txt")["reviews"]
    assert (review["symbol"], review["state"], len(review["items"])) == ("A/HRC/41/7", "Ruritania", 1)


OBSERVATIONS = """United Nations CAT/C/XYZ/CO/1
Committee against Torture
Concluding observations on the initial report of Ruritania*
1. The Committee considered the initial report of Ruritania at its meetings.
A. Positive aspects
2. The Committee welcomes the ratification of the Convention.
B. Principal subjects of concern and recommendations
Definition of torture
7. The Committee is concerned that the definition is narrow (arts. 1
and 4).
8. The State party should amend its Criminal Code in order to:
(a) Define torture;
(b) Set penalties that fit, in line with general comment No. 2
(2007).
Pretrial detention
9. While noting the draft law, the Committee regrets delays. It
recommends that the State party shorten detention.
Annex
10. The Committee recommends nothing here.
"""


def test_concluding_observations_of_a_treaty_body():
    text = OBSERVATIONS.replace("\n7.", "\n3.").replace("\n8.", "\n4.").replace("\n9.", "\n5.")
    (review,) = read_review_file(text.encode(), "ket-luan.txt")["reviews"]
    assert (review["symbol"], review["state"], review["body"]) == ("CAT/C/XYZ/CO/1", "Ruritania", "CAT")
    assert [(item["number"], item["text"], item["states"], item["status"]) for item in review["items"]] == [
        ("4", "The State party should amend its Criminal Code in order to: (a) Define torture; (b) Set penalties that fit,"
         " in line with general comment No. 2 (2007).", [], "unclear"),
        ("5", "It recommends that the State party shorten detention.", [], "unclear"),
    ]  # fmt: skip
    assert review["findings"] == []


def _named_otherwise() -> dict[str, bytes]:
    book = Workbook()
    book.active.append(["Export of the index"])
    book.active.append(
        ["Mechanism", "Doc. symbol", "Para. No.", "Recommendation", "Recommending State/s", "Position"]
    )
    book.active.append(
        ["UPR", "A/HRC/41/7", "38.63", "Go on", "Iran (Islamic Republic of), Cuba", "Under consideration"]
    )
    out = io.BytesIO()
    book.save(out)
    rows = [
        {
            "symbol": "A/HRC/41/7",
            "paragraph": "38.63",
            "text": "Go on",
            "recommendingCountries": [{"name": "Iran (Islamic Republic of)"}, {"name": "Cuba"}],
            "uprPosition": {"label": "Pending"},
        }
    ]
    return {"khac.xlsx": out.getvalue(), "khac.json": b"\xef\xbb\xbf" + json.dumps({"value": rows}).encode()}


@pytest.mark.parametrize("name", ["khac.xlsx", "khac.json"])
def test_an_export_with_other_names_and_without_keys(name):
    (review,) = read_review_file(_named_otherwise()[name], name)["reviews"]
    (item,) = review["items"]
    assert (review["symbol"], review["body"]) == ("A/HRC/41/7", "UPR")
    assert (item["number"], item["paragraph"], item["text"], item["status"]) == (
        "38.63",
        "38",
        "Go on",
        "pending",
    )
    assert item["states"] == ["Iran (Islamic Republic of)", "Cuba"]
    assert item["annotation"].startswith("~")  # a choice of rows is not taken for the whole review


def test_a_report_that_begins_with_a_bracket_is_no_export():
    words = b"[English only]\nII. Conclusions and/or recommendations\n7. The recommendations below enjoy support:\n7.1 Act (Oman);"
    (review,) = read_review_file(words, "bao-cao.txt")["reviews"]
    assert len(review["items"]) == 1
