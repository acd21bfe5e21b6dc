from django.db import migrations

FORWARD = """
create function editions_are_only_added() returns trigger language plpgsql as $$
begin
  raise exception 'editions of reports are only ever added';
end $$;
create trigger editions_are_only_added before update or delete on reports_edition
  for each row execute function editions_are_only_added();

create function steps_are_only_added() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.by_id is null
     and (new.id, new.submission_id, new.deed, new.edition_id, new.reason, new.created_at)
         is not distinct from
         (old.id, old.submission_id, old.deed, old.edition_id, old.reason, old.created_at)
  then
    return new;  -- a person left: the step stays, without the account
  end if;
  raise exception 'steps of reports are only ever added';
end $$;
create trigger steps_are_only_added before update or delete on reports_step
  for each row execute function steps_are_only_added();
"""
BACKWARD = """
drop trigger editions_are_only_added on reports_edition;
drop function editions_are_only_added();
drop trigger steps_are_only_added on reports_step;
drop function steps_are_only_added();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
