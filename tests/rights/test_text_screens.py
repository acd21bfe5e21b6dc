"""The desk's screens of instruments: who sees and does what, how many queries, and links that carry no markup."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone, translation

from quyen.rights.actions import InstrumentGiven, TextGiven, define_instrument, store_text
from quyen.rights.enums import TieState
from quyen.rights.jobs import forget_old_texts
from quyen.rights.models import Instrument, Link, Provision, Status, TextIntake, Version
from quyen.rights.queries import address_of, all_instruments, instrument_page, named_provision, provision_page
from tests.factories.statutes import TREATY, units_of

pytestmark = pytest.mark.django_db

GIVEN = TextGiven("en", "Bản viết cho kiểm thử")


@pytest.fixture
def version(structure) -> Version:
    held = Instrument.objects.get(code="CAT")
    return store_text(actor=None, instrument=held, given=GIVEN, units=units_of(TREATY)).version


def read(version: Version) -> list[str]:
    return [
        reverse("rights:list"), reverse("rights:instrument", args=["CAT"]), reverse("rights:provision", args=["CAT", "1.2"]),
        reverse("rights:version", args=[version.pk]),
    ]  # fmt: skip


def edited() -> list[str]:
    return [
        reverse("rights:new"), reverse("rights:edit", args=["CAT"]), reverse("rights:status", args=["CAT"]),
        reverse("rights:article", args=["CAT"]), reverse("rights:take-in", args=["CAT"]),
        reverse("rights:subject", args=["CAT", "1"]),
    ]  # fmt: skip


POSTED = {"link": ["CAT", "1"], "quote": ["CAT", "1"], "settle": ["CAT", "1"], "confirm-links": ["CAT"]}


def test_all_read_and_the_centre_edits(client_of, version, owner, colleague, stranger, centre) -> None:
    for person, status in ((owner, 200), (colleague, 403), (stranger, 403)):
        client = client_of(person)
        assert {client.get(address).status_code for address in read(version)} == {200}
        assert {client.get(address).status_code for address in edited()} == {status}
        if status == 403:
            assert {
                client.post(reverse(f"rights:{name}", args=args)).status_code for name, args in POSTED.items()
            } == {403}
            assert "Đưa bản văn vào" not in client.get(read(version)[1]).content.decode()
    assert {client_of(None).get(address).status_code for address in (*read(version), *edited())} == {302}
    missing = [reverse("rights:instrument", args=["NONE"]), reverse("rights:provision", args=["CAT", "99"])]
    assert {client_of(owner).get(address).status_code for address in missing} == {404}


def test_queries_do_not_grow(version, django_assert_num_queries) -> None:
    held = Instrument.objects.get(code="CAT")
    address_of("BLLD2019")  # the table of names is remembered
    for more in range(2):
        with django_assert_num_queries(3):
            assert len(all_instruments()) >= 31 + more
        with django_assert_num_queries(6):  # one more with a preamble
            page = instrument_page("CAT", ["en"])
        with django_assert_num_queries(13):
            article = provision_page("CAT", "2", ["en"], all_ties=True)
        assert page and len(page.articles) == 33 and article and len(article.links) == 2 + more
        define_instrument(
            actor=None, code=f"LMOI203{more}", given=InstrumentGiven("law", "Luật Mới", "Luật Mới")
        )
        store_text(actor=None, instrument=held, given=TextGiven("vi", "Nguồn"), units=units_of(TREATY))
        other = Provision.objects.get(instrument__code="CAT", path=str(5 + more))
        Link.objects.create(
            provision=Provision.objects.get(instrument__code="CAT", path="2"), other=other, rule="thu/1"
        )


@pytest.mark.parametrize("count", [1, 3])
def test_screens_ask_as_many_queries_for_three_as_for_one(
    client_of, version, owner, count, django_assert_max_num_queries
) -> None:
    held = Instrument.objects.get(code="CAT")
    for number in range(count - 1):
        store_text(
            actor=None,
            instrument=held,
            given=TextGiven("en", "Nguồn", label=f"bản {number}"),
            units=units_of(TREATY),
        )
    client = client_of(owner)
    for address, most in zip(read(version), (8, 14, 18, 11), strict=True):
        client.get(address)
        with django_assert_max_num_queries(most):
            client.get(address)


def test_the_public_sees_confirmed_links_only(version) -> None:
    assert not provision_page("CAT", "2").links  # type: ignore[union-attr]
    Link.objects.filter(other__instrument__code="HP2013").update(state=TieState.CONFIRMED)
    page = provision_page("CAT", "2")
    assert page and [line.address for line in page.links] == ["/phap-luat/HP2013/dieu-20/"]
    assert page.previous and page.next and (page.previous.number, page.next.number) == ("1", "3")


def test_a_text_is_looked_at_then_stored(client_of, version, owner, editor, centre) -> None:
    client = client_of(owner)
    form = {
        "source": "Công báo",
        "file": SimpleUploadedFile("cat.txt", TREATY.replace("rest", "sleep").encode()),
    }
    answer = client.post(reverse("rights:take-in", args=["CAT"]), form)
    intake = TextIntake.objects.get()
    assert answer.headers["Location"] == reverse("rights:text", args=[intake.pk])
    page = client.get(answer.headers["Location"])
    assert "<del>rest</del><ins>sleep</ins>" in page.content.decode() and Version.objects.count() == 1
    assert (
        client.post(answer.headers["Location"], {"sign": "khác"}).status_code == 302
        and Version.objects.count() == 1
    )
    sign = page.context["page"].sign
    client.post(answer.headers["Location"], {"sign": sign})
    assert Version.objects.count() == 2
    client.post(answer.headers["Location"], {"sign": sign})  # twice does nothing
    assert Version.objects.count() == 2
    assert client_of(editor).get(answer.headers["Location"]).status_code == 403
    TextIntake.objects.update(entered_at=timezone.now() - timedelta(days=31))
    forget_old_texts(timestamp=0)
    assert not TextIntake.objects.exists() and Version.objects.count() == 2


@pytest.mark.parametrize(
    "content", [b"", b"khong co dieu nao", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]
)
def test_a_file_that_cannot_be_read_is_told_and_nothing_is_kept(
    client_of, version, owner, centre, content
) -> None:
    form = {"source": "Công báo", "language": "vi", "file": SimpleUploadedFile("x.xml", content)}
    answer = client_of(owner).post(reverse("rights:take-in", args=["CAT"]), form)
    assert answer.status_code == 422 and not TextIntake.objects.exists() and Version.objects.count() == 1


def test_links_and_quotes_by_hand(client_of, version, owner, centre) -> None:
    client = client_of(owner)
    link = reverse("rights:link", args=["CAT", "1"])
    assert client.post(link, {"link-target": "khoản 2 Điều 20 Hiến pháp"}).status_code == 302
    assert client.post(link, {"link-target": "Điều 999 ICCPR"}).status_code == 422
    assert client.post(link, {"link-target": ""}).status_code == 422
    made = Link.objects.get(made_by=owner)
    assert {made.provision.path, made.other.path} == {"1", "20"}  # the clause is not known here: its article
    quote = reverse("rights:quote", args=["CAT", "1"])
    form = {"quote-version": version.pk, "quote-exact": "may rest", "quote-target": "UDHR 24"}
    assert client.post(quote, form).status_code == 302
    assert client.post(quote, form | {"quote-exact": "không có"}).status_code == 422
    assert client.post(quote, form | {"quote-version": 0}).status_code == 422
    settle = reverse("rights:settle", args=["CAT", "1"])
    assert client.post(settle, {"tie": f"link-{made.pk}", "state": "refused"}).status_code == 302
    assert client.post(settle, {"tie": "x-1", "state": "refused"}).status_code == 404
    made.refresh_from_db()
    assert made.state == TieState.REFUSED
    cited = client.get(reverse("rights:provision", args=["UDHR", "24"])).content.decode()
    assert "Được dẫn ở" in cited and "<b>may rest</b>" in cited


def test_names_and_days_by_hand(client_of, structure, owner, centre) -> None:
    client = client_of(owner)
    form = {
        "code": "LBC2016",
        "kind": "law",
        "name_vi": "Luật Báo chí",
        "short_vi": "Luật Báo chí",
        "year": "2016",
        "names": "Luật Báo chí\nLuật BC",
    }
    assert client.post(reverse("rights:new"), form).status_code == 302
    assert client.post(reverse("rights:new"), form).status_code == 422
    client.post(
        reverse("rights:article", args=["LBC2016"]),
        {"number": "10", "subject_vi": "Quyền tự do báo chí của công dân"},
    )
    assert named_provision("Điều 10 Luật Báo chí năm 2016").instrument.code == "LBC2016"  # type: ignore[union-attr]
    day = {
        "what": "in_force",
        "on": "1/1/2017",
        "precision": "day",
        "source": "Điều 60 của Luật",
        "stands": "on",
    }
    for on in ("1/1/2017", "2/1/2017"):
        assert client.post(reverse("rights:status", args=["LBC2016"]), day | {"on": on}).status_code == 302
    assert [(one.shown, one.stands) for one in Status.objects.filter(instrument__code="LBC2016")] == [
        ("1/1/2017", False), ("2/1/2017", True)
    ]  # fmt: skip


# --- the filter and addresses ---------------------------------------------------------------------------


def rendered(text: str, filters: str = "cited") -> str:
    provision = (
        Provision.objects.select_related("instrument").filter(instrument__code="ICCPR", path="5").first()
    )
    return Template("{% load citing %}{{ text|" + filters + " }}").render(
        Context({"text": text, "p": provision})
    )


def test_a_citation_becomes_a_link_and_all_else_is_escaped(structure) -> None:
    assert rendered("<b>Điều 19 ICCPR</b> & khoản 2 Điều 20 Hiến pháp") == (
        '&lt;b&gt;<a class="cite" href="/cong-uoc/ICCPR/dieu-19/">Điều 19 ICCPR</a>&lt;/b&gt; &amp; '
        '<a class="cite" href="/phap-luat/HP2013/dieu-20/#d-20-2">khoản 2 Điều 20 Hiến pháp</a>'
    )
    assert (
        rendered("<script>Điều 19 của Kế hoạch này</script>")
        == "&lt;script&gt;Điều 19 của Kế hoạch này&lt;/script&gt;"
    )
    assert 'href="/en/cong-uoc/ICCPR/dieu-19/"' in rendered("Article 19 ICCPR", 'cited:"en"')
    assert 'href="/cong-uoc/ICCPR/dieu-4/"' in rendered("see article 4", "cited_in:p")
    assert f'href="{reverse("rights:provision", args=["ICCPR", "4"])}"' in rendered(
        "see article 4", "cited_at_desk:p"
    )
    with translation.override("en"):
        assert address_of("BLLD2019", "137") == "/en/phap-luat/BLLD2019/dieu-137/"
    assert (
        address_of("ICCPR") == "/cong-uoc/ICCPR/"
        and address_of("ICCPR", "preamble", "vi") == "/cong-uoc/ICCPR/#d-preamble"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ICCPR 19", "19"),
        ("iccpr, điều 19", "19"),
        ("Điều 19 ICCPR", "19"),
        ("Điều 6, 7 ICCPR", None),
        ("xyz 4", None),
        ("", None),
    ],
)
def test_an_article_is_named_in_words(structure, words, expected) -> None:
    found = named_provision(words)
    assert (found.path if found else None) == expected
