"""The desk of situations: who sees it, how a page is written there block by block, published and looked back on."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from django.urls import reverse

from quyen.accounts.models import AuditEntry
from quyen.rights.actions.situation_loading import load_situations
from quyen.rights.actions.situations import Saving, open_situation, save_text, withdraw_text
from quyen.rights.models import Situation, SituationText, Topic
from quyen.rights.queries import situation_page
from quyen.rights.queries.situation_frame import Frame, frame_of
from tests.rights.situation_world import ENGLISH, PAGES, VIETNAMESE, shipped

EDIT = ("rights:situation-edit", "bi-thu", "vi")


def address(name: str, *args: object) -> str:
    return reverse(name, args=args)


def form_of(html: str) -> dict[str, str]:
    """What the form of a page would send as it stands."""
    form = html[html.index('class="words') :]
    sent = dict(
        re.findall(r'<input type="(?:hidden|text|number)"[^>]*name="([^"]+)"[^>]*?value="([^"]*)"', form)
    )
    for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s*(.*?)</textarea>', form, re.S):
        sent[name] = text
    return sent


@pytest.fixture
def world(db):
    load_situations(pages=PAGES)


SHOWN = [("rights:situations",), ("rights:situation", "bi-thu", "vi")]
READ = [("rights:situation-edition", "bi-thu", "vi", 1)]
WRITE = [("rights:situation-new",), EDIT]
POSTS = [
    (name, "bi-thu", "vi")
    for name in ("rights:situation-publish", "rights:situation-review", "rights:situation-withdraw")
]


def test_each_address_opens_to_those_who_may(world, client_of, desk, writer, reader, stranger) -> None:
    everybody = (desk, writer, reader, stranger)
    for (name, *args), those in [*((one, everybody) for one in SHOWN), *((one, everybody[:3]) for one in READ),
                                 *((one, everybody[:2]) for one in WRITE)]:  # fmt: skip
        path = address(name, *args)
        answers = [client_of(person).get(path).status_code for person in everybody]
        assert answers == [200 if person in those else 403 for person in everybody], path
        assert client_of(None).get(path).status_code == 302
    for name, *args in POSTS:
        answers = [client_of(person).post(address(name, *args)).status_code for person in (writer, stranger)]
        assert answers == [403, 403], name
    assert client_of(reader).post(address("rights:situation-edition", "bi-thu", "vi", 1)).status_code == 403
    assert client_of(desk).get(address("rights:situation", "bi-thu", "xx")).status_code == 404
    assert client_of(desk).get(address("rights:situation-edition", "bi-thu", "vi", 9)).status_code == 404


def test_who_is_not_of_the_desk_sees_there_what_the_public_sees(world, client_of, desk, stranger) -> None:
    vietnamese, english = SituationText.objects.order_by("pk")
    change = Saving(why="thử")
    at = vietnamese.situation
    save_text(
        actor=desk, situation=at, language="vi", given=replace(VIETNAMESE, lede="Chỉ là nháp."), saving=change
    )
    withdraw_text(actor=desk, text=english, why="chưa đúng")
    shown = [client_of(stranger).get(address(*one)).content.decode() for one in SHOWN]
    assert "Chỉ là nháp." not in "".join(shown) and "nói rõ" not in shown[1] and "Bản 2" not in shown[1]
    assert "sửa chờ đăng" not in shown[0] and "Bạn được thử đúng luật." in shown[1]
    assert client_of(stranger).get(address("rights:situation", "bi-thu", "en")).status_code == 404
    assert "Chỉ là nháp." in client_of(desk).get(address(*SHOWN[1])).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_one_as_for_three(
    count, desk, client_of, django_assert_num_queries
) -> None:
    for number in range(count):
        slug = f"trang-{number}"
        load_situations(pages=[shipped(VIETNAMESE, slug=slug), shipped(ENGLISH, "en", slug=slug)])
    client = client_of(desk)
    with django_assert_num_queries(6):
        html = client.get(address("rights:situations")).content.decode()
    assert html.count("máy nháp</span>") == count
    with django_assert_num_queries(12):
        assert client.get(address("rights:situation", "trang-0", "en")).status_code == 200
    assert "Khi bị thử" not in client.get(address("rights:situations") + "?xem=loi-thoi").content.decode()


def test_a_page_is_written_block_by_block_published_and_taken_back(world, desk, writer, client_of) -> None:
    client, edit = client_of(writer), address(*EDIT)
    sent = form_of(client.get(edit).content.decode())
    assert (sent["khoi-tong"], sent["khoi-1-cites"], sent["seen"]) == ("5", "ICCPR 9.2; HP2013 20.2", "1")
    more = client.post(edit, sent | {"them": "1", "them-loai": "note", "them-sau": "2"}).content.decode()
    sent = form_of(more) | {"khoi-2-text": "Luật nêu  giới hạn."}
    moved = form_of(client.post(edit, sent | {"len": "2"}).content.decode())
    assert moved["khoi-1-text"] == "Luật nêu  giới hạn."
    gone = form_of(client.post(edit, moved | {"bo": "0"}).content.decode())
    assert gone["khoi-tong"] == "5"
    assert SituationText.objects.get(language="vi").editions.count() == 1, "no button of a block saves"
    shown = client.post(edit, gone | {"xem": "1"}).content.decode()
    assert "Xem trước, chưa lưu" in shown
    wrong = client.post(edit, gone | {"khoi-1-cites": "điều chín"})
    assert wrong.status_code == 422 and "Khối 2" in wrong.content.decode()
    assert client.post(edit, gone | {"why": "thêm giới hạn"}).status_code == 302
    met = client.post(edit, gone | {"title": "Khác"})
    assert met.status_code == 422 and "Bản vừa lưu của người khác" in met.content.decode()
    newest = SituationText.objects.get(language="vi").editions.get(number=2)
    assert newest.body[0] == {"kind": "note", "text": "Luật nêu giới hạn."}
    page = situation_page("bi-thu", "vi")
    assert page and page.edition == 1
    _published_and_back(client_of(desk))


def _published_and_back(client) -> None:
    at = ("bi-thu", "vi")
    looked_at = {"reviewed_by": "Sở Tư pháp", "on": "1/10/2026", "number": "2"}
    assert client.post(address("rights:situation-review", *at), looked_at).status_code == 302
    assert client.post(address("rights:situation-publish", *at), {"number": "2"}).status_code == 302
    page = situation_page("bi-thu", "vi")
    assert page and (page.edition, page.reviewed_by) == (2, "Sở Tư pháp")
    html = client.get(address("rights:situation-edition", *at, 2)).content.decode()
    assert "<del>Bạn có quyền</del>" in html and "Luật nêu giới hạn." in html
    client.post(address("rights:situation-edition", *at, 1), {"seen": "2"})
    assert "lấy lại bản 1" in client.get(address("rights:situation", *at)).content.decode()
    assert client.post(address("rights:situation-withdraw", *at), {"why": ""}).status_code == 422
    assert client.post(address("rights:situation-withdraw", *at), {"why": "luật đổi"}).status_code == 302
    assert situation_page("bi-thu", "vi") is None


def test_a_translation_begins_with_the_frame_of_the_vietnamese_page(world, desk, client_of) -> None:
    client, edit = client_of(desk), address("rights:situation-edit", "bi-thu", "km")
    html = client.get(edit).content.decode()
    sent = form_of(html)
    assert (sent["khoi-tong"], sent["khoi-1-cites"], sent["khoi-1-text"]) == (
        "5",
        "ICCPR 9.2; HP2013 20.2",
        "",
    )
    assert "Được nghe lý do." in html, "what is to be translated stands beside"
    sent |= {f"khoi-{n}-text": "ពាក្យ" for n in (0, 1, 2, 4)} | {
        "title": "ពេល",
        "lede": "ចម្លើយ",
        "follows_now": "on",
    }
    assert client.post(edit, sent).status_code == 302
    client.post(address("rights:situation-publish", "bi-thu", "km"), {"number": "1"})
    page = situation_page("bi-thu", "km")
    assert page and page.languages == ("vi", "en", "km") and not page.is_outdated
    load_situations(pages=[shipped(replace(VIETNAMESE, title="Khi bị thử mới")), PAGES[1]])
    assert (
        "Trang tiếng Việt đã đổi" in client.get(address("rights:situation", "bi-thu", "km")).content.decode()
    )


def test_a_new_situation_opens_with_its_first_block(desk, client_of) -> None:
    client = client_of(desk)
    refused = client.post(address("rights:situation-new"), {"slug": "Sai Tên", "group": "di-lam"})
    assert refused.status_code == 422
    made = client.post(
        address("rights:situation-new"), {"slug": "di-xe-khach", "group": "di-lam"}, follow=True
    )
    assert form_of(made.content.decode())["khoi-tong"] == "1"


def test_a_situation_gets_its_group_topics_and_related_ones(
    world, desk, writer, reader, stranger, client_of
) -> None:
    """Public at once, so a coordinator's once a page is out; nobody's placing is lost, neither to another person nor to a
    further load of what ships."""
    place, client = address("rights:situation-frame", "bi-thu"), client_of(desk)
    answers = [client_of(one).get(place).status_code for one in (desk, writer, reader, stranger)]
    assert answers == [200, 403, 403, 403] and client_of(None).get(place).status_code == 302
    assert client.get(address("rights:situation-frame", "khong-co")).status_code == 404
    open_situation(actor=desk, slug="di-xe", group="di-lam")
    topics = list(Topic.objects.order_by("slug").values_list("slug", flat=True)[:2])
    assert client_of(writer).post(address("rights:situation-frame", "di-xe"), {"group": "di-lam", "topics": topics[:1]}).status_code == 302  # fmt: skip
    form = client.get(place).content.decode()
    assert place in client.get(address("rights:situation", "bi-thu", "vi")).content.decode()
    assert place in client.get(address(*EDIT)).content.decode()
    assert place not in client_of(writer).get(address(*EDIT)).content.decode()
    seen = unescape(re.search(r'name="seen"[^>]*value="([^"]*)"', form)[1])
    sent = {"group": "di-lam", "topics": topics, "related": ["di-xe"], "seen": seen}
    assert client.post(place, sent | {"group": "nowhere"}).status_code == 422
    assert client.post(place, sent).status_code == 302
    situation = Situation.objects.get(slug="bi-thu")
    assert frame_of(situation) == Frame("di-lam", tuple(topics), ("di-xe",))
    said = AuditEntry.objects.filter(subject="rights.Situation", subject_id=situation.pk).latest("pk")
    assert said.actor == desk and said.after == frame_of(situation).as_json() != said.before
    late = client.post(place, sent | {"topics": topics[:1]}, follow=True).content.decode()
    assert "Người khác vừa xếp lại" in late and len(frame_of(situation).topics) == 2
    shown = situation_page("bi-thu", "vi")
    assert shown and {one.slug for one in shown.topics} == set(topics)
    moved = replace(
        shipped(VIETNAMESE), frame={"group": "tai-nha", "position": 1, "topics": [], "related": []}
    )
    assert load_situations(pages=[moved]).updated == ["bi-thu.vi"]
    situation.refresh_from_db()
    assert frame_of(situation) == Frame("di-lam", tuple(topics), ("di-xe",))


@pytest.mark.parametrize("count", [1, 3])
def test_the_frame_takes_as_many_queries_for_one_as_for_three(
    count, desk, client_of, django_assert_num_queries
) -> None:
    for number in range(count):
        load_situations(pages=[shipped(VIETNAMESE, slug=f"trang-{number}")])
    client = client_of(desk)
    with django_assert_num_queries(10):
        assert client.get(address("rights:situation-frame", "trang-0")).status_code == 200
