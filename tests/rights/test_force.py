"""Laws that stand no longer: said of them, of each of their articles, and wherever a page cites them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from quyen.rights.actions.situation_loading import load_situations, shipped_pages
from quyen.rights.actions.situation_words import Written
from quyen.rights.models import Instrument, Status
from quyen.rights.models.instrument import is_among
from quyen.rights.queries import all_instruments, instrument_page, known_names, situation_page
from quyen.rights.queries.force import COMING, GONE, PERHAPS, endings, lapse_of
from quyen.rights.queries.names import forget_names
from quyen.rights.queries.situation_blocks import cites_in
from quyen.rights.queries.situation_desk import situation_list
from quyen.rights.queries.situation_words import words_of
from tests.rights.situation_world import shipped

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 27)


def _kind(code: str, article: str = "", day: date = DAY) -> str:
    lapse = lapse_of(endings([code]), article, day)
    return lapse.kind if lapse else ""


def test_what_is_replaced_is_told_by_the_day_and_by_the_article(structure) -> None:
    assert _kind("LANM2018") == GONE and _kind("LANM2018", "8") == GONE
    assert _kind("LANM2018", day=date(2026, 6, 30)) == COMING
    assert _kind("LHT2014", "13") == COMING and _kind("LHT2014", "13", date(2027, 3, 1)) == GONE
    assert _kind("LTCTT2016", "5") == PERHAPS, "nobody has compared from when the new law is in force"
    assert (
        _kind("BLTTHS2015") == "" and _kind("BLTTHS2015", "10") == "" and _kind("BLTTHS2015", "414") == GONE
    )
    assert not is_among("12a", "10-20") and is_among("12a", "12a") and is_among("413", "413-430")
    lapse = lapse_of(endings(["LANM2018"]), "", DAY)
    assert lapse and (lapse.name, lapse.address) == (
        "Luật An ninh mạng 2025 (116/2025/QH15)", "/phap-luat/LANM2025/",
    )  # fmt: skip


def test_public_pages_of_a_law_and_of_its_articles_say_so(structure, client) -> None:
    said = "Đã được thay thế từ 1/7/2026 bởi"
    for address in ("/phap-luat/LANM2018/", "/phap-luat/LANM2018/dieu-8/", "/phap-luat/"):
        html = client.get(address).content.decode()
        assert said in html and "/phap-luat/LANM2025/" in html, address
        assert ("NotInForce" in html) == (address != "/phap-luat/"), "for machines, too"
    html = client.get("/phap-luat/BLTTHS2015/dieu-414/").content.decode()
    assert "Đã được thay thế từ 1/1/2026 bởi" in html and "/phap-luat/LTPNCTN2024/" in html
    assert "ត្រូវបានជំនួស" in client.get("/km/phap-luat/LANM2018/dieu-8/").content.decode()
    assert "chưa được đưa vào kho" in client.get("/phap-luat/LBC2025/").content.decode()
    assert "Điều 413-430:" in client.get("/phap-luat/BLTTHS2015/").content.decode()
    assert "thay thế" not in client.get("/phap-luat/BLTTHS2015/dieu-10/").content.decode()
    assert "Có thể đã được thay thế" in client.get("/phap-luat/LTCTT2016/dieu-5/").content.decode()
    shown = {line.instrument.code: line.lapse for line in all_instruments() if line.lapse}
    assert {"LANM2018", "LTHTGTG2015", "LHT2014", "LTCTT2016", "LTNTG2016"} <= set(shown)
    page = instrument_page("BLTTHS2015")
    assert page and [one.status.articles for one in page.lapses] == ["413-430"]


def test_a_name_without_a_year_means_the_law_in_force(structure) -> None:
    from quyen.core.citing import find_citations

    forget_names()
    found = {
        text: find_citations(text, known_names())[0].code
        for text in ("Điều 7 Luật An ninh mạng", "Điều 8 Luật An ninh mạng 2018", "Điều 5 Luật Tiếp cận thông tin",
                     "Điều 11 Luật Hộ tịch", "Điều 8 Luật Hộ tịch năm 2026")
    }  # fmt: skip
    assert list(found.values()) == ["LANM2025", "LANM2018", "LTCTT2016", "LHT2014", "LHT2026"]


def test_no_published_page_cites_what_is_replaced_without_saying_so(structure) -> None:
    load_situations()
    body = (
        {"kind": "right", "text": "Được bảo vệ trên mạng.", "cites": ["LANM2018 17", "HP2013 21.2"]},
        {"kind": "law", "cite": "LTCTT2016 5"},
    )
    load_situations(pages=[shipped(Written("Khi thử", "Thử.", ("thu",), body), slug="thu-luat-cu")])
    ended = list(endings())
    for slug, language in [*((one.slug, one.language) for one in shipped_pages()), ("thu-luat-cu", "vi")]:
        if language != "vi":
            continue  # the same citations; the words of each language are looked at below
        page = situation_page(slug, language)
        assert page
        cites = [cite for part in page.parts for one in part.blocks for cite in (*one.cites, one.law) if cite]
        for cite in cites:
            lapse = lapse_of(
                [one for one in ended if one.instrument.code == cite.code], cite.path.partition(".")[0]
            )
            told = any(str(lapse.status.instrument) in note for note in page.notes) if lapse else True
            marked = bool(cite.lapsed) if lapse and lapse.kind != COMING else True
            assert told and marked, f"{slug}: {cite.label}"
    page = situation_page("thu-luat-cu", "vi")
    assert page and page.parts[0].blocks[0].cites[0].lapsed == "đã thay thế"
    assert any("đã được thay thế từ 1/7/2026 bởi Luật An ninh mạng 2025" in note for note in page.notes)


def test_the_desk_sees_which_pages_cite_what_was_replaced(structure) -> None:
    body = ({"kind": "right", "text": "Được bảo vệ trên mạng.", "cites": ["LANM2018 17"]},)
    sound = ({"kind": "right", "text": "Được bảo vệ.", "cites": ["HP2013 21", "LHT2014 13"]},)
    load_situations(
        pages=[
            shipped(Written("Khi thử", "Thử.", ("thu",), one), slug=slug)
            for slug, one in (("cu", body), ("moi", sound))
        ]
    )
    seen = situation_list("replaced", drafts=True)
    assert [row.slug for group in seen.groups for row in group.rows] == ["cu"] and seen.counts[
        "replaced"
    ] == 1
    assert "replaced" not in situation_list(drafts=False).counts, "for those who look after the pages"


def test_shipped_pages_cite_nothing_that_is_surely_replaced(structure) -> None:
    """And each law that they cite, and what takes its place, has a Khmer name: a code says nothing to a reader."""
    ended: dict[str, list[Status]] = {}
    for status in endings():
        ended.setdefault(status.instrument.code, []).append(status)
    stale, cited = set(), set()
    for one in shipped_pages():
        for cite in cites_in(one.written.body):
            cited.add(cite.code)
            lapse = lapse_of(ended.get(cite.code, ()), cite.article)
            if lapse and lapse.kind == GONE:
                stale.add(f"{one.slug}.{one.language}: {cite}")
            if lapse and lapse.successor:
                cited.add(lapse.successor.code)
    assert not stale, "\n".join(sorted(stale))
    assert not cited - set(words_of("km")["instruments"]), "without a Khmer name"


def test_the_data_say_what_nobody_has_compared(structure) -> None:
    """A day that rests on general knowledge says so in its source; a doubted one is not shown as if it stood."""
    for status in Status.objects.filter(what="replaced", successor=None):
        raise AssertionError(f"{status.instrument}: replaced by what?")
    assert (
        not Status.objects.filter(source__startswith="Ghi theo")
        .exclude(source__contains="chưa đối chiếu")
        .exists()
    )
    rows = json.loads((shipped_data() / "instruments.json").read_text(encoding="utf-8"))
    places = {row["code"]: at for at, row in enumerate(rows)}
    for row in rows:
        for status in row["statuses"]:
            if "successor" in status:
                assert places[status["successor"]] < places[row["code"]], row["code"]
    assert Instrument.objects.count() == len(rows)


def shipped_data():
    from quyen.rights.actions.structure import DATA

    return DATA
