"""What everybody reads: the same for all, in the language of the address, with nothing that is not out."""

from __future__ import annotations

import csv
import re
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from lxml import etree, html
from PIL import Image

from quyen.config.keeping import NothingPersonal, PersonalAnswer
from quyen.config.visits import counts, source
from quyen.library.actions.drawing import draw
from quyen.library.models import Product
from quyen.portal.actions import voices
from quyen.portal.models import Mistake, RoomPage, Visit
from quyen.portal.queries import figures
from quyen.portal.queries.desk import answer_due
from quyen.portal.queries.often import often_asked
from quyen.portal.queries.open_data import TABLES
from quyen.portal.queries.plan import public_plans
from quyen.portal.queries.words import words_in
from quyen.portal.templatetags.portal import first_sentence, in_words, told, told_plainly
from quyen.rights.models import Topic
from quyen.rights.queries import published_situations
from quyen.rights.queries.situations import GroupOfPages, Named
from tests.factories import files
from tests.factories.library import make_published
from tests.factories.media import keep, product
from tests.factories.plans import make_plan
from tests.factories.public import make_instrument, make_site
from tests.portal.test_sharing import drawn_here  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db

PATHS = (
    "/", "/quyen-cua-toi/", "/quyen-cua-toi/bi-thu/", "/cong-uoc/", "/cong-uoc/ICCPR/", "/cong-uoc/ICCPR/dieu-1/",
    "/phap-luat/", "/phap-luat/LTN2030/", "/phap-luat/LTN2030/dieu-2/", "/khuyen-nghi/", "/thu-vien/", "/tien-do/",
    "/tien-do/ke-hoach/", "/goi/", "/tien-do/T1/", "/tin/", "/tin/tin-mot/", "/du-lieu-mo/", "/kha-nang-tiep-can/", "/rieng-tu/", "/lien-he/",
    "/bao-sai/",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(once):
    figures._held.clear()
    return once(make_site)


@pytest.fixture
def site(made):
    return deepcopy(made)


def test_pages_are_the_same_for_everybody_and_may_be_kept(site, client, client_of) -> None:
    signed_in = client_of(site.editor)
    product = f"/thu-vien/{site.product.pk}-the-tranh-quyen/"
    for path in (*PATHS, product):
        page = client.get(path)
        assert page.status_code == 200, path
        assert re.match(r"public, max-age=\d+, stale-while-revalidate=\d+$", page["Cache-Control"]), path
        assert "Cookie" not in page.get("Vary", "") and not page.cookies, path
    for path in ("/", "/tin/tin-mot/", product):
        page = client.get(path)
        assert signed_in.get(path).content == page.content, path
        assert client.get(path, headers={"If-None-Match": page["ETag"]}).status_code == 304, path


@pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("/en", "en"), ("/km", "km")])
def test_the_address_says_the_language_and_nothing_else_does(site, client, prefix, language) -> None:
    client.cookies["django_language"] = "en"
    page = client.get(
        f"{prefix}/tin/tin-mot/" if language != "km" else "/km/tin/", headers={"Accept-Language": "fr, en"}
    )
    text = page.content.decode()
    assert f'<html lang="{language}">' in text and page["Content-Language"] == language
    links = dict(re.findall(r'hreflang="([\w-]+)" href="(http[^"]+)"', text))
    if language != "km":  # a piece of news that is not there in Khmer
        assert set(links) == {"vi", "en", "x-default"} and links["x-default"] == links["vi"]
        assert '<a href="/km/tin/" lang="km"' in text  # not to an address where nothing is
    assert f'rel="canonical" href="http://localhost:8000{prefix}/tin/' in text
    assert client.get("/km/tin/tin-mot/").status_code == 404


def test_a_page_that_is_not_written_in_a_language_says_so(site, client) -> None:
    page = client.get("/km/quyen-cua-toi/bi-thu/").content.decode()
    assert 'class="warnbox"' in page and '<article lang="vi">' in page
    assert 'rel="canonical" href="http://localhost:8000/quyen-cua-toi/bi-thu/"' in page


