"""Pages of situations: the shipped ones are taken in, changed by people, reviewed, published, and read by the public."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from quyen.accounts.models import AuditEntry
from quyen.rights.actions.situation_loading import load_situations
from quyen.rights.actions.situation_words import SituationMet, SituationRefused, Written
from quyen.rights.actions.situations import (
    Saving,
    open_situation,
    publish_edition,
    restore_edition,
    review_edition,
    save_text,
    withdraw_text,
)
from quyen.rights.enums import EditionOrigin
from quyen.rights.models import Instrument, Passage, Provision, Situation, SituationText, Topic, Version
from quyen.rights.queries import published_situations, situation_page, situations_citing
from tests.rights.situation_world import BODY, ENGLISH, PAGES, VIETNAMESE, shipped


def change(actor, written: Written, language: str = "vi", **saving):
    return save_text(
        actor=actor,
        situation=Situation.objects.get(),
        language=language,
        given=written,
        saving=Saving(**saving),
    )


def test_shipped_pages_are_taken_in_once(db, django_assert_num_queries) -> None:
    first = load_situations(pages=PAGES)
    assert first.created == ["bi-thu.vi", "bi-thu.en"]
    with django_assert_num_queries(3):  # one, in a transaction of its own
        assert load_situations(pages=PAGES).created == []
    assert Topic.objects.filter(situations__slug="bi-thu").get().name_km
    page = situation_page("bi-thu", "en")
    assert page is not None
    assert (page.languages, page.is_reviewed, page.is_outdated) == (("vi", "en"), False, False)
    assert [part.kind for part in page.parts] == ["heading", "right", "law"]
    assert [call.dialled for call in page.calls] == ["113"]
    assert page.notes[0].startswith("This page explains the law") and "machine" in page.notes[2]
    assert page.parts[1].blocks[0].cites[0].label == "Article 9.2 ICCPR"
    assert situation_page("bi-thu", "km") is None


def test_a_shipped_page_that_is_new_follows_and_one_that_people_changed_stays(desk) -> None:
    load_situations(pages=PAGES)
    better = replace(VIETNAMESE, lede="Bạn được thử công bằng.")
    assert load_situations(pages=[shipped(better), PAGES[1]]).updated == ["bi-thu.vi"]
    page = situation_page("bi-thu", "en")
    assert page and page.is_outdated, "its Vietnamese page has changed"
    ours = replace(better, lede="Bạn được thử ở đây.")
    publish_edition(actor=desk, edition=change(desk, ours))
    last = replace(VIETNAMESE, lede="Bạn được thử lần nữa.")
    loaded = load_situations(pages=[shipped(last), PAGES[1]])
    assert (loaded.updated, loaded.kept) == ([], ["bi-thu.vi"])
    page = situation_page("bi-thu", "vi")
    assert page and page.lede == "Bạn được thử ở đây."
    assert load_situations(pages=[shipped(last), PAGES[1]]).kept == [], "it is told once"
    offered = SituationText.objects.get(language="vi").editions.get(origin=EditionOrigin.OFFERED)
    publish_edition(actor=desk, edition=restore_edition(actor=desk, edition=offered))
    page = situation_page("bi-thu", "vi")
    assert page and page.lede == "Bạn được thử lần nữa."


def test_other_search_words_make_no_translation_old(db) -> None:
    load_situations(pages=PAGES)
    body = ({"kind": "note", "text": 'Gọi là "thử".'}, *BODY)
    load_situations(
        pages=[shipped(replace(VIETNAMESE, body=body)), shipped(replace(ENGLISH, lede="You are."), "en")]
    )
    typeset = ({"kind": "note", "text": "Gọi là “thử”."}, *BODY)
    asked = replace(VIETNAMESE, body=typeset, asked=("bi thu", "bị thử rồi"))
    assert load_situations(pages=[shipped(asked)]).updated == ["bi-thu.vi"]
    page, source = situation_page("bi-thu", "en"), situation_page("bi-thu", "vi")
    assert page and source and (source.edition, page.is_outdated) == (3, False)
    load_situations(pages=[shipped(replace(asked, lede="Bạn được thử lại."))])
    page = situation_page("bi-thu", "en")
    assert page and page.is_outdated


def test_the_public_sees_an_edition_only_once_it_is_published(desk, writer) -> None:
    load_situations(pages=PAGES)
    text = SituationText.objects.get(language="vi")
    edition = change(writer, replace(VIETNAMESE, title="Khi bị thử lại"), why="rõ hơn")
    page = situation_page("bi-thu", "vi")
    assert page and page.title == "Khi bị thử"
    for forbidden in (publish_edition, lambda **k: review_edition(reviewed_by="Sở", **k)):
        with pytest.raises(PermissionDenied):
            forbidden(actor=writer, edition=edition)
    review_edition(actor=desk, edition=edition, reviewed_by="Trung tâm trợ giúp pháp lý")
    page = situation_page("bi-thu", "vi")
    assert page and not page.is_reviewed, "other words were reviewed"
    publish_edition(actor=desk, edition=edition)
    page = situation_page("bi-thu", "vi")
    assert page and (page.title, page.is_reviewed) == ("Khi bị thử lại", True)
    assert "Trung tâm trợ giúp pháp lý" in page.notes[1]
    english = situation_page("bi-thu", "en")
    assert english and english.is_outdated
    publish_edition(
        actor=desk, edition=change(desk, replace(ENGLISH, title="Tested"), "en", follows_now=True)
    )
    english = situation_page("bi-thu", "en")
    assert english and not english.is_outdated
    withdraw_text(actor=desk, text=text, why="luật đổi")
    assert situation_page("bi-thu", "vi") is None
    verbs = AuditEntry.objects.filter(subject="rights.SituationText", subject_id=text.pk).values_list(
        "verb", flat=True
    )
    assert list(verbs) == ["retire", "publish", "confirm", "correct"]


def test_what_cannot_be_a_page_is_refused_with_all_that_is_wrong(desk, writer, stranger) -> None:
    load_situations(pages=PAGES)
    wrong = (
        {"kind": "right", "text": "Không căn cứ.", "cites": []},
        {"kind": "law", "cite": "Điều 9"},
        {"kind": "?"},
    )
    with pytest.raises(SituationRefused, match=r"Khối 1.*Khối 2: “Điều 9”.*Khối 3"):
        change(desk, replace(VIETNAMESE, body=wrong))
    with pytest.raises(SituationMet):
        change(desk, replace(VIETNAMESE, title="Khác"), seen=0)
    assert change(desk, VIETNAMESE, seen=1) is None, "nothing has changed"
    for someone in (stranger,):
        with pytest.raises(PermissionDenied):
            change(someone, replace(VIETNAMESE, title="Khác"))
    old = change(writer, replace(VIETNAMESE, title="Hai"), seen=1)
    change(writer, replace(VIETNAMESE, title="Ba"), seen=2)
    with pytest.raises(SituationRefused, match="mới hơn"):
        publish_edition(actor=desk, edition=old)
    with pytest.raises(SituationRefused, match="lý do"):
        withdraw_text(actor=desk, text=SituationText.objects.get(language="vi"), why=" ")


def test_a_new_situation_is_a_draft_until_published(desk) -> None:
    with pytest.raises(SituationRefused):
        open_situation(actor=desk, slug="Có Dấu", group="di-lam")
    made = open_situation(actor=desk, slug="hoan-canh-moi", group="di-lam")
    edition = save_text(actor=desk, situation=made, language="vi", given=VIETNAMESE, saving=Saving(seen=0))
    assert situation_page("hoan-canh-moi", "vi") is None
    publish_edition(actor=desk, edition=edition)
    assert situation_page("hoan-canh-moi", "vi") is not None
    assert [one.slug for one in situations_citing("ICCPR", "9", "vi")] == ["hoan-canh-moi"]


def _constitution() -> None:
    """One article with its text in Vietnamese, as the library of texts keeps it."""
    law = Instrument.objects.create(
        code="HP2013", kind="constitution", name_vi="Hiến pháp", short_vi="Hiến pháp 2013"
    )
    article = Provision.objects.create(
        instrument=law,
        kind="article",
        number="20",
        path="20",
        ordinal=1,
        subject_vi="Bất khả xâm phạm về thân thể",
    )
    version = Version.objects.create(instrument=law, language="vi", source="thử", sign="x")
    text = "1. Không bị tra tấn.\n2. Không ai bị bắt tùy tiện."
    pieces = [["20.1", "1.", 0, 20, 1], ["20.2", "2.", 21, 49, 1]]
    Passage.objects.create(version=version, provision=article, text=text, pieces=pieces)


def test_public_pages_take_the_same_queries_however_much_is_on_them(db, django_assert_num_queries) -> None:
    _constitution()
    more = replace(VIETNAMESE, body=(*BODY, *deepcopy(BODY), {"kind": "law", "cite": "ICCPR 9"}))
    many = [shipped(more, slug=f"trang-{n}") for n in range(3)]
    for pages in ([PAGES[0]], many):
        load_situations(pages=pages)
        with django_assert_num_queries(8):
            page = situation_page(pages[0].slug, "vi")
        with django_assert_num_queries(1):
            published_situations("vi")
        assert page
        law = page.parts[2].blocks[0].law
        assert law and law.quote == "2. Không ai bị bắt tùy tiện."
        assert (law.label, law.address) == (
            "Điều 20 khoản 2 Hiến pháp 2013",
            "/phap-luat/HP2013/dieu-20/#d-20-2",
        )
        unknown = page.parts[1].blocks[1].cites[0]
        assert (unknown.label, unknown.is_known, unknown.address) == ("Điều 7 ICCPR", False, "")
