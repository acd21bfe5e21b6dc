from django.db import migrations

FORWARD = """
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.actor_id is null
     and (new.id, new.at, new.verb, new.subject, new.subject_id, new.unit_id, new.before, new.after)
         is not distinct from
         (old.id, old.at, old.verb, old.subject, old.subject_id, old.unit_id, old.before, old.after)
  then
    return new;  -- a person left: the trace stays, without the account (and, where asked for, the name)
  end if;
  raise exception 'audit entries are only ever added';
end $$;
create trigger audit_is_append_only before update or delete on accounts_auditentry
  for each row execute function audit_is_append_only();
"""
BACKWARD = """
drop trigger audit_is_append_only on accounts_auditentry;
drop function audit_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