def test_a_units_name_is_vietnamese_within_a_sentence_of_another_language(site, client) -> None:
    name = '<span lang="vi">Bộ Chủ Trì</span>'
    for path in ("/tin/tin-mot/", f"/thu-vien/{site.product.pk}-the-tranh-quyen/"):
        assert name in client.get(f"/en{path}").content.decode()
        assert name not in (page := client.get(path).content.decode()) and "Bộ Chủ Trì" in page


def test_what_is_kept_for_all_never_knows_who_asks(settings) -> None:
    def touch(request):
        request.session.accessed = True
        answer = HttpResponse("x")
        answer["Cache-Control"] = "public, max-age=60"
        return answer

    def with_cookie(request):
        answer = HttpResponse("x")
        answer["Cache-Control"] = "public, max-age=60"
        answer.set_cookie("a", "b")
        return answer

    request = RequestFactory().get("/")
    request.session = type("Session", (), {"accessed": False, "modified": False})()
    for view in (with_cookie, touch):
        with pytest.raises(PersonalAnswer):
            NothingPersonal(view)(request)
        settings.STRICT_KEEPING = False
        answer = NothingPersonal(view)(request)
        assert answer["Cache-Control"] == "private, no-store" and not answer.cookies
        settings.STRICT_KEEPING = True


def test_only_closed_figures_are_public(site, client) -> None:
    page = client.get("/tien-do/T1/").content.decode()
    assert "Tỉnh Thử" in page and "Tỉnh Chưa Chốt" not in page and "999" not in page
    told = client.get("/tien-do/T1/csv/")
    rows = told.content.decode("utf-8-sig").splitlines()
    assert told["Content-Disposition"].startswith("attachment") and len(rows) == 3
    assert rows[2].split(",")[:6] == ["T1", "Cơ quan có người phát ngôn", "2024", "Tỉnh Thử", "15", "1024"]
    assert client.get("/tien-do/T9/").status_code == 404


def test_drafts_and_what_was_taken_back_are_not_there(site, client) -> None:
    draft = Product.objects.get(language="en")
    assert client.get(f"/thu-vien/{draft.pk}-x/").status_code == 404
    assert draft.title not in client.get("/thu-vien/").content.decode()
    site.news.unpublish()
    assert client.get("/tin/tin-mot/").status_code == 404
    listed = client.get("/tin/").content.decode() + client.get("/sitemap.xml").content.decode()
    assert "8000/tin/tin-mot/" not in listed and 'href="/tin/tin-mot/"' not in listed
    assert client.get("/en/tin/tin-mot/").status_code == 200


def test_addresses_lead_to_their_right_form(site, client) -> None:
    assert client.get(f"/thu-vien/{site.product.pk}-khac/")["Location"].endswith("-the-tranh-quyen/")
    assert client.get("/cong-uoc/LTN2030/dieu-2/")["Location"] == "/phap-luat/LTN2030/dieu-2/"
    lost = client.get("/en/khong-co/")
    assert lost.status_code == 404 and "max-age=60" in lost["Cache-Control"] and not lost.cookies


def test_names_of_law_are_said_in_the_language_of_the_page_or_marked(site) -> None:
    with override("km"):
        assert told("Công ước quyền trẻ em", "CRC").startswith("អនុសញ្ញា")
        assert told("Luật mới", "A new law") == '<span lang="en">A new law</span>'
        assert told("Luật mới") == '<span lang="vi">Luật mới</span>'
        assert Topic(name_vi="Việc làm", name_en="Work", name_km="ការងារ").name == "ការងារ"
        assert Topic(name_vi="Việc làm", name_en="Work").name == "Work"
    with override("en"):
        assert told("Công ước quyền trẻ em", "CRC") == told_plainly("Công ước quyền trẻ em", "CRC") == "CRC"


