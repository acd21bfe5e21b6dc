"""Row 9, the letters: one a person and day, nothing lost or repeated by crashes, nothing old, the right day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from quyen.accounts.actions import choose_digests, create_service
from quyen.accounts.enums import Digests
from quyen.accounts.models import Letter, ReminderStep, Told
from quyen.core.schedule import HOME
from quyen.organisation.actions import grant_role, reminders
from quyen.organisation.actions.reminders import remind
from quyen.organisation.actions.role_letters import post_role
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership
from quyen.organisation.signals import DueItem, due_asked


class Duties:
    """An app above that has duties; `done` ones are no longer open."""

    def __init__(self) -> None:
        self.items: list[DueItem] = []
        self.done: set[str] = set()
        self.day = timezone.localdate()

    def add(self, unit, giver, title: str, days: int, *, known: int = -100, lead: int | None = 7) -> DueItem:
        """Due so many days from the first day of the test, known for so many."""
        due = self.day + timedelta(days=days)
        item = DueItem(
            f"thu.Viec:{title}:{due}", unit.pk, giver.pk, title, due, f"/viec/{len(self.items)}/",
            self.day + timedelta(days=known), lead,
        )  # fmt: skip
        self.items.append(item)
        return item

    def open_ones(self, since: date, until: date, **_) -> list[DueItem]:
        return [one for one in self.items if since <= one.due < until and one.duty not in self.done]

    def round(self, days: int = 0, at: time = time(7, 0)) -> list[str]:
        """A round so many days later; the subjects of the letters it wrote."""
        before = set(Letter.objects.values_list("pk", flat=True))
        remind(now=datetime.combine(self.day + timedelta(days=days), at, HOME))
        return [
            f"{letter.person.get_short_name()}: {letter.subject.split(' (')[0]}"
            for letter in Letter.objects.exclude(pk__in=before).select_related("person").order_by("person__full_name")
        ]  # fmt: skip


@pytest.fixture
def duties():
    kept = Duties()
    due_asked.connect(kept.open_ones)
    yield kept
    due_asked.disconnect(kept.open_ones)


def test_a_duty_is_spoken_of_in_steps_and_then_never_again(
    duties, unit, other_unit, editor, colleague, stranger
) -> None:
    """`editor` works in the unit that owes, `stranger` leads the one that gave; a viewer hears nothing."""
    duties.add(unit, other_unit, "Báo cáo năm", 7)
    said = {day: found for day in range(20) if (found := duties.round(day))}
    assert said == {
        0: ["Tập: 1 việc đến hạn"],
        6: ["Tập: 1 việc đến hạn"],
        7: ["Tập: 1 việc đến hạn"],
        8: ["Tập: 1 việc qua hạn"],
        14: ["Tập: 1 việc qua hạn", "Lạ: 1 việc đã giao bị chậm"],
    }
    body = Letter.objects.get(person=stranger).body
    assert "Báo cáo năm" in body and "qua 7 ngày" in body and unit.name in body and "/viec/0/" in body


def test_another_system_with_a_role_gets_no_letter(duties, unit, editor) -> None:
    machine = create_service(actor=None, name="Hệ thống Máy")
    role = grant_role(actor=None, user=machine, unit=unit, role=Role.EDITOR)
    post_role(role, editor)
    duties.add(unit, unit, "Báo cáo", 1)
    assert duties.round() == ["Tập: 1 việc đến hạn"]
    assert not Letter.objects.filter(person=machine).exists()


def test_what_is_done_meanwhile_is_not_spoken_of_and_a_day_that_moves_begins_anew(
    duties, unit, editor
) -> None:
    first = duties.add(unit, unit, "Tập huấn", 7)
    assert duties.round(0) == ["Tập: 1 việc đến hạn"]
    duties.done = {first.duty}
    assert [duties.round(day) for day in (6, 7, 8)] == [[], [], []]
    duties.add(unit, unit, "Tập huấn", 20)  # the same thing on a later day
    assert duties.round(13) == ["Tập: 1 việc đến hạn"]


def test_two_rounds_a_day_make_one_letter_and_what_comes_later_that_day_waits_for_tomorrow(
    duties, unit, editor
) -> None:
    for title in ("Một", "Hai", "Ba"):
        duties.add(unit, unit, title, 1)
    assert duties.round(0, time(6, 29)) == []
    assert duties.round(0, time(6, 30)) == ["Tập: 3 việc đến hạn"]
    duties.add(unit, unit, "Giao buổi chiều", 2, known=0)
    assert duties.round(0, time(23, 30)) == []
    assert Letter.objects.count() == 1
    assert duties.round(1) == ["Tập: 4 việc đến hạn"]
    assert duties.round(1, time(23, 59)) == []


def test_a_crash_in_the_middle_neither_loses_nor_repeats(
    duties, unit, editor, administrator, owner, monkeypatch
) -> None:
    duties.add(unit, unit, "Báo cáo", 0)
    whole, written = reminders.post, []

    def post_and_fall(**fields):
        if len(written) == 1:
            raise KeyboardInterrupt  # between two people: the second one's letter is undone with its mark
        written.append(whole(**fields))
        return written[-1]

    monkeypatch.setattr(reminders, "post", post_and_fall)
    with pytest.raises(KeyboardInterrupt):
        duties.round()
    assert (Letter.objects.count(), Told.objects.count(), ReminderStep.objects.count()) == (1, 1, 1)
    monkeypatch.setattr(reminders, "post", whole)
    assert len(duties.round(0, time(8, 0))) == 2  # the rest, an hour later
    assert sorted(Letter.objects.values_list("person", flat=True)) == sorted(
        [editor.pk, administrator.pk, owner.pk]
    )

    def fall(**_):
        raise KeyboardInterrupt

    duties.add(unit, unit, "Việc khác", 3)
    monkeypatch.setattr(reminders, "note_steps", fall)
    with pytest.raises(KeyboardInterrupt):
        duties.round(1)
    monkeypatch.undo()
    assert len(duties.round(2)) == 3  # a day later, still told, once
    assert duties.round(2, time(9, 0)) == []


def test_nothing_old_is_written_about_after_a_backfill_but_a_machine_that_slept_speaks_once(
    duties, unit, editor
) -> None:
    for days in (-400, -40, -10, -5):
        duties.add(unit, unit, f"Cũ {days}", days, known=0)  # entered today, over by then
    duties.add(unit, unit, "Còn kịp", 3, known=0)
    assert duties.round() == ["Tập: 1 việc đến hạn"]
    assert "Cũ" not in Letter.objects.get().body
    assert not ReminderStep.objects.filter(is_told=True, duty__contains="Cũ").exists()
    told = duties.round(2)  # what was over 5 days ago is now a week late: the one step that comes in its time
    assert told == ["Tập: 1 việc qua hạn, 1 việc đến hạn"]
    duties.add(unit, unit, "Ngủ", 4)
    assert duties.round(15) == [
        "Tập: 2 việc qua hạn"
    ]  # asleep for 13 days: the last step of each, in one letter


def test_the_day_is_that_of_ha_noi(duties, unit, editor) -> None:
    duties.add(unit, unit, "Hôm nay", 0, lead=None)
    duties.add(unit, unit, "Ngày mai", 1, lead=None)
    assert duties.round(0, time(23, 30)) == ["Tập: 1 việc đến hạn"]  # 16:30 UTC
    assert Letter.objects.get().period == duties.day.isoformat()
    duties.done = {duties.items[0].duty}
    assert duties.round(1, time(6, 30)) == ["Tập: 1 việc đến hạn"]  # 23:30 UTC of the day before
    assert "Ngày mai" in Letter.objects.order_by("-id")[0].body


def test_weekly_and_never(duties, unit, editor, owner) -> None:
    choose_digests(actor=editor, digests=Digests.WEEKLY)
    choose_digests(actor=owner, digests=Digests.NEVER)
    monday = 7 - duties.day.weekday()
    duties.add(unit, unit, "Đầu", 0)
    assert duties.round() == ["Tập: 1 việc đến hạn"]
    Membership.objects.update(valid_from=duties.day - timedelta(days=30))
    for days in range(1, 7):
        duties.add(unit, unit, f"Việc {days}", monday + 1 + days)
    week = [duties.round(day) for day in range(1, monday)]
    assert week == [[]] * (monday - 1)
    assert duties.round(monday + 1) == ["Tập: 1 việc qua hạn, 6 việc đến hạn"]  # off on Monday itself
    assert not Letter.objects.filter(person=owner).exists()


def test_a_person_is_not_told_of_the_time_before_they_came(duties, unit, editor, owner) -> None:
    duties.add(unit, unit, "Trước", 0)
    Membership.objects.filter(user=owner).update(valid_from=duties.day - timedelta(days=1))
    Membership.objects.filter(user=editor).update(valid_from=duties.day)
    reminders.note_steps(items=duties.items, day=duties.day - timedelta(days=1))
    assert ReminderStep.objects.get().kind == "tomorrow"
    duties.items[0] = DueItem(**{**vars(duties.items[0]), "due": duties.day + timedelta(days=1)})
    assert duties.round() == ["Chủ: 1 việc đến hạn"]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_round_takes_the_same_queries_however_many_duties(
    duties, unit, other_unit, editor, rows, django_assert_num_queries
) -> None:
    for n in range(rows):
        duties.add(unit, other_unit, f"Việc {n}", 0)
    remind(now=datetime.combine(duties.day, time(7, 0), HOME))
    Letter.objects.all().delete()
    Told.objects.all().delete()
    with django_assert_num_queries(24):
        remind(now=datetime.combine(duties.day, time(7, 0), HOME))
