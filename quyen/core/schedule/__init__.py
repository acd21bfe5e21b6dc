"""The room of what comes back: periods, the day each is due, what becomes of them when the rhythm changes, reminders.

periods(schedule)                       -> every period, in order
periods_from(schedule, start)           -> those from a day on, the first one cut
next_due(schedule, after)               -> the first one due after a day
due_between(schedule, since, until)     -> those due in [since, until)
usual(due_on, rhythm, ...)              -> the schedule that a first due day and a rhythm mean
replan(planned, reported, new, through) -> what is kept, dropped and added when the schedule changes
reminder(due, today, sent, steps)       -> the one reminder to be sent now, or None
today()                                 -> the day it is in Việt Nam
"""

from quyen.core.schedule.day import HOME, today
from quyen.core.schedule.periods import (
    BadSchedule,
    Due,
    DuePeriod,
    Schedule,
    due_between,
    next_due,
    period_of,
    periods,
    periods_from,
)
from quyen.core.schedule.presets import ProgrammeYear, decree_09, programme_year, usual
from quyen.core.schedule.reminders import Reminder, Step, ladder, reminder
from quyen.core.schedule.replan import Replan, UnknownReport, replan
from quyen.core.text.rhythm import Period, Rhythm

__all__ = [
    "HOME",
    "BadSchedule",
    "Due",
    "DuePeriod",
    "Period",
    "ProgrammeYear",
    "Reminder",
    "Replan",
    "Rhythm",
    "Schedule",
    "Step",
    "UnknownReport",
    "decree_09",
    "due_between",
    "ladder",
    "next_due",
    "period_of",
    "periods",
    "periods_from",
    "programme_year",
    "reminder",
    "replan",
    "today",
    "usual",
]
