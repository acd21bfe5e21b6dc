"""Letters into the outbox, and what becomes of them there. Who talks to the mail server is `sending`.

A letter is posted inside the transaction of what it tells about: either both are kept or neither. From then on it
moves WAITING → SENDING → SENT; docs/decisions/0016 says what happens where a step is cut short.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from quyen.accounts.actions.trail import entry, record
from quyen.accounts.enums import MAY_GO_AGAIN, LetterState, Verb
from quyen.accounts.models import Letter, User
from quyen.accounts.queries import due_letters, stale_letters
from quyen.core.errors import QuyenError

SEND_LETTERS = "send_letters"  # the job's name in the queue
QUEUE = "mail"
WAITS = (1, 5, 30, 120, 480)  # minutes before the second try, the third and so on; after these it has failed
NO_LINE = timedelta(minutes=5)  # before the server is called again that could not be reached
PUT_IN_LATER = "..put-in-as-the-letter-goes.."  # signs that an address takes as they are
KEPT = timedelta(days=400)  # a letter that is done with; long enough for nothing to be told twice


class NotToBeSent(QuyenError):
    """The letter went, waits, or was dropped: there is nothing to send again."""

    def __init__(self) -> None:
        super().__init__(_("Thư này không ở trạng thái có thể gửi lại."))
        self.advice = _("Hãy tải lại trang để thấy trạng thái hiện nay. Chưa có gì thay đổi.")


def secret_of(message_id: UUID) -> str:
    """The secret that goes out in one letter, and in no other. It is worked out from the letter's number and the
    installation's key, which the database does not hold: nobody who reads the outbox can follow its links."""
    digest = salted_hmac("quyen.letters.secret", message_id.hex, algorithm="sha256").digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


@transaction.atomic
def post(
    *,
    to: str,
    person: User | None,
    kind: str,
    period: str,
    subject: str,
    body: str,
    unit_id: int | None = None,
    not_before: datetime | None = None,
    expires_on: date | None = None,
    message_id: UUID | None = None,
) -> Letter:
    """Puts a letter into the outbox, within the caller's transaction. Posted once more (same person, kind and period;
    without a person, same address) nothing changes and the one that is there is returned. Where `body` says PUT_IN_LATER the letter goes out with `secret_of(message_id)`. Permission is the
    caller's."""
    letter = Letter(
        person=person, to=to.strip(), unit_id=unit_id, kind=kind, period=period, body=body,
        subject=" ".join(subject.split())[:200], not_before=not_before or timezone.now(), expires_on=expires_on,
        message_id=message_id or uuid4(),
    )  # fmt: skip
    Letter.objects.bulk_create([letter], ignore_conflicts=True)
    addressee = Q(person=person) if person else Q(person=None, to__iexact=letter.to)
    transaction.on_commit(_wake, robust=True)
    return Letter.objects.get(addressee, kind=kind, period=period)


@transaction.atomic
def send_again(*, actor: User, letter: Letter) -> Letter:
    """Back to waiting, with the same message number. Permission is the caller's: only it knows who governs whom.
    Errors: NotToBeSent."""
    held = Letter.objects.select_for_update().get(pk=letter.pk)
    if held.state not in MAY_GO_AGAIN:
        raise NotToBeSent
    before = {"state": held.state, "error": held.error}
    held.state, held.tries, held.error, held.not_before = LetterState.WAITING, 0, "", timezone.now()
    held.expires_on = None  # a person wants it to go now
    held.save()
    record([
        entry(actor=actor, verb=Verb.REOPEN, subject=held, unit_id=held.unit_id, before=before,
              after={"state": held.state})
    ])  # fmt: skip
    transaction.on_commit(_wake, robust=True)
    return held


def mark_unsure(*, actor: User | None = None) -> int:
    """Whoever holds the outbox finds letters in SENDING: another sender was cut short between the first word of the
    letter and the answer. Nobody can know whether it went, so it is not sent again by itself. Returns how many."""
    why = _("Chương trình dừng đúng lúc máy chủ thư đang nhận; không rõ thư đã đi hay chưa.")
    return Letter.objects.filter(state=LetterState.SENDING).update(state=LetterState.UNSURE, error=why)


def drop_stale(*, actor: User | None = None) -> int:
    """Letters whose last day is over, or whose person has no account in use any more, are not sent. Returns how many."""
    why = _("Đã quá ngày còn ý nghĩa, hoặc tài khoản không còn dùng.")
    return stale_letters().update(state=LetterState.DROPPED, error=why, body="")


@transaction.atomic
def begin(*, actor: User | None = None, letter: Letter) -> bool:
    """Just before the first word of the letter: from here to the answer nobody knows. False where it waits no more
    (its person was erased meanwhile)."""
    held = Letter.objects.select_for_update().filter(pk=letter.pk, state=LetterState.WAITING).first()
    if held is None:
        return False
    letter.state, letter.tries = LetterState.SENDING, held.tries + 1
    letter.save(update_fields=["state", "tries"])
    return True


def mark_sent(*, actor: User | None = None, letter: Letter) -> None:
    letter.state, letter.sent_at, letter.error, letter.body = LetterState.SENT, timezone.now(), "", ""
    letter.save(update_fields=["state", "sent_at", "error", "body"])


def mark_refused(*, actor: User | None = None, letter: Letter, why: str, for_good: bool) -> None:
    """The server said no. For now: later again, a number of times; for good: an administrator sees it."""
    if letter.state != LetterState.SENDING:
        letter.tries += 1
    letter.error = why[:500]
    if for_good or letter.tries > len(WAITS):
        letter.state = LetterState.FAILED
    else:
        letter.state = LetterState.WAITING
        letter.not_before = timezone.now() + timedelta(minutes=WAITS[letter.tries - 1])
    letter.save(update_fields=["state", "tries", "error", "not_before"])


def mark_unclear(*, actor: User | None = None, letter: Letter, why: str) -> None:
    """The line broke after the first word."""
    letter.state, letter.error = LetterState.UNSURE, why[:500]
    letter.save(update_fields=["state", "error"])


def put_off(*, actor: User | None = None, why: str) -> None:
    """The server cannot be reached: no letter's fault, so no try is counted; all wait and say why."""
    due_letters().update(not_before=timezone.now() + NO_LINE, error=why[:500])


def forget_letters(*, actor: User | None = None) -> int:
    """Letters long done with are kept no longer. Returns how many."""
    done = Letter.objects.exclude(state__in=[LetterState.WAITING, LetterState.SENDING])
    return done.filter(created_at__lt=timezone.now() - KEPT).delete()[0]


def _wake() -> None:
    """Queues the sender at once; where that fails the minute's own run finds the letter."""
    job = app.configure_task(SEND_LETTERS, queue=QUEUE, queueing_lock=SEND_LETTERS, allow_unknown=True)
    try:
        with transaction.atomic():
            job.defer(timestamp=0)
    except AlreadyEnqueued:
        pass
