from django.db import migrations

FORWARD = """
create function reports_are_only_added() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.by_id is null
     and (new.id, new.assignment_id, new.day, new.state, new.note, new.created_at)
         is not distinct from
         (old.id, old.assignment_id, old.day, old.state, old.note, old.created_at)
  then
    return new;  -- a person left: the report stays, without the account (and, where asked for, the name)
  end if;
  raise exception 'reports of progress are only ever added';
end $$;
create trigger reports_are_only_added before update or delete on plans_progress
  for each row execute function reports_are_only_added();
"""
BACKWARD = """
drop trigger reports_are_only_added on plans_progress;
drop function reports_are_only_added();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_assignments")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
