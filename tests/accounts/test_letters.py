"""The outbox over a real SMTP line: once each, why it failed, and what a crash at any moment leaves."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from quyen.accounts.actions import post, send_again
from quyen.accounts.actions.letters import WAITS, NotToBeSent, forget_letters
from quyen.accounts.actions.sending import send_letters
from quyen.accounts.enums import LetterState
from quyen.accounts.models import AuditEntry, Letter, User
from quyen.accounts.queries import the_outbox
from quyen.core.schedule import today
from tests.factories.postbox import Postbox, postbox


@pytest.fixture
def box():
    with postbox() as server:
        yield server


@pytest.fixture
def an(db) -> User:
    return User.objects.create_user("an@thu.example", full_name="Lê An")


def letter_to(person: User | None, to: str = "", period: str = "1", **fields) -> Letter:
    said = {"subject": "Việc đến hạn\nhôm nay", "body": "Một việc đến hạn.\n.\nHết."} | fields
    return post(to=to or person.email, person=person, kind="digest", period=period, **said)


def seen(letter: Letter) -> str:
    letter.refresh_from_db()
    return letter.state


def make_due() -> None:
    Letter.objects.filter(state=LetterState.WAITING).update(not_before=timezone.now())


def test_one_row_a_person_kind_and_period_and_one_letter_however_often_it_is_sent(box: Postbox, an) -> None:
    letter = letter_to(an)
    assert letter_to(an, to="khac@thu.example", body="khác").pk == letter.pk
    stranger = letter_to(None, to="La@thu.example")
    assert letter_to(None, to="la@thu.example").pk == stranger.pk
    letter_to(an, period="2")
    assert [send_letters(), send_letters()] == [3, 0]
    assert len(box.taken) == len(set(box.numbers())) == 3
    assert box.calls == 1  # one line for all
    message = box.taken[0]
    assert (
        message.get_payload(decode=True)
        .decode()
        .replace("\r\n", "\n")
        .startswith("Một việc đến hạn.\n.\nHết.")
    )
    assert "\n" not in letter.subject and message["Auto-Submitted"] == "auto-generated"
    letter.refresh_from_db()
    assert (letter.state, letter.body, letter.tries) == (LetterState.SENT, "", 1)


def test_a_letter_is_kept_with_what_it_tells_about_or_not_at_all(an) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        letter_to(an)
        raise RuntimeError
    assert not Letter.objects.exists()


def test_refused_for_now_comes_again_later_refused_for_good_does_not(box: Postbox, an) -> None:
    busy, gone = letter_to(an), letter_to(None, to="het@thu.example")
    fine = letter_to(None, to="tot@thu.example")
    box.answers = {"an@thu.example": ["451 busy"] * 9, "het@thu.example": ["550 no such user"]}
    assert send_letters() == 1
    assert (seen(busy), seen(gone), seen(fine)) == ("waiting", "failed", "sent")
    assert gone.error == "550 no such user" and busy.error == "451 busy"
    assert busy.not_before > timezone.now() + timedelta(seconds=50)
    assert send_letters() == 0 and seen(busy) == "waiting" and busy.tries == 1  # not before its time
    for _try in WAITS:
        make_due()
        send_letters()
    assert (seen(busy), busy.tries) == ("failed", len(WAITS) + 1)
    box.answers = {"END": ["554 spam"]}
    send_again(actor=an, letter=busy)
    send_letters()
    assert (seen(busy), busy.error) == (
        "failed",
        "554 spam",
    )  # said after the last word: known, so not in doubt


def test_a_server_that_is_away_costs_no_letter_a_try(an) -> None:
    with postbox() as box:
        box.answers = {"CONNECT": ["421 closing"]}
        letter = letter_to(an)
        assert send_letters() == 0
        assert (seen(letter), letter.tries) == ("waiting", 0) and "421" in letter.error
        make_due()
        box.answers = {"MAIL": ["CUT"]}  # the line breaks before the first word
        assert send_letters() == 0 and (seen(letter), letter.tries) == ("waiting", 0)
        make_due()
        assert send_letters() == 1 and len(box.taken) == 1 and letter.error


@pytest.mark.parametrize(("answer", "went"), [("TAKE AND CUT", 1), ("LOSE AND CUT", 0)])
def test_a_line_that_breaks_within_the_letter_leaves_it_in_doubt(
    box: Postbox, an, answer: str, went: int
) -> None:
    letter, other = letter_to(an), letter_to(an, period="2")
    box.answers = {"END": [answer]}
    send_letters()
    assert (seen(letter), seen(other), len(box.taken)) == ("unsure", "waiting", went)
    make_due()
    send_letters()
    assert (seen(letter), seen(other), len(box.taken)) == ("unsure", "sent", went + 1)
    send_again(actor=an, letter=letter)
    assert AuditEntry.objects.filter(subject="accounts.Letter", actor=an).count() == 1
    send_letters()
    assert (
        seen(letter) == "sent" and len(set(box.numbers())) == 2
    )  # the same number: a second copy can be told
    with pytest.raises(NotToBeSent):
        send_again(actor=an, letter=letter)


def test_nothing_old_and_nothing_for_a_closed_account_goes_out(box: Postbox, an) -> None:
    old = letter_to(an, expires_on=today() - timedelta(days=1))
    fits = letter_to(an, period="2", expires_on=today())
    left = letter_to(User.objects.create_user("di@thu.example", full_name="Đi", is_active=False))
    early = letter_to(an, period="3", not_before=timezone.now() + timedelta(hours=1))
    assert send_letters() == 1
    assert [seen(one) for one in (old, fits, left, early)] == ["dropped", "sent", "dropped", "waiting"]
    assert old.body == "" and early.body
    Letter.objects.update(created_at=timezone.now() - timedelta(days=500))
    assert forget_letters() == 3 and seen(early) == "waiting"


@pytest.mark.django_db(transaction=True)
def test_a_sender_killed_at_any_moment_neither_loses_nor_repeats(box: Postbox) -> None:
    """Real processes and kill -9: before the text, after its last word, and with two senders at once."""
    an = User.objects.create_user("an@thu.example", full_name="Lê An")
    for period in "12345":
        letter_to(an, period=period)
    _kill_the_sender(box, "at_data")
    assert Letter.objects.filter(state=LetterState.SENDING).count() == 1 and not box.taken
    _kill_the_sender(box, "at_end")
    assert len(box.taken) == 1
    with the_outbox() as held:  # the lock went with the killed process
        assert held
        with ThreadPoolExecutor(1) as other:  # a second sender does nothing while one is at work
            assert other.submit(_send_and_leave).result() == 0
    assert len(box.taken) == 1
    assert send_letters() == 3
    states = dict(Letter.objects.values_list("period", "state"))
    assert states == {"1": "unsure", "2": "unsure", "3": "sent", "4": "sent", "5": "sent"}
    assert len(box.taken) == len(set(box.numbers())) == 4


def _kill_the_sender(box: Postbox, moment: str) -> None:
    """A sender in a process of its own, killed when the server comes to that moment."""
    pid: Future[int] = Future()
    gone = threading.Event()

    def kill() -> None:
        setattr(box, moment, bool)
        os.kill(pid.result(), signal.SIGKILL)
        os.waitpid(pid.result(), 0)
        gone.set()

    setattr(box, moment, kill)
    pid.set_result(_sender())
    assert gone.wait(10)


def _sender() -> int:
    connection.close()  # a child must not speak over its parent's line
    pid = os.fork()
    if pid == 0:
        try:
            _send_and_leave()
        finally:
            os._exit(1)
    return pid


def _send_and_leave() -> int:
    try:
        return send_letters()
    finally:
        connection.close()
