"""Structure loaded again and again, texts stored edition by edition, quotes and links that outlive both."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from quyen.accounts.models import AuditEntry
from quyen.core.statutes import Unit
from quyen.rights.actions import (
    InstrumentGiven,
    InstrumentRefused,
    LinkRefused,
    Stored,
    TextGiven,
    TextRefused,
    add_article,
    add_citation,
    add_link,
    change_subject,
    define_instrument,
    find_again,
    load_structure,
    propose_links,
    settle,
    store_text,
)
from quyen.rights.actions.situation_loading import shipped_pages
from quyen.rights.actions.structure import DATA
from quyen.rights.enums import ProvisionKind, TieState
from quyen.rights.models import Citation, Instrument, Link, Passage, Provision, Status, Version
from quyen.rights.queries import provision_page
from quyen.rights.queries.situation_blocks import cites_in
from quyen.rights.signals import text_changed
from tests.factories.statutes import LAW, TREATY, units_of

pytestmark = pytest.mark.django_db

COUNTS = {
    "ICCPR": 53,
    "ICESCR": 31,
    "CEDAW": 30,
    "ICERD": 25,
    "CRC": 54,
    "CRPD": 50,
    "CAT": 33,
    "UDHR": 30,
    "HP2013": 36,
}
TREATIES = COUNTS.keys() - {"HP2013"}
GIVEN = TextGiven("en", "Bản viết cho kiểm thử")


def store(code: str, text: str, given: TextGiven = GIVEN, **more: object) -> Stored:
    return store_text(
        actor=None, instrument=Instrument.objects.get(code=code), given=given, units=units_of(text), **more
    )


def test_the_structure_names_every_article_in_both_languages(structure) -> None:
    for code, count in COUNTS.items():
        articles = Provision.objects.filter(instrument__code=code, kind=ProvisionKind.ARTICLE)
        numbers = list(articles.values_list("number", flat=True))
        if code == "HP2013":  # of chapter II all, of the others those that pages cite
            numbers = [one for one in numbers if 14 <= int(one) <= 49]
            count = 36
        assert numbers == [str(one + (13 if code == "HP2013" else 0)) for one in range(1, count + 1)]
        assert not articles.filter(subject_vi="").exists() and not articles.filter(subject_en="").exists()
    part = Provision.objects.get(instrument__code="ICCPR", path="19").parent
    assert part and (part.kind, part.number) == ("part", "III")


def test_status_days_say_how_exact_they_are_and_keep_what_contradicts(structure) -> None:
    shown = {
        code: [
            (one.shown, one.stands)
            for one in Status.objects.filter(instrument__code=code, what__in=["ratified", "acceded"])
        ]
        for code in ("ICCPR", "CEDAW", "ICERD", "CAT")
    }
    assert shown == {
        "ICCPR": [("24/9/1982", True)],
        "CEDAW": [("2/1982", True), ("17/2/1982", False)],
        "ICERD": [("9/6/1981", False), ("9/6/1982", True)],
        "CAT": [("2015", True), ("5/2/2015", False)],
    }
    assert not Status.objects.filter(source="").exists()


def test_loading_again_doubles_nothing_updates_and_leaves_what_people_corrected(structure, tmp_path) -> None:
    before = {model: model.objects.count() for model in (Instrument, Provision, Status, Link)}
    again = load_structure(actor=None)
    assert (again.new, again.changed) == (0, 0)
    mine = Provision.objects.get(instrument__code="ICCPR", path="19")
    change_subject(actor=None, provision=mine, subject_vi="Tự do ngôn luận", subject_en=mine.subject_en)
    folder = shutil.copytree(DATA, tmp_path / "data")
    articles = folder / "articles" / "ICCPR.tsv"
    text = articles.read_text(encoding="utf-8")
    articles.write_text(
        text.replace("article\t18\t", "article\t18\tMới. ").replace("article\t19\t", "article\t19\tMới. "),
        encoding="utf-8",
    )
    given = json.loads((folder / "instruments.json").read_text(encoding="utf-8"))
    given[0]["statuses"] = []
    (folder / "instruments.json").write_text(json.dumps(given), encoding="utf-8")
    done = load_structure(actor=None, folder=folder)
    assert (done.new, done.changed) == (0, 1)
    subjects = dict(
        Provision.objects.filter(instrument__code="ICCPR", path__in=["18", "19"]).values_list(
            "path", "subject_vi"
        )
    )
    assert subjects["18"].startswith("Mới. ") and subjects["19"] == "Tự do ngôn luận"
    after = {model: model.objects.count() for model in before}
    assert after == before | {Status: before[Status] - 1}


def test_a_text_gets_a_new_edition_only_where_words_differ(structure) -> None:
    first = store("CAT", TREATY)
    assert first.is_new and first.report.counts == {
        "new": 2,
        "changed": 0,
        "same": 0,
        "unmatched": 0,
        "missing": 31,
    }
    same = store("CAT", TREATY, TextGiven("en", "Nguồn rõ hơn"))
    assert not same.is_new and same.version == first.version and same.version.source == "Nguồn rõ hơn"
    second = store(
        "CAT",
        TREATY.replace("may rest", "may sleep"),
        TextGiven("en", "Sửa đổi", valid_from=date(2027, 1, 1)),
    )
    assert second.report.changed == ("1",) and second.report.same == ("2",)
    assert (second.version.edition, Version.objects.get(pk=first.version.pk).valid_until) == (
        2,
        date(2027, 1, 1),
    )
    assert Passage.objects.get(version=first.version, provision__path="1").text.startswith(
        "1. Every tester may rest."
    )
    on = {day: provision_page("CAT", "1", ["en"], day=day) for day in (date(2026, 6, 1), date(2027, 6, 1))}
    assert ["rest" in str(page and page.columns) for page in on.values()] == [True, False]
    with pytest.raises(TextRefused):
        store(
            "CAT",
            TREATY.replace("may rest", "may hop"),
            TextGiven("en", "Lùi ngày", valid_from=date(2026, 1, 1)),
        )
    other = store("CAT", TREATY, TextGiven("en", "Nhà xuất bản khác", label="bản khác"))
    assert other.is_new and other.version.edition == 1


def test_clauses_and_points_are_addressable(structure) -> None:
    store("CAT", TREATY)
    page = provision_page("CAT", "1.2.b", ["en"])
    assert page and page.focus == "1.2.b"
    assert [(line.path, line.anchor, line.sign) for line in page.columns[0].lines][-1] == (
        "1.2.b",
        "d-1-2-b",
        "(b)",
    )
    passage = Passage.objects.get(provision__path="1", version__instrument__code="CAT")
    assert passage.part("1.2") == "2. No tester shall be:\n(a) hurried;\n(b) interrupted."
    assert Provision.objects.get(instrument__code="CAT", path="1.2.a").label == "điểm a khoản 2 Điều 1"


def test_a_law_of_ones_own_with_its_chapters(structure) -> None:
    law = define_instrument(
        actor=None,
        code="ltn2030",
        given=InstrumentGiven("law", "Luật Thử nghiệm", "Luật Thử nghiệm", year=2030),
    )
    stored = store("LTN2030", LAW, TextGiven("vi", "Công báo"))
    assert stored.report.unmatched == ("1", "2", "3")
    order = list(
        law.provisions.filter(kind__in=["chapter", "article", "preamble"]).values_list("path", flat=True)
    )
    assert order == ["preamble", "chapter-I", "1", "2", "chapter-II", "3"]
    assert Provision.objects.get(instrument=law, path="3").parent == Provision.objects.get(
        instrument=law, path="chapter-II"
    )
    found = {(one.code, one.path) for one in Citation.objects.filter(version=stored.version)}
    assert found == {("ICCPR", "19"), ("LTN2030", "2.1")}
    with pytest.raises(InstrumentRefused):
        define_instrument(actor=None, code="LTN2030", given=InstrumentGiven("law", "x", "x"))
    add_article(actor=None, instrument=law, number="2a", subject_vi="Chèn")
    assert provision_page("LTN2030", "3").previous.number == "2a"  # type: ignore[union-attr]
    with pytest.raises(InstrumentRefused):
        add_article(actor=None, instrument=law, number="3", subject_vi="Trùng")


def test_a_broken_text_leaves_nothing_half_written(structure, monkeypatch) -> None:
    def fails(version: Version) -> int:
        raise RuntimeError

    monkeypatch.setattr("quyen.rights.actions.texts.find_in_version", fails)
    before = (Provision.objects.count(), AuditEntry.objects.count())
    with pytest.raises(RuntimeError), transaction.atomic():
        store("CAT", TREATY)
    assert (Provision.objects.count(), AuditEntry.objects.count()) == before and not Version.objects.exists()
    for given, units in (
        (TextGiven("xx", "Nguồn"), units_of(TREATY)),
        (TextGiven("en", " "), units_of(TREATY)),
        (GIVEN, (Unit("part", "I", "part-I"),)),
    ):
        with pytest.raises(TextRefused):
            store_text(actor=None, instrument=Instrument.objects.get(code="CAT"), given=given, units=units)


def test_quotes_survive_a_new_edition_or_say_that_they_are_lost(structure, owner, centre) -> None:
    first = store("CAT", TREATY).version
    passage = Passage.objects.get(version=first, provision__path="1")
    target = Provision.objects.get(instrument__code="UDHR", path="24")
    kept = add_citation(actor=owner, passage=passage, exact="Every tester   may rest", target=target)
    lost = add_citation(actor=owner, passage=passage, exact="interrupted", target=target)
    found = Citation.objects.get(version=first, code="ICCPR")
    settle(actor=owner, ties=[found], state=TieState.REFUSED)
    second = store(
        "CAT", "Article 1\nFirst of all.\n" + TREATY.split("\n", 1)[1].replace("interrupted", "stopped")
    ).version
    for one in (kept, lost, found):
        one.refresh_from_db()
    text = Passage.objects.get(version=second, provision__path="1").text
    assert (kept.version, text[kept.start : kept.end], kept.made_by) == (
        second,
        "Every tester may rest",
        owner,
    )
    assert lost.is_lost and lost.version == first  # the old text is still there to be read
    assert (found.version, found.state) == (second, TieState.REFUSED)
    assert find_again(actor=None, version=second) == 0  # what was refused is not proposed again
    with pytest.raises(LinkRefused):
        add_citation(actor=owner, passage=passage, exact="không có chữ này", target=target)


def test_of_two_quotes_that_are_alike_the_persons_own_moves_on(structure, owner, centre) -> None:
    line = "As article 19 of the ICCPR says. "
    first = store("CAT", f"Article 1\n{line}{line}{line}\nArticle 2\nNone.").version
    held = list(Citation.objects.filter(version=first, code="ICCPR").order_by("start"))
    assert len(held) == 3
    settle(actor=owner, ties=[held[2]], state=TieState.CONFIRMED)
    second = store("CAT", f"Article 1\n{line}\nArticle 2\nNone.").version
    rows = Citation.objects.filter(code="ICCPR", place__path="1")
    assert [(one.pk, one.state) for one in rows.filter(version=second)] == [(held[2].pk, TieState.CONFIRMED)]
    assert rows.filter(version=first, is_lost=True).count() == 2


def test_a_persons_links_are_never_undone_by_a_rule(structure, owner, centre) -> None:
    one, two, three, four = Provision.objects.filter(instrument__code="CAT", kind="article")[:4]
    Link.objects.all().delete()
    assert (
        propose_links(
            actor=None,
            rule="thu/1",
            pairs=[(one.pk, two.pk), (two.pk, one.pk), (one.pk, three.pk), (one.pk, one.pk)],
        )
        == 2
    )
    refused, confirmed = Link.objects.order_by("other_id")
    settle(actor=owner, ties=[refused], state=TieState.REFUSED)
    settle(actor=owner, ties=[confirmed], state=TieState.CONFIRMED)
    mine = add_link(actor=owner, provision=four, other=one)
    assert propose_links(actor=None, rule="thu/2", pairs=[(one.pk, two.pk), (one.pk, four.pk)]) == 0
    assert propose_links(actor=None, rule="thu/1", pairs=[]) == 0
    assert {(link.pk, link.state) for link in Link.objects.all()} == {
        (refused.pk, "refused"), (confirmed.pk, "confirmed"), (mine.pk, "confirmed")
    }  # fmt: skip
    again = add_link(actor=owner, provision=two, other=one, note="vẫn liên quan")
    assert again.pk == refused.pk and again.state == TieState.CONFIRMED and again.made_by == owner
    for ends in ({"other": one}, {}):
        with pytest.raises(LinkRefused):
            add_link(actor=owner, provision=one, **ends)
    assert AuditEntry.objects.filter(subject="rights.Link").count() >= 4


def test_only_the_centre_changes_what_is_common(structure, owner, administrator, colleague, stranger) -> None:
    provision = Provision.objects.get(instrument__code="CAT", path="1")
    for person in (owner, administrator, colleague, stranger):
        administrators_top = person == administrator  # of a unit with nobody above it
        try:
            change_subject(actor=person, provision=provision, subject_vi=f"Của {person}", subject_en="")
            assert administrators_top
        except PermissionDenied:
            assert not administrators_top


def test_others_are_told_after_commit(structure, django_capture_on_commit_callbacks) -> None:
    told: list[tuple[str, int]] = []
    receive = lambda kind, pk, **_: told.append((kind, pk))  # noqa: E731
    text_changed.connect(receive, weak=False)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            stored = store("CAT", TREATY)
            assert not told
    finally:
        text_changed.disconnect(receive)
    assert told == [("instrument", stored.version.instrument_id)]


def test_the_shared_texts_are_all_taken_in_and_taken_in_once(structure, shared) -> None:
    """Row 4 of the issue: every article present, addressable, citable; a second time nothing is new."""
    from quyen.config.rights import bring_texts

    assert bring_texts(shared / "rights", quiet=True) == 0
    held = Passage.objects.filter(provision__kind="article").values_list(
        "version__instrument__code", "version__language"
    )
    counts = {one: list(held).count(one) for one in set(held)}
    treaties = {(code, "en"): count for code, count in COUNTS.items() if code not in ("HP2013", "UDHR")}
    assert counts == treaties | {("UDHR", "en"): 30, ("UDHR", "vi"): 30}
    editions = Version.objects.count()
    assert bring_texts(shared / "rights", quiet=True) == 0
    assert Version.objects.count() == editions == 9
    paths = {f"{code} {path}" for code, path in Provision.objects.values_list("instrument__code", "path")}
    cited = {cite for one in shipped_pages() for cite in cites_in(one.written.body) if cite.code in TREATIES}
    assert not {str(cite) for cite in cited} - paths, "pages of situations cite clauses that no text has"
    page = provision_page("UDHR", "19", ["vi", "en"])
    assert page and [column.version.language for column in page.columns] == ["vi", "en"]


def test_a_folder_with_bad_files_gives_what_is_good(structure, tmp_path, capsys) -> None:
    from quyen.config.rights import bring_texts

    for name, code in (("a", "CAT"), ("b", "KHAC")):
        given = {"treaty": code, "lang": "en", "articles": [{"article": 1, "text": "Every tester may rest."}]}
        (tmp_path / f"{name}.articles.json").write_text(json.dumps(given))
    (tmp_path / "c.xml").write_text("<broken")
    (tmp_path / "sources.json").write_text("[")
    assert bring_texts(tmp_path) == 2
    told = capsys.readouterr()
    assert "a.articles.json: bản 1" in told.out and "KHAC" in told.err and "c.xml" in told.err
    assert Version.objects.get().instrument.code == "CAT"
