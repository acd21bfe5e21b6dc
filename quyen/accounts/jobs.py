"""Background work of the accounts step: letters go out."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.accounts.actions.letters import QUEUE, SEND_LETTERS, forget_letters
from quyen.accounts.actions.sending import send_letters


# Every minute as well as after each posting: a letter whose wake-up call was lost, or that waits for a later try.
@app.periodic(cron="* * * * *")
@app.task(name=SEND_LETTERS, queue=QUEUE, queueing_lock=SEND_LETTERS, priority=5)
def send_waiting_letters(timestamp: int) -> None:
    """What is due goes out; three short queries where nothing is."""
    send_letters()


@app.periodic(cron="40 18 * * *")  # twenty to two at night in Việt Nam
@app.task(name="forget_letters", queue=QUEUE, queueing_lock="forget_letters")
def forget_old_letters(timestamp: int) -> None:
    forget_letters()
