"""The talk with the mail server. One sender at a time, one letter after the other.

A letter is in doubt only between the first word of its text and the server's answer; all that comes before (finding
the server, signing in, naming sender and addressee) happens while it still waits. See docs/decisions/0016.
"""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.utils.translation import gettext as _

from quyen.accounts.actions import letters
from quyen.accounts.models import Letter, User
from quyen.accounts.queries import due_letters, next_letter, the_outbox

RUN = 500  # letters in one run; the next begins within a minute
TEMPORARY = range(400, 500)


class Refused(Exception):
    """The server will not take this letter. `for_good`: not later either."""

    def __init__(self, code: int, words: bytes | str) -> None:
        said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
        super().__init__(f"{code} {said}".strip())
        self.for_good = code not in TEMPORARY


class Unclear(Exception):
    """The line broke after the letter's first word."""


def send_letters(*, actor: User | None = None) -> int:
    """Sends what is due; returns how many went. Does nothing where another process is sending."""
    with the_outbox() as held:
        if not held:
            return 0
        letters.mark_unsure()
        letters.drop_stale()
        return _send_all() if due_letters().exists() else 0


def _send_all() -> int:
    line = get_connection()
    try:
        line.open()
    except (OSError, smtplib.SMTPException) as error:
        letters.put_off(why=_("Không nối được máy chủ thư: %s") % error)
        return 0
    try:
        return _send_over(line)
    finally:
        line.close()


def _send_over(line: Any) -> int:
    """Until nothing is due or the line breaks; what is left goes in the next run."""
    last = went = 0
    for _turn in range(RUN):
        letter = next_letter(last)
        if letter is None:
            break
        last = letter.pk
        try:
            went += _send_one(line, letter)
        except (OSError, smtplib.SMTPException) as error:
            letters.put_off(why=_("Không nối được máy chủ thư: %s") % error)
            break
    return went


def _send_one(line: Any, letter: Letter) -> bool:
    """Errors: OSError, SMTPException where the line broke before the first word: the letter waits as it was."""
    try:
        _hand_over(line, message_of(letter), lambda: letters.begin(letter=letter))
    except Refused as error:
        letters.mark_refused(letter=letter, why=str(error), for_good=error.for_good)
    except Unclear as error:
        letters.mark_unclear(letter=letter, why=str(error))
    except ValueError as error:  # an address that no message can carry
        letters.mark_refused(letter=letter, why=str(error), for_good=True)
    else:
        letters.mark_sent(letter=letter)
        return True
    return False


def message_of(letter: Letter) -> EmailMessage:
    """The letter as it goes over the line, with its secret where it has one. Its number is fixed, so that a second copy can be told by it."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or "localhost"
    headers = {"Message-ID": f"<{letter.message_id}@{domain}>", "Auto-Submitted": "auto-generated"}
    body = letter.body.replace(letters.PUT_IN_LATER, letters.secret_of(letter.message_id))
    return EmailMessage(letter.subject, body, to=[letter.to], headers=headers)


def _hand_over(line: Any, message: EmailMessage, on_first_word: Callable[[], bool]) -> None:
    """`on_first_word` is called once, when all but the text itself has been accepted. Errors: Refused, Unclear."""
    if not isinstance(line, EmailBackend):  # letters kept as files, or in memory by the tests
        if on_first_word():
            line.send_messages([message])
        return
    whole: Any = message.message()  # Django's own kind of message; the types know Python's only
    text = whole.as_bytes(linesep="\r\n")
    server: Any = line.connection
    server.ehlo_or_helo_if_needed()
    _agree(server, *server.mail(message.from_email))
    _agree(server, *server.rcpt(message.to[0]))
    if not on_first_word():
        server.rset()
        return
    try:
        code, words = server.data(text)
    except smtplib.SMTPDataError as error:  # refused before the first word went
        code, words = error.smtp_code, error.smtp_error
    except (OSError, smtplib.SMTPException) as error:
        said = _("Mất kết nối khi đang gửi nội dung; không rõ thư đã đi hay chưa. (%s)")
        raise Unclear(said % error) from error
    _agree(server, code, words)


def _agree(server: Any, code: int, words: bytes | str) -> None:
    """Errors: Refused; the line is then ready for the next letter."""
    if 200 <= code < 300:
        return
    with suppress(OSError, smtplib.SMTPException):  # the next letter will find a broken line
        server.rset()
    raise Refused(code, words)