def test_each_work_stands_once_in_the_library(site, client) -> None:
    """In the language of the page, else as it was first written; all versions where a language is asked for."""
    work = make_published(site.leader, title="Thẻ về quyền")
    other = make_published(site.leader, title="Cards on rights", language="en")
    Product.objects.filter(pk=other.pk).update(translation_of=work, source_edition=work.edition)
    shown = {
        path: [title in client.get(path).content.decode() for title in ("Thẻ về quyền", "Cards on rights")]
        for path in ("/thu-vien/", "/en/thu-vien/", "/km/thu-vien/", "/thu-vien/?tieng=en")
    }
    assert list(shown.values()) == [[True, False], [False, True], [True, False], [False, True]]


def test_issued_plans_are_led_to_and_drafts_are_not(site, client, django_assert_num_queries) -> None:
    shown = make_plan(
        site.leader, targets=[{"text": "Mọi xã có loa", "value": 100}], tasks=[{"text": "Phát thanh"}]
    )
    draft = make_plan(site.leader, title="Bản thảo", issued_on=None)
    for path in ("/tien-do/", "/tien-do/ke-hoach/", "/sitemap.xml"):
        page = client.get(path).content.decode()
        assert f"/tien-do/ke-hoach/{shown.pk}/" in page and f"/tien-do/ke-hoach/{draft.pk}/" not in page, path
    assert "1 chỉ tiêu · 1 nhiệm vụ" in client.get("/tien-do/ke-hoach/").content.decode()
    make_plan(site.leader)
    with django_assert_num_queries(2):
        assert public_plans().found == 2


def test_the_map_of_the_site_names_every_version(site, client) -> None:
    tree = etree.fromstring(client.get("/sitemap.xml").content)
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {url.findtext("s:loc", namespaces=names): url for url in tree.findall("s:url", names)}
    news = found["http://localhost:8000/en/tin/tin-mot/"]
    assert {link.get("hreflang") for link in news.findall("x:link", names)} == {"vi", "en"}
    for path in (
        "/",
        "/km/quyen-cua-toi/",
        "/cong-uoc/ICCPR/dieu-1/",
        "/en/quyen-cua-toi/bi-thu/",
        "/tien-do/T1/",
        "/en/du-lieu-mo/khuyen-nghi/",
    ):
        assert f"http://localhost:8000{path}" in found, path
    assert "Disallow: /hom-nay/" in client.get("/robots.txt").content.decode()


def test_lists_ask_the_same_of_the_database_however_long(site, client, django_assert_num_queries) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.factories.public import _news

    paths = ("/", "/tin/", "/thu-vien/", "/cong-uoc/", "/phap-luat/", "/quyen-cua-toi/")

    def asked() -> dict[str, int]:
        numbers = {}
        for path in paths:
            client.get(path)
            with CaptureQueriesContext(connection) as seen:
                client.get(path)
            numbers[path] = len(seen)
        return numbers

    before = asked()
    for number in range(2):
        _news(site.leader, f"them-{number}")
        make_published(site.leader, title=f"Thêm {number}")
        make_instrument(f"THU{number}", "treaty", 10 + number)
        make_instrument(f"LTH{number}", "law", 20 + number)
    assert asked() == before


# --- what readers leave ------------------------------------------------------------------------------


@pytest.fixture
def form(client):
    def fields(**more: str) -> dict[str, str]:
        sign = re.search(r'name="sign" value="([^"]+)"', client.get("/bao-sai/").content.decode())[1]
        return {
            "page": "/tin/",
            "words": "Chỗ này viết sai năm.",
            "reach": "",
            "more": "",
            "sign": sign,
        } | more

    return fields


