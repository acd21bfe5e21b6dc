"""Background work of the portal: pages whose hour has come, the register of what is shared, files to take away."""

from __future__ import annotations

from django.core.management import call_command
from procrastinate.contrib.django import app

from quyen.portal.actions.sharing import NOTE, QUEUE, note_all, note_shared
from quyen.portal.actions.topic_packs import make_packs
from quyen.portal.actions.voices import forget_reach


@app.periodic(cron="* * * * *")
@app.task(name="publish_scheduled_pages", queueing_lock="publish_scheduled_pages")
def publish_scheduled_pages(timestamp: int) -> None:
    """Pages whose hour has come go out, those whose time is over go in: Wagtail's own rule, each minute."""
    call_command("publish_scheduled_pages", verbosity=0)


@app.periodic(cron="17 3 * * *")
@app.task(name="forget_readers_reach", queueing_lock="forget_readers_reach")
def forget_readers_reach(timestamp: int) -> None:
    forget_reach()


@app.task(name=NOTE, queue=QUEUE)
def note(products: list[int]) -> None:
    """Harvesters of others are told what has changed."""
    note_shared(products)


@app.periodic(cron="40 1 * * *")
@app.task(name="note_all_shared", queue=QUEUE, queueing_lock="note_all_shared")
def note_everything(timestamp: int) -> None:
    """Whatever was missed: each night all that is or was public is looked at."""
    note_all()


# Twice an hour; one quick query a topic where nothing on the public site has changed.
@app.periodic(cron="12,42 * * * *")
@app.task(name="make_packs", queue=QUEUE, queueing_lock="make_packs")
def pack_everything(timestamp: int) -> None:
    make_packs()
