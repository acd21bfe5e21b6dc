"""What public pages say beside their own words: links to the articles they name, data for programs, open data of links and
news."""

from __future__ import annotations

import json
import re
from copy import deepcopy

import pytest

from quyen.library.models import Product
from quyen.portal.queries import figures
from quyen.rights.enums import TieState
from quyen.rights.models import Link, Provision, SituationText, Topic
from quyen.rights.models.recommendations import Recommendation
from tests.factories.public import make_site
from tests.portal.test_sharing import drawn_here  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(once):
    figures._held.clear()
    return once(make_site)


@pytest.fixture
def site(made):
    return deepcopy(made)


def test_an_article_that_any_page_names_is_a_link(site, client) -> None:
    """News, pages of situations, products, recommendations; nothing within a link or a heading."""
    link = '<a class="cite" href="/cong-uoc/ICCPR/dieu-1/">'
    said = "Xem Điều 1 ICCPR & hơn."
    site.news.lede = said
    site.news.body = [
        ("words", "<h2>Về Điều 1 ICCPR</h2><p>Đi <a href='/tin/'>Điều 1 ICCPR</a>, <b>Điều 1 ICCPR</b> &amp; Đie\u0302\u0300u 1&nbsp;ICCPR.</p>"),
        ("quote", {"words": said, "source": said}),
    ]  # fmt: skip
    site.news.save_revision().publish()
    page = client.get("/tin/tin-mot/").content.decode()
    assert page.count(link) == 5 and f"<b>{link}Điều 1 ICCPR</a></b> &amp; {link}Đ" in page
    assert "<h2>Về Điều 1 ICCPR</h2>" in page and f"{link}Điều 1 ICCPR</a> &amp; hơn." in page

    Product.objects.filter(pk=site.product.pk).update(summary=said)
    Recommendation.objects.update(text_vi="", text_en="Act on article 1 of the ICCPR")
    text = SituationText.objects.get(situation__slug="bi-thu", language="vi")
    text.body = [*text.body, {"kind": "question", "text": "Hỏi?", "answer": said}]
    text.save()
    for path in (f"/thu-vien/{site.product.pk}-the-tranh-quyen/", "/khuyen-nghi/", "/quyen-cua-toi/bi-thu/"):
        assert link in client.get(path).content.decode(), path
    assert '<span lang="en">Act on' in client.get("/khuyen-nghi/").content.decode()


def test_links_and_news_are_open_data_without_any_person(site, client) -> None:
    first, second = Provision.objects.filter(kind="article").order_by("pk")[:2]
    Link.objects.create(provision=first, other=second, made_by=site.editor, state=TieState.CONFIRMED)
    Link.objects.create(provision=first, topic=Topic.objects.first(), rule="danh-muc/1")  # only proposed
    (link,) = client.get("/du-lieu-mo/lien-ket.json").json()["items"]
    assert (link["provision"], link["other"], link["made_by"]) == (
        f"{first.instrument.code} {first.path}", f"{second.instrument.code} {second.path}", "person",
    )  # fmt: skip
    news = client.get("/du-lieu-mo/tin.json").json()["items"]
    assert {one["language"] for one in news} == {"vi", "en"} and news[0]["address"].endswith("/tin/tin-mot/")
    site.news.unpublish()
    assert "/tin/tin-mot/" not in client.get("/du-lieu-mo/tin.csv").content.decode().replace("/en/tin/", "")
    assert site.editor.full_name not in client.get("/du-lieu-mo/lien-ket.csv").content.decode()


def test_news_tells_programs_what_it_is(site, client) -> None:
    page = client.get("/en/tin/tin-mot/").content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    node = json.loads(data)
    assert (node["@type"], node["headline"], node["inLanguage"]) == ("NewsArticle", "News tin-mot", "en")
    assert node["publisher"]["name"] == site.leader.name and node["datePublished"].startswith("2026-11-01")
