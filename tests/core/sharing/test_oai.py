"""OAI-PMH: the answers against the schema, every error, lists that go on while things change, and reading it all back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from quyen.core.sharing import (
    SCHEMA_FILE,
    BadAnswer,
    Batch,
    Credit,
    Form,
    Said,
    SourceRefused,
    Taken,
    answer,
    best_format,
    harvest,
    nature,
    read_batch,
    to_full,
)
from quyen.core.sharing.dublin import to_dublin
from tests.core.sharing.things import DAY, FULL, Memory

SCHEMAS = Path(__file__).parent / "schemas"
PROTOCOL = etree.XMLSchema(etree.parse(SCHEMAS / "OAI-PMH.xsd"))
DUBLIN = etree.XMLSchema(etree.parse(SCHEMAS / "oai_dc.xsd"))
OWN = etree.XMLSchema(etree.parse(SCHEMA_FILE))
NS = {"o": "http://www.openarchives.org/OAI/2.0/"}
ONE = FULL.identifier


def shelf(number: int = 5) -> Memory:
    things = [
        replace(FULL, identifier=f"oai:quyen.example:product/{10 + n}", changed_at=DAY + timedelta(minutes=n))
        for n in range(number)
    ]
    return Memory(things)


def ask(where: Memory, query: str, most: int = 2) -> etree._Element:
    content = answer(parse_qsl(query, keep_blank_values=True), where, DAY + timedelta(days=1), most)
    root = etree.fromstring(content)
    PROTOCOL.assertValid(root)
    for name, schema in (("{*}thing", OWN), ("{*}dc", DUBLIN)):
        for record in root.iter(name):
            schema.assertValid(etree.fromstring(etree.tostring(record)))
    return root


def request_of(root: etree._Element) -> dict[str, str]:
    [request] = root.iter("{*}request")
    return {str(key): str(what) for key, what in request.attrib.items()}


@pytest.mark.parametrize(
    "query",
    [
        "verb=Identify",
        "verb=ListMetadataFormats",
        f"verb=ListMetadataFormats&identifier={ONE}",
        "verb=ListSets",
        f"verb=GetRecord&identifier={ONE}&metadataPrefix=oai_dc",
        f"verb=GetRecord&identifier={ONE}&metadataPrefix=quyen",
        "verb=ListIdentifiers&metadataPrefix=oai_dc&set=language",
        "verb=ListRecords&metadataPrefix=quyen&set=language:vi&from=2026-11-30&until=2026-11-30",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-30T08:02:00Z&until=2026-11-30T08:04:00Z",
    ],
)
def test_every_verb_is_answered_as_the_schema_says(query: str) -> None:
    where = shelf()
    where.touch(2, DAY + timedelta(minutes=9), gone=True)
    root = ask(where, query)
    assert root.find("o:error", NS) is None
    assert request_of(root)["verb"] == query[5:].partition("&")[0]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Delete", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&x=1", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=a%20b", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:quyen.example:product/99", "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=oai:quyen.example:product/99", "idDoesNotExist"),
        (f"verb=GetRecord&metadataPrefix=marc21&identifier={ONE}", "cannotDisseminateFormat"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=a%20b", "badArgument"),
        ("verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=9999-12-31", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-30T08:00:00", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-30&until=2026-11-30T08:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-12-01&until=2026-11-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=unit:x", "noRecordsMatch"),
        ("verb=ListIdentifiers&metadataPrefix=oai_dc&until=2020-01-01", "noRecordsMatch"),
        ("verb=ListRecords&resumptionToken=x", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=%00%08", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=WzEsMiwzXQ", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
    ],
)
def test_every_error_has_its_code(query: str, code: str) -> None:
    root = ask(shelf(), query)
    error = root.find("o:error", NS)
    assert error is not None and error.get("code") == code
    if code in ("badVerb", "badArgument"):
        assert not request_of(root)


def taken_from(where: Memory, since: datetime | None = None) -> list[Batch]:
    def asks(arguments: dict[str, str]) -> bytes:
        return answer(list(arguments.items()), where, DAY + timedelta(days=1), 2)

    return list(harvest(asks, nature(asks), since))


def test_all_of_a_thing_comes_back_with_its_credits() -> None:
    """What our own format carries is lost nowhere; Dublin Core keeps what it can, the names among it."""
    where = Memory([FULL])
    where.rows[1] = replace(where.rows[1], thing=FULL)
    [batch] = taken_from(where)
    assert batch.records[0].thing == FULL
    hostile = replace(
        FULL, titles=(Said("a\x00\x0b\ufffe b"),), address="javascript:alert(1)", credits=(Credit("<b>x</b>", "author"),)
    )  # fmt: skip
    [batch] = taken_from(Memory([hostile]))
    came = batch.records[0].thing
    assert came is not None and came.title == "a b" and came.address == "" and came.credits == hostile.credits
    content = answer([("verb", "ListRecords"), ("metadataPrefix", "oai_dc")], Memory([FULL]), DAY)
    plain = read_batch(content).records[0].thing
    assert plain is not None and plain.titles == FULL.titles and plain.licence == FULL.licence
    assert {one.name for one in plain.credits} == {one.name for one in FULL.credits}
    assert plain.form is Form.PICTURES and plain.issuer is not None and plain.address == FULL.address


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(1, 9), st.sampled_from(["change", "gone", "new"])),
        max_size=8,
    )
)
def test_a_list_goes_on_whatever_changes_meanwhile(changes: list[tuple[int, int, str]]) -> None:
    """What stays is met once; what changes before the list ends is met in its last state; no deletion is missed."""
    where, touched = shelf(9), set()
    met: list[Taken] = []
    steps = iter(range(1000))

    def asks(arguments: dict[str, str]) -> bytes:
        if arguments["verb"] == "ListRecords":
            step = next(steps)
            for at, number, what in changes:
                when = DAY + timedelta(hours=1, seconds=step * 20 + number)
                if at == step and what == "new":
                    where.add(when)
                elif at == step:
                    where.touch(number, when, gone=what == "gone")
                    touched.add(where.rows[number].identifier)
        return answer(list(arguments.items()), where, DAY + timedelta(days=1), 2)

    for batch in harvest(asks, nature(asks), None):
        met += batch.records
    names = [one.identifier for one in met]
    assert all(names.count(name) == 1 for name in set(names) - touched)
    last = {one.identifier: (one.changed_at, one.deleted) for one in met}
    assert last == {one.identifier: (one.changed_at, one.thing is None) for one in where.rows.values()}


def test_hostile_and_broken_sources_are_told_apart() -> None:
    with pytest.raises(BadAnswer):
        read_batch(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><OAI-PMH>&e;</OAI-PMH>')
    with pytest.raises(BadAnswer):
        read_batch(b"<html><body>404</body></html>")
    with pytest.raises(SourceRefused) as refused:
        read_batch(answer([("verb", "ListRecords"), ("metadataPrefix", "x")], shelf(), DAY))
    assert refused.value.code == "cannotDisseminateFormat"
    endless = answer([("verb", "ListRecords"), ("metadataPrefix", "quyen")], shelf(), DAY, 2)

    def asks(arguments: dict[str, str]) -> bytes:
        if arguments["verb"] == "ListRecords":
            return endless
        return answer(list(arguments.items()), shelf(), DAY)

    with pytest.raises(BadAnswer, match="không bao giờ hết"):
        list(harvest(asks, nature(asks), None))
    with pytest.raises(BadAnswer, match="định dạng"):
        best_format(replace(nature(asks), formats=("marc21",)))


def test_one_bad_record_does_not_stop_the_others() -> None:
    content = answer([("verb", "ListRecords"), ("metadataPrefix", "quyen")], shelf(3), DAY)
    root = etree.fromstring(content)
    [first, second, _third] = root.iter("{urn:quyen:thing:1}thing")
    next(first.iter("{*}file")).set("size", "nhiều")
    for title in second.findall("{*}title"):
        second.remove(title)
    found = read_batch(etree.tostring(root)).records
    assert [bool(one.fault) for one in found] == [True, True, False]
    assert found[2].thing is not None


def test_dublin_core_as_others_write_it_is_read() -> None:
    source = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-30T00:00:00Z</responseDate>
    <request/><ListRecords><record><header><identifier>oai:lib.example:7</identifier><datestamp>2025-01-02</datestamp>
    </header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The right to water</dc:title><dc:creator>Doe, J.</dc:creator>
    <dc:language>eng</dc:language><dc:date>2019</dc:date><dc:type>text</dc:type><dc:rights>All rights reserved</dc:rights>
    <dc:identifier>https://lib.example/7</dc:identifier><dc:identifier>https://lib.example/7.pdf</dc:identifier>
    <dc:format>application/pdf</dc:format><dc:description> </dc:description></oai_dc:dc></metadata></record>
    </ListRecords></OAI-PMH>"""
    [one] = read_batch(source.encode()).records
    thing = one.thing
    assert (
        thing is not None and thing.language == "en" and thing.titles == (Said("The right to water", "en"),)
    )
    assert thing.published_at is not None and thing.published_at.year == 2019
    assert [(part.address, part.media_type) for part in thing.parts] == [
        ("https://lib.example/7.pdf", "application/pdf")
    ]
    assert thing.licence_words == "All rights reserved" and thing.descriptions == ()


def test_own_schema_and_dublin_core_hold_the_full_thing() -> None:
    OWN.assertValid(etree.fromstring(etree.tostring(to_full(FULL))))
    DUBLIN.assertValid(etree.fromstring(etree.tostring(to_dublin(FULL))))
