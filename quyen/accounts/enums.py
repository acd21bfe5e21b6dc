"""Closed lists of the accounts step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """What an entry of the audit trail says was done. Steps above use these same words."""

    CREATE = "create", _("tạo")
    RECEIVE = "receive", _("nhận tệp")
    READ = "read", _("đọc")
    CONFIRM = "confirm", _("xác nhận")
    CORRECT = "correct", _("sửa")
    REJECT = "reject", _("bỏ")
    REOPEN = "reopen", _("mở lại")
    ADD = "add", _("thêm")
    REMOVE = "remove", _("xóa")
    GRANT = "grant", _("giao vai trò")
    REVOKE = "revoke", _("thu vai trò")
    MEND = "mend", _("sửa theo gợi ý")
    KEEP = "keep", _("giữ nguyên")
    LINK = "link", _("ghép")
    SIGN_IN = "sign_in", _("đăng nhập")
    EXPORT = "export", _("xuất tệp")
    GIVE = "give", _("giao")
    WITHDRAW = "withdraw", _("rút lại")
    REPORT = "report", _("báo tiến độ")
    ASK = "ask", _("hỏi")
    ANSWER = "answer", _("trả lời")
    PUBLISH = "publish", _("phát hành")
    RETIRE = "retire", _("rút khỏi nơi công khai")


class Digests(models.TextChoices):
    """How often a person is written to about what is due."""

    DAILY = "daily", _("mỗi ngày có việc đến hạn")
    WEEKLY = "weekly", _("mỗi tuần một thư, sáng thứ Hai")
    NEVER = "never", _("không gửi thư")


class LetterState(models.TextChoices):
    """Where a letter of the outbox stands. See docs/decisions/0016."""

    WAITING = "waiting", _("chờ gửi")
    SENDING = "sending", _("đang gửi")
    SENT = "sent", _("đã gửi")
    FAILED = "failed", _("không gửi được")
    UNSURE = "unsure", _("không rõ đã đi chưa")
    DROPPED = "dropped", _("bỏ, không gửi")


MAY_GO_AGAIN = (LetterState.FAILED, LetterState.UNSURE)  # an administrator may have them sent once more
