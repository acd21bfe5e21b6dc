"""Closed lists of the rights step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    """Languages that pages of situations are written in. The names are each in its own language."""

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
