"""Background work of the organisation step: what units are today follows the day; people are told what is due."""

from __future__ import annotations

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app

from quyen.organisation import actions
from quyen.organisation.actions.checks import run_checks
from quyen.organisation.actions.handover import close_ended_roles
from quyen.organisation.actions.reminders import forget_steps, remind
from quyen.organisation.models import Roster, UnitIntake
from quyen.organisation.queries import BrokenTree

QUEUE = "units"


# Every hour, not once a night: cron lines are read in UTC, and an office's machine may sleep at midnight. Minute 1 of
# 17:00 UTC is one minute past midnight in Việt Nam. It is one query where nothing began or ended.
@app.periodic(cron="1 * * * *")
@app.task(name="refresh_units", queue=QUEUE, queueing_lock="refresh_units")
def refresh_units(timestamp: int) -> None:
    """A version that begins today becomes today's fact, and one that ended yesterday is none any more."""
    actions.refresh_units_if_due()


@app.periodic(cron="10 17 * * *")  # ten past midnight in Việt Nam
@app.task(name="close_ended_roles", queue=QUEUE, queueing_lock="close_ended_roles")
def close_roles(timestamp: int) -> None:
    """Who holds no role from today on is signed out."""
    close_ended_roles()


@app.periodic(cron="30 18 * * *")  # half past one at night in Việt Nam
@app.task(name="forget_intakes", queue=QUEUE, queueing_lock="forget_intakes")
def forget_old_intakes(timestamp: int) -> None:
    """Lists of units and of people that were given more than a month ago are kept no longer."""
    UnitIntake.forget_old()
    Roster.forget_old()


@app.periodic(cron="0 19 * * *")  # two at night in Việt Nam, after the units have followed the day
@app.task(name="check_data", queue=QUEUE, queueing_lock="check_data")
def check_data(timestamp: int) -> None:
    """What does not hold in the data is found before the officers come. What units are today is worked out anew first,
    all of it; where that cannot be done, a check says why."""
    with suppress(BrokenTree), transaction.atomic():
        actions.refresh_units()
    run_checks(actor=None)


# Every hour from half past six in the morning on, not once a day: an office's machine may sleep at that time, and a round
# that was cut short is ended by the next. Whoever was written to today is not written to again.
@app.periodic(cron="30 * * * *")
@app.task(name="remind", queue=QUEUE, queueing_lock="remind")
def remind_people(timestamp: int) -> None:
    """What is due or late, in one letter a person and day."""
    remind()


@app.periodic(cron="50 18 * * *")  # ten to two at night in Việt Nam
@app.task(name="forget_steps", queue=QUEUE, queueing_lock="forget_steps")
def forget_old_steps(timestamp: int) -> None:
    forget_steps()
