"""Every template of the public site in Chromium, each at least once: axe at both widths, by keyboard alone, and without
JavaScript the same words and forms that work. A template that no address here shows fails the test."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client
from django.test.signals import template_rendered
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import get_page_models

from quyen.library.actions import publish_product
from quyen.library.models import Product
from quyen.portal import urls as portal_urls
from quyen.portal.actions import voices
from quyen.portal.actions.index import rebuild
from quyen.portal.actions.missed import note_missed
from quyen.portal.actions.packing import make_data_pack
from quyen.portal.actions.topic_packs import make_topic_pack
from quyen.portal.actions.tree import add_news
from quyen.portal.enums import Room
from quyen.portal.models import Missed, Visit
from quyen.portal.queries.addresses import product_path
from quyen.rights.enums import StatusKind
from quyen.rights.models import Link, Provision, Status, Topic
from tests.browser.test_sharing import gathered  # noqa: F401  a fixture
from tests.factories import files
from tests.factories.library import make_product, make_ready, place
from tests.factories.media import keep
from tests.factories.plans import make_plan
from tests.factories.public import make_site
from tests.portal.test_sharing import drawn_here  # noqa: F401  a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOLDER = Path(portal_urls.__file__).parent / "templates"
# what of Wagtail's screens is written anew is opened by tests/portal/test_editing.py
EVERY = {one.relative_to(FOLDER).as_posix() for one in (FOLDER / "portal").rglob("*.html")}
LOST, ASKED = "/khong-co-trang-nay/", "/tim/?q=khi+bi+thu"
DESK = ("portal-desk:home", "portal-desk:mistakes", "portal-desk:visits", "portal-desk:missed")

# Each control takes the focus and shows it; none stands before its place.
CONTROLS = """() => {
    const all = [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, video, audio, [tabindex]'
    )].filter(one => one.tabIndex >= 0 && one.checkVisibility());
    return {number: all.length, first: all[0].className, bad: all.filter(one => {
        one.focus({focusVisible: true});
        const box = one.getBoundingClientRect(), style = getComputedStyle(one);
        return document.activeElement !== one || one.tabIndex > 0 || !box.width || !box.height || box.right < 0
            || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2;
    }).map(one => one.outerHTML.slice(0, 150))};
}"""
LINKS = "[...document.links].filter(one => one.host === location.host && !one.hreflang && one.className !== 'cite').map(one => one.pathname)"
# How many captions there are, once they are there; `wait_for_function` looks again by `eval`, which our rules forbid.
CAPTIONS = """() => new Promise(tell => {
    const until = Date.now() + 10000, look = () => {
        const number = document.querySelector('track').track.cues?.length ?? 0;
        number || Date.now() > until ? tell(number) : setTimeout(look, 20);
    };
    look();
})"""
# The order in which Tab comes to what takes the focus, as numbers in the order of the page.
WALK = """() => {
    const all = [...document.querySelectorAll('*')].filter(one => one.tabIndex >= 0 && one.checkVisibility());
    window.walked = []; window.controls = all.length;
    addEventListener('focusin', event => {
        const at = all.indexOf(event.target);
        if (walked.at(-1) !== at) walked.push(at);
    });
    document.activeElement.blur();
}"""


@pytest.fixture
def world(unit, editor, gathered, drawn_here):  # noqa: F811
    """The small public site, with a film, a plan, packs, an index, and what readers left behind."""
    site = make_site()
    topic = Topic.objects.get(slug="viec-lam")
    film, pictured = _film(unit, editor, topic)
    drawn = make_product(unit, editor, title="Tranh về việc làm")
    place(drawn, pictured, "picture", "Hai người ở xưởng.")
    publish_product(actor=None, product=make_ready(drawn))
    treaty, law = (
        Provision.objects.get(instrument__code=code, path=path)
        for code, path in (("ICCPR", "1"), ("LTN2030", "2"))
    )
    first, second = sorted((treaty, law), key=lambda one: one.pk)
    Link.objects.create(provision=first, other=second, state="confirmed", made_by=editor)
    Status.objects.create(
        instrument=law.instrument, what=StatusKind.REPLACED, on=date(2026, 1, 1), source="Công báo"
    )
    every_kind = [
        ("words", "<h2>Mục</h2><p>Lời.</p>"), ("picture", {"file": pictured, "alternative": "Một hình vẽ.", "caption": "Nguồn"}),
        ("quote", {"words": "Ai cũng có quyền.", "source": "Một người"}), ("products", [site.product]),
        ("figure", {"code": "T1", "words": "Năm 2024"}), ("situation", {"slug": "bi-thu"}),
    ]  # fmt: skip
    add_news(
        actor=None, language="vi", title="Mọi kiểu đoạn", slug="moi-kieu", lede="", body=every_kind, unit=unit
    )
    plan = make_plan(
        unit, targets=[{"text": "Mọi xã có loa", "value": 100}], tasks=[{"text": "Phát thanh hằng tuần"}]
    )
    rebuild()
    make_data_pack()
    pack = make_topic_pack(topic, "vi")
    voices.report_mistake(actor=None, path="/tin/", words="Ngày viết sai.", reach="")
    for _time in range(Missed.WORDS_FROM):
        note_missed(words="chuyện chưa có")
    voices.add_visits(seen={(Visit._meta.get_field("day").get_default(), "/tin/", "vi", "direct"): 3})
    rooms = ["/" if room == Room.HOME else f"/{room.value}/" for room in Room]
    return SimpleNamespace(site=site, film=film, addresses=[
        *rooms, "/tin/tin-mot/", "/tin/moi-kieu/", "/rieng-tu/", "/quyen-cua-toi/bi-thu/",
        "/cong-uoc/ICCPR/", "/phap-luat/LTN2030/", "/cong-uoc/ICCPR/dieu-1/", film, product_path(drawn.pk, drawn.title), "/tien-do/T1/",
        "/tien-do/ke-hoach/", f"/tien-do/ke-hoach/{plan.pk}/", "/du-lieu-mo/san-pham/", "/goi/", f"/goi/viec-lam/?dau={pack.fingerprint}",
        "/thu-vien/tu-noi-khac/", f"/thu-vien/tu-noi-khac/{gathered.pk}/", "/bao-sai/", ASKED, LOST,
    ])  # fmt: skip


def _film(unit, editor, topic: Topic):
    """A product with a film, its cover, captions and transcript: its address, and the picture."""
    made = make_product(unit, editor, title="Phim về việc làm", kind="clip", articles=(("ICCPR", "1"),))
    Product.objects.filter(pk=made.pk).update(
        transcript="Người dẫn: Ai cũng có quyền làm việc, theo Điều 1 ICCPR."
    )
    made.topics.add(topic)
    cover = keep(editor, unit, files.picture("JPEG", size=(640, 360)), "bia.jpg", drawn=True)
    for name, data, role in (
        ("phim.mp4", files.film(60), "main"), ("phu-de.vtt", files.CAPTIONS.encode(), "captions"),
    ):  # fmt: skip
        place(made, keep(editor, unit, data, name, drawn=name.endswith("vtt")), role)
    place(made, cover, "cover", "Hai người ở xưởng.")
    publish_product(actor=None, product=make_ready(made))
    return product_path(made.pk, made.title), cover


@contextmanager
def _noted():
    """The names of all templates that are rendered, by whatever thread."""
    seen: set[str] = set()

    def note(template, **_more) -> None:
        seen.add(template.name or "")

    template_rendered.connect(note)
    yield seen
    template_rendered.disconnect(note)


def test_every_template_for_every_reader(page_as, axe, request) -> None:
    with _noted() as seen:
        world = request.getfixturevalue("world")  # the packs are rendered as it is made
        said, links = _with_scripts(world, page_as(None), axe)
        _at_the_desk(world, page_as(world.site.coordinator), axe)
        _without_a_page(page_as(world.site.viewer), axe)
    assert EVERY - seen == set(), "no address here shows them"
    kinds = {
        model for model in get_page_models() if model.is_creatable and model.__module__.startswith("quyen.")
    }
    assert {model.template for model in kinds} <= seen  # rooms are looked at by their addresses
    _links_lead_somewhere(links)
    _without_scripts(world, page_as(None, js=False), said)


def _with_scripts(world, page, axe) -> tuple[dict[str, str], set[str]]:
    """What each address says, and the links on all of them."""
    said, links = {}, set()
    for path in world.addresses:
        assert page.goto(path).status == (404 if path == LOST else 200), path
        if path == ASKED:
            page.get_by_role("searchbox").press_sequentially("u", delay=20)
            expect(page.locator("#goi-y a").first).to_be_visible()
        axe(page)
        said[path] = page.locator("#noi-dung").inner_text()
        links |= set(page.evaluate(LINKS))
        told = page.evaluate(CONTROLS)
        assert told["first"] == "skip" and not told["bad"], (path, told)
        if path in (world.film, ASKED, "/cong-uoc/ICCPR/dieu-1/", "/bao-sai/"):
            _walked(page, path)
    page.goto(world.film)
    film = page.locator("video")
    assert film.get_attribute("poster") and page.locator("track").get_attribute("srclang") == "vi"
    assert page.evaluate(CAPTIONS) == 2
    page.get_by_text("Bản chữ").press("Enter")
    expect(page.get_by_text("Người dẫn: Ai cũng có quyền làm việc")).to_be_visible()
    page.errors[:] = [one for one in page.errors if "404" not in one]
    assert not page.errors and not page.context.cookies()
    return said, links


def _walked(page, path: str) -> None:
    """Tab alone: the skip link first, everything in the order of the page, and out at the end."""
    page.goto(path)
    page.evaluate(WALK)
    for _time in range(page.evaluate("window.controls") + 8):  # a player has controls of its own within
        page.keyboard.press("Tab")
    walked, number = page.evaluate("[window.walked, window.controls]")
    assert walked[:number] == list(range(number)), (path, walked)
    assert page.evaluate("document.activeElement === document.body") or walked[number:], f"{path}: no way out"


def _at_the_desk(world, page, axe) -> None:
    for name in DESK:
        page.goto(reverse(name))
        axe(page)
    assert not page.errors


def _without_a_page(page, axe) -> None:
    """Whoever looks after no page is told so, at the desk and at the door of the editors' room."""
    for name, status in (("portal-desk:home", 200), ("wagtailadmin_home", 403)):
        answer = page.goto(reverse(name))
        assert answer.status == status
        axe(page)


def _links_lead_somewhere(links: set[str]) -> None:
    client = Client()
    lost = {
        path
        for path in sorted(links)
        if LOST not in path and client.get(path).status_code not in (200, 301, 302)
    }
    assert not lost, lost


def _words(text: str) -> list[str]:
    """Without numbers: a search says how long it took."""
    return [one for one in text.split() if not one.isdigit()]


def _without_scripts(world, page, said: dict[str, str]) -> None:
    for path in world.addresses:
        page.goto(path)
        there = page.locator("#noi-dung").inner_text()
        assert path == ASKED or _words(there) == _words(said[path]), path
    page.goto("/")
    page.get_by_role("searchbox").fill("khi bi thu")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("h2", has_text="Khi bị thử")).to_be_visible()
    page.goto("/cong-uoc/ICCPR/dieu-1/")
    page.get_by_role("checkbox", name="tiếng Anh").uncheck()
    page.get_by_role("button", name="Xem").click()
    expect(page.locator(".beside section")).to_have_count(1)
    page.goto("/thu-vien/")
    page.locator("#loc").get_by_role("link", name="Clip").click()
    expect(page.get_by_role("status")).to_contain_text("1 sản phẩm")