@pytest.mark.parametrize(("reported", "due"), [("2026-11-20", "2026-12-04"), ("2026-11-21", "2026-12-04"), ("2026-11-22", "2026-12-04"), ("2026-11-23", "2026-12-07")])  # fmt: skip
def test_readers_are_answered_in_ten_working_days(reported, due) -> None:
    assert answer_due(date.fromisoformat(reported)) == date.fromisoformat(due)


def test_what_readers_wait_for_is_told_on_the_desk(site, client_of) -> None:
    voices.report_mistake(actor=None, path="/tin/", words="Ngày viết sai năm", reach="")
    front, today = reverse("portal-desk:home"), reverse("today")
    told = client_of(site.editor).get(front).content.decode()
    assert "1 điều đang chờ" in told and "còn 1" in told and reverse("wagtailadmin_home") in told
    assert "Ngày viết sai năm" in client_of(site.coordinator).get(today).content.decode()
    stranger = client_of(site.viewer)
    assert "Ngày viết sai năm" not in stranger.get(today).content.decode()
    told = stranger.get(front).content.decode()
    assert "Chưa có trang nào do đơn vị bạn phụ trách" in told
    assert reverse("wagtailadmin_home") not in told and reverse("portal-desk:mistakes") not in told


def test_a_mistake_is_reported_without_cookie_and_closed_by_editors(site, client, client_of, form) -> None:
    sent = client.post("/bao-sai/", form(reach="a@b.example"))
    assert (
        sent.status_code == 302
        and not sent.cookies
        and "Đã nhận" in client.get(sent["Location"]).content.decode()
    )
    one = Mistake.objects.get()
    desk = reverse("portal-desk:mistakes")
    assert client.get(desk).status_code == 302
    assert client_of(site.viewer).get(desk).status_code == 403
    editor = client_of(site.editor)
    assert "viết sai năm" in editor.get(desk).content.decode()
    assert (
        client_of(site.viewer).post(reverse("portal-desk:close", args=[one.pk]), {"outcome": "x"}).status_code
        == 404
    )
    editor.post(reverse("portal-desk:close", args=[one.pk]), {"outcome": "Đã sửa thành 2026."})
    one.refresh_from_db()
    assert one.closed_by == site.editor and one.outcome == "Đã sửa thành 2026."
    Mistake.objects.update(closed_at="2020-01-01T00:00Z")
    assert voices.forget_reach() == 1 and Mistake.objects.get().reach == ""


def test_machines_old_forms_and_floods_are_refused_and_nothing_is_lost(client, form) -> None:
    for bad in ({"sign": "tự-đặt"}, {"more": "http://spam"}, {"words": "ngắn"}):
        page = client.post("/bao-sai/", form(**bad))
        assert page.status_code == 422 and not Mistake.objects.exists()
    for number in range(6):
        page = client.post("/bao-sai/", form(words=f"Lần thứ {number} báo chỗ sai."))
    assert page.status_code == 422 and "mười phút" in page.content.decode() and Mistake.objects.count() == 5
    assert "Lần thứ 5" in page.content.decode()


def test_visits_are_counted_without_visitors(site, client, client_of) -> None:
    counts.seen.clear()
    for _time in range(3):
        client.get(
            "/tin/", headers={"Referer": "https://www.google.com/search?q=x", "User-Agent": "Mozilla/5.0"}
        )
    client.get("/en/tin/", headers={"User-Agent": "Googlebot/2.1"})
    client.get("/khong-co/")
    counts.write()
    counts.write()
    (row,) = Visit.objects.values_list("path", "language", "source", "number")
    assert row == ("/tin/", "vi", "search", 3)
    assert {field.name for field in Visit._meta.fields} == {
        "id",
        "day",
        "path",
        "language",
        "source",
        "number",
    }
    voices.add_visits(seen={(Visit.objects.get().day, "/tin/", "vi", "search"): 2})
    page = client_of(site.editor).get(reverse("portal-desk:visits")).content.decode()
    assert "5 lượt xem trong 30 ngày" in page
    assert client_of(site.viewer).get(reverse("portal-desk:visits")).status_code == 403
    assert [source(one, "q.vn") for one in ("", "http://q.vn/tin/", "https://coccoc.com/", "https://bao.vn/")] == ["direct", "inside", "search", "outside"]  # fmt: skip


