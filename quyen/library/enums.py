"""Closed lists of the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Medium(models.TextChoices):
    """By what a product reaches people. One product may use several."""

    PRINT = "print", _("in ấn")
    RADIO = "radio", _("phát thanh")
    LOUDSPEAKER = "loudspeaker", _("loa truyền thanh cơ sở")
    TELEVISION = "television", _("truyền hình")
    WEB = "web", _("cổng, trang tin điện tử")
    SOCIAL = "social", _("mạng xã hội")
    OUTDOOR = "outdoor", _("pa-nô, áp phích ngoài trời")
    STAGE = "stage", _("sân khấu, trực tiếp")
    DISPLAY = "display", _("trưng bày, triển lãm")


DIGITAL = (Medium.WEB, Medium.SOCIAL)  # "trên nền tảng số" of target T4b


class ProductState(models.TextChoices):
    """How far a product has come. The order is that of its way."""

    DRAFT = "draft", _("đang soạn")
    EDIT = "edit", _("đang biên tập")
    CHECK = "check", _("đang kiểm tra")
    APPROVE = "approve", _("chờ duyệt")
    READY = "ready", _("đã duyệt, chờ phát hành")
    PUBLISH = "publish", _("đã phát hành")
    RETIRE = "retire", _("đã rút")


WRITTEN = (ProductState.DRAFT, ProductState.EDIT)  # in the hands of its editors
UNDER_WAY = (*WRITTEN, ProductState.CHECK, ProductState.APPROVE, ProductState.READY)


class Deed(models.TextChoices):
    """One step on the way of a product."""

    BEGIN = "begin", _("bắt đầu")
    HAND_IN = "hand_in", _("gửi biên tập")
    ASK_CHECK = "ask_check", _("gửi kiểm tra")
    PASS_CHECK = "pass_check", _("kiểm tra đạt")
    APPROVE = "approve", _("duyệt")
    PUBLISH = "publish", _("phát hành")
    SEND_BACK = "send_back", _("trả lại")
    TAKE_BACK = "take_back", _("rút về sửa")
    RETIRE = "retire", _("rút khỏi nơi công khai")
    REVISE = "revise", _("mở bản sửa")
    DROP = "drop", _("bỏ bản sửa")


class FileRole(models.TextChoices):
    """What a file is for in its product."""

    MAIN = "main", _("tệp chính")
    COVER = "cover", _("ảnh bìa")
    PICTURE = "picture", _("hình minh họa")
    CAPTIONS = "captions", _("phụ đề")
    TRANSCRIPT = "transcript", _("bản lời")


class Licence(models.TextChoices):
    """On what terms others may use it."""

    CC0 = "CC0-1.0", _("CC0: không giữ quyền nào")
    CC_BY = "CC-BY-4.0", _("CC BY 4.0: dùng tự do, ghi nguồn")
    CC_BY_SA = "CC-BY-SA-4.0", _("CC BY-SA 4.0: ghi nguồn, chia sẻ như vậy")
    CC_BY_NC = "CC-BY-NC-4.0", _("CC BY-NC 4.0: ghi nguồn, không thương mại")
    PUBLIC = "public-document", _("văn bản nhà nước, không thuộc đối tượng bảo hộ quyền tác giả")
    RESERVED = "reserved", _("giữ bản quyền, xin phép khi dùng lại")


OPEN = (
    Licence.CC0,
    Licence.CC_BY,
    Licence.CC_BY_SA,
    Licence.CC_BY_NC,
    Licence.PUBLIC,
)  # "mở để dùng chung" of T5a


class BundleState(models.TextChoices):
    GATHER = "gather", _("đang gom")
    SCHEDULED = "scheduled", _("đã hẹn giờ")
    RELEASED = "released", _("đã phát hành")
    FAILED = "failed", _("không phát hành được")
    CANCELLED = "cancelled", _("đã hủy")


class Opinion(models.TextChoices):
    """What a reviewer without an account says of a draft."""

    AGREE = "agree", _("Đồng ý như bản này")
    CHANGES = "changes", _("Đồng ý, nếu sửa những chỗ nêu dưới đây")
    DISAGREE = "disagree", _("Chưa đồng ý")


class ProductKind(models.TextChoices):
    """The kinds that plans ask for, most asked for first."""

    INFOGRAPHIC = "infographic", _("infographic")
    CLIP = "clip", _("clip, video ngắn")
    ARTICLE = "article", _("bài viết")
    REPORTAGE = "reportage", _("phóng sự")
    EMAGAZINE = "emagazine", _("e-magazine")
    LEAFLET = "leaflet", _("tờ rơi, tờ gấp")
    HANDBOOK = "handbook", _("sổ tay")
    BOOK = "book", _("sách")
    POSTER = "poster", _("tranh cổ động, áp phích")
    PHOTO = "photo", _("ảnh, bộ ảnh")
    POSTCARD = "postcard", _("postcard, bưu ảnh")
    RADIO_PLAY = "radio_play", _("kịch truyền thanh")
    RADIO = "radio", _("chương trình, bản tin phát thanh")
    TV = "tv", _("chương trình truyền hình")
    PODCAST = "podcast", _("podcast")
    SKETCH = "sketch", _("tiểu phẩm")
    SONG = "song", _("bài hát, dân ca")
    EXHIBITION = "exhibition", _("triển lãm")
    SLIDES = "slides", _("bài giảng, tài liệu tập huấn")
    QUIZ = "quiz", _("bộ câu hỏi, trò chơi")
    DATASET = "dataset", _("bộ dữ liệu")
    OTHER = "other", _("sản phẩm khác")


class Audience(models.TextChoices):
    """For whom a product is made."""

    EVERYONE = "everyone", _("mọi người dân")
    CHILDREN = "children", _("trẻ em, học sinh")
    STUDENTS = "students", _("sinh viên, thanh niên")
    WOMEN = "women", _("phụ nữ")
    MINORITIES = "minorities", _("đồng bào dân tộc thiểu số")
    DISABLED = "disabled", _("người khuyết tật")
    OLDER = "older", _("người cao tuổi")
    WORKERS = "workers", _("người lao động")
    MIGRANTS = "migrants", _("người di cư")
    DETAINED = "detained", _("người bị tạm giữ, tạm giam, chấp hành án")
    BELIEVERS = "believers", _("người có tín ngưỡng, tôn giáo")
    OFFICIALS = "officials", _("cán bộ, công chức")
    PRESS = "press", _("phóng viên, báo chí")
    TEACHERS = "teachers", _("giáo viên, báo cáo viên")
    ABROAD = "abroad", _("người Việt Nam ở nước ngoài")
    FOREIGNERS = "foreigners", _("bạn bè quốc tế")


class Tongue(models.TextChoices):
    """What a language is to the country: target T4b asks for the two last."""

    NATIONAL = "national", _("tiếng Việt")
    SIGN = "sign", _("ngôn ngữ ký hiệu")
    MINORITY = "minority", _("tiếng dân tộc thiểu số")
    FOREIGN = "foreign", _("tiếng nước ngoài")


class Language(models.TextChoices):
    """As BCP 47 has them, for the `lang` of pages: two letters where there are such, else ISO 639-3 itself."""

    VIETNAMESE = "vi", _("Tiếng Việt")
    KHMER = "km", _("Tiếng Khmer")
    TAY = "tyz", _("Tiếng Tày")
    NUNG = "nut", _("Tiếng Nùng")
    MONG = "hmn", _("Tiếng Mông")
    THAI = "blt", _("Tiếng Thái (Thái Đen)")
    CHAM = "cjm", _("Tiếng Chăm")
    EDE = "rad", _("Tiếng Ê Đê")
    JARAI = "jra", _("Tiếng Gia Rai")
    BANA = "bdq", _("Tiếng Ba Na")
    HOA = "yue", _("Tiếng Hoa")
    MUONG = "mtq", _("Tiếng Mường")
    DAO = "ium", _("Tiếng Dao")
    KOHO = "kpm", _("Tiếng Cơ Ho")
    MNONG = "cmo", _("Tiếng Mnông")
    SEDANG = "sed", _("Tiếng Xơ Đăng")
    HRE = "hre", _("Tiếng Hrê")
    BRU = "bru", _("Tiếng Bru - Vân Kiều")
    RAGLAI = "rog", _("Tiếng Raglai")
    STIENG = "sti", _("Tiếng Xtiêng")
    SIGNED = "hab", _("Ngôn ngữ ký hiệu (Hà Nội)")
    ENGLISH = "en", _("Tiếng Anh")
    FRENCH = "fr", _("Tiếng Pháp")
    CHINESE = "zh", _("Tiếng Trung")
    LAO = "lo", _("Tiếng Lào")
    JAPANESE = "ja", _("Tiếng Nhật")
    KOREAN = "ko", _("Tiếng Hàn")
    RUSSIAN = "ru", _("Tiếng Nga")
    SPANISH = "es", _("Tiếng Tây Ban Nha")
    GERMAN = "de", _("Tiếng Đức")
    ARABIC = "ar", _("Tiếng Ả Rập")

    @property
    def native(self) -> str:
        """Its name as its speakers write it."""
        return _TONGUES[self.value][0]

    @property
    def iso(self) -> str:
        """ISO 639-3."""
        return _TONGUES[self.value][1]

    @property
    def script(self) -> str:
        """ISO 15924: what it is written in here."""
        return _TONGUES[self.value][2]

    @property
    def tongue(self) -> Tongue:
        return _TONGUES[self.value][3]

    @property
    def runs(self) -> str:
        """The `dir` of its text."""
        return "rtl" if self.script == "Arab" else "ltr"


_MINORITY, _FOREIGN = Tongue.MINORITY, Tongue.FOREIGN
_TONGUES: dict[str, tuple[str, str, str, Tongue]] = {  # native name, ISO 639-3, script, what it is here
    "vi": ("Tiếng Việt", "vie", "Latn", Tongue.NATIONAL), "km": ("ភាសាខ្មែរ", "khm", "Khmr", _MINORITY),
    "tyz": ("Phuối Tày", "tyz", "Latn", _MINORITY), "nut": ("Phuối Nồng", "nut", "Latn", _MINORITY),
    "hmn": ("Lus Hmoob", "hmn", "Latn", _MINORITY), "blt": ("ꪼꪕ", "blt", "Tavt", _MINORITY),
    "cjm": ("ꨌꩌ", "cjm", "Cham", _MINORITY), "rad": ("Klei Êđê", "rad", "Latn", _MINORITY),
    "jra": ("Tơlơi Jrai", "jra", "Latn", _MINORITY), "bdq": ("Bahnar", "bdq", "Latn", _MINORITY),
    "yue": ("廣東話", "yue", "Hant", _MINORITY), "mtq": ("Thiểng Mường", "mtq", "Latn", _MINORITY),
    "ium": ("Iu Mienh", "ium", "Latn", _MINORITY), "kpm": ("Kơho", "kpm", "Latn", _MINORITY),
    "cmo": ("Bunong", "cmo", "Latn", _MINORITY), "sed": ("Sedang", "sed", "Latn", _MINORITY),
    "hre": ("Hrê", "hre", "Latn", _MINORITY), "bru": ("Bru", "bru", "Latn", _MINORITY),
    "rog": ("Radlai", "rog", "Latn", _MINORITY), "sti": ("Stiêng", "sti", "Latn", _MINORITY),
    "hab": ("Ngôn ngữ ký hiệu", "hab", "Zxxx", Tongue.SIGN),
    "en": ("English", "eng", "Latn", _FOREIGN), "fr": ("Français", "fra", "Latn", _FOREIGN),
    "zh": ("中文", "zho", "Hans", _FOREIGN), "lo": ("ພາສາລາວ", "lao", "Laoo", _FOREIGN),
    "ja": ("日本語", "jpn", "Jpan", _FOREIGN), "ko": ("한국어", "kor", "Kore", _FOREIGN),
    "ru": ("Русский", "rus", "Cyrl", _FOREIGN), "es": ("Español", "spa", "Latn", _FOREIGN),
    "de": ("Deutsch", "deu", "Latn", _FOREIGN), "ar": ("العربية", "ara", "Arab", _FOREIGN),
}  # fmt: skip
COUNTED_TONGUES = tuple(one for one in Language if one.tongue in (_MINORITY, _FOREIGN))  # those of target T4b


class HarvestState(models.TextChoices):
    """How one taking from a source went."""

    RUNNING = "running", _("đang lấy")
    DONE = "done", _("xong")
    FAILED = "failed", _("không xong")


class FileKind(models.TextChoices):
    """What the bytes are, found from the bytes themselves and never from the name."""

    PICTURE = "picture", _("ảnh, hình")
    DRAWING = "drawing", _("hình vẽ SVG")
    VIDEO = "video", _("video")
    SOUND = "sound", _("âm thanh")
    PAPER = "paper", _("tài liệu")
    CAPTIONS = "captions", _("phụ đề")
    TEXT = "text", _("văn bản")


class RenditionKind(models.TextChoices):
    """What is shown of a file in its stead."""

    PICTURE = "picture", _("ảnh thu nhỏ")
    PAGE = "page", _("trang đầu")
    DRAWING = "drawing", _("hình vẽ đã làm an toàn")
    CAPTIONS = "captions", _("phụ đề WebVTT")
    TEXT = "text", _("văn bản đã làm sạch")


class DrawState(models.TextChoices):
    """Whether the renditions of a file are there."""

    WAITING = "waiting", _("đang chuẩn bị bản xem")
    DONE = "done", _("đã có bản xem")
    FAILED = "failed", _("không làm được bản xem")
    NONE = "none", _("không cần bản xem")


class Channel(models.TextChoices):
    """What a kit is made for. Nothing is ever sent there: a person takes the kit and posts under the unit's own name."""

    WEB = "web", _("Trang tin, cổng điện tử")
    POST = "bai-dang", _("Bài đăng trang mạng xã hội")
    RADIO = "truyen-thanh", _("Loa truyền thanh cơ sở")
    POSTER = "ap-phich", _("Áp phích A4 và A3")
    QR = "ma-qr", _("Mã QR")
    CAPTIONS = "phu-de", _("Phụ đề và bản lời")
    ALL = "tat-ca", _("Tất cả trong một tệp")
