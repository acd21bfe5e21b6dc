"""Reports of four cycles: every item, its States, its position, and what is questioned."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.reading.formats import open_document
from quyen.core.recommendations import Item, Report, Status, find_recommendations, to_record
from quyen.core.types import RawCell, RawDocument, RawParagraph, RawTable
from tests.core.recommendations.layouts import (
    ALONE,
    ANSWERED,
    FLOWING,
    MANY_NUMBERED,
    NEW,
    NOBODY,
    OLD_NUMBERED,
    OLD_ONE_PARAGRAPH,
)

SHARED = Path(__file__).parents[4] / "shared" / "rights" / "upr"


def read(text: str) -> Report:
    return find_recommendations(open_document(text.encode(), "report.txt"))


def by_number(report: Report) -> dict[str, Item]:
    return {item.number: item for item in report.items}


def doubts(report: Report) -> list[tuple[str, str, str]]:
    return [(doubt.kind, doubt.number, doubt.suggestion) for doubt in report.doubts]


def test_old_report_with_numbers_and_a_position_said_afterwards():
    report = read(OLD_NUMBERED)
    assert [(item.number, item.paragraph) for item in report.items] == [(str(n), "60") for n in range(1, 5)]
    assert {item.status for item in report.items} == {Status.PENDING}
    first, second, third, fourth = report.items
    assert first.states == ("Slovenia", "Bolivia (Plurinational State of)", "Brazil")
    assert first.text.endswith("(CAT) and the Optional Protocol to the Convention on the Rights of the Child")
    assert second.text == "Continue to follow the road-map of 2007"
    assert second.states == ("Algeria", "Iran (Islamic Republic of)", "Bosnia and Herzegovina")
    assert (
        third.text
        == "Cooperate with its neighbours (Thailand and Viet Nam) in fighting trafficking in persons"
    )
    assert third.states == ("Holy See", "Cuba")
    assert fourth.text == "Invite the Special Rapporteur"
    assert doubts(report) == []


def test_old_report_with_all_items_in_one_paragraph():
    report = read(OLD_ONE_PARAGRAPH)
    assert [(item.paragraph, item.number, item.status.value, item.states) for item in report.items] == [
        ("99", "1", "supported", ("Chile",)),
        ("99", "2", "supported", ("Italy",)),
        ("99", "3", "supported", ("Ghana",)),
        ("100", "a", "noted", ("Chile", "Peru")),
        ("100", "b", "noted", ("Norway",)),
        ("100", "c", "noted", ("Latvia",)),
    ]


def test_a_bare_number_that_is_also_the_next_paragraph():
    report = read(MANY_NUMBERED)
    assert Counter(item.paragraph for item in report.items) == {"99": 103, "100": 3}
    assert doubts(report) == []


def test_numbers_alone_on_a_line():
    report = read(ALONE)
    assert [(item.number, item.paragraph, len(item.states)) for item in report.items] == [
        ("1", "99", 1), ("2", "99", 1), ("3", "99", 1), ("4", "99", 3), ("1", "100", 1)
    ]  # fmt: skip
    assert report.items[0].text.endswith("the position of the Committee")


def test_a_report_that_flows_on_without_line_breaks():
    report = read(FLOWING)
    assert [(item.paragraph, item.number, item.states, item.status.value) for item in report.items] == [
        ("90", "1", ("Peru", "Chile", "the Netherlands"), "supported"),
        ("90", "2", ("Chad", "Oman"), "supported"),
        ("90", "3", ("Fiji",), "supported"),
        ("90", "4", ("Cuba",), "supported"),
        ("90", "5", ("Spain",), "supported"),
        ("90", "6", ("Italy",), "supported"),
        ("90", "7", ("Trinidad an Tobago",), "supported"),
        ("91", "1", ("UK",), "pending"),
    ]
    texts = {item.number: item.text for item in report.items[:7]}
    assert texts["3"] == "Adopt the law, in line with Convention No. 111"
    assert (texts["5"], texts["6"]) == ("Tell all", "Respect belief")
    assert doubts(report)[-2:] == [("unknown_state", "7", ""), ("left_out", "7", "")]


def test_a_report_that_names_nobody():
    report = read(NOBODY)
    assert [(item.paragraph, item.number, item.states) for item in report.items] == [
        ("76", "1", ()), ("76", "2", ()), ("77", "1", ()), ("77", "2", ()), ("77", "3", ()),
    ]  # fmt: skip
    assert report.items[4].text.startswith("Sharing of what works: (a) Ruritania")
    assert "None" not in "".join(item.text for item in report.items)


def test_a_list_of_answers_has_them_before_the_numbers():
    assert [(item.paragraph, item.number, item.status.value, item.text) for item in read(ANSWERED).items] == [
        ("69", "69.1", "supported", "Found a round table on security and freedoms"),
        ("69", "69.2", "supported", "Share what it learnt"),
        ("70", "70.1", "noted", "Abolish the death penalty"),
        ("70", "70.2", "noted", "Ratify it"),
    ]


def test_a_matrix_has_a_position_for_each_row():
    rows = [("Recommendation and recommending State", "Position of the State under review", "Themes"),
            ("Theme: Ratification", "", ""),
            ("140.7 Ratify it (Malta) (Portugal);\nSource of Position: A/HRC/59/15/Add.1 - Para.3", "Supported", "- ICESCR"),
            ("140.2. Consider it (Rwanda);", "Not\ned", "- Work"), ("140.9 Act (Fiji)", "Supported/Not\ned", "")]  # fmt: skip
    table = RawTable([RawCell(t, r, c) for r, row in enumerate(rows) for c, t in enumerate(row)], 5, 3)
    report = find_recommendations(RawDocument("docx", [table]))
    assert [(item.number, item.text, item.states, item.status.value) for item in report.items] == [
        ("140.7", "Ratify it", ("Malta", "Portugal"), "supported"),
        ("140.2", "Consider it", ("Rwanda",), "noted"),
        ("140.9", "Act", ("Fiji",), "supported"),
    ]
    assert doubts(report) == [("partly", "140.9", "")]


def test_new_report_with_slips():
    report = read(NEW)
    assert [item.number for item in report.items] == [
        "6.1",
        "6.2",
        "6.3",
        "6.5",
        "6.5",
        "6.7",
        "7.1",
        "8.1",
        "8.2",
        "8.3",
        "9.1",
    ]
    assert [item.status.value for item in report.items] == [
        *["supported"] * 6, "implemented", *["pending"] * 3, "noted"
    ]  # fmt: skip
    items = by_number(report)
    assert items["6.1"].states == ("Türkiye", "Côte d’Ivoire")
    assert items["6.1"].text == "Ratify the Convention"
    assert items["6.2"].text == "Continue (a) to reform; (b) to train, as in recommendation 6.1 above"
    assert items["6.2"].states == ("Venezuela (Bolivarian Republic of)",)
    assert items["6.3"].states == ("United Kingdom of Great Britain and Northern Ireland",)
    assert items["8.1"].text == "Accede to the Protocol (Spain); consider the amendments (Honduras)"
    assert items["9.1"].states == ("Atlantis Republic",)
    assert ("unknown_state", "9.1", "") in doubts(report)
    assert ("no_states", "6.7", "") in doubts(report)
    assert ("count_differs", "", "") in doubts(report)
    assert [one[1] for one in doubts(report) if one[0] == "joined"] == ["8.1"]
    assert [one for one in doubts(report) if one[0] == "skipped"] == [
        ("skipped", "6.5", "6.4"),
        ("skipped", "6.7", ""),
    ]


@pytest.mark.parametrize(
    ("words", "text", "states"),
    [
        ("Review laws (such as the Act (2007) (Peru);", "Review laws (such as the Act (2007)", ("Peru",)),
        ("Ratify it (United Kingdom France, Mexico);", "Ratify it", ("United Kingdom", "France", "Mexico")),
        ("Ratify it (Iran (Islamic Republic of);", "Ratify it", ("Iran (Islamic Republic of)",)),
        ("Ratify it (The former Yugoslav Republic of Macedonia; Viet Nam)2;", "Ratify it",
         ("The former Yugoslav Republic of Macedonia", "Viet Nam")),
        ("Ratify it (Venezuela (Bolivarian Republic of); Mali; Bolivia (Plurinational State of));", "Ratify it",
         ("Venezuela (Bolivarian Republic of)", "Mali", "Bolivia (Plurinational State of)")),
        ("Adopt it (Democratic Republic of Congo; The Holy See);", "Adopt it",
         ("Democratic Republic of Congo", "The Holy See")),
        ("Protect them A/HRC/9/1 Page 20 at all times (Chad);", "Protect them at all times", ("Chad",)),
    ],
)  # fmt: skip
def test_slips_of_the_printer(words, text, states):
    head = f"A/HRC/9/1 {'x' * 200}\nII. Conclusions and/or recommendations\n"
    report = read(
        f"{head}7. The recommendations below enjoy the support of Ruritania: 7.1 {words} 7.2 {'Act. ' * 50}(Fiji)."
    )
    assert (report.items[0].text, report.items[0].states) == (text, states)


def test_bullets_and_a_list_after_a_colon():
    report = read(
        "II. Conclusions and/or recommendations\n9. The recommendations listed below have been accepted by Ruritania:\n"
        + "\n".join(f"* Take step {n} (Peru);" for n in range(1, 7))
        + "\n10. The following recommendations are noted by Ruritania:\n"
        "10.1 Take steps to: train judges; pay teachers; open courts (Chad);"
    )
    assert [item.text for item in report.items] == [
        *(f"Take step {n}" for n in range(1, 7)),
        "Take steps to: train judges; pay teachers; open courts",
    ]
    assert doubts(report) == [("no_number", "", "")]


def test_a_misprinted_number_is_kept_and_questioned():
    lines = [f"118.{'09' if n == 109 else n} Act on matter {n} (Peru);" for n in range(1, 120)]
    report = read("\n".join(["118. The recommendations below enjoy the support of Ruritania:", *lines]))
    assert len(report.items) == 119
    assert doubts(report) == [("out_of_order", "118.09", "118.109")]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("have been examined by Ruritania and enjoy its support", Status.SUPPORTED),
        ("are accepted by Ruritania", Status.SUPPORTED),
        (
            "enjoy the support of Ruritania, which considers that they have already been implemented",
            Status.IMPLEMENTED,
        ),
        ("are in the process of being implemented and are supported", Status.IMPLEMENTED),
        ("are considered as implemented or in the process of implementation", Status.IMPLEMENTED),
        (
            "will be examined by Ruritania, which will respond in due time, but no later than June",
            Status.PENDING,
        ),
        (
            "will be considered by Ruritania and its response will be included in the outcome report",
            Status.PENDING,
        ),
        ("are to be examined; responses not later than the tenth session", Status.PENDING),
        ("did not enjoy the support of Ruritania and would thus be noted", Status.NOTED),
        ("cannot, at the present time, be accepted", Status.NOTED),
        ("have been rejected", Status.NOTED),
        ("have been examined by Ruritania and have been noted", Status.NOTED),
        ("are noted by Ruritania", Status.NOTED),
        ("Ruritania takes note of", Status.NOTED),
        ("Ruritania is not in a position to support", Status.NOTED),
        ("as noted above, enjoy the support of Ruritania", Status.SUPPORTED),
        ("could Ruritania not commit to", Status.NOTED),
        ("were held to be outside the scope of the review", Status.NOTED),
        ("were accepted; Ruritania will inform the Council of its work", Status.SUPPORTED),
        ("were made to Ruritania", Status.UNCLEAR),
    ],
)
def test_wordings_of_a_position(words, status):
    report = read(
        f"II. Conclusions and/or recommendations\n7. The following recommendations {words}:\n7.1 Act (Oman);"
    )
    assert [item.status for item in report.items] == [status]


def test_a_later_paragraph_names_items_already_carried_out():
    report = read(
        "II. Conclusions and/or recommendations\n7. The following recommendations enjoy the support of Ruritania:\n"
        + "\n".join(f"7.{n} Act {n} (Oman);" for n in range(1, 7))
        + "\n8. Ruritania considers that recommendations 7.1 and 7.3 to 7.5 above have already been implemented."
    )
    assert [item.number for item in report.items if item.status is Status.IMPLEMENTED] == [
        "7.1",
        "7.3",
        "7.4",
        "7.5",
    ]


def test_a_table_and_a_word_file():
    cells = [("5.1", "Ratify it", "Malta"), ("5.2", "Train judges (Nepal);", "")]
    table = RawTable([RawCell(t, r, c) for r, row in enumerate(cells) for c, t in enumerate(row)], 2, 3)
    raw = RawDocument("docx", [
        RawParagraph("Conclusions and/or recommendations"),
        RawParagraph("5.\tThe following recommendations have been rejected by Ruritania:"),
        table,
        RawParagraph("1 The recommendation as read out (Togo).", footnote=True),
        RawParagraph("5.3\tAct at once (Niger)."),
        RawParagraph("B. Economic rights"),
        RawParagraph("5.4\tFeed the hungry (Chad)."),
    ])  # fmt: skip
    report = find_recommendations(raw)
    assert [(item.number, item.text, item.states) for item in report.items] == [
        ("5.1", "Ratify it", ("Malta",)),
        ("5.2", "Train judges", ("Nepal",)),
        ("5.3", "Act at once", ("Niger",)),
        ("5.4", "Feed the hungry", ("Chad",)),
    ]
    assert doubts(report) == [("left_out", "5.3", "")]


def test_a_paper_without_recommendations_says_so():
    for text in [" ", "12. Ruritania thanked all delegations (France).", "Kế hoạch năm 2026"]:
        report = read(text)
        assert report.items == ()
        assert doubts(report)[-1][0] == "nothing_found"


@pytest.mark.parametrize(
    "words",
    ["x (" * 4000 + ")" * 4000, "Act (" + " ".join(["France"] * 4000), "Act (" + " and ".join(["Francex"] * 2000),
     "Act (" + ", ".join(["Francx Y"] * 2000), "1 The recommendation as made " * 3000],
)  # fmt: skip
def test_no_paper_takes_the_square_of_its_length(words):
    began = process_time()
    read(f"7. The recommendations below enjoy the support of Ruritania: 7.1 {words}")
    assert process_time() - began < 3


SCRAPS = ["II. Conclusions and/or recommendations", "7. The recommendations below enjoy the support of X:", "7.1", "(",
          ")", "(France)", "(Iran (Islamic Republic of)", ";", "1.", "(a)", "\n", "\f", " and ", "118.09 Do it", "[", "]",
          "All conclusions and/or recommendations contained", "* As read", "A/HRC/26/16", "-\n", "\u00ad\n", "99", "aa)"]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=12), max_size=40))
def test_nothing_makes_it_stumble(scraps):
    raw = RawDocument("txt", [RawParagraph(part) for part in " ".join(scraps).split("\n")])
    report = find_recommendations(raw)
    record = to_record(report)
    assert report == find_recommendations(raw)
    assert all(set(item) == {"number", "text", "states", "status", "paragraph"} for item in record["items"])


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not here")
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("cambodia2014", {("118", "supported"): 171, ("119", "pending"): 34}),
        (
            "laopeoplesdemocraticrepublic2010",
            {("96", "supported"): 53, ("97", "implemented"): 3, ("98", "pending"): 48, ("99", "noted"): 3},
        ),
    ],
)
def test_shared_reports(name, counts):
    report = find_recommendations(open_document((SHARED / f"{name}.pdf").read_bytes(), f"{name}.pdf"))
    assert Counter((item.paragraph, item.status.value) for item in report.items) == counts
    assert all(item.states for item in report.items)
    assert not [item for item in report.items if re.search(r"A/HRC/\d\d/|GE\.|\n|\u00ad", item.text)]
    assert not [doubt for doubt in report.doubts if doubt.kind not in {"joined", "out_of_order"}]
