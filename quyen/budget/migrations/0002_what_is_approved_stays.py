from django.db import migrations

FORWARD = """
create function approved_lines_stay() returns trigger language plpgsql as $$
declare
  held bigint := case when tg_op = 'INSERT' then new.estimate_id else old.estimate_id end;
begin
  if not exists (select 1 from budget_estimate where id = held and state = 'approved') then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'task_id' = to_jsonb(old) - 'task_id' and new.task_id is null then
    return new;  -- a task that is no more: the line keeps its words
  end if;
  raise exception 'lines of an approved estimate do not change';
end $$;
create trigger approved_lines_stay before insert or update or delete on budget_estimateline
  for each row execute function approved_lines_stay();

create function approved_estimates_stay() returns trigger language plpgsql as $$
begin
  if old.state <> 'approved' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and (old.replaced_at is null or new.replaced_at = old.replaced_at)
     and (new.approved_by_id is null or new.approved_by_id = old.approved_by_id)
     and to_jsonb(new) - array['replaced_at', 'approved_by_id']
         = to_jsonb(old) - array['replaced_at', 'approved_by_id']
  then
    return new;  -- a later version stands now, or a person's account went
  end if;
  raise exception 'an approved estimate does not change';
end $$;
create trigger approved_estimates_stay before update or delete on budget_estimate
  for each row execute function approved_estimates_stay();

create function spendings_are_only_added() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.by_id is null
     and to_jsonb(new) - array['by_id', 'by_name'] = to_jsonb(old) - array['by_id', 'by_name']
  then
    return new;  -- a person left: the row stays, without the account (and, where asked for, the name)
  end if;
  raise exception 'spendings are only ever added';
end $$;
create trigger spendings_are_only_added before update or delete on budget_spending
  for each row execute function spendings_are_only_added();
"""
BACKWARD = """
drop trigger spendings_are_only_added on budget_spending;
drop function spendings_are_only_added();
drop trigger approved_estimates_stay on budget_estimate;
drop function approved_estimates_stay();
drop trigger approved_lines_stay on budget_estimateline;
drop function approved_lines_stay();
"""


class Migration(migrations.Migration):
    dependencies = [("budget", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
