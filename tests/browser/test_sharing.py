"""Sharing in Chromium: a journalist takes figures as CSV, a trainer reads a topic with the network off, a coordinator sees
what came from others."""

from __future__ import annotations

import zipfile

import pytest
from django.urls import reverse

from quyen.core.sharing import to_full
from quyen.library.enums import HarvestState
from quyen.library.models import Gathered, HarvestRun, Source
from quyen.portal.actions.packing import make_data_pack
from quyen.portal.actions.topic_packs import make_topic_pack
from quyen.portal.queries.addresses import product_path
from tests.core.sharing.things import DAY, FULL
from tests.portal.test_sharing import drawn_here, make_world  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def gathered(unit) -> Gathered:
    source = Source.objects.create(unit=unit, name="Quyền tỉnh bạn", address="https://ban.example/oai/")
    HarvestRun.objects.create(
        source=source, state=HarvestState.DONE, seen=4, added=3, fault_count=1, is_whole=True,
        faults=[{"identifier": "oai:ban.example:product/9", "words": "Bản ghi không có tên."}],
    )  # fmt: skip
    from lxml import etree

    return Gathered.objects.create(
        source=source, identifier=FULL.identifier, address=FULL.address, title=FULL.title, description=FULL.description,
        language="vi", form="pictures", issuer="Sở Văn hóa Lào Cai", credits="Lò Văn Pâng", digest="x", changed_at=DAY,
        published_on=DAY.date(), content=etree.tostring(to_full(FULL), encoding="unicode"),
    )  # fmt: skip


def test_what_is_shared_is_found_and_taken(
    page_as, unit, editor, owner, gathered, axe, shots, tmp_path
) -> None:
    world = make_world(unit, editor)
    make_data_pack()
    pack = make_topic_pack(world.topic, "vi")

    page = page_as()
    page.goto("/")
    page.get_by_role("link", name="Dữ liệu mở").first.click()  # one
    shots(page, "open-data")
    with page.expect_download() as taken:  # two
        page.get_by_role("link", name="CSV · Sản phẩm truyền thông đã phát hành").click()
    assert world.work.title in taken.value.path().read_text(encoding="utf-8")
    page.get_by_role("link", name="Sản phẩm truyền thông đã phát hành", exact=True).click()
    shots(page, "data-set")

    page.goto(product_path(world.work.pk, world.work.title))
    assert page.locator('script[type="application/ld+json"]').count() == 1
    page.goto(reverse("portal:elsewhere"))
    page.get_by_role("link", name=FULL.title).click()
    shots(page, "elsewhere")

    page.goto(reverse("portal:pack", args=["tre-em"]) + f"?dau={pack.fingerprint}")
    shots(page, "pack")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Tải gói").click()
    with zipfile.ZipFile(taken.value.path()) as whole:
        whole.extractall(tmp_path)
    assert not page.errors  # no policy was broken by the data block

    page.context.set_offline(True)
    page.goto((tmp_path / "index.html").as_uri())
    axe(page)
    shots(page, "pack-offline")
    page.get_by_role("link", name=world.work.title, exact=True).click()
    axe(page)
    assert page.locator("img").first.evaluate("one => one.complete && one.naturalWidth > 0")
    page.get_by_role("link", name="Bản này còn mới không?").click()
    assert pack.fingerprint in page.content()

    desk = page_as(owner)
    desk.goto(reverse("library:sources"))
    axe(desk)
    shots(desk, "sources")
    desk.get_by_role("link", name="Quyền tỉnh bạn").click()
    axe(desk)
    shots(desk, "source")
    desk.get_by_role("link", name="Sửa nguồn").click()
    axe(desk)
    shots(desk, "source-form")
    desk.get_by_label("địa chỉ OAI-PMH").fill("https://ban.example/oai/?verb=Identify")
    desk.get_by_role("button", name="Ghi").click()
    assert "Đã ghi nguồn" in desk.content() and "verb=" not in desk.content()
    assert not desk.errors
