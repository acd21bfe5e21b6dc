"""Closed lists of the rights step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class InstrumentKind(models.TextChoices):
    """What an instrument is. Treaties and declarations have public addresses under /cong-uoc/, all others under
    /phap-luat/."""

    TREATY = "treaty", _("điều ước quốc tế")
    DECLARATION = "declaration", _("tuyên ngôn")
    CONSTITUTION = "constitution", _("Hiến pháp")
    CODE = "code", _("bộ luật")
    LAW = "law", _("luật")
    DECREE = "decree", _("nghị định")
    OTHER = "other", _("văn bản khác")


INTERNATIONAL = (InstrumentKind.TREATY, InstrumentKind.DECLARATION)


class StatusKind(models.TextChoices):
    """What happened to an instrument on a day."""

    ADOPTED = "adopted", _("được thông qua")
    SIGNED = "signed", _("Việt Nam ký")
    RATIFIED = "ratified", _("Việt Nam phê chuẩn")
    ACCEDED = "acceded", _("Việt Nam gia nhập")
    IN_FORCE = "in_force", _("có hiệu lực")
    IN_FORCE_HERE = "in_force_here", _("có hiệu lực với Việt Nam")
    AMENDED = "amended", _("được sửa đổi")
    REPLACED = "replaced", _("hết hiệu lực, được thay thế")


class Precision(models.TextChoices):
    """How exactly a day is known; the parts that are not known stand as 1."""

    DAY = "day", _("đúng ngày")
    MONTH = "month", _("chỉ biết tháng")
    YEAR = "year", _("chỉ biết năm")


class ProvisionKind(models.TextChoices):
    PREAMBLE = "preamble", _("lời nói đầu")
    PART = "part", _("phần")
    CHAPTER = "chapter", _("chương")
    SECTION = "section", _("mục")
    ARTICLE = "article", _("điều")
    CLAUSE = "clause", _("khoản")
    POINT = "point", _("điểm")


HOLDERS = (
    ProvisionKind.PART,
    ProvisionKind.CHAPTER,
    ProvisionKind.SECTION,
)  # they group articles, without a text
WITH_TEXT = (ProvisionKind.PREAMBLE, ProvisionKind.ARTICLE)  # a passage is kept for each of these


class TieState(models.TextChoices):
    """Where a link stands. The machine proposes only; a person confirms or refuses, and that stays."""

    PROPOSED = "proposed", _("đề xuất")
    CONFIRMED = "confirmed", _("đã xác nhận")
    REFUSED = "refused", _("đã bỏ")


RULES = {  # by what stands before the number of a rule's version
    "danh-muc": _("theo danh mục kèm chương trình"),
    "trich-dan": _("máy tìm thấy trong lời văn"),
}


LANGUAGES = [  # BCP 47 tags, ISO 639-3 where there is no shorter one; each called in Vietnamese
    ("vi", _("tiếng Việt")),
    ("en", _("tiếng Anh")),
    ("fr", _("tiếng Pháp")),
    ("es", _("tiếng Tây Ban Nha")),
    ("ru", _("tiếng Nga")),
    ("zh", _("tiếng Trung")),
    ("ar", _("tiếng Ả Rập")),
    ("km", _("tiếng Khmer")),
    ("tyz", _("tiếng Tày")),
    ("nut", _("tiếng Nùng")),
    ("hmn", _("tiếng Mông")),
    ("blt", _("tiếng Thái (Việt Nam)")),
    ("cjm", _("tiếng Chăm")),
    ("rad", _("tiếng Ê Đê")),
    ("jra", _("tiếng Gia Rai")),
    ("bdq", _("tiếng Ba Na")),
    ("mtq", _("tiếng Mường")),
    ("lo", _("tiếng Lào")),
]


class TextState(models.TextChoices):
    """Whether the public sees a page of a situation in one language."""

    DRAFT = "draft", _("bản nháp")
    PUBLISHED = "published", _("đã đăng")


class EditionOrigin(models.TextChoices):
    """Where an edition of a page came from. An offered one came with the programme and is shown nowhere: people had
    changed the page by then, and theirs stays."""

    SHIPPED = "shipped", _("đi kèm chương trình")
    PERSON = "person", _("người sửa")
    OFFERED = "offered", _("bản mới đi kèm, chưa dùng")


class PageLanguage(models.TextChoices):
    """Languages that pages of situations are written in, each called by itself, as the public reads it; at the desk they
    have Vietnamese names (`LANGUAGES`)."""

    VIETNAMESE = "vi", "Tiếng Việt"
    ENGLISH = "en", "English"
    KHMER = "km", "ភាសាខ្មែរ"


class BlockKind(models.TextChoices):
    """What a page of a situation is made of, in the order in which a form offers it."""

    HEADING = "heading", _("tiêu đề nhỏ")
    RIGHT = "right", _("quyền")
    STEP = "step", _("việc nên làm")
    LAW = "law", _("lời của luật")
    QUESTION = "question", _("hỏi và đáp")
    CALL = "call", _("gọi ai")
    NOTE = "note", _("lưu ý")


class ReviewBody(models.TextChoices):
    """Who reviewed: the Council's working group, or a treaty body by the short name of its committee."""

    UPR = "UPR", _("Rà soát định kỳ phổ quát (UPR)")
    CCPR = "CCPR", _("Ủy ban Nhân quyền (ICCPR)")
    CESCR = "CESCR", _("Ủy ban về các quyền kinh tế, xã hội và văn hóa")
    CEDAW = "CEDAW", _("Ủy ban CEDAW")
    CERD = "CERD", _("Ủy ban CERD")
    CAT = "CAT", _("Ủy ban chống tra tấn")
    CRC = "CRC", _("Ủy ban về quyền trẻ em")
    CRPD = "CRPD", _("Ủy ban về quyền của người khuyết tật")
    OTHER = "OTHER", _("cơ chế khác")


class Answer(models.TextChoices):
    """What the State under review said of a recommendation; the values are those of `core.recommendations`."""

    SUPPORTED = "supported", _("chấp thuận")
    IMPLEMENTED = "implemented", _("chấp thuận, đã hoặc đang thực hiện")
    PENDING = "pending", _("còn xem xét")
    NOTED = "noted", _("ghi nhận")
    UNCLEAR = "unclear", _("chưa rõ")


class FollowUpState(models.TextChoices):
    """How far a recommendation is carried out, as a person said last."""

    NOT_BEGUN = "not_begun", _("chưa thực hiện")
    UNDER_WAY = "under_way", _("đang thực hiện")
    CARRIED_OUT = "carried_out", _("đã thực hiện")


class DoubtState(models.TextChoices):
    """What became of a doubt about a recommendation; once a person settled it, no new reading asks again."""

    OPEN = "open", _("chưa xem")
    KEPT = "kept", _("giữ như in")
    RENUMBERED = "renumbered", _("đã sửa số")
    CORRECTED = "corrected", _("đã sửa")
    SPLIT = "split", _("đã tách")


class IntakeState(models.TextChoices):
    """How far a file with recommendations has come."""

    READING = "reading", _("đang đọc")
    READ = "read", _("chờ xem")
    FAILED = "failed", _("không đọc được")
    TAKEN = "taken", _("đã nhập")
