"""Links between articles, and from articles to topics, with who or what made each; and the news."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from quyen.core.sharing import Column, Said
from quyen.portal.models import NewsPage
from quyen.portal.queries.open_data.table import CC_BY, Keyed, Table, number_of
from quyen.rights.models import Link, Provision


def _links(after: str, most: int) -> Sequence[Keyed]:
    rows = Link.objects.public().filter(pk__gt=number_of(after)).order_by("pk")
    rows = rows.select_related("provision__instrument", "other__instrument", "topic")
    return [Keyed(str(one.pk), _link(one)) for one in rows[:most]]


def _link(one: Link) -> tuple[object, ...]:
    """No person is named: that a person made it is all."""
    return (
        _place(one.provision), _place(one.other) if one.other else "", one.topic.slug if one.topic else "", one.note,
        "rule" if one.rule else "person", one.rule, (one.settled_at or one.created_at).date(),
    )  # fmt: skip


def _place(one: Provision) -> str:
    return f"{one.instrument.code} {one.path}"


LINKS = Table(
    "lien-ket",
    (Said("Liên kết giữa các điều", "vi"), Said("Links between articles", "en")),
    (
        Said("Mỗi dòng một liên kết đã xác nhận giữa hai điều, hoặc giữa một điều và một chủ đề.", "vi"),
        Said("One row a confirmed link between two articles, or between an article and a topic.", "en"),
    ),
    (
        Column("provision", "Điều", about="mã văn kiện và điều: ICCPR 19"), Column("other", "Điều kia"),
        Column("topic", "Chủ đề"), Column("note", "Ghi chú"),
        Column("made_by", "Do ai lập", about="person: một người; rule: máy đề xuất, một người đã xác nhận"),
        Column("rule", "Quy tắc của máy"), Column("confirmed_on", "Ngày xác nhận", "date"),
    ),
    "Do chương trình lập hoặc xác nhận.", CC_BY, _links, ("liên kết", "điều khoản"),
)  # fmt: skip


def _news(after: str, most: int) -> Sequence[Keyed]:
    rows = NewsPage.objects.live().filter(pk__gt=number_of(after)).order_by("pk")
    return [Keyed(str(one.pk), _page(one)) for one in rows.select_related("locale", "unit")[:most]]


def _page(one: NewsPage) -> tuple[object, ...]:
    return (
        one.title, one.locale.language_code, one.day, one.lede, one.unit.name if one.unit else "",
        one.last_published_at.date() if one.last_published_at else None, settings.ADDRESS + (one.url or "/"),
    )  # fmt: skip


NEWS = Table(
    "tin",
    (Said("Tin đã đăng", "vi"), Said("News", "en")),
    (Said("Mỗi dòng một tin trong một ngôn ngữ.", "vi"), Said("One row a piece of news in one language.", "en")),
    (
        Column("title", "Tên"), Column("language", "Ngôn ngữ"), Column("day", "Ngày", "date"), Column("lede", "Lời dẫn"),
        Column("unit", "Đơn vị đăng"), Column("changed_on", "Cập nhật", "date"), Column("address", "Trang công khai"),
    ),
    "Trang tin của chương trình.", CC_BY, _news, ("tin",),
)  # fmt: skip
