"""A small public site: one of each thing that a citizen can open, and the people who look after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quyen.accounts.models import User
from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, report_value
from quyen.indicators.actions.periods import freeze_period
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator, IndicatorTarget
from quyen.library.models import Product
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Unit
from quyen.portal.actions.tree import add_news, prepare_pages
from quyen.portal.models import NewsPage, SitePage
from quyen.rights.actions import TextGiven, store_text
from quyen.rights.actions.situation_loading import load_situations, load_topics
from quyen.rights.enums import InstrumentKind, StatusKind
from quyen.rights.models import Instrument, Recommendation, Review, Status
from tests.factories.library import make_published, make_translation
from tests.factories.statutes import LAW, TREATY, units_of
from tests.factories.work import member
from tests.rights.situation_world import PAGES

NEWS = [("words", "<h2>Vì sao</h2><p>Theo <b>Điều 1 ICCPR</b>.</p>"), ("quote", {"words": "Ai cũng có quyền.", "source": "Một người"})]  # fmt: skip


@dataclass(frozen=True)
class Site:
    """`leader` looks after all pages, `province` after one piece of news; `open_province` has closed 2024, the other not."""

    leader: Unit
    province: Unit
    news: NewsPage
    theirs: NewsPage
    product: Product
    indicator: Indicator
    editor: User
    coordinator: User
    administrator: User
    viewer: User
    provincial: User


def make_site() -> Site:
    leader = open_unit(actor=None, name="Bộ Chủ Trì", kind=UnitKind.MINISTRY)
    province = open_unit(actor=None, name="Tỉnh Thử", kind=UnitKind.PROVINCE)
    prepare_pages()
    SitePage.objects.update(unit=leader)
    news, theirs = _news(leader, "tin-mot"), _news(province, "tin-tinh")
    load_topics()
    load_situations(pages=PAGES)
    _law()
    return Site(
        leader, province, news, theirs, _product(leader), _figures(province), member(leader, Role.EDITOR, "Biên"),
        member(leader, Role.COORDINATOR, "Điều"), member(leader, Role.ADMINISTRATOR, "Quản"),
        member(leader, Role.VIEWER, "Xem"), member(province, Role.EDITOR, "Tỉnh"),
    )  # fmt: skip


def _news(unit: Unit, slug: str) -> NewsPage:
    first = add_news(
        actor=None, language="vi", title=f"Tin {slug}", slug=slug, lede="Lời dẫn.", body=NEWS, unit=unit,
        day=date(2026, 11, 1),
    )  # fmt: skip
    add_news(
        actor=None, language="en", title=f"News {slug}", slug=slug, lede="Lede.", body=NEWS, unit=unit,
        day=date(2026, 11, 1), translation_key=first.translation_key,
    )  # fmt: skip
    return first


def make_instrument(code: str, kind: str, position: int = 1) -> Instrument:
    return Instrument.objects.create(
        code=code, kind=kind, name_vi=f"Văn kiện {code}", name_en=f"Instrument {code}", short_vi=f"Văn kiện {code}",
        short_en=f"Instrument {code}", position=position,
    )  # fmt: skip


def _law() -> None:
    treaty, law = (
        make_instrument("ICCPR", InstrumentKind.TREATY),
        make_instrument("LTN2030", InstrumentKind.LAW),
    )
    Status.objects.create(
        instrument=treaty, what=StatusKind.ACCEDED, on=date(1982, 9, 24), source="Nguồn thử"
    )
    given = TextGiven(language="en", source="Nguồn thử", licence="công")
    store_text(actor=None, instrument=treaty, given=given, units=units_of(TREATY, "t.txt"))
    store_text(actor=None, instrument=treaty, given=TextGiven(language="vi", source="Nguồn khác"), units=units_of(TREATY.replace("tester", "người thử"), "t.txt"))  # fmt: skip
    store_text(
        actor=None, instrument=law, given=TextGiven(language="vi", source="Công báo"), units=units_of(LAW)
    )
    review = Review.objects.create(symbol="A/HRC/1/1", published=True, cycle=3)
    Recommendation.objects.create(review=review, printed="63", number="63", called="63", ordinal=1, text_vi="Tiếp tục.", states=["Chad"])  # fmt: skip


def _product(unit: Unit) -> Product:
    product = make_published(unit, title="Thẻ tranh quyền", articles=(("ICCPR", "1"),))
    make_translation(product, "en")  # a draft: nobody may see it
    return product


def _figures(province: Unit) -> Indicator:
    one = Indicator.objects.create(
        code="T1", name="Cơ quan có người phát ngôn", definition="Số cơ quan trên tổng số.", measured_in="% cơ quan",
        rule=Rule.RATIO, given_by=[UnitKind.PROVINCE], since=date(2023, 1, 1),
    )  # fmt: skip
    IndicatorTarget.objects.create(indicator=one, year=2028, value=100)
    other = open_unit(actor=None, name="Tỉnh Chưa Chốt", kind=UnitKind.PROVINCE)
    for unit, number in ((province, 15), (other, 999)):
        report_value(actor=None, indicator=one, unit=unit, period=year(2024), given=Given(Decimal(number), Decimal(1024)))  # fmt: skip
    freeze_period(actor=None, unit=province, period=year(2024), basis="Báo cáo đã nhận")
    return one
