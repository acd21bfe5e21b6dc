"""The stages of a reading, in their order; each is one function of one module."""

from __future__ import annotations

from dataclasses import replace

from quyen.core.reading.audiences import find_audiences, find_channels, find_topics
from quyen.core.reading.bases import carried_out, find_bases
from quyen.core.reading.citations import find_citations
from quyen.core.reading.ending import find_ending
from quyen.core.reading.findings import find_findings
from quyen.core.reading.formats import open_document
from quyen.core.reading.goals import find_objectives
from quyen.core.reading.head_lines import read_head
from quyen.core.reading.header import find_header
from quyen.core.reading.layout import lay_out
from quyen.core.reading.money import find_budget_source
from quyen.core.reading.news import is_news, read_news
from quyen.core.reading.pause import without_collector
from quyen.core.reading.recipients import find_recipients
from quyen.core.reading.reporting import find_report_deadline
from quyen.core.reading.signer import find_signer
from quyen.core.reading.steps import body_start, list_steps
from quyen.core.reading.targets import find_targets
from quyen.core.reading.tasks import find_tasks
from quyen.core.reading.treaties import find_treaties
from quyen.core.text.abbreviations import RULES
from quyen.core.text.folding import fold_and_lower
from quyen.core.types import Document, Reading


@without_collector
def read(data: bytes, name: str = "") -> Reading:
    """Reads one file. Raises `quyen.core.errors.QuyenError` where the bytes hold no readable document."""
    return read_document(lay_out(open_document(data, name)))


def read_document(document: Document) -> Reading:
    """Reads a laid-out document. Never raises for bad text; deterministic."""
    folded, small = fold_and_lower(document.text)
    head = read_head(document, folded)
    header = find_header(document, folded, head)
    cited = find_citations(document.text)
    if is_news(document, head, header):
        header, bases = read_news(document)
    else:
        bases = find_bases(document, folded, head.body, cited) or carried_out(header.title, folded, cited)
    steps = list_steps(document, folded, header.title.text if header.title else "")
    ending = find_ending(document, folded)
    start = body_start(steps, head.body) if head.type_name else 0
    targets = find_targets(document, folded, steps, start, rules=head.type_name in RULES)
    reading = Reading(
        document=document,
        number=header.number,
        symbol=header.symbol,
        date=header.date,
        issuer=header.issuer,
        doc_type=header.doc_type,
        title=header.title,
        period=header.period,
        legal_bases=bases,
        citations=tuple(cited),
        objectives=find_objectives(steps, targets),
        targets=targets,
        audiences=find_audiences(steps),
        topics=find_topics(steps),
        channels=find_channels(steps),
        treaties=find_treaties(document.text, folded),
        tasks=find_tasks(
            document, issuer=header.issuer.text if header.issuer else None, steps=steps, small=small
        ),
        report_deadline=find_report_deadline(steps, start),
        budget_source=find_budget_source(steps),
        recipients=find_recipients(ending),
        signer=find_signer(ending),
    )
    return replace(reading, findings=find_findings(reading)) if document.text else reading
