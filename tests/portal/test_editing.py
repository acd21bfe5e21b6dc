"""The editors' room: who enters, who may do what, what is closed, and that it speaks Vietnamese."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html
from modelsearch.models import IndexEntry
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from quyen.library.models import Product
from quyen.portal.models import NewsPage, RoomPage
from tests.factories.public import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(once):
    return once(make_site)


@pytest.fixture
def site(made):
    return deepcopy(made)


@pytest.fixture
def newsroom(site):
    return RoomPage.objects.get(room="tin", locale__language_code="vi")


FIELDS = {
    "title": "Tin mới", "slug": "tin-moi", "day": "2026-11-20", "lede": "", "body-count": "0", "search_description": "",
    "go_live_at": "", "expire_at": "", "unit": "",
}  # fmt: skip


def test_roles_decide_what_may_be_done_with_a_page(site, newsroom) -> None:
    def may(user, page):
        tester = page.permissions_for_user(user)
        return "".join(
            sign for sign, yes in zip("epdl", (tester.can_edit(), tester.can_publish(), tester.can_delete(), tester.can_lock()), strict=True) if yes
        )  # fmt: skip

    assert [may(one, site.news) for one in (site.viewer, site.editor, site.coordinator, site.administrator)] == ["", "e", "epdl", "epdl"]  # fmt: skip
    assert [may(site.provincial, page) for page in (site.theirs, site.news, newsroom)] == ["e", "", ""]
    assert (
        may(site.coordinator, site.theirs) == "epdl"
    )  # the leading body looks after all that stands below its pages


def test_only_those_who_look_after_pages_enter_and_only_the_rooms_that_are_open(site, client_of) -> None:
    root = reverse("wagtailadmin_home")
    assert Client().get(root)["Location"].startswith(reverse("account_login"))
    refused = client_of(site.viewer).get(
        root
    )  # Wagtail's own answer leads to the sign-in, which leads back: for ever
    assert refused.status_code == 403 and "chưa phụ trách trang nào" in refused.content.decode()
    editor = client_of(site.editor)
    page = editor.get(root)
    policy = page["Content-Security-Policy"]
    assert page.status_code == 200 and "'unsafe-inline'" in policy and "frame-ancestors 'self'" in policy
    for closed in (
        "reports/locked/",
        "collections/",
        "workflows/list/",
        f"pages/{site.news.pk}/privacy/",
        "api/main/images/",
    ):
        assert editor.get(f"/bien-tap/{closed}").status_code == 404, closed
    assert editor.get("/bien-tap/redirects/add/").status_code == 302
    assert client_of(site.administrator).get("/bien-tap/redirects/add/").status_code == 200
    assert editor.get("/bien-tap/account/")["Location"] == reverse("accounts:me")
    assert editor.get(reverse("today"))["Content-Security-Policy"].count("unsafe-inline") == 0
    assert "unsafe-inline" not in Client().get("/")["Content-Security-Policy"]


def test_an_editor_drafts_and_a_coordinator_publishes(site, newsroom, client_of) -> None:
    add = reverse("wagtailadmin_pages:add", args=["portal", "newspage", newsroom.pk])
    client_of(site.editor).post(add, FIELDS | {"action-publish": "1"})
    page = NewsPage.objects.get(slug="tin-moi")
    assert not page.live and page.owner == site.editor  # asked to publish, kept as a draft
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client_of(site.provincial).get(edit).status_code == 302
    preview = client_of(site.editor).post(
        reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), FIELDS
    )
    assert preview.json()["is_valid"]
    shown = client_of(site.editor).get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "Bản xem trước" in shown.content.decode() and "public" not in shown.get("Cache-Control", "")
    assert "unsafe-inline" not in shown["Content-Security-Policy"]
    client_of(site.coordinator).post(edit, FIELDS | {"action-publish": "1"})
    page.refresh_from_db()
    assert page.live and Client().get("/tin/tin-moi/").status_code == 200


def test_the_home_page_alone_is_asked_what_is_often_asked(site, newsroom, client_of) -> None:
    home = RoomPage.objects.get(room="trang-dau", locale__language_code="vi")
    editor = client_of(site.coordinator)
    asked = [
        editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        for page in (home, newsroom)
    ]
    assert ['data-contentpath="often"' in page for page in asked] == [True, False]
    chosen = {
        "often-count": "1",
        "often-0-deleted": "",
        "often-0-order": "0",
        "often-0-type": "situation",
        "often-0-value-slug": "bi-thu",
    }
    for page, more in ((home, chosen), (newsroom, {})):
        sent = editor.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            FIELDS | {"title": page.title, "action-publish": "1"} | more,
        )
        assert sent.status_code == 302, sent.context and sent.context["form"].errors
    home.refresh_from_db()
    assert [one.value["slug"] for one in home.often] == ["bi-thu"]


def test_editors_find_pages_with_marks_or_without_as_they_are_now(site, newsroom, client_of) -> None:
    from quyen.portal.actions.tree import index_pages

    def found(words: str) -> str:
        asked = client_of(site.editor).get(reverse("wagtailadmin_pages:search"), {"q": words})
        return asked.content.decode()

    client_of(site.editor).post(
        reverse("wagtailadmin_pages:add", args=["portal", "newspage", newsroom.pk]),
        FIELDS | {"title": "Đường dây nóng", "slug": "duong-day", "lede": "Gọi khi bị quấy rối."},
    )
    for words in ("duong day", "Đường dây nóng", "quay roi", "quấy rối"):
        assert "Đường dây nóng" in found(words), words
    assert "Đường dây nóng" not in found("duong rung")
    IndexEntry.objects.all().delete()  # as an upgrade finds it
    assert "Đường dây nóng" not in found("duong day")
    index_pages()
    assert "Đường dây nóng" in found("duong day")


def test_a_page_goes_out_at_its_hour(site) -> None:
    site.news.unpublish()
    soon = timezone.now() + timedelta(minutes=1)
    site.news.go_live_at = soon
    site.news.save_revision(approved_go_live_at=soon)
    call_command("publish_scheduled_pages")
    assert Client().get("/tin/tin-mot/").status_code == 404
    past = timezone.now() - timedelta(minutes=1)
    site.news.go_live_at = past
    site.news.save_revision(approved_go_live_at=past)
    from quyen.portal.jobs.pages import publish_scheduled_pages

    publish_scheduled_pages(0)
    assert Client().get("/tin/tin-mot/").status_code == 200


def test_redirects_lead_on_without_a_cookie(site) -> None:
    Redirect.objects.create(old_path="/trang-cu", redirect_link="/tin/", is_permanent=True)
    answer = Client().get("/trang-cu/")
    assert (answer.status_code, answer["Location"]) == (301, "/tin/") and not answer.cookies


def test_a_version_in_another_language_is_a_draft_tied_to_the_first(site, client_of) -> None:
    address = reverse("simple_translation:submit_page_translation", args=[site.news.pk])
    khmer = Locale.objects.get(language_code="km")
    assert client_of(site.provincial).post(address, {"locales": khmer.pk}).status_code == 403
    client_of(site.editor).post(address, {"locales": khmer.pk})
    made = site.news.get_translation(khmer)
    assert not made.live and made.get_parent().locale == khmer
    made.save_revision().publish()
    assert 'hreflang="km"' in Client().get("/tin/tin-mot/").content.decode().partition("</head>")[0]


def test_choosers_see_only_what_is_out(site, client_of) -> None:
    editor = client_of(site.editor)
    draft = Product.objects.get(language="en")
    listed = editor.get(reverse("product_chooser:choose")).json()["html"]
    assert site.product.title in listed and draft.title not in listed
    found = editor.get(reverse("product_chooser:choose_results"), {"q": "the tranh"})
    assert site.product.title in found.content.decode()
    assert editor.get(reverse("product_chooser:chosen", args=[site.product.pk])).status_code == 200
    assert editor.get(reverse("product_chooser:chosen", args=[draft.pk])).status_code == 404
    assert client_of(site.viewer).get(reverse("product_chooser:choose")).status_code == 403


ENGLISH = re.compile(
    r"\b(the|this|your|you|are|page|pages|with|add|edit|view|save|settings|search|publish\w*|delete|move|copy|draft"
    r"|schedul\w+|choose|select|actions?|status|history|create|close|toggle|show|hide|privacy|locale|link|text|root"
    r"|minutes?|hours?|days?|weeks?|ago|subject|body|phone|address|requested|found|error|locked|lock)\b", re.I
)  # fmt: skip
OURS = "What are your rights when …"  # an English page's title


def _words(text: str):
    tree = html.document_fromstring(text)
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            yield from (element.text, element.tail)
            yield from (element.get(name) for name in ("title", "aria-label", "placeholder", "alt"))
            yield element.get("value") if element.tag == "input" and element.get("type") == "submit" else None


def test_every_screen_that_our_roles_reach_is_vietnamese(site, newsroom, client_of) -> None:
    client = client_of(site.administrator)
    page = site.news.pk
    paths = (
        "", f"pages/{newsroom.pk}/", f"pages/{page}/edit/", f"pages/{page}/history/", f"pages/{page}/delete/",
        f"pages/{page}/copy/", f"pages/{page}/move/", "choose-page/", "choose-external-link/", "choose-email-link/", "choose-phone-link/",
        "choose-anchor-link/", "redirects/add/", f"bulk/wagtailcore/page/publish/?id={page}", "pages/999999/edit/", f"translation/submit/page/{page}/",
    )  # fmt: skip
    found = []
    for path in paths:
        answer = client.get(f"/bien-tap/{path}")
        assert answer.status_code == (404 if "999999" in path else 200), path
        text = answer.json()["html"] if "json" in answer["Content-Type"] else answer.content.decode()
        words = {" ".join(one.split()) for one in _words(text) if one}
        found += [f"{path}: {one}" for one in words if ENGLISH.search(one) and not one.startswith("init")]
    assert not [one for one in found if OURS not in one]


def test_many_pages_at_once_are_still_asked_for_one_by_one(site, client_of) -> None:
    doors = [
        f"/bien-tap/bulk/wagtailcore/page/{deed}/?id={site.news.pk}"
        for deed in ("publish", "unpublish", "delete", "move")
    ]
    coordinator = client_of(site.coordinator)
    assert [coordinator.get(one).status_code for one in doors] == [200] * 4
    client_of(site.editor).post(doors[1])
    assert NewsPage.objects.get(pk=site.news.pk).live
    coordinator.post(doors[1])
    assert not NewsPage.objects.get(pk=site.news.pk).live
    assert (
        client_of(site.administrator)
        .get(f"/bien-tap/bulk/accounts/user/delete/?id={site.viewer.pk}")
        .status_code
        == 404
    )


def test_nothing_offers_to_choose_who_sees_a_page(site, client_of) -> None:
    page = client_of(site.coordinator).get(f"/bien-tap/pages/{site.news.pk}/edit/").content.decode()
    assert "set-privacy" not in page and "Đặt lịch" in page


def test_what_was_searched_for_in_vain_is_in_the_menu(site, client_of) -> None:
    assert (
        reverse("portal-desk:missed")
        in client_of(site.editor).get(reverse("wagtailadmin_home")).content.decode()
    )


def test_a_day_is_written_as_people_here_write_it(site, newsroom, client_of) -> None:
    """5/12 is the fifth of December, not the twelfth of May."""
    add = reverse("wagtailadmin_pages:add", args=["portal", "newspage", newsroom.pk])
    client_of(site.editor).post(add, {**FIELDS, "slug": "ngay-nam", "day": "05/12/2026"})
    assert str(NewsPage.objects.get(slug="ngay-nam").day) == "2026-12-05"


def test_an_address_left_empty_is_made_of_the_title(site, newsroom, client_of) -> None:
    """It stands on another tab: without one the first save would fail. Each letter of ours keeps its base."""
    add = reverse("wagtailadmin_pages:add", args=["portal", "newspage", newsroom.pk])
    client_of(site.editor).post(add, {**FIELDS, "title": "Buổi nói chuyện ở chợ Đường", "slug": ""})
    assert NewsPage.objects.get(title="Buổi nói chuyện ở chợ Đường").slug == "buoi-noi-chuyen-o-cho-duong"