def test_what_is_often_asked_is_chosen_read_or_the_first_of_each_group(site, client) -> None:
    """One page is out; two more stand for others, without words of their own."""
    (one,) = published_situations("vi")
    groups = [one, *(GroupOfPages(one.group, (Named(slug, f"Khi {slug}"),)) for slug in ("hai", "ba"))]
    today = timezone.localdate()

    def asked(*named: str) -> list[str]:
        return [each.words for each in often_asked("vi", groups, named, today)]

    assert asked() == ["Khi bị thử", "Khi hai", "Khi ba"]
    seen = {
        (today, "/quyen-cua-toi/ba/", "vi", "search"): 12,
        (today, "/quyen-cua-toi/hai/", "vi", "inside"): 90,
    }
    voices.add_visits(seen=seen | {(today - timedelta(days=30), "/quyen-cua-toi/hai/", "vi", "direct"): 90})
    assert asked() == ["Khi ba", "Khi bị thử", "Khi hai"]
    assert asked("gone", "hai") == ["Khi hai", "Khi ba", "Khi bị thử"]

    RoomPage.objects.filter(room="trang-dau", locale__language_code="vi").update(
        often=[("situation", {"slug": "bi-thu"})]
    )
    home = client.get("/").content.decode()
    assert 'Hay được hỏi: <a href="/quyen-cua-toi/bi-thu/">Khi bị thử</a></p>' in home


def test_words_of_data_are_said_in_every_language_of_the_site() -> None:
    """Indicators as they ship and the columns of open data; a changed Vietnamese word is shown as it is, marked as such."""
    shipped = Path(figures.__file__).parents[2] / "indicators" / "data" / "national.tsv"
    with shipped.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    told = {row[name] for row in rows for name in ("name", "definition", "measured_in")}
    told |= {one.source for one in TABLES.values()} | {
        c.title for one in TABLES.values() for c in one.columns
    }
    for language in ("en", "km"):
        assert [one for one in told if words_in(one, language)[1] != language] == []
        with override(language):
            assert in_words("Tên <mới>") == '<span lang="vi">Tên &lt;mới&gt;</span>'
    assert first_sentence("Ai cũng có quyền. Kể cả bạn.") == "Ai cũng có quyền."


def test_choices_of_the_library_add_up_and_are_taken_back(site, client) -> None:
    page = html.fromstring(client.get("/thu-vien/?loai=infographic&trang=2").content)
    links = {a.text_content().split()[0]: a.get("href") for a in page.xpath("//aside[@id='loc']//li/a")}
    assert links["Infographic"] == "?" and links["Tiếng"] == "?loai=infographic&tieng=vi"


def test_a_film_without_a_cover_is_shown_by_a_frame_of_its_own(site, client, monkeypatch, drawn_here) -> None:  # noqa: F811
    with_frame = product(
        site.leader,
        keep(site.editor, site.leader, files.film(60), "a.mp4", drawn=True),
        state="publish",
        title="Phim",
        licence="CC-BY-4.0",
    )
    path = f"/thu-vien/{with_frame.pk}-phim/"
    assert "<video" in (page := client.get(path).content.decode()) and "poster=" not in page
    monkeypatch.setattr("quyen.core.media.renditions.frame_of", lambda *_asked: Image.new("RGB", (640, 360)))
    draw(file_id=with_frame.files.get().file_id)
    frame = re.search(r'poster="(/san-pham/tep/[^"]+\.jpg)"', client.get(path).content.decode())[1]
    assert client.get(frame).status_code == 200
    assert frame in client.get("/thu-vien/").content.decode()
