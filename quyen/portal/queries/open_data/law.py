"""Instruments, their articles, recommendations with what became of them, and pages of situations."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db.models import Prefetch

from quyen.core.sharing import Column, Said
from quyen.portal.queries.open_data.table import CC0, CC_BY, Keyed, Table, number_of
from quyen.rights.enums import TextState, TieState
from quyen.rights.models import Instrument, Provision, SituationText, Status
from quyen.rights.models.recommendations import Recommendation, RecommendationProvision
from quyen.rights.queries.names import address_of


def _instruments(after: str, most: int) -> Sequence[Keyed]:
    rows = (
        Instrument.objects.filter(pk__gt=number_of(after))
        .order_by("pk")
        .prefetch_related("statuses__successor")
    )
    return [
        Keyed(str(one.pk), (
            one.code, one.kind, one.name_vi, one.name_en, one.short_vi, one.number, one.year,
            tuple(map(_said_of, one.statuses.all())),
            settings.ADDRESS + address_of(one.code, "", "vi"),
        )) for one in rows[:most]
    ]  # fmt: skip


def _said_of(status: Status) -> str:
    """ "replaced 2026-01-01 articles 413-430 by LTPNCTN2024 (source)"; "replaced?" where it does not stand."""
    words = [
        status.what if status.stands else f"{status.what}?",
        _day(status.on.isoformat(), status.precision),
        f"articles {status.articles}" if status.articles else "",
        f"by {status.successor.code}" if status.successor else "",
        f"({status.source})",
    ]
    return " ".join(word for word in words if word)


def _day(iso: str, precision: str) -> str:
    """As exact as it is known."""
    return {"year": iso[:4], "month": iso[:7]}.get(precision, iso)


INSTRUMENTS = Table(
    "van-kien",
    (Said("Văn kiện quốc tế và pháp luật", "vi"), Said("Instruments", "en")),
    (
        Said("Công ước, tuyên ngôn, Hiến pháp và luật, với các mốc ngày và nguồn của từng mốc.", "vi"),
        Said("Treaties, declarations, the constitution and laws, with dates and the source of each date.", "en"),
    ),
    (
        Column("code", "Mã"), Column("kind", "Loại"), Column("name_vi", "Tên"), Column("name_en", "Tên tiếng Anh"),
        Column("short_vi", "Tên gọn"), Column("number", "Số, ký hiệu"), Column("year", "Năm", "integer"),
        Column("statuses", "Các mốc", "list", "việc (có dấu ? khi chưa chắc), ngày như biết được, chỉ các điều, thay bằng, nguồn"), Column("address", "Trang công khai"),
    ),
    "Công báo, Bộ sưu tập điều ước của Liên hợp quốc; nguồn của từng mốc ghi ngay tại mốc ấy.", CC0, _instruments,
    ("công ước", "pháp luật"),
)  # fmt: skip


def _provisions(after: str, most: int) -> Sequence[Keyed]:
    rows = (
        Provision.objects.filter(pk__gt=number_of(after))
        .order_by("pk")
        .select_related("instrument", "parent")
    )
    return [
        Keyed(str(one.pk), (
            one.instrument.code, one.path, one.kind, one.number, one.parent.path if one.parent else "",
            one.ordinal, one.subject_vi, one.subject_en,
            settings.ADDRESS + address_of(one.instrument.code, one.path, "vi"),
        )) for one in rows[:most]
    ]  # fmt: skip


PROVISIONS = Table(
    "dieu-khoan",
    (Said("Điều khoản và nội dung của từng điều", "vi"), Said("Articles and what each is about", "en")),
    (
        Said("Mỗi dòng một điều khoản, với địa chỉ cố định và nội dung nói gọn bằng tiếng Việt, tiếng Anh.", "vi"),
        Said("One row an article or part of one, with its lasting address and a short subject.", "en"),
    ),
    (
        Column("instrument", "Văn kiện"), Column("path", "Đường dẫn", about="19, 19.2, part-III"),
        Column("kind", "Loại"), Column("number", "Số"), Column("parent", "Thuộc"),
        Column("ordinal", "Thứ tự", "integer"), Column("subject_vi", "Nội dung"),
        Column("subject_en", "Nội dung bằng tiếng Anh"), Column("address", "Trang công khai"),
    ),
    "Cấu trúc của văn kiện; nội dung nói gọn do chương trình soạn.", CC_BY, _provisions, ("điều khoản",),
)  # fmt: skip


def _recommendations(after: str, most: int) -> Sequence[Keyed]:
    ties = RecommendationProvision.objects.filter(state=TieState.CONFIRMED).select_related(
        "provision__instrument"
    )
    rows = (
        Recommendation.objects.public()
        .filter(pk__gt=number_of(after))
        .order_by("pk")
        .select_related("review")
    )
    rows = rows.prefetch_related("topics", Prefetch("provision_ties", queryset=ties))
    return [Keyed(str(one.pk), _recommendation(one)) for one in rows[:most]]


def _recommendation(one: Recommendation) -> tuple[object, ...]:
    review = one.review
    articles = tuple(
        f"{tie.provision.instrument.code} {tie.provision.path}" for tie in one.provision_ties.all()
    )
    return (
        review.body, review.cycle, review.symbol, one.number, one.paragraph, one.subject_vi, one.subject_en, one.text_en, one.text_vi,
        one.text_vi_source, tuple(one.states), one.status, one.in_programme, one.follow_up, one.followed_up_on,
        tuple(topic.slug for topic in one.topics.all()), articles, review.source,
    )  # fmt: skip


RECOMMENDATIONS = Table(
    "khuyen-nghi",
    (Said("Khuyến nghị quốc tế và việc thực hiện", "vi"), Said("Recommendations and their follow-up", "en")),
    (
        Said("Khuyến nghị của UPR và các ủy ban công ước, trả lời của Việt Nam và tình trạng thực hiện.", "vi"),
        Said("Recommendations of the UPR and of treaty bodies, the State's answer and how far they are carried out.", "en"),
    ),
    (
        Column("body", "Cơ chế"), Column("cycle", "Chu kỳ", "integer"), Column("symbol", "Văn bản"),
        Column("number", "Số"), Column("paragraph", "Đoạn"), Column("subject_vi", "Nói ngắn", about="lời của chương trình, không phải nguyên văn"),
        Column("subject_en", "Nói ngắn bằng tiếng Anh"), Column("text_en", "Nguyên văn tiếng Anh"),
        Column("text_vi", "Bản tiếng Việt"), Column("text_vi_source", "Nguồn bản tiếng Việt"),
        Column("states", "Quốc gia khuyến nghị", "list"), Column("answer", "Trả lời"),
        Column("in_programme", "Thuộc mục tiêu của chương trình", "boolean"), Column("follow_up", "Tình trạng thực hiện"),
        Column("followed_up_on", "Ngày của tình trạng", "date"), Column("topics", "Chủ đề", "list"),
        Column("articles", "Điều liên quan", "list"), Column("source", "Nguồn"),
    ),
    "Báo cáo của Nhóm làm việc UPR và chỉ mục UHRI; nguồn ghi ở từng dòng.", CC_BY, _recommendations,
    ("UPR", "khuyến nghị"),
)  # fmt: skip


def _situations(after: str, most: int) -> Sequence[Keyed]:
    rows = SituationText.objects.filter(state=TextState.PUBLISHED, pk__gt=number_of(after)).order_by("pk")
    rows = rows.select_related("situation").prefetch_related("situation__topics")
    return [Keyed(str(one.pk), _situation(one)) for one in rows[:most]]


def _situation(one: SituationText) -> tuple[object, ...]:
    start = "" if one.language == "vi" else f"/{one.language}"
    return (
        one.situation.slug, one.language, one.title, one.lede, tuple(one.asked), one.edition, one.reviewed_by,
        one.reviewed_on, one.translated_by, one.machine_drafted,
        tuple(topic.slug for topic in one.situation.topics.all()), one.changed_at,
        f"{settings.ADDRESS}{start}/quyen-cua-toi/{one.situation.slug}/",
    )  # fmt: skip


SITUATIONS = Table(
    "hoan-canh",
    (Said("“Quyền của tôi khi …”", "vi"), Said("“My rights when …”", "en")),
    (
        Said("Các trang giải thích quyền theo hoàn cảnh, bằng từng ngôn ngữ; không thay cho tư vấn pháp lý.", "vi"),
        Said("Plain-language pages by situation of life, each language a row; no legal advice.", "en"),
    ),
    (
        Column("slug", "Tên trong địa chỉ"), Column("language", "Ngôn ngữ"), Column("title", "Tiêu đề"),
        Column("lede", "Câu trả lời trước"), Column("asked", "Người ta hỏi", "list"), Column("edition", "Bản thứ", "integer"),
        Column("reviewed_by", "Người duyệt"), Column("reviewed_on", "Ngày duyệt", "date"),
        Column("translated_by", "Người dịch"), Column("machine_drafted", "Bản nháp bằng máy", "boolean"),
        Column("topics", "Chủ đề", "list"), Column("changed_at", "Lúc đổi", "datetime"), Column("address", "Trang công khai"),
    ),
    "Chương trình soạn, dẫn các điều ở từng trang.", CC_BY, _situations, ("hoàn cảnh", "quyền của tôi"),
)  # fmt: skip
