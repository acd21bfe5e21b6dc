"""Reports as they are printed: number, tab, words; the second line begins under the number; a head on every page;
footnotes on the wording. Set with Typst, so that every item is known before it is read."""

from __future__ import annotations

import random
from itertools import count

import pytest
import typst

from quyen.core.reading.formats import open_document
from quyen.core.recommendations import find_recommendations

STATES = [
    "Spain",
    "Lao People’s Democratic Republic",
    "Iran (Islamic Republic of)",
    "Bolivia (Plurinational State of)",
    "Holy See",
    "Chad",
    "United Kingdom of Great Britain and Northern Ireland",
    "Côte d’Ivoire",
    "Bosnia and Herzegovina",
    "North Macedonia",
    "Niger",
    "Micronesia (Federated States of)",
    "Venezuela (Bolivarian Republic of)",
    "State of Palestine",
    "Viet Nam",
    "Sao Tome and Principe",
]
WORDS = [
    "Ratify the agreement on work at sea (No. 186)",
    "Open the files of 2005-2009 to those who ask",
    "Train judges and the police",
    "Found an office for complaints with full status",
    "Raise the share of girls in school by 2.5 per cent until 2030",
    "Bring its law into line with article 19 (2)",
    "Protect asylum-seekers and so-called “street” children",
    "Publish the report",
]
PAGE = """#set page(paper: "a4", margin: (x: 3.4cm, y: 2.4cm), header: [*A/HRC/26/99*], numbering: "1")
#set text(font: "Liberation Serif", size: 10pt, lang: "en", hyphenate: {hyphenate})
#set par(justify: true, spacing: 0.8em)
#let item(n, body) = pad(left: 1.2cm)[#n#h({tab})#body]
= II. Conclusions and/or recommendations
"""
HEADS = {
    "supported": "The following recommendations enjoy the support of Ruritania:",
    "pending": "The following recommendations will be examined by Ruritania, which will respond in due time:",
    "noted": "The recommendations below did not enjoy the support of Ruritania:",
}
NOTE = "#footnote[The recommendation as read out was: “Do it at once (Spain)”.]"


def _report(seed: int, separator: str, *, dotted: bool, tab: str, hyphenate: bool) -> tuple[str, list[tuple]]:
    draw = random.Random(seed)
    source, true = [PAGE.format(tab=tab, hyphenate=str(hyphenate).lower())], []
    for number, (status, head) in zip(count(98), HEADS.items(), strict=False):
        source.append(f"{number}.#h(0.8cm){head}\n")
        for at in range(1, 41):
            words = ", and ".join(draw.sample(WORDS, draw.choice((1, 1, 1, 2, 4))))
            states = draw.sample(STATES, draw.choice((1, 1, 1, 2, 5)))
            label = f"{number}.{at}" if dotted else str(at)
            note = NOTE if draw.random() < 0.06 else ""
            source.append(
                f'#item("{label}{"" if dotted else "."}")[{words} ({separator.join(states)});{note}]\n'
            )
            true.append((str(number), label, status, words, tuple(states)))
    source.append(
        "101.#h(0.8cm)All conclusions and/or recommendations reflect the position of the submitting State(s)."
    )
    return "\n".join(source), true


@pytest.mark.parametrize(
    ("separator", "shape"),
    [
        (", ", {"dotted": True, "tab": "1.3cm", "hyphenate": False}),
        ("; ", {"dotted": True, "tab": "0.6cm", "hyphenate": True}),
        (") (", {"dotted": True, "tab": "2cm", "hyphenate": True}),
        (", ", {"dotted": False, "tab": "1cm", "hyphenate": False}),
    ],
)
def test_every_item_of_a_printed_report(separator, shape):
    for seed in range(2):
        source, true = _report(seed, separator, **shape)
        report = find_recommendations(open_document(typst.compile(source.encode()), "report.pdf"))
        assert [
            (item.paragraph, item.number, item.status.value, item.text, item.states) for item in report.items
        ] == true
