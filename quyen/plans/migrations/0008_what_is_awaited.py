"""What is waited for of each assignment, kept by triggers; what needs a calendar is left to be worked out."""

import datetime

import django.db.models.deletion
from django.db import migrations, models

# known for ever of work that does not come back; of other work for no day until the calendar was asked
THROUGH = """case when a.recurs in ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly')
    then date '1900-01-01' else date '2999-01-01' end"""
LATEST = """coalesce((select p.state from plans_progress p where p.assignment_id = a.id order by p.id desc limit 1),
    'not_started')"""

FORWARD = f"""
insert into plans_awaited (assignment_id, due_on, state, through)
select a.id, a.due_on, {LATEST}, {THROUGH} from plans_assignment a;

create function await_anew(changed bigint[]) returns void language sql as $$
  update plans_awaited w set due_on = a.due_on, state = {LATEST}, through = {THROUGH}
  from plans_assignment a where a.id = w.assignment_id and w.assignment_id = any(changed)
$$;

create function awaited_of_new() returns trigger language plpgsql as $$
begin
  insert into plans_awaited (assignment_id, due_on, state, through)
  select a.id, a.due_on, 'not_started', {THROUGH} from rows_new a;
  return null;
end $$;
create trigger awaited_of_new after insert on plans_assignment
referencing new table as rows_new for each statement execute function awaited_of_new();

create function awaited_of_changed() returns trigger language plpgsql as $$
begin
  perform await_anew(array(
    select n.id from rows_new n join rows_old o on o.id = n.id
    where (n.due_on, n.recurs, n.given_at, n.task_id) is distinct from (o.due_on, o.recurs, o.given_at, o.task_id)));
  return null;
end $$;
create trigger awaited_of_changed after update on plans_assignment
referencing old table as rows_old new table as rows_new for each statement execute function awaited_of_changed();

create function awaited_of_rows() returns trigger language plpgsql as $$
begin
  perform await_anew(array(select distinct assignment_id from rows_here));
  return null;
end $$;
create trigger awaited_of_reports after insert on plans_progress
referencing new table as rows_here for each statement execute function awaited_of_rows();
create trigger awaited_of_timetables_new after insert on plans_timetable
referencing new table as rows_here for each statement execute function awaited_of_rows();
create trigger awaited_of_timetables_changed after update on plans_timetable
referencing new table as rows_here for each statement execute function awaited_of_rows();
create trigger awaited_of_timetables_gone after delete on plans_timetable
referencing old table as rows_here for each statement execute function awaited_of_rows();

create function awaited_of_plans() returns trigger language plpgsql as $$
begin
  perform await_anew(array(
    select a.id from rows_new n join rows_old o on o.id = n.id
    join plans_item i on i.plan_id = n.id join plans_assignment a on a.task_id = i.id
    where n.last_year is distinct from o.last_year and a.recurs <> ''));
  return null;
end $$;
create trigger awaited_of_plans after update on plans_plan
referencing old table as rows_old new table as rows_new for each statement execute function awaited_of_plans();
"""
BACKWARD = """
drop trigger awaited_of_plans on plans_plan;
drop trigger awaited_of_timetables_gone on plans_timetable;
drop trigger awaited_of_timetables_changed on plans_timetable;
drop trigger awaited_of_timetables_new on plans_timetable;
drop trigger awaited_of_reports on plans_progress;
drop trigger awaited_of_changed on plans_assignment;
drop trigger awaited_of_new on plans_assignment;
drop function awaited_of_plans();
drop function awaited_of_rows();
drop function awaited_of_changed();
drop function awaited_of_new();
drop function await_anew(bigint[]);
"""


class Migration(migrations.Migration):

    dependencies = [("plans", "0007_timetables")]

    operations = [
        migrations.CreateModel(
            name="Awaited",
            fields=[
                ("assignment", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="awaited", serialize=False, to="plans.assignment")),
                ("due_on", models.DateField(null=True)),
                ("state", models.CharField(choices=[("not_started", "Chưa làm"), ("under_way", "Đang làm"), ("done", "Xong"), ("cannot", "Không làm được")], max_length=12)),
                ("through", models.DateField(default=datetime.date(1900, 1, 1))),
            ],
            options={
                "verbose_name": "điều đang chờ của một việc",
                "verbose_name_plural": "điều đang chờ của các việc",
                "indexes": [models.Index(fields=["through"], name="awaited_until")],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
