"""Background work of the portal: pages whose hour has come."""

from __future__ import annotations

from django.core.management import call_command
from procrastinate.contrib.django import app

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
