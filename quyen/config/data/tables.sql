-- PostgreSQL 18, migrations 1b47df6509d3e9352f1331b4d63308de
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;


CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);


CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);


CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);


CREATE FUNCTION public.approved_estimates_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.approved_lines_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.audit_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.await_anew(changed bigint[]) RETURNS void
    LANGUAGE sql
    AS $$
  update plans_awaited w set due_on = a.due_on, state = coalesce((select p.state from plans_progress p where p.assignment_id = a.id order by p.id desc limit 1),
    'not_started'), through = case when a.recurs in ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly')
    then date '1900-01-01' else date '2999-01-01' end
  from plans_assignment a where a.id = w.assignment_id and w.assignment_id = any(changed)
$$;


CREATE FUNCTION public.awaited_of_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform await_anew(array(
    select n.id from rows_new n join rows_old o on o.id = n.id
    where (n.due_on, n.recurs, n.given_at, n.task_id) is distinct from (o.due_on, o.recurs, o.given_at, o.task_id)));
  return null;
end $$;


CREATE FUNCTION public.awaited_of_new() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into plans_awaited (assignment_id, due_on, state, through)
  select a.id, a.due_on, 'not_started', case when a.recurs in ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly')
    then date '1900-01-01' else date '2999-01-01' end from rows_new a;
  return null;
end $$;


CREATE FUNCTION public.awaited_of_plans() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform await_anew(array(
    select a.id from rows_new n join rows_old o on o.id = n.id
    join plans_item i on i.plan_id = n.id join plans_assignment a on a.task_id = i.id
    where n.last_year is distinct from o.last_year and a.recurs <> ''));
  return null;
end $$;


CREATE FUNCTION public.awaited_of_rows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform await_anew(array(select distinct assignment_id from rows_here));
  return null;
end $$;


CREATE FUNCTION public.editions_are_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'editions of reports are only ever added';
end $$;


CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;


CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;


CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);


CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;


CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;


CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;


CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;


CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;


CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;


CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;


CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;


CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;


CREATE FUNCTION public.product_editions_are_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' and new.by_id is null
     and (new.id, new.product_id, new.number, new.published_on, new.content, new.sha256, new.by_name, new.created_at)
         is not distinct from
         (old.id, old.product_id, old.number, old.published_on, old.content, old.sha256, old.by_name, old.created_at)
  then
    return new;  -- a person left: the edition stays, without the account
  end if;
  raise exception 'editions of products are only ever added';
end $$;


CREATE FUNCTION public.product_steps_are_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- a revision that was published leaves its steps to the product that it revised; a person may leave
  if (new.by_id is null or new.by_id = old.by_id)
     and (new.id, new.deed, new.reason, new.due_on, new.edition, new.by_name, new.created_at)
         is not distinct from
         (old.id, old.deed, old.reason, old.due_on, old.edition, old.by_name, old.created_at)
  then
    return new;
  end if;
  raise exception 'steps of products are only ever added';
end $$;


CREATE FUNCTION public.reports_are_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' and new.by_id is null
     and (new.id, new.assignment_id, new.day, new.state, new.note, new.created_at, new.period_start, new.period_until)
         is not distinct from
         (old.id, old.assignment_id, old.day, old.state, old.note, old.created_at, old.period_start, old.period_until)
  then
    return new;  -- a person left: the report stays, without the account (and, where asked for, the name)
  end if;
  raise exception 'reports of progress are only ever added';
end $$;


CREATE FUNCTION public.spendings_are_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' and new.by_id is null
     and to_jsonb(new) - array['by_id', 'by_name'] = to_jsonb(old) - array['by_id', 'by_name']
  then
    return new;  -- a person left: the row stays, without the account (and, where asked for, the name)
  end if;
  raise exception 'spendings are only ever added';
end $$;


CREATE FUNCTION public.steps_are_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE TEXT SEARCH CONFIGURATION public.quyen (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR asciiword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR word WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR hword_part WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR hword WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.quyen
    ADD MAPPING FOR uint WITH simple;


CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_auditentry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_name character varying(120) NOT NULL,
    verb character varying(20) NOT NULL,
    subject character varying(60) NOT NULL,
    subject_id bigint NOT NULL,
    unit_id bigint,
    before jsonb,
    after jsonb,
    actor_id bigint
);


ALTER TABLE public.accounts_auditentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_auditentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_letter (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "to" character varying(254) NOT NULL,
    unit_id bigint,
    kind character varying(40) NOT NULL,
    period character varying(60) NOT NULL,
    subject character varying(200) NOT NULL,
    body text NOT NULL,
    message_id uuid NOT NULL,
    state character varying(10) NOT NULL,
    tries smallint NOT NULL,
    error character varying(500) NOT NULL,
    not_before timestamp with time zone NOT NULL,
    expires_on date,
    sent_at timestamp with time zone,
    person_id bigint,
    CONSTRAINT a_letter_sent_has_its_time CHECK (((NOT ((state)::text = 'sent'::text)) OR (sent_at IS NOT NULL))),
    CONSTRAINT accounts_letter_tries_check CHECK ((tries >= 0))
);


ALTER TABLE public.accounts_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_reminderstep (
    id bigint NOT NULL,
    duty character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    day date NOT NULL,
    is_told boolean NOT NULL
);


ALTER TABLE public.accounts_reminderstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_reminderstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_told (
    id bigint NOT NULL,
    through bigint NOT NULL,
    day date NOT NULL,
    person_id bigint NOT NULL
);


ALTER TABLE public.accounts_told ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_told_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    digests character varying(10) NOT NULL
);


CREATE TABLE public.accounts_user_groups (
    id integer NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);


ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_user_user_permissions (
    id integer NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group_permissions (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.budget_estimate (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    year smallint NOT NULL,
    version smallint NOT NULL,
    reason character varying(300) NOT NULL,
    state character varying(12) NOT NULL,
    revision integer NOT NULL,
    stated_vnd bigint,
    returned_for character varying(1000) NOT NULL,
    basis character varying(300) NOT NULL,
    content_hash character varying(64) NOT NULL,
    approved_at timestamp with time zone,
    replaced_at timestamp with time zone,
    approved_by_id bigint,
    plan_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT a_later_version_has_a_reason CHECK (((version = 1) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT a_stated_total_is_an_amount CHECK (((stated_vnd IS NULL) OR ((stated_vnd >= 0) AND (stated_vnd < '1000000000000000'::bigint)))),
    CONSTRAINT a_year_of_a_budget CHECK (((year >= 2000) AND (year <= 2100))),
    CONSTRAINT budget_estimate_revision_check CHECK ((revision >= 0)),
    CONSTRAINT budget_estimate_version_check CHECK ((version >= 0)),
    CONSTRAINT budget_estimate_year_check CHECK ((year >= 0)),
    CONSTRAINT only_what_stood_is_replaced CHECK (((replaced_at IS NULL) OR ((state)::text = 'approved'::text))),
    CONSTRAINT what_is_approved_says_by_what CHECK (((NOT ((state)::text = 'approved'::text)) OR ((approved_at IS NOT NULL) AND (NOT ((content_hash)::text = ''::text)) AND (NOT ((basis)::text = ''::text)))))
);


ALTER TABLE public.budget_estimate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_estimate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.budget_estimateintake (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    rows jsonb NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    carried_out_at timestamp with time zone,
    entered_by_id bigint NOT NULL,
    estimate_id bigint NOT NULL
);


ALTER TABLE public.budget_estimateintake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_estimateintake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.budget_estimateline (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "position" integer NOT NULL,
    heading text NOT NULL,
    source character varying(10) NOT NULL,
    quantity numeric(14,3),
    measured_in character varying(40) NOT NULL,
    unit_price_vnd bigint,
    planned_vnd bigint NOT NULL,
    approved_vnd bigint,
    note character varying(500) NOT NULL,
    revision integer NOT NULL,
    estimate_id bigint NOT NULL,
    root_id bigint,
    task_id bigint,
    CONSTRAINT a_line_says_what_for CHECK ((NOT (heading = ''::text))),
    CONSTRAINT a_plan_is_not_negative CHECK (((planned_vnd >= 0) AND (planned_vnd < '1000000000000000'::bigint))),
    CONSTRAINT an_approval_is_not_negative CHECK (((approved_vnd IS NULL) OR ((approved_vnd >= 0) AND (approved_vnd < '1000000000000000'::bigint)))),
    CONSTRAINT budget_estimateline_position_check CHECK (("position" >= 0)),
    CONSTRAINT budget_estimateline_revision_check CHECK ((revision >= 0)),
    CONSTRAINT quantity_and_price_together CHECK ((((quantity IS NULL) AND (unit_price_vnd IS NULL)) OR ((quantity >= (0)::numeric) AND (quantity IS NOT NULL) AND (unit_price_vnd IS NOT NULL) AND (unit_price_vnd >= 0) AND (unit_price_vnd < '1000000000000000'::bigint))))
);


ALTER TABLE public.budget_estimateline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_estimateline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.budget_spending (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    day date NOT NULL,
    amount_vnd bigint NOT NULL,
    note character varying(500) NOT NULL,
    by_name character varying(120) NOT NULL,
    by_id bigint,
    corrects_id bigint,
    line_id bigint NOT NULL,
    CONSTRAINT a_row_does_not_correct_itself CHECK ((NOT ((corrects_id = id) AND (corrects_id IS NOT NULL)))),
    CONSTRAINT only_a_correction_is_below_zero CHECK ((((amount_vnd > 0) AND (amount_vnd < '1000000000000000'::bigint) AND (corrects_id IS NULL)) OR ((amount_vnd < 0) AND (corrects_id IS NOT NULL))))
);


ALTER TABLE public.budget_spending ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_spending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_migrations (
    id integer NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


CREATE TABLE public.indicators_freeze (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    start date NOT NULL,
    "end" date NOT NULL,
    basis character varying(300) NOT NULL,
    frozen_by_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT a_freeze_ends_after_it_begins CHECK (("end" > start))
);


ALTER TABLE public.indicators_freeze ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_freeze_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.indicators_indicator (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(250) NOT NULL,
    definition text NOT NULL,
    measured_in character varying(60) NOT NULL,
    rule character varying(10) NOT NULL,
    direction character varying(5) NOT NULL,
    rhythm smallint NOT NULL,
    due_days smallint NOT NULL,
    given_by character varying(20)[] NOT NULL,
    baseline numeric(20,4),
    baseline_on date,
    measure character varying(60) NOT NULL,
    since date NOT NULL,
    until date,
    owner_id bigint,
    is_national boolean NOT NULL,
    parts character varying(60)[] NOT NULL,
    CONSTRAINT an_indicator_ends_after_it_begins CHECK (((until IS NULL) OR (until > since))),
    CONSTRAINT indicators_indicator_due_days_check CHECK ((due_days >= 0)),
    CONSTRAINT indicators_indicator_rhythm_check CHECK ((rhythm >= 0)),
    CONSTRAINT what_is_not_national_has_an_owner CHECK ((is_national OR (NOT (owner_id IS NULL))))
);


ALTER TABLE public.indicators_indicator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_indicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.indicators_indicatortarget (
    id bigint NOT NULL,
    year smallint NOT NULL,
    value numeric(20,4) NOT NULL,
    value_max numeric(20,4),
    indicator_id bigint NOT NULL,
    CONSTRAINT indicators_indicatortarget_year_check CHECK ((year >= 0))
);


ALTER TABLE public.indicators_indicatortarget ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_indicatortarget_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.indicators_mappair (
    id bigint NOT NULL,
    given_from date,
    shown_from date,
    stamp character varying(60) NOT NULL
);


ALTER TABLE public.indicators_mappair ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_mappair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.indicators_observation (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    part character varying(60) NOT NULL,
    numerator numeric(20,4),
    denominator numeric(20,4),
    is_applicable boolean NOT NULL,
    version integer NOT NULL,
    reason character varying(300) NOT NULL,
    replaced_at timestamp with time zone,
    origin character varying(10) NOT NULL,
    grade character varying(10) NOT NULL,
    link character varying(500) NOT NULL,
    note text NOT NULL,
    entered_by_id bigint,
    evidence_id bigint,
    indicator_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT a_period_ends_after_it_begins CHECK ((period_end > period_start)),
    CONSTRAINT a_whole_is_not_negative CHECK (((denominator IS NULL) OR (denominator >= (0)::numeric))),
    CONSTRAINT indicators_observation_version_check CHECK ((version >= 0)),
    CONSTRAINT what_stands_and_applies_has_a_value CHECK (((is_applicable AND (numerator >= (0)::numeric) AND (numerator IS NOT NULL)) OR ((denominator IS NULL) AND is_applicable AND (numerator IS NULL) AND (replaced_at IS NOT NULL)) OR ((denominator IS NULL) AND (NOT is_applicable) AND (numerator IS NULL))))
);


ALTER TABLE public.indicators_observation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_observation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.indicators_observationitem (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    number bigint NOT NULL,
    label character varying(250) NOT NULL,
    observation_id bigint NOT NULL
);


ALTER TABLE public.indicators_observationitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_observationitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.indicators_preparedyear (
    id bigint NOT NULL,
    year smallint NOT NULL,
    day date NOT NULL,
    sign character varying(64) NOT NULL,
    last bigint NOT NULL,
    totals jsonb NOT NULL,
    worked_out_at timestamp with time zone NOT NULL,
    CONSTRAINT indicators_preparedyear_year_check CHECK ((year >= 0))
);


ALTER TABLE public.indicators_preparedyear ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_preparedyear_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.indicators_standing (
    id bigint NOT NULL,
    share numeric NOT NULL,
    kind character varying(20) NOT NULL,
    above bigint[] NOT NULL,
    top bigint NOT NULL,
    at_id bigint NOT NULL,
    pair_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    is_main boolean NOT NULL
);


ALTER TABLE public.indicators_standing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_standing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_bundle (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title character varying(200) NOT NULL,
    release_at timestamp with time zone,
    state character varying(10) NOT NULL,
    reasons jsonb NOT NULL,
    released_at timestamp with time zone,
    revision integer NOT NULL,
    owner_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT a_bundle_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT library_bundle_revision_check CHECK ((revision >= 0)),
    CONSTRAINT what_is_released_has_its_moment CHECK (((NOT ((state)::text = 'released'::text)) OR (released_at IS NOT NULL))),
    CONSTRAINT what_is_scheduled_has_time_and_owner CHECK (((NOT ((state)::text = 'scheduled'::text)) OR ((owner_id IS NOT NULL) AND (release_at IS NOT NULL))))
);


ALTER TABLE public.library_bundle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_bundle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_bundleitem (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sort character varying(60) NOT NULL,
    subject_id bigint NOT NULL,
    title character varying(250) NOT NULL,
    "position" smallint NOT NULL,
    bundle_id bigint NOT NULL,
    CONSTRAINT library_bundleitem_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.library_bundleitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_bundleitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_comment (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    place character varying(12) NOT NULL,
    quote text NOT NULL,
    before character varying(80) NOT NULL,
    after character varying(80) NOT NULL,
    text text NOT NULL,
    by_name character varying(120) NOT NULL,
    resolved_at timestamp with time zone,
    by_id bigint,
    resolved_by_id bigint,
    product_id bigint NOT NULL,
    link_id bigint,
    CONSTRAINT a_quote_has_its_text CHECK (((quote = ''::text) OR (NOT ((place)::text = ''::text))))
);


ALTER TABLE public.library_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_gathered (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    identifier character varying(500) NOT NULL,
    address character varying(1000) NOT NULL,
    title character varying(500) NOT NULL,
    description text NOT NULL,
    language character varying(35) NOT NULL,
    form character varying(10) NOT NULL,
    issuer character varying(300) NOT NULL,
    credits text NOT NULL,
    published_on date,
    content text NOT NULL,
    digest character varying(64) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    came_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    source_id bigint NOT NULL,
    CONSTRAINT what_is_gathered_has_a_title CHECK ((NOT ((title)::text = ''::text)))
);


ALTER TABLE public.library_gathered ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_gathered_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_harvestrun (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    is_whole boolean NOT NULL,
    finished_at timestamp with time zone,
    seen integer NOT NULL,
    added integer NOT NULL,
    changed integer NOT NULL,
    withdrawn integer NOT NULL,
    faults jsonb NOT NULL,
    fault_count integer NOT NULL,
    error text NOT NULL,
    started_by_id bigint,
    source_id bigint NOT NULL,
    CONSTRAINT library_harvestrun_added_check CHECK ((added >= 0)),
    CONSTRAINT library_harvestrun_changed_check CHECK ((changed >= 0)),
    CONSTRAINT library_harvestrun_fault_count_check CHECK ((fault_count >= 0)),
    CONSTRAINT library_harvestrun_seen_check CHECK ((seen >= 0)),
    CONSTRAINT library_harvestrun_withdrawn_check CHECK ((withdrawn >= 0))
);


ALTER TABLE public.library_harvestrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_harvestrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_product (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(12) NOT NULL,
    language character varying(8) NOT NULL,
    media character varying(12)[] NOT NULL,
    audiences character varying(12)[] NOT NULL,
    title character varying(250) NOT NULL,
    summary text NOT NULL,
    body text NOT NULL,
    transcript text NOT NULL,
    seconds integer,
    licence character varying(20) NOT NULL,
    credits jsonb NOT NULL,
    state character varying(8) NOT NULL,
    edition integer NOT NULL,
    published_on date,
    republished_on date,
    retired_on date,
    source_edition integer,
    made_from jsonb,
    is_machine_drafted boolean NOT NULL,
    due_on date,
    changed_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    revises_id bigint,
    started_by_id bigint,
    translation_of_id bigint,
    unit_id bigint NOT NULL,
    waits_for_id bigint,
    written_by_id bigint,
    CONSTRAINT a_product_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT a_product_is_not_its_own_source CHECK (((NOT ((translation_of_id = id) AND (translation_of_id IS NOT NULL))) AND (NOT ((revises_id = id) AND (revises_id IS NOT NULL))))),
    CONSTRAINT a_translation_knows_its_source CHECK ((((source_edition IS NULL) AND (translation_of_id IS NULL)) OR ((source_edition IS NOT NULL) AND (translation_of_id IS NOT NULL)))),
    CONSTRAINT library_product_edition_check CHECK ((edition >= 0)),
    CONSTRAINT library_product_revision_check CHECK ((revision >= 0)),
    CONSTRAINT library_product_seconds_check CHECK ((seconds >= 0)),
    CONSTRAINT library_product_source_edition_check CHECK ((source_edition >= 0)),
    CONSTRAINT what_is_published_has_its_day CHECK (((NOT ((state)::text = 'publish'::text)) OR ((edition > 0) AND (published_on IS NOT NULL) AND (republished_on IS NOT NULL) AND (revises_id IS NULL)))),
    CONSTRAINT what_is_retired_has_its_day CHECK (((NOT ((state)::text = 'retire'::text)) OR (retired_on IS NOT NULL)))
);


ALTER TABLE public.library_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_product_other_units (
    id integer NOT NULL,
    product_id bigint NOT NULL,
    unit_id bigint NOT NULL
);


ALTER TABLE public.library_product_other_units ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_product_other_units_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_product_topics (
    id integer NOT NULL,
    product_id bigint NOT NULL,
    topic_id bigint NOT NULL
);


ALTER TABLE public.library_product_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_product_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_productedition (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number integer NOT NULL,
    published_on date NOT NULL,
    content jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    by_name character varying(120) NOT NULL,
    by_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT library_productedition_number_check CHECK ((number >= 0))
);


ALTER TABLE public.library_productedition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_productedition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_productfile (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    role character varying(10) NOT NULL,
    "position" smallint NOT NULL,
    alternative_text text NOT NULL,
    language character varying(8) NOT NULL,
    file_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT library_productfile_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.library_productfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_productfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_productprovision (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    rule character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    code character varying(40) NOT NULL,
    path character varying(40) NOT NULL,
    made_by_id bigint,
    product_id bigint NOT NULL,
    settled_at timestamp with time zone,
    settled_by_id bigint
);


ALTER TABLE public.library_productprovision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_productprovision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_productstep (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    deed character varying(10) NOT NULL,
    reason text NOT NULL,
    due_on date,
    edition integer,
    by_name character varying(120) NOT NULL,
    by_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT library_productstep_edition_check CHECK ((edition >= 0))
);


ALTER TABLE public.library_productstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_productstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_producttask (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    rule character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    made_by_id bigint,
    product_id bigint NOT NULL,
    task_id bigint NOT NULL,
    settled_at timestamp with time zone,
    settled_by_id bigint
);


ALTER TABLE public.library_producttask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_producttask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_rendition (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(10) NOT NULL,
    media_type character varying(80) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    content character varying(200) NOT NULL,
    file_id bigint NOT NULL,
    CONSTRAINT library_rendition_height_check CHECK ((height >= 0)),
    CONSTRAINT library_rendition_size_check CHECK ((size >= 0)),
    CONSTRAINT library_rendition_width_check CHECK ((width >= 0))
);


ALTER TABLE public.library_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_reviewlink (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(120) NOT NULL,
    asked text NOT NULL,
    secret_hash character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    answered_at timestamp with time zone,
    revoked_at timestamp with time zone,
    opinion character varying(10) NOT NULL,
    words text NOT NULL,
    made_by_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT an_answer_is_an_opinion CHECK ((((answered_at IS NULL) AND ((opinion)::text = ''::text)) OR ((answered_at IS NOT NULL) AND (NOT ((opinion)::text = ''::text)))))
);


ALTER TABLE public.library_reviewlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_reviewlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_source (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(200) NOT NULL,
    address character varying(500) NOT NULL,
    shelf character varying(200) NOT NULL,
    licence character varying(300) NOT NULL,
    licence_words character varying(300) NOT NULL,
    is_shown boolean NOT NULL,
    is_active boolean NOT NULL,
    seen_until timestamp with time zone,
    added_by_id bigint,
    unit_id bigint NOT NULL
);


ALTER TABLE public.library_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_storedfile (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(255) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    kind character varying(10) NOT NULL,
    media_type character varying(80) NOT NULL,
    content character varying(200) NOT NULL,
    width integer,
    height integer,
    seconds double precision,
    pages integer,
    likeness bigint,
    received_by_id bigint,
    unit_id bigint NOT NULL,
    drawing character varying(8) NOT NULL,
    drawing_error character varying(300) NOT NULL,
    notes jsonb NOT NULL,
    sketch bigint[] NOT NULL,
    CONSTRAINT library_storedfile_height_check CHECK ((height >= 0)),
    CONSTRAINT library_storedfile_pages_check CHECK ((pages >= 0)),
    CONSTRAINT library_storedfile_size_check CHECK ((size >= 0)),
    CONSTRAINT library_storedfile_width_check CHECK ((width >= 0))
);


ALTER TABLE public.library_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.library_writing (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    by_name character varying(120) NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    times integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    by_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT library_writing_times_check CHECK ((times >= 0))
);


ALTER TABLE public.library_writing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.library_writing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.modelsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);


ALTER TABLE public.modelsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.modelsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_checkhit (
    id bigint NOT NULL,
    check_name character varying(80) NOT NULL,
    subject_id bigint NOT NULL,
    place character varying(80) NOT NULL,
    about character varying(300) NOT NULL,
    first_seen date NOT NULL,
    last_seen date NOT NULL,
    gone_on date,
    unit_id bigint
);


ALTER TABLE public.organisation_checkhit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_checkhit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_checkrun (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    asked smallint NOT NULL,
    failed jsonb NOT NULL,
    by_id bigint,
    CONSTRAINT organisation_checkrun_asked_check CHECK ((asked >= 0))
);


ALTER TABLE public.organisation_checkrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_checkrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_invitation (
    id bigint NOT NULL,
    role smallint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    email character varying(254) NOT NULL,
    full_name character varying(120) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    round integer NOT NULL,
    secret_hash character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    accepted_by_id bigint,
    invited_by_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT an_offered_role_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT organisation_invitation_role_check CHECK ((role >= 0)),
    CONSTRAINT organisation_invitation_round_check CHECK ((round >= 0))
);


ALTER TABLE public.organisation_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_membership (
    id bigint NOT NULL,
    role smallint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    user_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT a_role_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT organisation_membership_role_check CHECK ((role >= 0))
);


ALTER TABLE public.organisation_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_roster (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    rows jsonb NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    carried_out_at timestamp with time zone,
    entered_by_id bigint NOT NULL
);


ALTER TABLE public.organisation_roster ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_roster_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_succession (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    day date NOT NULL,
    basis character varying(300) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id bigint
);


ALTER TABLE public.organisation_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_successionpart (
    id bigint NOT NULL,
    share numeric(9,8) NOT NULL,
    back numeric(9,8) NOT NULL,
    source_id bigint NOT NULL,
    succession_id bigint NOT NULL,
    target_id bigint NOT NULL,
    CONSTRAINT a_part_is_a_share CHECK (((back >= (0)::numeric) AND (back <= (1)::numeric) AND (share >= (0)::numeric) AND (share <= (1)::numeric)))
);


ALTER TABLE public.organisation_successionpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_successionpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_unit (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    short_name character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    province character varying(80) NOT NULL,
    parent_id bigint,
    above bigint[] NOT NULL,
    code character varying(20) NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT a_unit_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);


ALTER TABLE public.organisation_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_unitintake (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    rows jsonb NOT NULL,
    day date NOT NULL,
    basis character varying(300) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    carried_out_at timestamp with time zone,
    entered_by_id bigint NOT NULL
);


ALTER TABLE public.organisation_unitintake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_unitintake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.organisation_unitversion (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    short_name character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    code character varying(20) NOT NULL,
    valid_from date,
    valid_until date,
    closed_by_id bigint,
    opened_by_id bigint,
    parent_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT a_version_ends_after_it_begins CHECK (((valid_from IS NULL) OR (valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT a_version_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);


ALTER TABLE public.organisation_unitversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisation_unitversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_assignment (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    part character varying(10) NOT NULL,
    text text NOT NULL,
    due_on date,
    recurs character varying(20) NOT NULL,
    state character varying(10) NOT NULL,
    given_at timestamp with time zone,
    revision integer NOT NULL,
    given_by_id bigint,
    parent_id bigint,
    task_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT a_share_is_not_its_own_whole CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT plans_assignment_revision_check CHECK ((revision >= 0)),
    CONSTRAINT what_is_given_has_a_day CHECK (((NOT ((state)::text = 'given'::text)) OR (given_at IS NOT NULL)))
);


ALTER TABLE public.plans_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_awaited (
    assignment_id bigint NOT NULL,
    due_on date,
    state character varying(12) NOT NULL,
    through date NOT NULL
);


CREATE TABLE public.plans_calendarlink (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    secret_hash character varying(64) NOT NULL,
    revoked_at timestamp with time zone,
    unit_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.plans_calendarlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_calendarlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_evidence (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(5) NOT NULL,
    title character varying(255) NOT NULL,
    day date NOT NULL,
    shows text NOT NULL,
    link character varying(1000) NOT NULL,
    sort character varying(60) NOT NULL,
    subject_id bigint,
    by_id bigint,
    file_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT evidence_is_of_its_kind CHECK ((((file_id IS NOT NULL) AND ((kind)::text = 'file'::text) AND ((link)::text = ''::text) AND ((sort)::text = ''::text)) OR ((file_id IS NULL) AND ((kind)::text = 'link'::text) AND ((sort)::text = ''::text) AND (NOT ((link)::text = ''::text))) OR ((file_id IS NULL) AND ((kind)::text = 'item'::text) AND ((link)::text = ''::text) AND (subject_id IS NOT NULL) AND (NOT ((sort)::text = ''::text)))))
);


ALTER TABLE public.plans_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_evidencelink (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    assignment_id bigint,
    evidence_id bigint NOT NULL,
    item_id bigint,
    CONSTRAINT evidence_of_one_thing CHECK ((((assignment_id IS NULL) AND (item_id IS NOT NULL)) OR ((assignment_id IS NOT NULL) AND (item_id IS NULL))))
);


ALTER TABLE public.plans_evidencelink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_evidencelink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_finding (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    message text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    quote text NOT NULL,
    suggestion text,
    sure double precision NOT NULL,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    plan_id bigint NOT NULL,
    match_id bigint,
    CONSTRAINT plans_finding_end_check CHECK (("end" >= 0)),
    CONSTRAINT plans_finding_start_check CHECK ((start >= 0))
);


ALTER TABLE public.plans_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_followup (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    day date NOT NULL,
    why text NOT NULL,
    by_name character varying(120) NOT NULL,
    by_id bigint,
    recommendation_id bigint NOT NULL
);


CREATE TABLE public.plans_followup_evidence (
    id integer NOT NULL,
    followup_id bigint NOT NULL,
    evidence_id bigint NOT NULL
);


ALTER TABLE public.plans_followup_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_followup_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.plans_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_item (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    data jsonb NOT NULL,
    state character varying(12) NOT NULL,
    proposed jsonb,
    newer jsonb,
    sha256 character varying(64) NOT NULL,
    start integer,
    "end" integer,
    quote text NOT NULL,
    before character varying(80) NOT NULL,
    after character varying(80) NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    reading_id bigint,
    plan_id bigint NOT NULL,
    decision character varying(12) NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT a_place_has_two_ends CHECK (((("end" IS NULL) AND (start IS NULL)) OR (start <= "end"))),
    CONSTRAINT plans_item_end_check CHECK (("end" >= 0)),
    CONSTRAINT plans_item_position_check CHECK (("position" >= 0)),
    CONSTRAINT plans_item_revision_check CHECK ((revision >= 0)),
    CONSTRAINT plans_item_start_check CHECK ((start >= 0))
);


ALTER TABLE public.plans_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_match (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    decision character varying(10) NOT NULL,
    reason text NOT NULL,
    note text NOT NULL,
    start integer,
    "end" integer,
    quote text NOT NULL,
    value character varying(120) NOT NULL,
    sure double precision NOT NULL,
    proposed jsonb NOT NULL,
    decided_at timestamp with time zone,
    child_item_id bigint,
    decided_by_id bigint,
    parent_item_id bigint NOT NULL,
    child_id bigint NOT NULL,
    CONSTRAINT plans_match_end_check CHECK (("end" >= 0)),
    CONSTRAINT plans_match_start_check CHECK ((start >= 0))
);


ALTER TABLE public.plans_match ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_match_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_plan (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    doc_type character varying(120) NOT NULL,
    number character varying(40) NOT NULL,
    symbol character varying(60) NOT NULL,
    issued_on date,
    issuer character varying(250) NOT NULL,
    title text NOT NULL,
    first_year smallint,
    last_year smallint,
    state character varying(12) NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by_id bigint,
    issuer_unit_id bigint,
    parent_id bigint,
    reading_id bigint NOT NULL,
    source_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    period_decided boolean NOT NULL,
    CONSTRAINT a_plan_is_not_its_own_parent CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT plans_plan_first_year_check CHECK ((first_year >= 0)),
    CONSTRAINT plans_plan_last_year_check CHECK ((last_year >= 0))
);


ALTER TABLE public.plans_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_progress (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    day date NOT NULL,
    state character varying(12) NOT NULL,
    note text NOT NULL,
    by_name character varying(120) NOT NULL,
    assignment_id bigint NOT NULL,
    by_id bigint,
    period_start date,
    period_until date,
    CONSTRAINT a_report_names_a_whole_period CHECK ((((period_start IS NULL) AND (period_until IS NULL)) OR ((period_start IS NOT NULL) AND (period_until > period_start) AND (period_until IS NOT NULL))))
);


ALTER TABLE public.plans_progress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_progress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_question (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    from_unit boolean NOT NULL,
    text text NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    asked_by_id bigint,
    assignment_id bigint NOT NULL
);


ALTER TABLE public.plans_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_recommendationindicator (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    rule character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    settled_at timestamp with time zone,
    indicator_id bigint NOT NULL,
    made_by_id bigint,
    recommendation_id bigint NOT NULL,
    settled_by_id bigint
);


ALTER TABLE public.plans_recommendationindicator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_recommendationindicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_recommendationtask (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    rule character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    settled_at timestamp with time zone,
    made_by_id bigint,
    recommendation_id bigint NOT NULL,
    settled_by_id bigint,
    task_id bigint NOT NULL
);


ALTER TABLE public.plans_recommendationtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_recommendationtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_responsibility (
    id bigint NOT NULL,
    part character varying(10) NOT NULL,
    "position" smallint NOT NULL,
    name text NOT NULL,
    canonical text NOT NULL,
    unit_id bigint,
    task_id bigint NOT NULL,
    CONSTRAINT plans_responsibility_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.plans_responsibility ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_responsibility_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_serving (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    by_id bigint,
    item_id bigint NOT NULL,
    task_id bigint NOT NULL
);


ALTER TABLE public.plans_serving ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_serving_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.plans_target (
    item_ptr_id bigint NOT NULL,
    value numeric(20,4) NOT NULL,
    value_max numeric(20,4),
    comparator character varying(5) NOT NULL,
    measured_in character varying(120) NOT NULL,
    subject text NOT NULL,
    deadline_year smallint,
    CONSTRAINT plans_target_deadline_year_check CHECK ((deadline_year >= 0))
);


CREATE TABLE public.plans_task (
    item_ptr_id bigint NOT NULL,
    no character varying(20) NOT NULL,
    deadline text NOT NULL,
    due_on date,
    recurs character varying(20) NOT NULL,
    product text NOT NULL
);


CREATE TABLE public.plans_timetable (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    anchor date NOT NULL,
    rhythm character varying(20) NOT NULL,
    every smallint NOT NULL,
    until date,
    due_months smallint NOT NULL,
    due_days smallint NOT NULL,
    lead_days smallint,
    begins date NOT NULL,
    ends date,
    by_name character varying(120) NOT NULL,
    assignment_id bigint NOT NULL,
    by_id bigint,
    CONSTRAINT a_timetable_ends_after_it_begins CHECK (((ends IS NULL) OR (ends >= begins))),
    CONSTRAINT plans_timetable_every_check CHECK ((every >= 0)),
    CONSTRAINT plans_timetable_lead_days_check CHECK ((lead_days >= 0))
);


ALTER TABLE public.plans_timetable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_timetable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_block (
    id bigint NOT NULL,
    size integer NOT NULL,
    entries bytea NOT NULL,
    names jsonb NOT NULL,
    facets bytea NOT NULL,
    gone integer[] NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT portal_block_size_check CHECK ((size >= 0))
);
ALTER TABLE ONLY public.portal_block ALTER COLUMN entries SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.portal_block ALTER COLUMN facets SET STORAGE EXTERNAL;


ALTER TABLE public.portal_block ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_block_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_entry (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    number bigint NOT NULL,
    part character varying(60) NOT NULL,
    language character varying(10) NOT NULL,
    title text NOT NULL,
    labels text NOT NULL,
    body text NOT NULL,
    lede text NOT NULL,
    note text NOT NULL,
    cites jsonb NOT NULL,
    address text NOT NULL,
    audience character varying(60) NOT NULL,
    year smallint,
    indexed_at timestamp with time zone NOT NULL,
    place integer NOT NULL,
    block_id bigint,
    unit_id bigint,
    CONSTRAINT portal_entry_place_check CHECK ((place >= 0)),
    CONSTRAINT portal_entry_year_check CHECK ((year >= 0))
);


ALTER TABLE public.portal_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_generation (
    id bigint NOT NULL,
    number bigint NOT NULL,
    recent jsonb NOT NULL,
    CONSTRAINT one_generation CHECK ((id = 1)),
    CONSTRAINT portal_generation_number_check CHECK ((number >= 0))
);


ALTER TABLE public.portal_generation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_generation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_known (
    id bigint NOT NULL,
    folded text NOT NULL,
    written text NOT NULL,
    size smallint NOT NULL,
    count integer NOT NULL,
    CONSTRAINT portal_known_count_check CHECK ((count >= 0)),
    CONSTRAINT portal_known_size_check CHECK ((size >= 0))
);


ALTER TABLE public.portal_known ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_known_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_missed (
    id bigint NOT NULL,
    mark character varying(64) NOT NULL,
    words character varying(80) NOT NULL,
    count integer NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    CONSTRAINT portal_missed_count_check CHECK ((count >= 0))
);


ALTER TABLE public.portal_missed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_missed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_mistake (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    path character varying(300) NOT NULL,
    words text NOT NULL,
    reach character varying(200) NOT NULL,
    closed_at timestamp with time zone,
    outcome character varying(500) NOT NULL,
    closed_by_id bigint,
    CONSTRAINT a_closed_mistake_has_its_outcome CHECK (((closed_at IS NULL) OR (NOT ((outcome)::text = ''::text))))
);


ALTER TABLE public.portal_mistake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_mistake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_newspage (
    sitepage_ptr_id integer NOT NULL,
    day date NOT NULL
);


CREATE TABLE public.portal_pack (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(8) NOT NULL,
    slug character varying(80) NOT NULL,
    language character varying(8) NOT NULL,
    title character varying(250) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    manifest jsonb NOT NULL,
    content character varying(200) NOT NULL,
    CONSTRAINT portal_pack_size_check CHECK ((size >= 0))
);


ALTER TABLE public.portal_pack ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_pack_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_roompage (
    sitepage_ptr_id integer NOT NULL,
    room character varying(20) NOT NULL,
    often jsonb NOT NULL
);


CREATE TABLE public.portal_shared (
    id bigint NOT NULL,
    number bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    digest character varying(64) NOT NULL,
    shelves character varying(120)[] NOT NULL,
    is_gone boolean NOT NULL,
    CONSTRAINT portal_shared_number_check CHECK ((number >= 0))
);


ALTER TABLE public.portal_shared ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_shared_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_sitepage (
    page_ptr_id integer NOT NULL,
    lede text NOT NULL,
    body jsonb NOT NULL,
    unit_id bigint
);


CREATE TABLE public.portal_textpage (
    sitepage_ptr_id integer NOT NULL
);


CREATE TABLE public.portal_visit (
    id bigint NOT NULL,
    day date NOT NULL,
    path character varying(300) NOT NULL,
    language character varying(5) NOT NULL,
    source character varying(10) NOT NULL,
    number integer NOT NULL,
    CONSTRAINT portal_visit_number_check CHECK ((number >= 0))
);


ALTER TABLE public.portal_visit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_wordgroup (
    id bigint NOT NULL,
    folded text NOT NULL,
    words text[] NOT NULL,
    counts integer[] NOT NULL,
    docs bytea NOT NULL,
    impacts bytea NOT NULL,
    block_id bigint NOT NULL
);
ALTER TABLE ONLY public.portal_wordgroup ALTER COLUMN docs SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.portal_wordgroup ALTER COLUMN impacts SET STORAGE EXTERNAL;


ALTER TABLE public.portal_wordgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_wordgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);


CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;


CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;


CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);


CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;


CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_cycle (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title character varying(250) NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    due_on date NOT NULL,
    figures_on date,
    outline jsonb NOT NULL,
    annexes jsonb NOT NULL,
    closed_at timestamp with time zone,
    feeds_id bigint,
    regime_id bigint NOT NULL,
    CONSTRAINT a_cycle_does_not_feed_itself CHECK ((NOT ((feeds_id = id) AND (feeds_id IS NOT NULL)))),
    CONSTRAINT a_cycle_ends_after_it_begins CHECK ((period_end > period_start))
);


ALTER TABLE public.reports_cycle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_cycle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_edition (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    content jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    submission_id bigint NOT NULL
);


ALTER TABLE public.reports_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_formintake (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    rows jsonb NOT NULL,
    chosen jsonb NOT NULL,
    answer jsonb,
    entered_by_name character varying(120) NOT NULL,
    carried_out_at timestamp with time zone,
    entered_by_id bigint,
    submission_id bigint NOT NULL
);


ALTER TABLE public.reports_formintake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_formintake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_passage (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key character varying(40) NOT NULL,
    text text NOT NULL,
    revision integer NOT NULL,
    by_name character varying(120) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    by_id bigint,
    submission_id bigint NOT NULL,
    CONSTRAINT reports_passage_revision_check CHECK ((revision >= 0))
);


ALTER TABLE public.reports_passage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_passage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_receipt (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key character varying(120) NOT NULL,
    asked_sha256 character varying(64) NOT NULL,
    answer jsonb,
    unit_id bigint NOT NULL
);


ALTER TABLE public.reports_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_receipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_regime (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title character varying(250) NOT NULL,
    pace character varying(12) NOT NULL,
    chain character varying(12) NOT NULL,
    kinds character varying(20)[] NOT NULL,
    by_assignment boolean NOT NULL,
    needs_approval boolean NOT NULL,
    outline jsonb NOT NULL,
    annexes jsonb NOT NULL,
    recipients character varying(200)[] NOT NULL,
    anchor date,
    until date,
    due_months smallint NOT NULL,
    due_days smallint NOT NULL,
    lead_days smallint NOT NULL,
    plan_id bigint,
    rule_id bigint,
    scope_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT reports_regime_lead_days_check CHECK ((lead_days >= 0)),
    CONSTRAINT what_comes_back_has_a_beginning CHECK ((((pace)::text = 'once'::text) OR (anchor IS NOT NULL)))
);


ALTER TABLE public.reports_regime ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_regime_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_step (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    deed character varying(10) NOT NULL,
    reason text NOT NULL,
    by_name character varying(120) NOT NULL,
    by_id bigint,
    edition_id bigint,
    submission_id bigint NOT NULL
);


ALTER TABLE public.reports_step ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_submission (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    is_expected boolean NOT NULL,
    state character varying(10) NOT NULL,
    head jsonb NOT NULL,
    revision integer NOT NULL,
    changed_at timestamp with time zone,
    first_sent_on date,
    sent_at timestamp with time zone,
    accepted_at timestamp with time zone,
    reason text NOT NULL,
    via character varying(8) NOT NULL,
    cycle_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT reports_submission_revision_check CHECK ((revision >= 0)),
    CONSTRAINT what_was_sent_has_a_day CHECK (((NOT ((state)::text = ANY ((ARRAY['submitted'::character varying, 'accepted'::character varying])::text[]))) OR (first_sent_on IS NOT NULL)))
);


ALTER TABLE public.reports_submission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_token (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(100) NOT NULL,
    hint character varying(12) NOT NULL,
    sha256 character varying(64) NOT NULL,
    made_by_name character varying(120) NOT NULL,
    expires_on date NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    account_id bigint NOT NULL,
    made_by_id bigint,
    unit_id bigint NOT NULL
);


ALTER TABLE public.reports_token ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_answerchange (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    status character varying(12) NOT NULL,
    source character varying(300) NOT NULL,
    by_name character varying(120) NOT NULL,
    by_id bigint,
    recommendation_id bigint NOT NULL
);


ALTER TABLE public.rights_answerchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_answerchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_citation (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    rule character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    settled_at timestamp with time zone,
    exact text NOT NULL,
    before character varying(64) NOT NULL,
    after character varying(64) NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    is_lost boolean NOT NULL,
    code character varying(20) NOT NULL,
    path character varying(60) NOT NULL,
    made_by_id bigint,
    settled_by_id bigint,
    place_id bigint NOT NULL,
    target_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT rights_citation_end_check CHECK (("end" >= 0)),
    CONSTRAINT rights_citation_has_words CHECK (("end" > start)),
    CONSTRAINT rights_citation_start_check CHECK ((start >= 0))
);


ALTER TABLE public.rights_citation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_citation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_doubt (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(20) NOT NULL,
    place character varying(60) NOT NULL,
    message character varying(500) NOT NULL,
    suggestion character varying(24) NOT NULL,
    state character varying(10) NOT NULL,
    settled_at timestamp with time zone,
    settled_by_id bigint,
    recommendation_id bigint,
    review_id bigint NOT NULL
);


ALTER TABLE public.rights_doubt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_doubt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_instrument (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    code character varying(20) NOT NULL,
    kind character varying(12) NOT NULL,
    name_vi character varying(300) NOT NULL,
    name_en character varying(300) NOT NULL,
    short_vi character varying(80) NOT NULL,
    short_en character varying(80) NOT NULL,
    number character varying(60) NOT NULL,
    year smallint,
    names character varying(300)[] NOT NULL,
    "position" smallint NOT NULL,
    kept character varying(30)[] NOT NULL,
    CONSTRAINT rights_instrument_position_check CHECK (("position" >= 0)),
    CONSTRAINT rights_instrument_year_check CHECK ((year >= 0))
);


ALTER TABLE public.rights_instrument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_instrument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_link (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    rule character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    settled_at timestamp with time zone,
    note character varying(300) NOT NULL,
    made_by_id bigint,
    settled_by_id bigint,
    topic_id bigint,
    other_id bigint,
    provision_id bigint NOT NULL,
    CONSTRAINT rights_link_has_one_other_end CHECK ((((other_id IS NULL) AND (topic_id IS NOT NULL)) OR ((other_id IS NOT NULL) AND (topic_id IS NULL)))),
    CONSTRAINT rights_link_in_one_order CHECK (((other_id IS NULL) OR (provision_id < other_id)))
);


ALTER TABLE public.rights_link ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_passage (
    id bigint NOT NULL,
    heading character varying(300) NOT NULL,
    text text NOT NULL,
    pieces jsonb NOT NULL,
    provision_id bigint NOT NULL,
    version_id bigint NOT NULL
);


ALTER TABLE public.rights_passage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_passage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_provision (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    number character varying(20) NOT NULL,
    path character varying(60) NOT NULL,
    ordinal integer NOT NULL,
    subject_vi character varying(250) NOT NULL,
    subject_en character varying(250) NOT NULL,
    in_data boolean NOT NULL,
    kept character varying(30)[] NOT NULL,
    instrument_id bigint NOT NULL,
    parent_id bigint,
    CONSTRAINT rights_provision_ordinal_check CHECK ((ordinal >= 0))
);


ALTER TABLE public.rights_provision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_provision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_recommendation (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    printed character varying(20) NOT NULL,
    occurrence smallint NOT NULL,
    number character varying(24) NOT NULL,
    called character varying(10) NOT NULL,
    paragraph character varying(10) NOT NULL,
    ordinal integer NOT NULL,
    text_en text NOT NULL,
    text_vi text NOT NULL,
    text_vi_source character varying(300) NOT NULL,
    subject_vi character varying(200) NOT NULL,
    subject_en character varying(200) NOT NULL,
    states character varying(200)[] NOT NULL,
    status character varying(12) NOT NULL,
    annotation character varying(60) NOT NULL,
    themes character varying(200)[] NOT NULL,
    in_programme boolean NOT NULL,
    in_source boolean NOT NULL,
    is_split boolean NOT NULL,
    kept character varying(30)[] NOT NULL,
    follow_up character varying(12) NOT NULL,
    followed_up_on date,
    part_of_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT rights_recommendation_occurrence_check CHECK ((occurrence >= 0)),
    CONSTRAINT rights_recommendation_ordinal_check CHECK ((ordinal >= 0))
);


ALTER TABLE public.rights_recommendation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_recommendation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_recommendation_topics (
    id integer NOT NULL,
    recommendation_id bigint NOT NULL,
    topic_id bigint NOT NULL
);


ALTER TABLE public.rights_recommendation_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_recommendation_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_recommendationintake (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    state character varying(8) NOT NULL,
    record jsonb NOT NULL,
    message character varying(500) NOT NULL,
    advice character varying(500) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    entered_by_id bigint NOT NULL,
    file_id bigint NOT NULL
);


ALTER TABLE public.rights_recommendationintake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_recommendationintake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_recommendationprovision (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    rule character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    settled_at timestamp with time zone,
    made_by_id bigint,
    provision_id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    settled_by_id bigint
);


ALTER TABLE public.rights_recommendationprovision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_recommendationprovision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_review (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(120) NOT NULL,
    body character varying(6) NOT NULL,
    cycle smallint,
    symbol character varying(60) NOT NULL,
    adopted_on date,
    "precision" character varying(6) NOT NULL,
    outcome_on date,
    stated smallint,
    stated_supported smallint,
    source character varying(500) NOT NULL,
    note character varying(500) NOT NULL,
    published boolean NOT NULL,
    CONSTRAINT rights_review_cycle_check CHECK ((cycle >= 0)),
    CONSTRAINT rights_review_stated_check CHECK ((stated >= 0)),
    CONSTRAINT rights_review_stated_supported_check CHECK ((stated_supported >= 0))
);


ALTER TABLE public.rights_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_situation (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    slug character varying(80) NOT NULL,
    "group" character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    is_shipped boolean NOT NULL,
    is_placed_here boolean NOT NULL,
    CONSTRAINT rights_situation_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.rights_situation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_situation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_situation_related (
    id integer NOT NULL,
    from_situation_id bigint NOT NULL,
    to_situation_id bigint NOT NULL
);


ALTER TABLE public.rights_situation_related ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_situation_related_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_situation_topics (
    id integer NOT NULL,
    situation_id bigint NOT NULL,
    topic_id bigint NOT NULL
);


ALTER TABLE public.rights_situation_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_situation_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_situationedition (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title character varying(120) NOT NULL,
    lede text NOT NULL,
    asked character varying(80)[] NOT NULL,
    body jsonb NOT NULL,
    number integer NOT NULL,
    origin character varying(10) NOT NULL,
    follows integer NOT NULL,
    translated_by character varying(200) NOT NULL,
    machine_drafted boolean NOT NULL,
    why character varying(300) NOT NULL,
    reviewed_by character varying(200) NOT NULL,
    reviewed_on date,
    shown_at timestamp with time zone,
    saved_by_id bigint,
    text_id bigint NOT NULL,
    CONSTRAINT rights_situationedition_follows_check CHECK ((follows >= 0)),
    CONSTRAINT rights_situationedition_number_check CHECK ((number >= 0))
);


ALTER TABLE public.rights_situationedition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_situationedition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_situationtext (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title character varying(120) NOT NULL,
    lede text NOT NULL,
    asked character varying(80)[] NOT NULL,
    body jsonb NOT NULL,
    language character varying(3) NOT NULL,
    state character varying(10) NOT NULL,
    edition integer NOT NULL,
    follows integer NOT NULL,
    reviewed_by character varying(200) NOT NULL,
    reviewed_on date,
    translated_by character varying(200) NOT NULL,
    machine_drafted boolean NOT NULL,
    cited character varying(40)[] NOT NULL,
    shipped_mark character varying(64) NOT NULL,
    published_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    situation_id bigint NOT NULL,
    CONSTRAINT a_review_has_its_day CHECK (((((reviewed_by)::text = ''::text) AND (reviewed_on IS NULL)) OR ((NOT ((reviewed_by)::text = ''::text)) AND (reviewed_on IS NOT NULL)))),
    CONSTRAINT rights_situationtext_edition_check CHECK ((edition >= 0)),
    CONSTRAINT rights_situationtext_follows_check CHECK ((follows >= 0)),
    CONSTRAINT what_is_published_has_its_time CHECK ((((state)::text = 'draft'::text) OR (published_at IS NOT NULL)))
);


ALTER TABLE public.rights_situationtext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_situationtext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_status (
    id bigint NOT NULL,
    what character varying(14) NOT NULL,
    "on" date NOT NULL,
    "precision" character varying(6) NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(300) NOT NULL,
    stands boolean NOT NULL,
    key character varying(60) NOT NULL,
    instrument_id bigint NOT NULL,
    articles character varying(120) NOT NULL,
    successor_id bigint
);


ALTER TABLE public.rights_status ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_status_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_textintake (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    rows jsonb NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    carried_out_at timestamp with time zone,
    language character varying(10) NOT NULL,
    label character varying(120) NOT NULL,
    title character varying(300) NOT NULL,
    valid_from date,
    source character varying(500) NOT NULL,
    licence character varying(300) NOT NULL,
    is_official boolean NOT NULL,
    notes jsonb NOT NULL,
    entered_by_id bigint NOT NULL,
    instrument_id bigint NOT NULL
);


ALTER TABLE public.rights_textintake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_textintake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_topic (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    name_vi character varying(120) NOT NULL,
    name_en character varying(120) NOT NULL,
    "position" smallint NOT NULL,
    name_km character varying(120) NOT NULL,
    CONSTRAINT rights_topic_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.rights_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.rights_version (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    language character varying(10) NOT NULL,
    label character varying(120) NOT NULL,
    edition smallint NOT NULL,
    title character varying(300) NOT NULL,
    valid_from date,
    valid_until date,
    source character varying(500) NOT NULL,
    licence character varying(300) NOT NULL,
    is_official boolean NOT NULL,
    sign character varying(64) NOT NULL,
    file_name character varying(200) NOT NULL,
    brought_by_id bigint,
    instrument_id bigint NOT NULL,
    CONSTRAINT rights_version_edition_check CHECK ((edition >= 0)),
    CONSTRAINT rights_version_ends_after_it_begins CHECK (((valid_from IS NULL) OR (valid_until IS NULL) OR (valid_until > valid_from)))
);


ALTER TABLE public.rights_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rights_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.simple_translation_simpletranslation (
    id integer NOT NULL
);


ALTER TABLE public.simple_translation_simpletranslation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.simple_translation_simpletranslation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sources_delivery (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    refused jsonb NOT NULL,
    received_by_id bigint,
    unit_id bigint NOT NULL,
    known jsonb NOT NULL
);


ALTER TABLE public.sources_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sources_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sources_sourcefile (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(255) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    content character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    stage character varying(120) NOT NULL,
    error text NOT NULL,
    advice text NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    delivery_id bigint NOT NULL,
    received_by_id bigint,
    replaces_id bigint,
    unit_id bigint NOT NULL,
    attempts smallint NOT NULL,
    reference character varying(120) NOT NULL,
    title text NOT NULL,
    CONSTRAINT sources_sourcefile_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT sources_sourcefile_size_check CHECK ((size >= 0))
);


ALTER TABLE public.sources_sourcefile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sources_sourcefile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sources_storedreading (
    id bigint NOT NULL,
    reader_version character varying(20) NOT NULL,
    record jsonb NOT NULL,
    text text NOT NULL,
    pages integer,
    read_at timestamp with time zone NOT NULL,
    seconds double precision NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT sources_storedreading_pages_check CHECK ((pages >= 0))
);


ALTER TABLE public.sources_storedreading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sources_storedreading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);


ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);


ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);


ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);


ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_apitoken (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    created timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL
);


ALTER TABLE public.wagtailcore_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);


ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);


CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id integer NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);


ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);


CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id integer NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);


ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);


ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);


ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);


ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);


ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);


CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id integer NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);


ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);


ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);


ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);


ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);


CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);


CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);


ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailredirects_redirect (
    id integer NOT NULL,
    old_path character varying(255) NOT NULL,
    is_permanent boolean NOT NULL,
    redirect_link character varying(255) NOT NULL,
    redirect_page_id integer,
    site_id integer,
    automatically_created boolean NOT NULL,
    created_at timestamp with time zone,
    redirect_page_route_path character varying(255) NOT NULL
);


ALTER TABLE public.wagtailredirects_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailredirects_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);


ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);


ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);


ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);


INSERT INTO public.auth_permission VALUES
	(1, 'Can add locale', 3, 'add_locale'),
	(2, 'Can change locale', 3, 'change_locale'),
	(3, 'Can delete locale', 3, 'delete_locale'),
	(4, 'Can view locale', 3, 'view_locale'),
	(5, 'Can add site', 4, 'add_site'),
	(6, 'Can change site', 4, 'change_site'),
	(7, 'Can delete site', 4, 'delete_site'),
	(8, 'Can view site', 4, 'view_site'),
	(9, 'Can add group site permission', 5, 'add_groupsitepermission'),
	(10, 'Can change group site permission', 5, 'change_groupsitepermission'),
	(11, 'Can delete group site permission', 5, 'delete_groupsitepermission'),
	(12, 'Can view group site permission', 5, 'view_groupsitepermission'),
	(13, 'Can add API token', 6, 'add_apitoken'),
	(14, 'Can change API token', 6, 'change_apitoken'),
	(15, 'Can delete API token', 6, 'delete_apitoken'),
	(16, 'Can view API token', 6, 'view_apitoken'),
	(17, 'Can add model log entry', 7, 'add_modellogentry'),
	(18, 'Can change model log entry', 7, 'change_modellogentry'),
	(19, 'Can delete model log entry', 7, 'delete_modellogentry'),
	(20, 'Can view model log entry', 7, 'view_modellogentry'),
	(21, 'Can add revision', 8, 'add_revision'),
	(22, 'Can change revision', 8, 'change_revision'),
	(23, 'Can delete revision', 8, 'delete_revision'),
	(24, 'Can view revision', 8, 'view_revision'),
	(25, 'Can add collection view restriction', 9, 'add_collectionviewrestriction'),
	(26, 'Can change collection view restriction', 9, 'change_collectionviewrestriction'),
	(27, 'Can delete collection view restriction', 9, 'delete_collectionviewrestriction'),
	(28, 'Can view collection view restriction', 9, 'view_collectionviewrestriction'),
	(29, 'Can add collection', 10, 'add_collection'),
	(30, 'Can change collection', 10, 'change_collection'),
	(31, 'Can delete collection', 10, 'delete_collection'),
	(32, 'Can view collection', 10, 'view_collection'),
	(33, 'Can add group collection permission', 11, 'add_groupcollectionpermission'),
	(34, 'Can change group collection permission', 11, 'change_groupcollectionpermission'),
	(35, 'Can delete group collection permission', 11, 'delete_groupcollectionpermission'),
	(36, 'Can view group collection permission', 11, 'view_groupcollectionpermission'),
	(37, 'Can add uploaded file', 12, 'add_uploadedfile'),
	(38, 'Can change uploaded file', 12, 'change_uploadedfile'),
	(39, 'Can delete uploaded file', 12, 'delete_uploadedfile'),
	(40, 'Can view uploaded file', 12, 'view_uploadedfile'),
	(41, 'Can add workflow content type', 13, 'add_workflowcontenttype'),
	(42, 'Can change workflow content type', 13, 'change_workflowcontenttype'),
	(43, 'Can delete workflow content type', 13, 'delete_workflowcontenttype'),
	(44, 'Can view workflow content type', 13, 'view_workflowcontenttype'),
	(45, 'Can add Workflow state', 14, 'add_workflowstate'),
	(46, 'Can change Workflow state', 14, 'change_workflowstate'),
	(47, 'Can delete Workflow state', 14, 'delete_workflowstate'),
	(48, 'Can view Workflow state', 14, 'view_workflowstate'),
	(49, 'Can add workflow', 15, 'add_workflow'),
	(50, 'Can change workflow', 15, 'change_workflow'),
	(51, 'Can delete workflow', 15, 'delete_workflow'),
	(52, 'Can view workflow', 15, 'view_workflow'),
	(53, 'Can add workflow task order', 16, 'add_workflowtask'),
	(54, 'Can change workflow task order', 16, 'change_workflowtask'),
	(55, 'Can delete workflow task order', 16, 'delete_workflowtask'),
	(56, 'Can view workflow task order', 16, 'view_workflowtask'),
	(57, 'Can add task', 17, 'add_task'),
	(58, 'Can change task', 17, 'change_task'),
	(59, 'Can delete task', 17, 'delete_task'),
	(60, 'Can view task', 17, 'view_task'),
	(61, 'Can add Group approval task', 2, 'add_groupapprovaltask'),
	(62, 'Can change Group approval task', 2, 'change_groupapprovaltask'),
	(63, 'Can delete Group approval task', 2, 'delete_groupapprovaltask'),
	(64, 'Can view Group approval task', 2, 'view_groupapprovaltask'),
	(65, 'Can add Task state', 18, 'add_taskstate'),
	(66, 'Can change Task state', 18, 'change_taskstate'),
	(67, 'Can delete Task state', 18, 'delete_taskstate'),
	(68, 'Can view Task state', 18, 'view_taskstate'),
	(69, 'Can add page', 1, 'add_page'),
	(70, 'Can change page', 1, 'change_page'),
	(71, 'Can delete page', 1, 'delete_page'),
	(72, 'Can view page', 1, 'view_page'),
	(73, 'Delete pages with children', 1, 'bulk_delete_page'),
	(74, 'Lock/unlock pages you''ve locked', 1, 'lock_page'),
	(75, 'Publish any page', 1, 'publish_page'),
	(76, 'Unlock any page', 1, 'unlock_page'),
	(77, 'Can add group page permission', 19, 'add_grouppagepermission'),
	(78, 'Can change group page permission', 19, 'change_grouppagepermission'),
	(79, 'Can delete group page permission', 19, 'delete_grouppagepermission'),
	(80, 'Can view group page permission', 19, 'view_grouppagepermission'),
	(81, 'Can add page view restriction', 20, 'add_pageviewrestriction'),
	(82, 'Can change page view restriction', 20, 'change_pageviewrestriction'),
	(83, 'Can delete page view restriction', 20, 'delete_pageviewrestriction'),
	(84, 'Can view page view restriction', 20, 'view_pageviewrestriction'),
	(85, 'Can add workflow page', 21, 'add_workflowpage'),
	(86, 'Can change workflow page', 21, 'change_workflowpage'),
	(87, 'Can delete workflow page', 21, 'delete_workflowpage'),
	(88, 'Can view workflow page', 21, 'view_workflowpage'),
	(89, 'Can add page log entry', 22, 'add_pagelogentry'),
	(90, 'Can change page log entry', 22, 'change_pagelogentry'),
	(91, 'Can delete page log entry', 22, 'delete_pagelogentry'),
	(92, 'Can view page log entry', 22, 'view_pagelogentry'),
	(93, 'Can add comment', 23, 'add_comment'),
	(94, 'Can change comment', 23, 'change_comment'),
	(95, 'Can delete comment', 23, 'delete_comment'),
	(96, 'Can view comment', 23, 'view_comment'),
	(97, 'Can add comment reply', 24, 'add_commentreply'),
	(98, 'Can change comment reply', 24, 'change_commentreply'),
	(99, 'Can delete comment reply', 24, 'delete_commentreply'),
	(100, 'Can view comment reply', 24, 'view_commentreply'),
	(101, 'Can add page subscription', 25, 'add_pagesubscription'),
	(102, 'Can change page subscription', 25, 'change_pagesubscription'),
	(103, 'Can delete page subscription', 25, 'delete_pagesubscription'),
	(104, 'Can view page subscription', 25, 'view_pagesubscription'),
	(105, 'Can add reference index', 26, 'add_referenceindex'),
	(106, 'Can change reference index', 26, 'change_referenceindex'),
	(107, 'Can delete reference index', 26, 'delete_referenceindex'),
	(108, 'Can view reference index', 26, 'view_referenceindex'),
	(109, 'Can access Wagtail admin', 27, 'access_admin'),
	(110, 'Can add người dùng', 28, 'add_user'),
	(111, 'Can change người dùng', 28, 'change_user'),
	(112, 'Can delete người dùng', 28, 'delete_user'),
	(113, 'Can view người dùng', 28, 'view_user'),
	(114, 'Can add mục nhật ký', 29, 'add_auditentry'),
	(115, 'Can change mục nhật ký', 29, 'change_auditentry'),
	(116, 'Can delete mục nhật ký', 29, 'delete_auditentry'),
	(117, 'Can view mục nhật ký', 29, 'view_auditentry'),
	(118, 'Can add thư', 30, 'add_letter'),
	(119, 'Can change thư', 30, 'change_letter'),
	(120, 'Can delete thư', 30, 'delete_letter'),
	(121, 'Can view thư', 30, 'view_letter'),
	(122, 'Can add bước nhắc', 31, 'add_reminderstep'),
	(123, 'Can change bước nhắc', 31, 'change_reminderstep'),
	(124, 'Can delete bước nhắc', 31, 'delete_reminderstep'),
	(125, 'Can view bước nhắc', 31, 'view_reminderstep'),
	(126, 'Can add đã nhắc đến đâu', 32, 'add_told'),
	(127, 'Can change đã nhắc đến đâu', 32, 'change_told'),
	(128, 'Can delete đã nhắc đến đâu', 32, 'delete_told'),
	(129, 'Can view đã nhắc đến đâu', 32, 'view_told'),
	(130, 'Can add đơn vị', 33, 'add_unit'),
	(131, 'Can change đơn vị', 33, 'change_unit'),
	(132, 'Can delete đơn vị', 33, 'delete_unit'),
	(133, 'Can view đơn vị', 33, 'view_unit'),
	(134, 'Can add vai trò trong đơn vị', 34, 'add_membership'),
	(135, 'Can change vai trò trong đơn vị', 34, 'change_membership'),
	(136, 'Can delete vai trò trong đơn vị', 34, 'delete_membership'),
	(137, 'Can view vai trò trong đơn vị', 34, 'view_membership'),
	(138, 'Can add lần sắp xếp', 35, 'add_succession'),
	(139, 'Can change lần sắp xếp', 35, 'change_succession'),
	(140, 'Can delete lần sắp xếp', 35, 'delete_succession'),
	(141, 'Can view lần sắp xếp', 35, 'view_succession'),
	(142, 'Can add phần kế tục', 36, 'add_successionpart'),
	(143, 'Can change phần kế tục', 36, 'change_successionpart'),
	(144, 'Can delete phần kế tục', 36, 'delete_successionpart'),
	(145, 'Can view phần kế tục', 36, 'view_successionpart'),
	(146, 'Can add giai đoạn của đơn vị', 37, 'add_unitversion'),
	(147, 'Can change giai đoạn của đơn vị', 37, 'change_unitversion'),
	(148, 'Can delete giai đoạn của đơn vị', 37, 'delete_unitversion'),
	(149, 'Can view giai đoạn của đơn vị', 37, 'view_unitversion'),
	(150, 'Can add danh sách đơn vị được nhập', 38, 'add_unitintake'),
	(151, 'Can change danh sách đơn vị được nhập', 38, 'change_unitintake'),
	(152, 'Can delete danh sách đơn vị được nhập', 38, 'delete_unitintake'),
	(153, 'Can view danh sách đơn vị được nhập', 38, 'view_unitintake'),
	(154, 'Can add lần kiểm tra dữ liệu', 39, 'add_checkrun'),
	(155, 'Can change lần kiểm tra dữ liệu', 39, 'change_checkrun'),
	(156, 'Can delete lần kiểm tra dữ liệu', 39, 'delete_checkrun'),
	(157, 'Can view lần kiểm tra dữ liệu', 39, 'view_checkrun'),
	(158, 'Can add điều cần sửa trong dữ liệu', 40, 'add_checkhit'),
	(159, 'Can change điều cần sửa trong dữ liệu', 40, 'change_checkhit'),
	(160, 'Can delete điều cần sửa trong dữ liệu', 40, 'delete_checkhit'),
	(161, 'Can view điều cần sửa trong dữ liệu', 40, 'view_checkhit'),
	(162, 'Can add lời mời', 41, 'add_invitation'),
	(163, 'Can change lời mời', 41, 'change_invitation'),
	(164, 'Can delete lời mời', 41, 'delete_invitation'),
	(165, 'Can view lời mời', 41, 'view_invitation'),
	(166, 'Can add danh sách người được nhập', 42, 'add_roster'),
	(167, 'Can change danh sách người được nhập', 42, 'change_roster'),
	(168, 'Can delete danh sách người được nhập', 42, 'delete_roster'),
	(169, 'Can view danh sách người được nhập', 42, 'view_roster'),
	(170, 'Can add lần nhận', 43, 'add_delivery'),
	(171, 'Can change lần nhận', 43, 'change_delivery'),
	(172, 'Can delete lần nhận', 43, 'delete_delivery'),
	(173, 'Can view lần nhận', 43, 'view_delivery'),
	(174, 'Can add tệp nguồn', 44, 'add_sourcefile'),
	(175, 'Can change tệp nguồn', 44, 'change_sourcefile'),
	(176, 'Can delete tệp nguồn', 44, 'delete_sourcefile'),
	(177, 'Can view tệp nguồn', 44, 'view_sourcefile'),
	(178, 'Can add lần đọc', 45, 'add_storedreading'),
	(179, 'Can change lần đọc', 45, 'change_storedreading'),
	(180, 'Can delete lần đọc', 45, 'delete_storedreading'),
	(181, 'Can view lần đọc', 45, 'view_storedreading'),
	(182, 'Can add chủ đề', 46, 'add_topic'),
	(183, 'Can change chủ đề', 46, 'change_topic'),
	(184, 'Can delete chủ đề', 46, 'delete_topic'),
	(185, 'Can view chủ đề', 46, 'view_topic'),
	(186, 'Can add văn kiện', 47, 'add_instrument'),
	(187, 'Can change văn kiện', 47, 'change_instrument'),
	(188, 'Can delete văn kiện', 47, 'delete_instrument'),
	(189, 'Can view văn kiện', 47, 'view_instrument'),
	(190, 'Can add điều khoản', 48, 'add_provision'),
	(191, 'Can change điều khoản', 48, 'change_provision'),
	(192, 'Can delete điều khoản', 48, 'delete_provision'),
	(193, 'Can view điều khoản', 48, 'view_provision'),
	(194, 'Can add liên kết', 49, 'add_link'),
	(195, 'Can change liên kết', 49, 'change_link'),
	(196, 'Can delete liên kết', 49, 'delete_link'),
	(197, 'Can view liên kết', 49, 'view_link'),
	(198, 'Can add mốc của văn kiện', 50, 'add_status'),
	(199, 'Can change mốc của văn kiện', 50, 'change_status'),
	(200, 'Can delete mốc của văn kiện', 50, 'delete_status'),
	(201, 'Can view mốc của văn kiện', 50, 'view_status'),
	(202, 'Can add văn bản đưa vào', 51, 'add_textintake'),
	(203, 'Can change văn bản đưa vào', 51, 'change_textintake'),
	(204, 'Can delete văn bản đưa vào', 51, 'delete_textintake'),
	(205, 'Can view văn bản đưa vào', 51, 'view_textintake'),
	(206, 'Can add bản văn', 52, 'add_version'),
	(207, 'Can change bản văn', 52, 'change_version'),
	(208, 'Can delete bản văn', 52, 'delete_version'),
	(209, 'Can view bản văn', 52, 'view_version'),
	(210, 'Can add đoạn văn', 53, 'add_passage'),
	(211, 'Can change đoạn văn', 53, 'change_passage'),
	(212, 'Can delete đoạn văn', 53, 'delete_passage'),
	(213, 'Can view đoạn văn', 53, 'view_passage'),
	(214, 'Can add trích dẫn', 54, 'add_citation'),
	(215, 'Can change trích dẫn', 54, 'change_citation'),
	(216, 'Can delete trích dẫn', 54, 'delete_citation'),
	(217, 'Can view trích dẫn', 54, 'view_citation'),
	(218, 'Can add hoàn cảnh', 55, 'add_situation'),
	(219, 'Can change hoàn cảnh', 55, 'change_situation'),
	(220, 'Can delete hoàn cảnh', 55, 'delete_situation'),
	(221, 'Can view hoàn cảnh', 55, 'view_situation'),
	(222, 'Can add trang hoàn cảnh', 56, 'add_situationtext'),
	(223, 'Can change trang hoàn cảnh', 56, 'change_situationtext'),
	(224, 'Can delete trang hoàn cảnh', 56, 'delete_situationtext'),
	(225, 'Can view trang hoàn cảnh', 56, 'view_situationtext'),
	(226, 'Can add bản của trang', 57, 'add_situationedition'),
	(227, 'Can change bản của trang', 57, 'change_situationedition'),
	(228, 'Can delete bản của trang', 57, 'delete_situationedition'),
	(229, 'Can view bản của trang', 57, 'view_situationedition'),
	(230, 'Can add khuyến nghị', 58, 'add_recommendation'),
	(231, 'Can change khuyến nghị', 58, 'change_recommendation'),
	(232, 'Can delete khuyến nghị', 58, 'delete_recommendation'),
	(233, 'Can view khuyến nghị', 58, 'view_recommendation'),
	(234, 'Can add trả lời về khuyến nghị', 59, 'add_answerchange'),
	(235, 'Can change trả lời về khuyến nghị', 59, 'change_answerchange'),
	(236, 'Can delete trả lời về khuyến nghị', 59, 'delete_answerchange'),
	(237, 'Can view trả lời về khuyến nghị', 59, 'view_answerchange'),
	(238, 'Can add tệp khuyến nghị', 60, 'add_recommendationintake'),
	(239, 'Can change tệp khuyến nghị', 60, 'change_recommendationintake'),
	(240, 'Can delete tệp khuyến nghị', 60, 'delete_recommendationintake'),
	(241, 'Can view tệp khuyến nghị', 60, 'view_recommendationintake'),
	(242, 'Can add lần rà soát', 61, 'add_review'),
	(243, 'Can change lần rà soát', 61, 'change_review'),
	(244, 'Can delete lần rà soát', 61, 'delete_review'),
	(245, 'Can view lần rà soát', 61, 'view_review'),
	(246, 'Can add điểm nghi vấn', 62, 'add_doubt'),
	(247, 'Can change điểm nghi vấn', 62, 'change_doubt'),
	(248, 'Can delete điểm nghi vấn', 62, 'delete_doubt'),
	(249, 'Can view điểm nghi vấn', 62, 'view_doubt'),
	(250, 'Can add khuyến nghị và điều khoản', 63, 'add_recommendationprovision'),
	(251, 'Can change khuyến nghị và điều khoản', 63, 'change_recommendationprovision'),
	(252, 'Can delete khuyến nghị và điều khoản', 63, 'delete_recommendationprovision'),
	(253, 'Can view khuyến nghị và điều khoản', 63, 'view_recommendationprovision'),
	(254, 'Can add chỉ số', 64, 'add_indicator'),
	(255, 'Can change chỉ số', 64, 'change_indicator'),
	(256, 'Can delete chỉ số', 64, 'delete_indicator'),
	(257, 'Can view chỉ số', 64, 'view_indicator'),
	(258, 'Can add mức phải đạt', 65, 'add_indicatortarget'),
	(259, 'Can change mức phải đạt', 65, 'change_indicatortarget'),
	(260, 'Can delete mức phải đạt', 65, 'delete_indicatortarget'),
	(261, 'Can view mức phải đạt', 65, 'view_indicatortarget'),
	(262, 'Can add bản đồ tính sẵn', 66, 'add_mappair'),
	(263, 'Can change bản đồ tính sẵn', 66, 'change_mappair'),
	(264, 'Can delete bản đồ tính sẵn', 66, 'delete_mappair'),
	(265, 'Can view bản đồ tính sẵn', 66, 'view_mappair'),
	(266, 'Can add số liệu', 67, 'add_observation'),
	(267, 'Can change số liệu', 67, 'change_observation'),
	(268, 'Can delete số liệu', 67, 'delete_observation'),
	(269, 'Can view số liệu', 67, 'view_observation'),
	(270, 'Can add mục được đếm', 68, 'add_observationitem'),
	(271, 'Can change mục được đếm', 68, 'change_observationitem'),
	(272, 'Can delete mục được đếm', 68, 'delete_observationitem'),
	(273, 'Can view mục được đếm', 68, 'view_observationitem'),
	(274, 'Can add chỗ của đơn vị trên bản đồ', 69, 'add_standing'),
	(275, 'Can change chỗ của đơn vị trên bản đồ', 69, 'change_standing'),
	(276, 'Can delete chỗ của đơn vị trên bản đồ', 69, 'delete_standing'),
	(277, 'Can view chỗ của đơn vị trên bản đồ', 69, 'view_standing'),
	(278, 'Can add lần chốt số liệu', 70, 'add_freeze'),
	(279, 'Can change lần chốt số liệu', 70, 'change_freeze'),
	(280, 'Can delete lần chốt số liệu', 70, 'delete_freeze'),
	(281, 'Can view lần chốt số liệu', 70, 'view_freeze'),
	(282, 'Can add số liệu cả nước tính sẵn', 71, 'add_preparedyear'),
	(283, 'Can change số liệu cả nước tính sẵn', 71, 'change_preparedyear'),
	(284, 'Can delete số liệu cả nước tính sẵn', 71, 'delete_preparedyear'),
	(285, 'Can view số liệu cả nước tính sẵn', 71, 'view_preparedyear'),
	(286, 'Can add mục', 72, 'add_item'),
	(287, 'Can change mục', 72, 'change_item'),
	(288, 'Can delete mục', 72, 'delete_item'),
	(289, 'Can view mục', 72, 'view_item'),
	(290, 'Can add lịch riêng', 73, 'add_calendarlink'),
	(291, 'Can change lịch riêng', 73, 'change_calendarlink'),
	(292, 'Can delete lịch riêng', 73, 'delete_calendarlink'),
	(293, 'Can view lịch riêng', 73, 'view_calendarlink'),
	(294, 'Can add chỉ tiêu', 74, 'add_target'),
	(295, 'Can change chỉ tiêu', 74, 'change_target'),
	(296, 'Can delete chỉ tiêu', 74, 'delete_target'),
	(297, 'Can view chỉ tiêu', 74, 'view_target'),
	(298, 'Can add kế hoạch', 75, 'add_plan'),
	(299, 'Can change kế hoạch', 75, 'change_plan'),
	(300, 'Can delete kế hoạch', 75, 'delete_plan'),
	(301, 'Can view kế hoạch', 75, 'view_plan'),
	(302, 'Can add ghép', 76, 'add_match'),
	(303, 'Can change ghép', 76, 'change_match'),
	(304, 'Can delete ghép', 76, 'delete_match'),
	(305, 'Can view ghép', 76, 'view_match'),
	(306, 'Can add điều cần xem', 77, 'add_finding'),
	(307, 'Can change điều cần xem', 77, 'change_finding'),
	(308, 'Can delete điều cần xem', 77, 'delete_finding'),
	(309, 'Can view điều cần xem', 77, 'view_finding'),
	(310, 'Can add nhiệm vụ', 78, 'add_task'),
	(311, 'Can change nhiệm vụ', 78, 'change_task'),
	(312, 'Can delete nhiệm vụ', 78, 'delete_task'),
	(313, 'Can view nhiệm vụ', 78, 'view_task'),
	(314, 'Can add trách nhiệm', 79, 'add_responsibility'),
	(315, 'Can change trách nhiệm', 79, 'change_responsibility'),
	(316, 'Can delete trách nhiệm', 79, 'delete_responsibility'),
	(317, 'Can view trách nhiệm', 79, 'view_responsibility'),
	(318, 'Can add việc được giao', 80, 'add_assignment'),
	(319, 'Can change việc được giao', 80, 'change_assignment'),
	(320, 'Can delete việc được giao', 80, 'delete_assignment'),
	(321, 'Can view việc được giao', 80, 'view_assignment'),
	(322, 'Can add minh chứng', 81, 'add_evidence'),
	(323, 'Can change minh chứng', 81, 'change_evidence'),
	(324, 'Can delete minh chứng', 81, 'delete_evidence'),
	(325, 'Can view minh chứng', 81, 'view_evidence'),
	(326, 'Can add minh chứng của việc', 82, 'add_evidencelink'),
	(327, 'Can change minh chứng của việc', 82, 'change_evidencelink'),
	(328, 'Can delete minh chứng của việc', 82, 'delete_evidencelink'),
	(329, 'Can view minh chứng của việc', 82, 'view_evidencelink'),
	(330, 'Can add tiến độ', 83, 'add_progress'),
	(331, 'Can change tiến độ', 83, 'change_progress'),
	(332, 'Can delete tiến độ', 83, 'delete_progress'),
	(333, 'Can view tiến độ', 83, 'view_progress'),
	(334, 'Can add hỏi đáp', 84, 'add_question'),
	(335, 'Can change hỏi đáp', 84, 'change_question'),
	(336, 'Can delete hỏi đáp', 84, 'delete_question'),
	(337, 'Can view hỏi đáp', 84, 'view_question'),
	(338, 'Can add nhiệm vụ phục vụ chỉ tiêu', 85, 'add_serving'),
	(339, 'Can change nhiệm vụ phục vụ chỉ tiêu', 85, 'change_serving'),
	(340, 'Can delete nhiệm vụ phục vụ chỉ tiêu', 85, 'delete_serving'),
	(341, 'Can view nhiệm vụ phục vụ chỉ tiêu', 85, 'view_serving'),
	(342, 'Can add lịch của việc', 86, 'add_timetable'),
	(343, 'Can change lịch của việc', 86, 'change_timetable'),
	(344, 'Can delete lịch của việc', 86, 'delete_timetable'),
	(345, 'Can view lịch của việc', 86, 'view_timetable'),
	(346, 'Can add điều đang chờ của một việc', 87, 'add_awaited'),
	(347, 'Can change điều đang chờ của một việc', 87, 'change_awaited'),
	(348, 'Can delete điều đang chờ của một việc', 87, 'delete_awaited'),
	(349, 'Can view điều đang chờ của một việc', 87, 'view_awaited'),
	(350, 'Can add tiến độ của khuyến nghị', 88, 'add_followup'),
	(351, 'Can change tiến độ của khuyến nghị', 88, 'change_followup'),
	(352, 'Can delete tiến độ của khuyến nghị', 88, 'delete_followup'),
	(353, 'Can view tiến độ của khuyến nghị', 88, 'view_followup'),
	(354, 'Can add chỉ số của khuyến nghị', 89, 'add_recommendationindicator'),
	(355, 'Can change chỉ số của khuyến nghị', 89, 'change_recommendationindicator'),
	(356, 'Can delete chỉ số của khuyến nghị', 89, 'delete_recommendationindicator'),
	(357, 'Can view chỉ số của khuyến nghị', 89, 'view_recommendationindicator'),
	(358, 'Can add nhiệm vụ của khuyến nghị', 90, 'add_recommendationtask'),
	(359, 'Can change nhiệm vụ của khuyến nghị', 90, 'change_recommendationtask'),
	(360, 'Can delete nhiệm vụ của khuyến nghị', 90, 'delete_recommendationtask'),
	(361, 'Can view nhiệm vụ của khuyến nghị', 90, 'view_recommendationtask'),
	(362, 'Can add tệp của thư viện', 91, 'add_storedfile'),
	(363, 'Can change tệp của thư viện', 91, 'change_storedfile'),
	(364, 'Can delete tệp của thư viện', 91, 'delete_storedfile'),
	(365, 'Can view tệp của thư viện', 91, 'view_storedfile'),
	(366, 'Can add bản xem của tệp', 92, 'add_rendition'),
	(367, 'Can change bản xem của tệp', 92, 'change_rendition'),
	(368, 'Can delete bản xem của tệp', 92, 'delete_rendition'),
	(369, 'Can view bản xem của tệp', 92, 'view_rendition'),
	(370, 'Can add gói phát hành', 93, 'add_bundle'),
	(371, 'Can change gói phát hành', 93, 'change_bundle'),
	(372, 'Can delete gói phát hành', 93, 'delete_bundle'),
	(373, 'Can view gói phát hành', 93, 'view_bundle'),
	(374, 'Can add mục của gói', 94, 'add_bundleitem'),
	(375, 'Can change mục của gói', 94, 'change_bundleitem'),
	(376, 'Can delete mục của gói', 94, 'delete_bundleitem'),
	(377, 'Can view mục của gói', 94, 'view_bundleitem'),
	(378, 'Can add sản phẩm truyền thông', 95, 'add_product'),
	(379, 'Can change sản phẩm truyền thông', 95, 'change_product'),
	(380, 'Can delete sản phẩm truyền thông', 95, 'delete_product'),
	(381, 'Can view sản phẩm truyền thông', 95, 'view_product'),
	(382, 'Can add bản đã phát hành', 96, 'add_productedition'),
	(383, 'Can change bản đã phát hành', 96, 'change_productedition'),
	(384, 'Can delete bản đã phát hành', 96, 'delete_productedition'),
	(385, 'Can view bản đã phát hành', 96, 'view_productedition'),
	(386, 'Can add tệp của sản phẩm', 97, 'add_productfile'),
	(387, 'Can change tệp của sản phẩm', 97, 'change_productfile'),
	(388, 'Can delete tệp của sản phẩm', 97, 'delete_productfile'),
	(389, 'Can view tệp của sản phẩm', 97, 'view_productfile'),
	(390, 'Can add điều mà sản phẩm nói tới', 98, 'add_productprovision'),
	(391, 'Can change điều mà sản phẩm nói tới', 98, 'change_productprovision'),
	(392, 'Can delete điều mà sản phẩm nói tới', 98, 'delete_productprovision'),
	(393, 'Can view điều mà sản phẩm nói tới', 98, 'view_productprovision'),
	(394, 'Can add bước của sản phẩm', 99, 'add_productstep'),
	(395, 'Can change bước của sản phẩm', 99, 'change_productstep'),
	(396, 'Can delete bước của sản phẩm', 99, 'delete_productstep'),
	(397, 'Can view bước của sản phẩm', 99, 'view_productstep'),
	(398, 'Can add nhiệm vụ mà sản phẩm thực hiện', 100, 'add_producttask'),
	(399, 'Can change nhiệm vụ mà sản phẩm thực hiện', 100, 'change_producttask'),
	(400, 'Can delete nhiệm vụ mà sản phẩm thực hiện', 100, 'delete_producttask'),
	(401, 'Can view nhiệm vụ mà sản phẩm thực hiện', 100, 'view_producttask'),
	(402, 'Can add liên kết góp ý', 101, 'add_reviewlink'),
	(403, 'Can change liên kết góp ý', 101, 'change_reviewlink'),
	(404, 'Can delete liên kết góp ý', 101, 'delete_reviewlink'),
	(405, 'Can view liên kết góp ý', 101, 'view_reviewlink'),
	(406, 'Can add góp ý', 102, 'add_comment'),
	(407, 'Can change góp ý', 102, 'change_comment'),
	(408, 'Can delete góp ý', 102, 'delete_comment'),
	(409, 'Can view góp ý', 102, 'view_comment'),
	(410, 'Can add nguồn sản phẩm', 103, 'add_source'),
	(411, 'Can change nguồn sản phẩm', 103, 'change_source'),
	(412, 'Can delete nguồn sản phẩm', 103, 'delete_source'),
	(413, 'Can view nguồn sản phẩm', 103, 'view_source'),
	(414, 'Can add lần lấy', 104, 'add_harvestrun'),
	(415, 'Can change lần lấy', 104, 'change_harvestrun'),
	(416, 'Can delete lần lấy', 104, 'delete_harvestrun'),
	(417, 'Can view lần lấy', 104, 'view_harvestrun'),
	(418, 'Can add sản phẩm từ nơi khác', 105, 'add_gathered'),
	(419, 'Can change sản phẩm từ nơi khác', 105, 'change_gathered'),
	(420, 'Can delete sản phẩm từ nơi khác', 105, 'delete_gathered'),
	(421, 'Can view sản phẩm từ nơi khác', 105, 'view_gathered'),
	(422, 'Can add lượt viết', 106, 'add_writing'),
	(423, 'Can change lượt viết', 106, 'change_writing'),
	(424, 'Can delete lượt viết', 106, 'delete_writing'),
	(425, 'Can view lượt viết', 106, 'view_writing'),
	(426, 'Can add dự toán', 107, 'add_estimate'),
	(427, 'Can change dự toán', 107, 'change_estimate'),
	(428, 'Can delete dự toán', 107, 'delete_estimate'),
	(429, 'Can view dự toán', 107, 'view_estimate'),
	(430, 'Can add bảng dự toán được nhập', 108, 'add_estimateintake'),
	(431, 'Can change bảng dự toán được nhập', 108, 'change_estimateintake'),
	(432, 'Can delete bảng dự toán được nhập', 108, 'delete_estimateintake'),
	(433, 'Can view bảng dự toán được nhập', 108, 'view_estimateintake'),
	(434, 'Can add dòng dự toán', 109, 'add_estimateline'),
	(435, 'Can change dòng dự toán', 109, 'change_estimateline'),
	(436, 'Can delete dòng dự toán', 109, 'delete_estimateline'),
	(437, 'Can view dòng dự toán', 109, 'view_estimateline'),
	(438, 'Can add khoản chi', 110, 'add_spending'),
	(439, 'Can change khoản chi', 110, 'change_spending'),
	(440, 'Can delete khoản chi', 110, 'delete_spending'),
	(441, 'Can view khoản chi', 110, 'view_spending'),
	(442, 'Can add bản đã chốt', 111, 'add_edition'),
	(443, 'Can change bản đã chốt', 111, 'change_edition'),
	(444, 'Can delete bản đã chốt', 111, 'delete_edition'),
	(445, 'Can view bản đã chốt', 111, 'view_edition'),
	(446, 'Can add chế độ báo cáo', 112, 'add_regime'),
	(447, 'Can change chế độ báo cáo', 112, 'change_regime'),
	(448, 'Can delete chế độ báo cáo', 112, 'delete_regime'),
	(449, 'Can view chế độ báo cáo', 112, 'view_regime'),
	(450, 'Can add đợt báo cáo', 113, 'add_cycle'),
	(451, 'Can change đợt báo cáo', 113, 'change_cycle'),
	(452, 'Can delete đợt báo cáo', 113, 'delete_cycle'),
	(453, 'Can view đợt báo cáo', 113, 'view_cycle'),
	(454, 'Can add báo cáo của đơn vị', 114, 'add_submission'),
	(455, 'Can change báo cáo của đơn vị', 114, 'change_submission'),
	(456, 'Can delete báo cáo của đơn vị', 114, 'delete_submission'),
	(457, 'Can view báo cáo của đơn vị', 114, 'view_submission'),
	(458, 'Can add bước của báo cáo', 115, 'add_step'),
	(459, 'Can change bước của báo cáo', 115, 'change_step'),
	(460, 'Can delete bước của báo cáo', 115, 'delete_step'),
	(461, 'Can view bước của báo cáo', 115, 'view_step'),
	(462, 'Can add đoạn báo cáo', 116, 'add_passage'),
	(463, 'Can change đoạn báo cáo', 116, 'change_passage'),
	(464, 'Can delete đoạn báo cáo', 116, 'delete_passage'),
	(465, 'Can view đoạn báo cáo', 116, 'view_passage'),
	(466, 'Can add biên nhận', 117, 'add_receipt'),
	(467, 'Can change biên nhận', 117, 'change_receipt'),
	(468, 'Can delete biên nhận', 117, 'delete_receipt'),
	(469, 'Can view biên nhận', 117, 'view_receipt'),
	(470, 'Can add khóa kết nối', 118, 'add_token'),
	(471, 'Can change khóa kết nối', 118, 'change_token'),
	(472, 'Can delete khóa kết nối', 118, 'delete_token'),
	(473, 'Can view khóa kết nối', 118, 'view_token'),
	(474, 'Can add biểu đã nộp', 119, 'add_formintake'),
	(475, 'Can change biểu đã nộp', 119, 'change_formintake'),
	(476, 'Can delete biểu đã nộp', 119, 'delete_formintake'),
	(477, 'Can view biểu đã nộp', 119, 'view_formintake'),
	(478, 'Can add lần đổi của trang công cộng', 120, 'add_generation'),
	(479, 'Can change lần đổi của trang công cộng', 120, 'change_generation'),
	(480, 'Can delete lần đổi của trang công cộng', 120, 'delete_generation'),
	(481, 'Can view lần đổi của trang công cộng', 120, 'view_generation'),
	(482, 'Can add trang', 121, 'add_sitepage'),
	(483, 'Can change trang', 121, 'change_sitepage'),
	(484, 'Can delete trang', 121, 'delete_sitepage'),
	(485, 'Can view trang', 121, 'view_sitepage'),
	(486, 'Can add tin', 122, 'add_newspage'),
	(487, 'Can change tin', 122, 'change_newspage'),
	(488, 'Can delete tin', 122, 'delete_newspage'),
	(489, 'Can view tin', 122, 'view_newspage'),
	(490, 'Can add trang phòng', 123, 'add_roompage'),
	(491, 'Can change trang phòng', 123, 'change_roompage'),
	(492, 'Can delete trang phòng', 123, 'delete_roompage'),
	(493, 'Can view trang phòng', 123, 'view_roompage'),
	(494, 'Can add trang văn bản', 124, 'add_textpage'),
	(495, 'Can change trang văn bản', 124, 'change_textpage'),
	(496, 'Can delete trang văn bản', 124, 'delete_textpage'),
	(497, 'Can view trang văn bản', 124, 'view_textpage'),
	(498, 'Can add khối của chỉ mục', 125, 'add_block'),
	(499, 'Can change khối của chỉ mục', 125, 'change_block'),
	(500, 'Can delete khối của chỉ mục', 125, 'delete_block');
INSERT INTO public.auth_permission VALUES
	(501, 'Can view khối của chỉ mục', 125, 'view_block'),
	(502, 'Can add chữ đã biết', 126, 'add_known'),
	(503, 'Can change chữ đã biết', 126, 'change_known'),
	(504, 'Can delete chữ đã biết', 126, 'delete_known'),
	(505, 'Can view chữ đã biết', 126, 'view_known'),
	(506, 'Can add lượt tìm không có kết quả', 127, 'add_missed'),
	(507, 'Can change lượt tìm không có kết quả', 127, 'change_missed'),
	(508, 'Can delete lượt tìm không có kết quả', 127, 'delete_missed'),
	(509, 'Can view lượt tìm không có kết quả', 127, 'view_missed'),
	(510, 'Can add mục tìm được', 128, 'add_entry'),
	(511, 'Can change mục tìm được', 128, 'change_entry'),
	(512, 'Can delete mục tìm được', 128, 'delete_entry'),
	(513, 'Can view mục tìm được', 128, 'view_entry'),
	(514, 'Can add nhóm chữ', 129, 'add_wordgroup'),
	(515, 'Can change nhóm chữ', 129, 'change_wordgroup'),
	(516, 'Can delete nhóm chữ', 129, 'delete_wordgroup'),
	(517, 'Can view nhóm chữ', 129, 'view_wordgroup'),
	(518, 'Can add lượt xem', 130, 'add_visit'),
	(519, 'Can change lượt xem', 130, 'change_visit'),
	(520, 'Can delete lượt xem', 130, 'delete_visit'),
	(521, 'Can view lượt xem', 130, 'view_visit'),
	(522, 'Can add chỗ sai được báo', 131, 'add_mistake'),
	(523, 'Can change chỗ sai được báo', 131, 'change_mistake'),
	(524, 'Can delete chỗ sai được báo', 131, 'delete_mistake'),
	(525, 'Can view chỗ sai được báo', 131, 'view_mistake'),
	(526, 'Can add gói tải về', 132, 'add_pack'),
	(527, 'Can change gói tải về', 132, 'change_pack'),
	(528, 'Can delete gói tải về', 132, 'delete_pack'),
	(529, 'Can view gói tải về', 132, 'view_pack'),
	(530, 'Can add thứ đã chia sẻ', 133, 'add_shared'),
	(531, 'Can change thứ đã chia sẻ', 133, 'change_shared'),
	(532, 'Can delete thứ đã chia sẻ', 133, 'delete_shared'),
	(533, 'Can view thứ đã chia sẻ', 133, 'view_shared'),
	(534, 'Can add redirect', 134, 'add_redirect'),
	(535, 'Can change redirect', 134, 'change_redirect'),
	(536, 'Can delete redirect', 134, 'delete_redirect'),
	(537, 'Can view redirect', 134, 'view_redirect'),
	(538, 'Can submit translations', 135, 'submit_translation'),
	(539, 'Can add user profile', 136, 'add_userprofile'),
	(540, 'Can change user profile', 136, 'change_userprofile'),
	(541, 'Can delete user profile', 136, 'delete_userprofile'),
	(542, 'Can view user profile', 136, 'view_userprofile'),
	(543, 'Can add editing session', 137, 'add_editingsession'),
	(544, 'Can change editing session', 137, 'change_editingsession'),
	(545, 'Can delete editing session', 137, 'delete_editingsession'),
	(546, 'Can view editing session', 137, 'view_editingsession'),
	(547, 'Can add form state', 138, 'add_formstate'),
	(548, 'Can change form state', 138, 'change_formstate'),
	(549, 'Can delete form state', 138, 'delete_formstate'),
	(550, 'Can view form state', 138, 'view_formstate'),
	(551, 'Can add index entry', 139, 'add_indexentry'),
	(552, 'Can change index entry', 139, 'change_indexentry'),
	(553, 'Can delete index entry', 139, 'delete_indexentry'),
	(554, 'Can view index entry', 139, 'view_indexentry'),
	(555, 'Can add tag', 140, 'add_tag'),
	(556, 'Can change tag', 140, 'change_tag'),
	(557, 'Can delete tag', 140, 'delete_tag'),
	(558, 'Can view tag', 140, 'view_tag'),
	(559, 'Can add tagged item', 141, 'add_taggeditem'),
	(560, 'Can change tagged item', 141, 'change_taggeditem'),
	(561, 'Can delete tagged item', 141, 'delete_taggeditem'),
	(562, 'Can view tagged item', 141, 'view_taggeditem'),
	(563, 'Can add permission', 142, 'add_permission'),
	(564, 'Can change permission', 142, 'change_permission'),
	(565, 'Can delete permission', 142, 'delete_permission'),
	(566, 'Can view permission', 142, 'view_permission'),
	(567, 'Can add group', 143, 'add_group'),
	(568, 'Can change group', 143, 'change_group'),
	(569, 'Can delete group', 143, 'delete_group'),
	(570, 'Can view group', 143, 'view_group'),
	(571, 'Can add content type', 144, 'add_contenttype'),
	(572, 'Can change content type', 144, 'change_contenttype'),
	(573, 'Can delete content type', 144, 'delete_contenttype'),
	(574, 'Can view content type', 144, 'view_contenttype'),
	(575, 'Can add session', 145, 'add_session'),
	(576, 'Can change session', 145, 'change_session'),
	(577, 'Can delete session', 145, 'delete_session'),
	(578, 'Can view session', 145, 'view_session'),
	(579, 'Can add email address', 146, 'add_emailaddress'),
	(580, 'Can change email address', 146, 'change_emailaddress'),
	(581, 'Can delete email address', 146, 'delete_emailaddress'),
	(582, 'Can view email address', 146, 'view_emailaddress'),
	(583, 'Can add email confirmation', 147, 'add_emailconfirmation'),
	(584, 'Can change email confirmation', 147, 'change_emailconfirmation'),
	(585, 'Can delete email confirmation', 147, 'delete_emailconfirmation'),
	(586, 'Can view email confirmation', 147, 'view_emailconfirmation'),
	(587, 'Can add authenticator', 148, 'add_authenticator'),
	(588, 'Can change authenticator', 148, 'change_authenticator'),
	(589, 'Can delete authenticator', 148, 'delete_authenticator'),
	(590, 'Can view authenticator', 148, 'view_authenticator'),
	(591, 'Can add procrastinate event', 149, 'add_procrastinateevent'),
	(592, 'Can change procrastinate event', 149, 'change_procrastinateevent'),
	(593, 'Can delete procrastinate event', 149, 'delete_procrastinateevent'),
	(594, 'Can view procrastinate event', 149, 'view_procrastinateevent'),
	(595, 'Can add procrastinate job', 150, 'add_procrastinatejob'),
	(596, 'Can change procrastinate job', 150, 'change_procrastinatejob'),
	(597, 'Can delete procrastinate job', 150, 'delete_procrastinatejob'),
	(598, 'Can view procrastinate job', 150, 'view_procrastinatejob'),
	(599, 'Can add procrastinate periodic defer', 151, 'add_procrastinateperiodicdefer'),
	(600, 'Can change procrastinate periodic defer', 151, 'change_procrastinateperiodicdefer'),
	(601, 'Can delete procrastinate periodic defer', 151, 'delete_procrastinateperiodicdefer'),
	(602, 'Can view procrastinate periodic defer', 151, 'view_procrastinateperiodicdefer'),
	(603, 'Can add procrastinate worker', 152, 'add_procrastinateworker'),
	(604, 'Can change procrastinate worker', 152, 'change_procrastinateworker'),
	(605, 'Can delete procrastinate worker', 152, 'delete_procrastinateworker'),
	(606, 'Can view procrastinate worker', 152, 'view_procrastinateworker');


INSERT INTO public.django_content_type VALUES
	(1, 'wagtailcore', 'page'),
	(2, 'wagtailcore', 'groupapprovaltask'),
	(3, 'wagtailcore', 'locale'),
	(4, 'wagtailcore', 'site'),
	(5, 'wagtailcore', 'groupsitepermission'),
	(6, 'wagtailcore', 'apitoken'),
	(7, 'wagtailcore', 'modellogentry'),
	(8, 'wagtailcore', 'revision'),
	(9, 'wagtailcore', 'collectionviewrestriction'),
	(10, 'wagtailcore', 'collection'),
	(11, 'wagtailcore', 'groupcollectionpermission'),
	(12, 'wagtailcore', 'uploadedfile'),
	(13, 'wagtailcore', 'workflowcontenttype'),
	(14, 'wagtailcore', 'workflowstate'),
	(15, 'wagtailcore', 'workflow'),
	(16, 'wagtailcore', 'workflowtask'),
	(17, 'wagtailcore', 'task'),
	(18, 'wagtailcore', 'taskstate'),
	(19, 'wagtailcore', 'grouppagepermission'),
	(20, 'wagtailcore', 'pageviewrestriction'),
	(21, 'wagtailcore', 'workflowpage'),
	(22, 'wagtailcore', 'pagelogentry'),
	(23, 'wagtailcore', 'comment'),
	(24, 'wagtailcore', 'commentreply'),
	(25, 'wagtailcore', 'pagesubscription'),
	(26, 'wagtailcore', 'referenceindex'),
	(27, 'wagtailadmin', 'admin'),
	(28, 'accounts', 'user'),
	(29, 'accounts', 'auditentry'),
	(30, 'accounts', 'letter'),
	(31, 'accounts', 'reminderstep'),
	(32, 'accounts', 'told'),
	(33, 'organisation', 'unit'),
	(34, 'organisation', 'membership'),
	(35, 'organisation', 'succession'),
	(36, 'organisation', 'successionpart'),
	(37, 'organisation', 'unitversion'),
	(38, 'organisation', 'unitintake'),
	(39, 'organisation', 'checkrun'),
	(40, 'organisation', 'checkhit'),
	(41, 'organisation', 'invitation'),
	(42, 'organisation', 'roster'),
	(43, 'sources', 'delivery'),
	(44, 'sources', 'sourcefile'),
	(45, 'sources', 'storedreading'),
	(46, 'rights', 'topic'),
	(47, 'rights', 'instrument'),
	(48, 'rights', 'provision'),
	(49, 'rights', 'link'),
	(50, 'rights', 'status'),
	(51, 'rights', 'textintake'),
	(52, 'rights', 'version'),
	(53, 'rights', 'passage'),
	(54, 'rights', 'citation'),
	(55, 'rights', 'situation'),
	(56, 'rights', 'situationtext'),
	(57, 'rights', 'situationedition'),
	(58, 'rights', 'recommendation'),
	(59, 'rights', 'answerchange'),
	(60, 'rights', 'recommendationintake'),
	(61, 'rights', 'review'),
	(62, 'rights', 'doubt'),
	(63, 'rights', 'recommendationprovision'),
	(64, 'indicators', 'indicator'),
	(65, 'indicators', 'indicatortarget'),
	(66, 'indicators', 'mappair'),
	(67, 'indicators', 'observation'),
	(68, 'indicators', 'observationitem'),
	(69, 'indicators', 'standing'),
	(70, 'indicators', 'freeze'),
	(71, 'indicators', 'preparedyear'),
	(72, 'plans', 'item'),
	(73, 'plans', 'calendarlink'),
	(74, 'plans', 'target'),
	(75, 'plans', 'plan'),
	(76, 'plans', 'match'),
	(77, 'plans', 'finding'),
	(78, 'plans', 'task'),
	(79, 'plans', 'responsibility'),
	(80, 'plans', 'assignment'),
	(81, 'plans', 'evidence'),
	(82, 'plans', 'evidencelink'),
	(83, 'plans', 'progress'),
	(84, 'plans', 'question'),
	(85, 'plans', 'serving'),
	(86, 'plans', 'timetable'),
	(87, 'plans', 'awaited'),
	(88, 'plans', 'followup'),
	(89, 'plans', 'recommendationindicator'),
	(90, 'plans', 'recommendationtask'),
	(91, 'library', 'storedfile'),
	(92, 'library', 'rendition'),
	(93, 'library', 'bundle'),
	(94, 'library', 'bundleitem'),
	(95, 'library', 'product'),
	(96, 'library', 'productedition'),
	(97, 'library', 'productfile'),
	(98, 'library', 'productprovision'),
	(99, 'library', 'productstep'),
	(100, 'library', 'producttask'),
	(101, 'library', 'reviewlink'),
	(102, 'library', 'comment'),
	(103, 'library', 'source'),
	(104, 'library', 'harvestrun'),
	(105, 'library', 'gathered'),
	(106, 'library', 'writing'),
	(107, 'budget', 'estimate'),
	(108, 'budget', 'estimateintake'),
	(109, 'budget', 'estimateline'),
	(110, 'budget', 'spending'),
	(111, 'reports', 'edition'),
	(112, 'reports', 'regime'),
	(113, 'reports', 'cycle'),
	(114, 'reports', 'submission'),
	(115, 'reports', 'step'),
	(116, 'reports', 'passage'),
	(117, 'reports', 'receipt'),
	(118, 'reports', 'token'),
	(119, 'reports', 'formintake'),
	(120, 'portal', 'generation'),
	(121, 'portal', 'sitepage'),
	(122, 'portal', 'newspage'),
	(123, 'portal', 'roompage'),
	(124, 'portal', 'textpage'),
	(125, 'portal', 'block'),
	(126, 'portal', 'known'),
	(127, 'portal', 'missed'),
	(128, 'portal', 'entry'),
	(129, 'portal', 'wordgroup'),
	(130, 'portal', 'visit'),
	(131, 'portal', 'mistake'),
	(132, 'portal', 'pack'),
	(133, 'portal', 'shared'),
	(134, 'wagtailredirects', 'redirect'),
	(135, 'simple_translation', 'simpletranslation'),
	(136, 'wagtailusers', 'userprofile'),
	(137, 'wagtailadmin', 'editingsession'),
	(138, 'wagtailadmin', 'formstate'),
	(139, 'modelsearch', 'indexentry'),
	(140, 'taggit', 'tag'),
	(141, 'taggit', 'taggeditem'),
	(142, 'auth', 'permission'),
	(143, 'auth', 'group'),
	(144, 'contenttypes', 'contenttype'),
	(145, 'sessions', 'session'),
	(146, 'account', 'emailaddress'),
	(147, 'account', 'emailconfirmation'),
	(148, 'mfa', 'authenticator'),
	(149, 'procrastinate', 'procrastinateevent'),
	(150, 'procrastinate', 'procrastinatejob'),
	(151, 'procrastinate', 'procrastinateperiodicdefer'),
	(152, 'procrastinate', 'procrastinateworker');


INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-11-28 02:16:08.126773+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-11-28 02:16:08.134255+00'),
	(3, 'auth', '0001_initial', '2026-11-28 02:16:08.163568+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-11-28 02:16:08.171286+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-11-28 02:16:08.177917+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-11-28 02:16:08.184332+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-11-28 02:16:08.19076+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-11-28 02:16:08.191975+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-28 02:16:08.198295+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-11-28 02:16:08.204571+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-28 02:16:08.210905+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-11-28 02:16:08.217998+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-11-28 02:16:08.224363+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-28 02:16:08.230467+00'),
	(15, 'accounts', '0001_initial', '2026-11-28 02:16:08.299055+00'),
	(16, 'modelsearch', '0001_initial', '2026-11-28 02:16:08.318198+00'),
	(17, 'modelsearch', '0002_customise_indexentry', '2026-11-28 02:16:08.345774+00'),
	(18, 'modelsearch', '0003_add_text_fields', '2026-11-28 02:16:08.357384+00'),
	(19, 'modelsearch', '0004_rename_modelsear_autocom_476c89_gin_modelsearch_autocom_ea8581_gin_and_more', '2026-11-28 02:16:08.369393+00'),
	(20, 'wagtailusers', '0001_initial', '2026-11-28 02:16:08.386337+00'),
	(21, 'wagtailusers', '0002_add_verbose_name_on_userprofile', '2026-11-28 02:16:08.415253+00'),
	(22, 'wagtailusers', '0003_add_verbose_names', '2026-11-28 02:16:08.425284+00'),
	(23, 'wagtailusers', '0004_capitalizeverbose', '2026-11-28 02:16:08.458829+00'),
	(24, 'wagtailusers', '0005_make_related_name_wagtail_specific', '2026-11-28 02:16:08.471333+00'),
	(25, 'wagtailusers', '0006_userprofile_prefered_language', '2026-11-28 02:16:08.479865+00'),
	(26, 'wagtailusers', '0007_userprofile_current_time_zone', '2026-11-28 02:16:08.488447+00'),
	(27, 'wagtailusers', '0008_userprofile_avatar', '2026-11-28 02:16:08.494861+00'),
	(28, 'wagtailusers', '0009_userprofile_verbose_name_plural', '2026-11-28 02:16:08.501509+00'),
	(29, 'wagtailusers', '0010_userprofile_updated_comments_notifications', '2026-11-28 02:16:08.508387+00'),
	(30, 'wagtailusers', '0011_userprofile_dismissibles', '2026-11-28 02:16:08.515858+00'),
	(31, 'wagtailusers', '0012_userprofile_theme', '2026-11-28 02:16:08.522343+00'),
	(32, 'wagtailusers', '0013_userprofile_density', '2026-11-28 02:16:08.529459+00'),
	(33, 'wagtailusers', '0014_userprofile_contrast', '2026-11-28 02:16:08.537077+00'),
	(34, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', '2026-11-28 02:16:08.544568+00'),
	(35, 'wagtailcore', '0001_initial', '2026-11-28 02:16:08.679475+00'),
	(36, 'wagtailcore', '0002_initial_data', '2026-11-28 02:16:08.680841+00'),
	(37, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '2026-11-28 02:16:08.681435+00'),
	(38, 'wagtailcore', '0004_page_locked', '2026-11-28 02:16:08.681882+00'),
	(39, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', '2026-11-28 02:16:08.682334+00'),
	(40, 'wagtailcore', '0006_add_lock_page_permission', '2026-11-28 02:16:08.683154+00'),
	(41, 'wagtailcore', '0007_page_latest_revision_created_at', '2026-11-28 02:16:08.68357+00'),
	(42, 'wagtailcore', '0008_populate_latest_revision_created_at', '2026-11-28 02:16:08.684417+00'),
	(43, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '2026-11-28 02:16:08.684816+00'),
	(44, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', '2026-11-28 02:16:08.685167+00'),
	(45, 'wagtailcore', '0011_page_first_published_at', '2026-11-28 02:16:08.685492+00'),
	(46, 'wagtailcore', '0012_extend_page_slug_field', '2026-11-28 02:16:08.685778+00'),
	(47, 'wagtailcore', '0013_update_golive_expire_help_text', '2026-11-28 02:16:08.686052+00'),
	(48, 'wagtailcore', '0014_add_verbose_name', '2026-11-28 02:16:08.686344+00'),
	(49, 'wagtailcore', '0015_add_more_verbose_names', '2026-11-28 02:16:08.686657+00'),
	(50, 'wagtailcore', '0016_change_page_url_path_to_text_field', '2026-11-28 02:16:08.686947+00'),
	(51, 'wagtailredirects', '0001_initial', '2026-11-28 02:16:08.703252+00'),
	(52, 'wagtailredirects', '0002_add_verbose_names', '2026-11-28 02:16:08.720768+00'),
	(53, 'wagtailredirects', '0003_make_site_field_editable', '2026-11-28 02:16:08.732222+00'),
	(54, 'wagtailredirects', '0004_set_unique_on_path_and_site', '2026-11-28 02:16:08.754413+00'),
	(55, 'wagtailredirects', '0005_capitalizeverbose', '2026-11-28 02:16:08.801817+00'),
	(56, 'wagtailredirects', '0006_redirect_increase_max_length', '2026-11-28 02:16:08.811384+00'),
	(57, 'wagtailredirects', '0007_add_autocreate_fields', '2026-11-28 02:16:08.834472+00'),
	(58, 'wagtailredirects', '0008_add_verbose_name_plural', '2026-11-28 02:16:08.841936+00'),
	(59, 'wagtailcore', '0017_change_edit_page_permission_description', '2026-11-28 02:16:08.853283+00'),
	(60, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '2026-11-28 02:16:08.864538+00'),
	(61, 'wagtailcore', '0019_verbose_names_cleanup', '2026-11-28 02:16:08.909455+00'),
	(62, 'wagtailcore', '0020_add_index_on_page_first_published_at', '2026-11-28 02:16:08.922559+00'),
	(63, 'wagtailcore', '0021_capitalizeverbose', '2026-11-28 02:16:09.550707+00'),
	(64, 'wagtailcore', '0022_add_site_name', '2026-11-28 02:16:09.564253+00'),
	(65, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '2026-11-28 02:16:09.581151+00'),
	(66, 'wagtailcore', '0024_collection', '2026-11-28 02:16:09.588773+00'),
	(67, 'wagtailcore', '0025_collection_initial_data', '2026-11-28 02:16:09.611634+00'),
	(68, 'wagtailcore', '0026_group_collection_permission', '2026-11-28 02:16:09.648205+00'),
	(69, 'wagtailcore', '0027_fix_collection_path_collation', '2026-11-28 02:16:09.668753+00'),
	(70, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '2026-11-28 02:16:09.691696+00'),
	(71, 'wagtailcore', '0028_merge', '2026-11-28 02:16:09.693277+00'),
	(72, 'wagtailcore', '0029_unicode_slugfield_dj19', '2026-11-28 02:16:09.704634+00'),
	(73, 'wagtailcore', '0030_index_on_pagerevision_created_at', '2026-11-28 02:16:09.717532+00'),
	(74, 'wagtailcore', '0031_add_page_view_restriction_types', '2026-11-28 02:16:09.758044+00'),
	(75, 'wagtailcore', '0032_add_bulk_delete_page_permission', '2026-11-28 02:16:09.768154+00'),
	(76, 'wagtailcore', '0033_remove_golive_expiry_help_text', '2026-11-28 02:16:09.798521+00'),
	(77, 'wagtailcore', '0034_page_live_revision', '2026-11-28 02:16:09.815519+00'),
	(78, 'wagtailcore', '0035_page_last_published_at', '2026-11-28 02:16:09.829319+00'),
	(79, 'wagtailcore', '0036_populate_page_last_published_at', '2026-11-28 02:16:09.845215+00'),
	(80, 'wagtailcore', '0037_set_page_owner_editable', '2026-11-28 02:16:09.86173+00'),
	(81, 'wagtailcore', '0038_make_first_published_at_editable', '2026-11-28 02:16:09.874466+00'),
	(82, 'wagtailcore', '0039_collectionviewrestriction', '2026-11-28 02:16:09.919379+00'),
	(83, 'wagtailcore', '0040_page_draft_title', '2026-11-28 02:16:09.957816+00'),
	(84, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '2026-11-28 02:16:09.966361+00'),
	(85, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '2026-11-28 02:16:09.987763+00'),
	(86, 'wagtailcore', '0043_lock_fields', '2026-11-28 02:16:10.015781+00'),
	(87, 'wagtailcore', '0044_add_unlock_grouppagepermission', '2026-11-28 02:16:10.027515+00'),
	(88, 'wagtailcore', '0045_assign_unlock_grouppagepermission', '2026-11-28 02:16:10.048036+00'),
	(89, 'wagtailcore', '0046_site_name_remove_null', '2026-11-28 02:16:10.058628+00'),
	(90, 'wagtailcore', '0047_add_workflow_models', '2026-11-28 02:16:10.416946+00'),
	(91, 'wagtailcore', '0048_add_default_workflows', '2026-11-28 02:16:10.456552+00'),
	(92, 'wagtailcore', '0049_taskstate_finished_by', '2026-11-28 02:16:10.47737+00'),
	(93, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', '2026-11-28 02:16:10.520605+00'),
	(94, 'wagtailcore', '0051_taskstate_comment', '2026-11-28 02:16:10.53737+00'),
	(95, 'wagtailcore', '0052_pagelogentry', '2026-11-28 02:16:10.566786+00'),
	(96, 'wagtailcore', '0053_locale_model', '2026-11-28 02:16:10.570819+00'),
	(97, 'wagtailcore', '0054_initial_locale', '2026-11-28 02:16:10.593058+00'),
	(98, 'wagtailcore', '0055_page_locale_fields', '2026-11-28 02:16:10.648687+00'),
	(99, 'wagtailcore', '0056_page_locale_fields_populate', '2026-11-28 02:16:10.672632+00'),
	(100, 'wagtailcore', '0057_page_locale_fields_notnull', '2026-11-28 02:16:10.720624+00'),
	(101, 'wagtailcore', '0058_page_alias_of', '2026-11-28 02:16:10.742639+00'),
	(102, 'wagtailcore', '0059_apply_collection_ordering', '2026-11-28 02:16:10.768718+00'),
	(103, 'wagtailcore', '0060_fix_workflow_unique_constraint', '2026-11-28 02:16:10.803139+00'),
	(104, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '2026-11-28 02:16:10.833827+00'),
	(105, 'wagtailcore', '0062_comment_models_and_pagesubscription', '2026-11-28 02:16:10.924276+00'),
	(106, 'wagtailcore', '0063_modellogentry', '2026-11-28 02:16:10.977826+00'),
	(107, 'wagtailcore', '0064_log_timestamp_indexes', '2026-11-28 02:16:11.040183+00'),
	(108, 'wagtailcore', '0065_log_entry_uuid', '2026-11-28 02:16:11.318761+00'),
	(109, 'wagtailcore', '0066_collection_management_permissions', '2026-11-28 02:16:11.366238+00'),
	(110, 'wagtailcore', '0067_alter_pagerevision_content_json', '2026-11-28 02:16:11.430722+00'),
	(111, 'wagtailcore', '0068_log_entry_empty_object', '2026-11-28 02:16:11.476019+00'),
	(112, 'wagtailcore', '0069_log_entry_jsonfield', '2026-11-28 02:16:11.601331+00'),
	(113, 'wagtailcore', '0070_rename_pagerevision_revision', '2026-11-28 02:16:11.973893+00'),
	(114, 'wagtailcore', '0071_populate_revision_content_type', '2026-11-28 02:16:12.038103+00'),
	(115, 'wagtailcore', '0072_alter_revision_content_type_notnull', '2026-11-28 02:16:12.186002+00'),
	(116, 'wagtailcore', '0073_page_latest_revision', '2026-11-28 02:16:12.21606+00'),
	(117, 'wagtailcore', '0074_revision_object_str', '2026-11-28 02:16:12.237555+00'),
	(118, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '2026-11-28 02:16:12.298458+00'),
	(119, 'wagtailcore', '0076_modellogentry_revision', '2026-11-28 02:16:12.349642+00'),
	(120, 'wagtailcore', '0077_alter_revision_user', '2026-11-28 02:16:12.372708+00'),
	(121, 'wagtailcore', '0078_referenceindex', '2026-11-28 02:16:12.582267+00'),
	(122, 'wagtailcore', '0079_rename_taskstate_page_revision', '2026-11-28 02:16:12.605868+00'),
	(123, 'wagtailcore', '0080_generic_workflowstate', '2026-11-28 02:16:12.788576+00'),
	(124, 'wagtailcore', '0081_populate_workflowstate_content_type', '2026-11-28 02:16:12.819327+00'),
	(125, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', '2026-11-28 02:16:12.885509+00'),
	(126, 'wagtailcore', '0083_workflowcontenttype', '2026-11-28 02:16:12.915463+00'),
	(127, 'wagtailcore', '0084_add_default_page_permissions', '2026-11-28 02:16:12.936667+00'),
	(128, 'wagtailcore', '0085_add_grouppagepermission_permission', '2026-11-28 02:16:13.001776+00'),
	(129, 'wagtailcore', '0086_populate_grouppagepermission_permission', '2026-11-28 02:16:13.071554+00'),
	(130, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '2026-11-28 02:16:13.18747+00'),
	(131, 'wagtailcore', '0088_fix_log_entry_json_timestamps', '2026-11-28 02:16:13.26127+00'),
	(132, 'wagtailcore', '0089_log_entry_data_json_null_to_object', '2026-11-28 02:16:13.286489+00'),
	(133, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', '2026-11-28 02:16:13.635114+00'),
	(134, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', '2026-11-28 02:16:13.670166+00'),
	(135, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '2026-11-28 02:16:13.773636+00'),
	(136, 'wagtailcore', '0093_uploadedfile', '2026-11-28 02:16:13.833933+00'),
	(137, 'wagtailcore', '0094_alter_page_locale', '2026-11-28 02:16:13.859615+00'),
	(138, 'wagtailcore', '0095_groupsitepermission', '2026-11-28 02:16:13.89133+00'),
	(139, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '2026-11-28 02:16:13.916657+00'),
	(140, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '2026-11-28 02:16:13.956341+00'),
	(141, 'wagtailcore', '0098_apitoken', '2026-11-28 02:16:13.999888+00'),
	(142, 'wagtailadmin', '0001_create_admin_access_permissions', '2026-11-28 02:16:14.079824+00'),
	(143, 'wagtailadmin', '0002_admin', '2026-11-28 02:16:14.083614+00'),
	(144, 'wagtailadmin', '0003_admin_managed', '2026-11-28 02:16:14.091229+00'),
	(145, 'wagtailadmin', '0004_editingsession', '2026-11-28 02:16:14.140807+00'),
	(146, 'wagtailadmin', '0005_editingsession_is_editing', '2026-11-28 02:16:14.161117+00'),
	(147, 'wagtailadmin', '0006_formstate', '2026-11-28 02:16:14.213967+00'),
	(148, 'simple_translation', '0001_initial', '2026-11-28 02:16:14.21785+00'),
	(149, 'taggit', '0001_initial', '2026-11-28 02:16:14.265218+00'),
	(150, 'taggit', '0002_auto_20150616_2121', '2026-11-28 02:16:14.280658+00'),
	(151, 'taggit', '0003_taggeditem_add_unique_index', '2026-11-28 02:16:14.295153+00'),
	(152, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '2026-11-28 02:16:14.348932+00'),
	(153, 'taggit', '0005_auto_20220424_2025', '2026-11-28 02:16:14.352817+00'),
	(154, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '2026-11-28 02:16:14.636714+00'),
	(155, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '2026-11-28 02:16:14.639807+00'),
	(156, 'account', '0001_initial', '2026-11-28 02:16:14.686732+00'),
	(157, 'account', '0002_email_max_length', '2026-11-28 02:16:14.694107+00'),
	(158, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-28 02:16:14.707964+00'),
	(159, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-28 02:16:14.724843+00'),
	(160, 'account', '0005_emailaddress_idx_upper_email', '2026-11-28 02:16:14.733064+00'),
	(161, 'account', '0006_emailaddress_lower', '2026-11-28 02:16:14.743407+00'),
	(162, 'account', '0007_emailaddress_idx_email', '2026-11-28 02:16:14.759205+00'),
	(163, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-28 02:16:14.768512+00'),
	(164, 'account', '0009_emailaddress_unique_primary_email', '2026-11-28 02:16:14.775135+00'),
	(165, 'accounts', '0002_audit_is_append_only', '2026-11-28 02:16:14.777065+00'),
	(166, 'accounts', '0003_verbs_of_work', '2026-11-28 02:16:14.782429+00'),
	(167, 'accounts', '0004_outbox', '2026-11-28 02:16:14.803947+00'),
	(168, 'accounts', '0005_reminders', '2026-11-28 02:16:14.816936+00'),
	(169, 'accounts', '0006_verbs_of_publishing', '2026-11-28 02:16:14.826945+00'),
	(170, 'organisation', '0001_initial', '2026-11-28 02:16:14.88187+00'),
	(171, 'sources', '0001_initial', '2026-11-28 02:16:14.983967+00'),
	(172, 'sources', '0002_attempts', '2026-11-28 02:16:14.99753+00'),
	(173, 'sources', '0003_title_and_known', '2026-11-28 02:16:15.028651+00'),
	(174, 'sources', '0004_kept_as_evidence', '2026-11-28 02:16:15.041016+00'),
	(175, 'plans', '0001_initial', '2026-11-28 02:16:15.311663+00'),
	(176, 'plans', '0002_decision_and_revision', '2026-11-28 02:16:15.361738+00'),
	(177, 'plans', '0003_period_decided', '2026-11-28 02:16:15.389711+00'),
	(178, 'plans', '0004_finding_of_a_match', '2026-11-28 02:16:15.421668+00'),
	(179, 'organisation', '0002_units_in_time', '2026-11-28 02:16:16.075869+00'),
	(180, 'organisation', '0003_names_without_marks', '2026-11-28 02:16:16.079531+00'),
	(181, 'plans', '0005_assignments', '2026-11-28 02:16:16.955285+00'),
	(182, 'plans', '0006_reports_are_only_added', '2026-11-28 02:16:16.962714+00'),
	(183, 'organisation', '0004_lists_of_units', '2026-11-28 02:16:17.052951+00'),
	(184, 'budget', '0001_initial', '2026-11-28 02:16:18.163375+00'),
	(185, 'budget', '0002_what_is_approved_stays', '2026-11-28 02:16:18.168853+00'),
	(186, 'organisation', '0005_integrity_checks', '2026-11-28 02:16:18.773495+00'),
	(187, 'organisation', '0006_invitations_and_rosters', '2026-11-28 02:16:19.245166+00'),
	(188, 'indicators', '0001_initial', '2026-11-28 02:16:20.494643+00'),
	(189, 'indicators', '0002_parts', '2026-11-28 02:16:20.762283+00'),
	(190, 'indicators', '0003_standings_by_those_above', '2026-11-28 02:16:20.806168+00'),
	(191, 'indicators', '0004_prepared_year', '2026-11-28 02:16:20.815583+00'),
	(192, 'indicators', '0005_shares_of_any_length', '2026-11-28 02:16:21.044509+00'),
	(193, 'indicators', '0006_what_was_withdrawn', '2026-11-28 02:16:21.379362+00'),
	(194, 'rights', '0001_topics', '2026-11-28 02:16:21.391268+00'),
	(195, 'plans', '0007_timetables', '2026-11-28 02:16:21.87522+00'),
	(196, 'plans', '0008_what_is_awaited', '2026-11-28 02:16:22.043022+00'),
	(197, 'library', '0001_files', '2026-11-28 02:16:22.142581+00'),
	(198, 'library', '0002_renditions', '2026-11-28 02:16:23.123325+00'),
	(199, 'library', '0003_products', '2026-11-28 02:16:26.393937+00'),
	(200, 'library', '0020_ties_of_the_rights_step', '2026-11-28 02:16:27.111246+00'),
	(201, 'library', '0030_sources', '2026-11-28 02:16:28.157658+00'),
	(202, 'library', '0031_writing', '2026-11-28 02:16:28.296273+00'),
	(203, 'mfa', '0001_initial', '2026-11-28 02:16:28.434523+00'),
	(204, 'mfa', '0002_authenticator_timestamps', '2026-11-28 02:16:28.693971+00'),
	(205, 'mfa', '0003_authenticator_type_uniq', '2026-11-28 02:16:29.484553+00'),
	(206, 'rights', '0002_texts', '2026-11-28 02:16:31.672698+00'),
	(207, 'rights', '0003_situations', '2026-11-28 02:16:32.700536+00'),
	(208, 'rights', '0004_recommendations', '2026-11-28 02:16:34.728485+00'),
	(209, 'plans', '0009_follow_up', '2026-11-28 02:16:35.335164+00'),
	(210, 'plans', '0010_follow_up_on_its_base', '2026-11-28 02:16:36.211311+00'),
	(211, 'procrastinate', '0001_initial', '2026-11-28 02:16:36.2375+00'),
	(212, 'procrastinate', '0002_drop_started_at_column', '2026-11-28 02:16:36.245491+00'),
	(213, 'procrastinate', '0003_drop_started_at_column', '2026-11-28 02:16:36.250818+00'),
	(214, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-11-28 02:16:36.257364+00'),
	(215, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-11-28 02:16:36.267582+00'),
	(216, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-11-28 02:16:36.279556+00'),
	(217, 'procrastinate', '0007_add_queueing_lock_column', '2026-11-28 02:16:36.283842+00'),
	(218, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-11-28 02:16:36.292467+00'),
	(219, 'procrastinate', '0009_add_defer_job_function', '2026-11-28 02:16:36.301373+00'),
	(220, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-11-28 02:16:36.315304+00'),
	(221, 'procrastinate', '0011_add_foreign_key_index', '2026-11-28 02:16:36.324399+00'),
	(222, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-11-28 02:16:36.337213+00'),
	(223, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-11-28 02:16:36.344601+00'),
	(224, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-11-28 02:16:36.35466+00'),
	(225, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-11-28 02:16:36.362538+00'),
	(226, 'procrastinate', '0016_delete_finished_jobs', '2026-11-28 02:16:36.371609+00'),
	(227, 'procrastinate', '0017_add_checks_to_finish_job', '2026-11-28 02:16:36.379058+00'),
	(228, 'procrastinate', '0018_add_checks_to_retry_job', '2026-11-28 02:16:36.386913+00'),
	(229, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-11-28 02:16:36.395327+00'),
	(230, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-11-28 02:16:36.403591+00'),
	(231, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-11-28 02:16:36.413452+00'),
	(232, 'procrastinate', '0022_null_locks_excluded', '2026-11-28 02:16:36.423264+00'),
	(233, 'procrastinate', '0023_remove_old_finish_job_function', '2026-11-28 02:16:36.432294+00'),
	(234, 'procrastinate', '0024_job_id_bigint', '2026-11-28 02:16:36.448119+00'),
	(235, 'procrastinate', '0025_add_models', '2026-11-28 02:16:36.466096+00'),
	(236, 'procrastinate', '0026_add_job_priority', '2026-11-28 02:16:36.488875+00'),
	(237, 'procrastinate', '0027_add_periodic_job_priority', '2026-11-28 02:16:36.499319+00'),
	(238, 'procrastinate', '0028_add_cancel_states', '2026-11-28 02:16:36.529039+00'),
	(239, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-11-28 02:16:36.545656+00'),
	(240, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-11-28 02:16:36.560312+00'),
	(241, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-11-28 02:16:36.572481+00'),
	(242, 'procrastinate', '0032_pre_cancel_notification', '2026-11-28 02:16:36.597651+00'),
	(243, 'procrastinate', '0033_post_cancel_notification', '2026-11-28 02:16:36.636137+00'),
	(244, 'procrastinate', '0034_pre_add_heartbeat', '2026-11-28 02:16:36.6647+00'),
	(245, 'procrastinate', '0035_post_add_heartbeat', '2026-11-28 02:16:36.677351+00'),
	(246, 'procrastinate', '0036_add_worker_model', '2026-11-28 02:16:36.695956+00'),
	(247, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-11-28 02:16:36.706135+00'),
	(248, 'procrastinate', '0038_post_batch_defer_jobs', '2026-11-28 02:16:36.715655+00'),
	(249, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-11-28 02:16:36.724085+00'),
	(250, 'procrastinate', '0040_pre_retry_failed_job', '2026-11-28 02:16:36.731836+00'),
	(251, 'procrastinate', '0041_post_retry_failed_job', '2026-11-28 02:16:36.740082+00'),
	(252, 'reports', '0001_initial', '2026-11-28 02:16:39.860076+00'),
	(253, 'reports', '0002_editions_are_only_added', '2026-11-28 02:16:39.868228+00'),
	(254, 'reports', '0003_doors', '2026-11-28 02:16:40.667681+00'),
	(255, 'reports', '0004_words_of_a_rhythm', '2026-11-28 02:16:40.745774+00'),
	(256, 'rights', '0005_placed_here', '2026-11-28 02:16:40.855391+00'),
	(257, 'rights', '0006_what_takes_its_place', '2026-11-28 02:16:41.057705+00'),
	(258, 'sessions', '0001_initial', '2026-11-28 02:16:41.076052+00'),
	(259, 'portal', '0001_generation', '2026-11-28 02:16:41.628984+00'),
	(260, 'portal', '0002_pages', '2026-11-28 02:16:43.503478+00'),
	(261, 'portal', '0003_search', '2026-11-28 02:16:44.639149+00'),
	(262, 'portal', '0020_voices', '2026-11-28 02:16:44.849927+00'),
	(263, 'portal', '0030_sharing', '2026-11-28 02:16:44.869032+00'),
	(264, 'portal', '0031_paragraphs', '2026-11-28 02:16:44.927473+00'),
	(265, 'portal', '0032_no_groups', '2026-11-28 02:16:45.528334+00'),
	(266, 'portal', '0033_what_changes_are_about', '2026-11-28 02:16:45.548539+00'),
	(267, 'portal', '0034_found_elsewhere', '2026-11-28 02:16:45.66059+00'),
	(268, 'portal', '0035_often_asked', '2026-11-28 02:16:45.741685+00'),
	(269, 'portal', '0036_words_without_marks', '2026-11-28 02:16:45.749918+00');


INSERT INTO public.wagtailcore_collection VALUES
	(1, '0001', 1, 0, 'Root');


INSERT INTO public.wagtailcore_groupapprovaltask VALUES
	(1);


INSERT INTO public.wagtailcore_locale VALUES
	(1, 'vi');


INSERT INTO public.wagtailcore_page VALUES
	(1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, 'd2a697d2-119b-4875-9d1f-86490bd487b9', 1, NULL, NULL),
	(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, 'e753a1da-e7d9-4cc2-bbd3-159a9a677a7a', 1, NULL, NULL);


INSERT INTO public.wagtailcore_site VALUES
	(1, 'localhost', 80, true, 2, '');


INSERT INTO public.wagtailcore_task VALUES
	(1, 'Moderators approval', true, 2);


INSERT INTO public.wagtailcore_workflow VALUES
	(1, 'Moderators approval', true);


INSERT INTO public.wagtailcore_workflowpage VALUES
	(1, 1);


INSERT INTO public.wagtailcore_workflowtask VALUES
	(1, 0, 1, 1);


SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_auditentry_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_letter_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_reminderstep_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_told_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_id_seq', 2, true);


SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 2, true);


SELECT pg_catalog.setval('public.auth_permission_id_seq', 606, true);


SELECT pg_catalog.setval('public.budget_estimate_id_seq', 1, false);


SELECT pg_catalog.setval('public.budget_estimateintake_id_seq', 1, false);


SELECT pg_catalog.setval('public.budget_estimateline_id_seq', 1, false);


SELECT pg_catalog.setval('public.budget_spending_id_seq', 1, false);


SELECT pg_catalog.setval('public.django_content_type_id_seq', 152, true);


SELECT pg_catalog.setval('public.django_migrations_id_seq', 269, true);


SELECT pg_catalog.setval('public.indicators_freeze_id_seq', 1, false);


SELECT pg_catalog.setval('public.indicators_indicator_id_seq', 1, false);


SELECT pg_catalog.setval('public.indicators_indicatortarget_id_seq', 1, false);


SELECT pg_catalog.setval('public.indicators_mappair_id_seq', 1, false);


SELECT pg_catalog.setval('public.indicators_observation_id_seq', 1, false);


SELECT pg_catalog.setval('public.indicators_observationitem_id_seq', 1, false);


SELECT pg_catalog.setval('public.indicators_preparedyear_id_seq', 1, false);


SELECT pg_catalog.setval('public.indicators_standing_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_bundle_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_bundleitem_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_comment_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_gathered_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_harvestrun_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_product_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_product_other_units_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_product_topics_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_productedition_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_productfile_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_productprovision_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_productstep_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_producttask_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_rendition_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_reviewlink_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_source_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_storedfile_id_seq', 1, false);


SELECT pg_catalog.setval('public.library_writing_id_seq', 1, false);


SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


SELECT pg_catalog.setval('public.modelsearch_indexentry_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_checkhit_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_checkrun_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_invitation_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_membership_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_roster_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_succession_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_successionpart_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_unit_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_unitintake_id_seq', 1, false);


SELECT pg_catalog.setval('public.organisation_unitversion_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_assignment_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_calendarlink_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_evidence_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_evidencelink_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_finding_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_followup_evidence_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_followup_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_item_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_match_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_plan_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_progress_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_question_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_recommendationindicator_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_recommendationtask_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_responsibility_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_serving_id_seq', 1, false);


SELECT pg_catalog.setval('public.plans_timetable_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_block_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_entry_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_generation_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_known_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_missed_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_mistake_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_pack_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_shared_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_visit_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_wordgroup_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_cycle_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_edition_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_formintake_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_passage_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_receipt_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_regime_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_step_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_submission_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_token_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_answerchange_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_citation_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_doubt_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_instrument_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_link_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_passage_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_provision_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_recommendation_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_recommendation_topics_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_recommendationintake_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_recommendationprovision_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_review_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_situation_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_situation_related_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_situation_topics_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_situationedition_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_situationtext_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_status_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_textintake_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_topic_id_seq', 1, false);


SELECT pg_catalog.setval('public.rights_version_id_seq', 1, false);


SELECT pg_catalog.setval('public.simple_translation_simpletranslation_id_seq', 1, false);


SELECT pg_catalog.setval('public.sources_delivery_id_seq', 1, false);


SELECT pg_catalog.setval('public.sources_sourcefile_id_seq', 1, false);


SELECT pg_catalog.setval('public.sources_storedreading_id_seq', 1, false);


SELECT pg_catalog.setval('public.taggit_tag_id_seq', 1, false);


SELECT pg_catalog.setval('public.taggit_taggeditem_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailadmin_admin_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailadmin_editingsession_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailadmin_formstate_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_apitoken_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);


SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_groups_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_comment_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_commentreply_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);


SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 7, true);


SELECT pg_catalog.setval('public.wagtailcore_groupsitepermission_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);


SELECT pg_catalog.setval('public.wagtailcore_modellogentry_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);


SELECT pg_catalog.setval('public.wagtailcore_pagelogentry_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_pagerevision_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_pagesubscription_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_groups_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_referenceindex_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);


SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 1, true);


SELECT pg_catalog.setval('public.wagtailcore_taskstate_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_uploadedfile_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 1, true);


SELECT pg_catalog.setval('public.wagtailcore_workflowstate_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 1, true);


SELECT pg_catalog.setval('public.wagtailredirects_redirect_id_seq', 1, false);


SELECT pg_catalog.setval('public.wagtailusers_userprofile_id_seq', 1, false);


ALTER TABLE ONLY public.library_productfile
    ADD CONSTRAINT a_file_has_a_role_once UNIQUE (product_id, file_id, role);


ALTER TABLE ONLY public.portal_wordgroup
    ADD CONSTRAINT a_group_in_a_block_once UNIQUE (folded, block_id);


ALTER TABLE ONLY public.library_producttask
    ADD CONSTRAINT a_product_delivers_a_task_once UNIQUE (product_id, task_id);


ALTER TABLE ONLY public.library_productprovision
    ADD CONSTRAINT a_product_names_an_article_once UNIQUE (product_id, code, path);


ALTER TABLE ONLY public.rights_situationtext
    ADD CONSTRAINT a_situation_once_a_language UNIQUE (situation_id, language);


ALTER TABLE ONLY public.library_source
    ADD CONSTRAINT a_source_is_taken_from_once UNIQUE (address, shelf);


ALTER TABLE ONLY public.accounts_reminderstep
    ADD CONSTRAINT a_step_once_a_duty UNIQUE (duty, kind);


ALTER TABLE ONLY public.plans_recommendationtask
    ADD CONSTRAINT a_task_of_a_recommendation_once UNIQUE (recommendation_id, task_id);


ALTER TABLE ONLY public.plans_serving
    ADD CONSTRAINT a_task_serves_an_item_once UNIQUE (task_id, item_id);


ALTER TABLE ONLY public.library_gathered
    ADD CONSTRAINT a_thing_of_a_source_is_kept_once UNIQUE (source_id, identifier);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_auditentry
    ADD CONSTRAINT accounts_auditentry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_letter
    ADD CONSTRAINT accounts_letter_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_reminderstep
    ADD CONSTRAINT accounts_reminderstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_told
    ADD CONSTRAINT accounts_told_person_id_key UNIQUE (person_id);


ALTER TABLE ONLY public.accounts_told
    ADD CONSTRAINT accounts_told_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);


ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);


ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_entry
    ADD CONSTRAINT an_entry_once UNIQUE (kind, number, part, language);


ALTER TABLE ONLY public.plans_recommendationindicator
    ADD CONSTRAINT an_indicator_of_a_recommendation_once UNIQUE (recommendation_id, indicator_id);


ALTER TABLE ONLY public.indicators_observationitem
    ADD CONSTRAINT an_item_counts_once UNIQUE (observation_id, kind, number);


ALTER TABLE ONLY public.library_bundleitem
    ADD CONSTRAINT an_item_is_in_a_bundle_once UNIQUE (bundle_id, sort, subject_id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.budget_estimate
    ADD CONSTRAINT budget_estimate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.budget_estimateintake
    ADD CONSTRAINT budget_estimateintake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.budget_estimateline
    ADD CONSTRAINT budget_estimateline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.budget_spending
    ADD CONSTRAINT budget_spending_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.budget_spending
    ADD CONSTRAINT budget_spending_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


ALTER TABLE ONLY public.plans_evidencelink
    ADD CONSTRAINT evidence_once_an_assignment UNIQUE (evidence_id, assignment_id);


ALTER TABLE ONLY public.plans_evidencelink
    ADD CONSTRAINT evidence_once_an_item UNIQUE (evidence_id, item_id);


ALTER TABLE ONLY public.indicators_freeze
    ADD CONSTRAINT indicators_freeze_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_code_key UNIQUE (code);


ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.indicators_indicatortarget
    ADD CONSTRAINT indicators_indicatortarget_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.indicators_mappair
    ADD CONSTRAINT indicators_mappair_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.indicators_observation
    ADD CONSTRAINT indicators_observation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.indicators_observationitem
    ADD CONSTRAINT indicators_observationitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.indicators_preparedyear
    ADD CONSTRAINT indicators_preparedyear_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.indicators_preparedyear
    ADD CONSTRAINT indicators_preparedyear_year_key UNIQUE (year);


ALTER TABLE ONLY public.indicators_standing
    ADD CONSTRAINT indicators_standing_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_bundle
    ADD CONSTRAINT library_bundle_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_bundleitem
    ADD CONSTRAINT library_bundleitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_comment
    ADD CONSTRAINT library_comment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_gathered
    ADD CONSTRAINT library_gathered_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_harvestrun
    ADD CONSTRAINT library_harvestrun_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_storedfile
    ADD CONSTRAINT library_keeps_bytes_once UNIQUE (unit_id, sha256);


ALTER TABLE ONLY public.library_product_other_units
    ADD CONSTRAINT library_product_other_units_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_product_other_units
    ADD CONSTRAINT library_product_other_units_product_id_unit_id_e317d0fd_uniq UNIQUE (product_id, unit_id);


ALTER TABLE ONLY public.library_product
    ADD CONSTRAINT library_product_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_product_topics
    ADD CONSTRAINT library_product_topics_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_product_topics
    ADD CONSTRAINT library_product_topics_product_id_topic_id_19cc8c89_uniq UNIQUE (product_id, topic_id);


ALTER TABLE ONLY public.library_productedition
    ADD CONSTRAINT library_productedition_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_productfile
    ADD CONSTRAINT library_productfile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_productprovision
    ADD CONSTRAINT library_productprovision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_productstep
    ADD CONSTRAINT library_productstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_producttask
    ADD CONSTRAINT library_producttask_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_rendition
    ADD CONSTRAINT library_rendition_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_reviewlink
    ADD CONSTRAINT library_reviewlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_reviewlink
    ADD CONSTRAINT library_reviewlink_secret_hash_key UNIQUE (secret_hash);


ALTER TABLE ONLY public.library_source
    ADD CONSTRAINT library_source_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_storedfile
    ADD CONSTRAINT library_storedfile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_writing
    ADD CONSTRAINT library_writing_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.library_writing
    ADD CONSTRAINT library_writing_product_id_key UNIQUE (product_id);


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.modelsearch_indexentry
    ADD CONSTRAINT modelsearch_indexentry_content_type_id_object_id_32bfbdb1_uniq UNIQUE (content_type_id, object_id);


ALTER TABLE ONLY public.modelsearch_indexentry
    ADD CONSTRAINT modelsearch_indexentry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_receipt
    ADD CONSTRAINT one_answer_a_key UNIQUE (unit_id, key);


ALTER TABLE ONLY public.plans_assignment
    ADD CONSTRAINT one_assignment_a_unit_and_part UNIQUE (task_id, unit_id, part);


ALTER TABLE ONLY public.portal_visit
    ADD CONSTRAINT one_count_a_page_and_day UNIQUE (day, path, language, source);


ALTER TABLE ONLY public.reports_cycle
    ADD CONSTRAINT one_cycle_a_period UNIQUE (regime_id, period_start);


ALTER TABLE ONLY public.reports_edition
    ADD CONSTRAINT one_edition_a_content UNIQUE (submission_id, sha256);


ALTER TABLE ONLY public.rights_situationedition
    ADD CONSTRAINT one_edition_a_number UNIQUE (text_id, number);


ALTER TABLE ONLY public.budget_estimate
    ADD CONSTRAINT one_estimate_a_version UNIQUE (unit_id, plan_id, year, version);


ALTER TABLE ONLY public.reports_formintake
    ADD CONSTRAINT one_intake_a_file UNIQUE (submission_id, sha256);


ALTER TABLE ONLY public.indicators_indicatortarget
    ADD CONSTRAINT one_level_a_year UNIQUE (indicator_id, year);


ALTER TABLE ONLY public.budget_estimateline
    ADD CONSTRAINT one_line_a_task_and_source UNIQUE (estimate_id, task_id, source);


ALTER TABLE ONLY public.indicators_mappair
    ADD CONSTRAINT one_map_a_pair UNIQUE NULLS NOT DISTINCT (given_from, shown_from);


ALTER TABLE ONLY public.plans_match
    ADD CONSTRAINT one_match_a_cell UNIQUE (parent_item_id, child_id);


ALTER TABLE ONLY public.organisation_successionpart
    ADD CONSTRAINT one_part_a_pair UNIQUE (succession_id, source_id, target_id);


ALTER TABLE ONLY public.reports_passage
    ADD CONSTRAINT one_passage_a_section UNIQUE (submission_id, key);


ALTER TABLE ONLY public.library_productedition
    ADD CONSTRAINT one_product_edition_a_number UNIQUE (product_id, number);


ALTER TABLE ONLY public.sources_storedreading
    ADD CONSTRAINT one_reading_a_reader_version UNIQUE (source_id, reader_version);


ALTER TABLE ONLY public.reports_regime
    ADD CONSTRAINT one_regime_a_title UNIQUE (unit_id, title, chain);


ALTER TABLE ONLY public.library_rendition
    ADD CONSTRAINT one_rendition_a_form UNIQUE (file_id, kind, media_type, width);


ALTER TABLE ONLY public.reports_submission
    ADD CONSTRAINT one_report_a_unit UNIQUE (cycle_id, unit_id);


ALTER TABLE ONLY public.indicators_standing
    ADD CONSTRAINT one_standing_a_pair UNIQUE (pair_id, unit_id, at_id);


ALTER TABLE ONLY public.indicators_observation
    ADD CONSTRAINT one_version_a_number UNIQUE (indicator_id, unit_id, period_start, part, version);


ALTER TABLE ONLY public.organisation_checkhit
    ADD CONSTRAINT organisation_checkhit_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_checkrun
    ADD CONSTRAINT organisation_checkrun_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_invitation
    ADD CONSTRAINT organisation_invitation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_invitation
    ADD CONSTRAINT organisation_invitation_secret_hash_key UNIQUE (secret_hash);


ALTER TABLE ONLY public.organisation_membership
    ADD CONSTRAINT organisation_membership_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_roster
    ADD CONSTRAINT organisation_roster_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_succession
    ADD CONSTRAINT organisation_succession_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_successionpart
    ADD CONSTRAINT organisation_successionpart_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_unitintake
    ADD CONSTRAINT organisation_unitintake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_unitversion
    ADD CONSTRAINT organisation_unitversion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_assignment
    ADD CONSTRAINT plans_assignment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_awaited
    ADD CONSTRAINT plans_awaited_pkey PRIMARY KEY (assignment_id);


ALTER TABLE ONLY public.plans_calendarlink
    ADD CONSTRAINT plans_calendarlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_calendarlink
    ADD CONSTRAINT plans_calendarlink_secret_hash_key UNIQUE (secret_hash);


ALTER TABLE ONLY public.plans_evidence
    ADD CONSTRAINT plans_evidence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_evidencelink
    ADD CONSTRAINT plans_evidencelink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_match_id_key UNIQUE (match_id);


ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_followup_evidence
    ADD CONSTRAINT plans_followup_evidence_followup_id_evidence_id_03f4ef7d_uniq UNIQUE (followup_id, evidence_id);


ALTER TABLE ONLY public.plans_followup_evidence
    ADD CONSTRAINT plans_followup_evidence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_followup
    ADD CONSTRAINT plans_followup_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_item
    ADD CONSTRAINT plans_item_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_match
    ADD CONSTRAINT plans_match_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_source_id_key UNIQUE (source_id);


ALTER TABLE ONLY public.plans_progress
    ADD CONSTRAINT plans_progress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_question
    ADD CONSTRAINT plans_question_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_recommendationindicator
    ADD CONSTRAINT plans_recommendationindicator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_recommendationtask
    ADD CONSTRAINT plans_recommendationtask_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_responsibility
    ADD CONSTRAINT plans_responsibility_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_serving
    ADD CONSTRAINT plans_serving_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.plans_target
    ADD CONSTRAINT plans_target_pkey PRIMARY KEY (item_ptr_id);


ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_pkey PRIMARY KEY (item_ptr_id);


ALTER TABLE ONLY public.plans_timetable
    ADD CONSTRAINT plans_timetable_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_block
    ADD CONSTRAINT portal_block_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_entry
    ADD CONSTRAINT portal_entry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_generation
    ADD CONSTRAINT portal_generation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_known
    ADD CONSTRAINT portal_known_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_missed
    ADD CONSTRAINT portal_missed_mark_key UNIQUE (mark);


ALTER TABLE ONLY public.portal_missed
    ADD CONSTRAINT portal_missed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_mistake
    ADD CONSTRAINT portal_mistake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_newspage
    ADD CONSTRAINT portal_newspage_pkey PRIMARY KEY (sitepage_ptr_id);


ALTER TABLE ONLY public.portal_pack
    ADD CONSTRAINT portal_pack_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_roompage
    ADD CONSTRAINT portal_roompage_pkey PRIMARY KEY (sitepage_ptr_id);


ALTER TABLE ONLY public.portal_shared
    ADD CONSTRAINT portal_shared_number_key UNIQUE (number);


ALTER TABLE ONLY public.portal_shared
    ADD CONSTRAINT portal_shared_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_sitepage
    ADD CONSTRAINT portal_sitepage_pkey PRIMARY KEY (page_ptr_id);


ALTER TABLE ONLY public.portal_textpage
    ADD CONSTRAINT portal_textpage_pkey PRIMARY KEY (sitepage_ptr_id);


ALTER TABLE ONLY public.portal_visit
    ADD CONSTRAINT portal_visit_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_wordgroup
    ADD CONSTRAINT portal_wordgroup_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);


ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_cycle
    ADD CONSTRAINT reports_cycle_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_edition
    ADD CONSTRAINT reports_edition_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_formintake
    ADD CONSTRAINT reports_formintake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_passage
    ADD CONSTRAINT reports_passage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_receipt
    ADD CONSTRAINT reports_receipt_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_regime
    ADD CONSTRAINT reports_regime_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_step
    ADD CONSTRAINT reports_step_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_submission
    ADD CONSTRAINT reports_submission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_token
    ADD CONSTRAINT reports_token_account_id_key UNIQUE (account_id);


ALTER TABLE ONLY public.reports_token
    ADD CONSTRAINT reports_token_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_token
    ADD CONSTRAINT reports_token_sha256_key UNIQUE (sha256);


ALTER TABLE ONLY public.rights_answerchange
    ADD CONSTRAINT rights_answerchange_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_citation
    ADD CONSTRAINT rights_citation_once UNIQUE (place_id, version_id, start, "end", code, path);


ALTER TABLE ONLY public.rights_citation
    ADD CONSTRAINT rights_citation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_doubt
    ADD CONSTRAINT rights_doubt_once UNIQUE (review_id, kind, place);


ALTER TABLE ONLY public.rights_doubt
    ADD CONSTRAINT rights_doubt_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_instrument
    ADD CONSTRAINT rights_instrument_code_key UNIQUE (code);


ALTER TABLE ONLY public.rights_instrument
    ADD CONSTRAINT rights_instrument_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_link
    ADD CONSTRAINT rights_link_of_two_once UNIQUE (provision_id, other_id);


ALTER TABLE ONLY public.rights_link
    ADD CONSTRAINT rights_link_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_link
    ADD CONSTRAINT rights_link_to_topic_once UNIQUE (provision_id, topic_id);


ALTER TABLE ONLY public.rights_passage
    ADD CONSTRAINT rights_passage_once UNIQUE (version_id, provision_id);


ALTER TABLE ONLY public.rights_passage
    ADD CONSTRAINT rights_passage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_provision
    ADD CONSTRAINT rights_provision_path_once UNIQUE (instrument_id, path);


ALTER TABLE ONLY public.rights_provision
    ADD CONSTRAINT rights_provision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_recommendation
    ADD CONSTRAINT rights_recommendation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_recommendation_topics
    ADD CONSTRAINT rights_recommendation_to_recommendation_id_topic__7cd01604_uniq UNIQUE (recommendation_id, topic_id);


ALTER TABLE ONLY public.rights_recommendation_topics
    ADD CONSTRAINT rights_recommendation_topics_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_recommendationintake
    ADD CONSTRAINT rights_recommendationintake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_recommendationprovision
    ADD CONSTRAINT rights_recommendationprovision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_recommendationprovision
    ADD CONSTRAINT rights_recommended_once UNIQUE (recommendation_id, provision_id);


ALTER TABLE ONLY public.rights_review
    ADD CONSTRAINT rights_review_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_situation
    ADD CONSTRAINT rights_situation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_situation_related
    ADD CONSTRAINT rights_situation_related_from_situation_id_to_sit_ec71a3e9_uniq UNIQUE (from_situation_id, to_situation_id);


ALTER TABLE ONLY public.rights_situation_related
    ADD CONSTRAINT rights_situation_related_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_situation
    ADD CONSTRAINT rights_situation_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.rights_situation_topics
    ADD CONSTRAINT rights_situation_topics_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_situation_topics
    ADD CONSTRAINT rights_situation_topics_situation_id_topic_id_33739c21_uniq UNIQUE (situation_id, topic_id);


ALTER TABLE ONLY public.rights_situationedition
    ADD CONSTRAINT rights_situationedition_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_situationtext
    ADD CONSTRAINT rights_situationtext_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_status
    ADD CONSTRAINT rights_status_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_textintake
    ADD CONSTRAINT rights_textintake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_topic
    ADD CONSTRAINT rights_topic_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.rights_topic
    ADD CONSTRAINT rights_topic_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.rights_version
    ADD CONSTRAINT rights_version_edition_once UNIQUE (instrument_id, language, label, edition);


ALTER TABLE ONLY public.rights_version
    ADD CONSTRAINT rights_version_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.organisation_membership
    ADD CONSTRAINT roles_in_a_unit_do_not_overlap EXCLUDE USING gist (user_id WITH =, unit_id WITH =, daterange(valid_from, valid_until) WITH &&);


ALTER TABLE ONLY public.simple_translation_simpletranslation
    ADD CONSTRAINT simple_translation_simpletranslation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sources_delivery
    ADD CONSTRAINT sources_delivery_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sources_sourcefile
    ADD CONSTRAINT sources_sourcefile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sources_sourcefile
    ADD CONSTRAINT sources_sourcefile_replaces_id_key UNIQUE (replaces_id);


ALTER TABLE ONLY public.sources_storedreading
    ADD CONSTRAINT sources_storedreading_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);


ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);


ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sources_sourcefile
    ADD CONSTRAINT the_same_bytes_are_one_file UNIQUE (unit_id, sha256);


ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);


ALTER TABLE ONLY public.organisation_unitversion
    ADD CONSTRAINT versions_do_not_overlap EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_until) WITH &&);


ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_key_hash_key UNIQUE (key_hash);


ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);


ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);


ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);


ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);


ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);


ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);


ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);


ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);


ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);


ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);


ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);


ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);


ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);


ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);


ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);


ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);


ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_old_path_site_id_783622d7_uniq UNIQUE (old_path, site_id);


ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);


CREATE UNIQUE INDEX a_file_is_evidence_once ON public.plans_evidence USING btree (unit_id, file_id) WHERE ((kind)::text = 'file'::text);


CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


CREATE INDEX accounts_auditentry_actor_id_3237b29c ON public.accounts_auditentry USING btree (actor_id);


CREATE INDEX accounts_auditentry_at_ca3d189b ON public.accounts_auditentry USING btree (at);


CREATE INDEX accounts_letter_person_id_f6adba37 ON public.accounts_letter USING btree (person_id);


CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);


CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);


CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);


CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);


CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);


CREATE UNIQUE INDEX an_item_is_evidence_once ON public.plans_evidence USING btree (unit_id, sort, subject_id) WHERE ((kind)::text = 'item'::text);


CREATE INDEX assignments_of_a_unit ON public.plans_assignment USING btree (unit_id, state, due_on);


CREATE INDEX audit_of_a_subject ON public.accounts_auditentry USING btree (subject, subject_id, at DESC);


CREATE INDEX audit_of_a_unit ON public.accounts_auditentry USING btree (unit_id, at DESC);


CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


CREATE INDEX awaited_until ON public.plans_awaited USING btree (through);


CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);


CREATE INDEX budget_estimate_approved_by_id_5ab2ca43 ON public.budget_estimate USING btree (approved_by_id);


CREATE INDEX budget_estimate_plan_id_45c8a557 ON public.budget_estimate USING btree (plan_id);


CREATE INDEX budget_estimate_unit_id_90a4def1 ON public.budget_estimate USING btree (unit_id);


CREATE INDEX budget_estimateintake_entered_by_id_c99cd7ea ON public.budget_estimateintake USING btree (entered_by_id);


CREATE INDEX budget_estimateintake_estimate_id_01bcbd61 ON public.budget_estimateintake USING btree (estimate_id);


CREATE INDEX budget_estimateline_estimate_id_0c485e2c ON public.budget_estimateline USING btree (estimate_id);


CREATE INDEX budget_estimateline_root_id_34b42300 ON public.budget_estimateline USING btree (root_id);


CREATE INDEX budget_estimateline_task_id_edcd149d ON public.budget_estimateline USING btree (task_id);


CREATE INDEX budget_spending_by_id_a1d73379 ON public.budget_spending USING btree (by_id);


CREATE INDEX budget_spending_line_id_1ca0bb36 ON public.budget_spending USING btree (line_id);


CREATE INDEX bundles_due ON public.library_bundle USING btree (release_at) WHERE ((state)::text = 'scheduled'::text);


CREATE INDEX bundles_of_a_thing ON public.library_bundleitem USING btree (sort, subject_id);


CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);


CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


CREATE INDEX entries_of_no_block ON public.portal_entry USING btree (id) WHERE (block_id IS NULL);


CREATE INDEX files_by_state ON public.sources_sourcefile USING btree (state, id);


CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);


CREATE INDEX gathered_shown ON public.library_gathered USING btree (published_on DESC, id DESC) WHERE (withdrawn_at IS NULL);


CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));


CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);


CREATE INDEX indicators_freeze_frozen_by_id_860b2c66 ON public.indicators_freeze USING btree (frozen_by_id);


CREATE INDEX indicators_freeze_unit_id_65c2dafd ON public.indicators_freeze USING btree (unit_id);


CREATE INDEX indicators_indicator_code_2ca7c8f7_like ON public.indicators_indicator USING btree (code varchar_pattern_ops);


CREATE INDEX indicators_indicator_owner_id_9edc90b6 ON public.indicators_indicator USING btree (owner_id);


CREATE INDEX indicators_indicatortarget_indicator_id_0f3a63e3 ON public.indicators_indicatortarget USING btree (indicator_id);


CREATE INDEX indicators_observation_entered_by_id_53264f1d ON public.indicators_observation USING btree (entered_by_id);


CREATE INDEX indicators_observation_evidence_id_4d71af88 ON public.indicators_observation USING btree (evidence_id);


CREATE INDEX indicators_observation_indicator_id_a297e6a9 ON public.indicators_observation USING btree (indicator_id);


CREATE INDEX indicators_observation_unit_id_ed0909a4 ON public.indicators_observation USING btree (unit_id);


CREATE INDEX indicators_observationitem_observation_id_85837082 ON public.indicators_observationitem USING btree (observation_id);


CREATE INDEX indicators_standing_at_id_c9c3a44e ON public.indicators_standing USING btree (at_id);


CREATE INDEX indicators_standing_pair_id_e07553d1 ON public.indicators_standing USING btree (pair_id);


CREATE INDEX indicators_standing_unit_id_510a08f9 ON public.indicators_standing USING btree (unit_id);


CREATE INDEX items_of_a_plan ON public.plans_item USING btree (plan_id, kind, "position");


CREATE INDEX known_by_letters ON public.portal_known USING btree (folded text_pattern_ops);


CREATE INDEX known_by_likeness ON public.portal_known USING gin (folded public.gin_trgm_ops) WITH (fastupdate=off);


CREATE INDEX letters_of_a_unit ON public.accounts_letter USING btree (unit_id, id DESC);


CREATE INDEX letters_waiting ON public.accounts_letter USING btree (not_before, id) WHERE ((state)::text = 'waiting'::text);


CREATE INDEX library_bundle_owner_id_93115320 ON public.library_bundle USING btree (owner_id);


CREATE INDEX library_bundle_unit_id_cc7b82a4 ON public.library_bundle USING btree (unit_id);


CREATE INDEX library_bundleitem_bundle_id_73cb9d0a ON public.library_bundleitem USING btree (bundle_id);


CREATE INDEX library_comment_by_id_8f9c7603 ON public.library_comment USING btree (by_id);


CREATE INDEX library_comment_link_id_5e64cdb6 ON public.library_comment USING btree (link_id);


CREATE INDEX library_comment_product_id_d2307d00 ON public.library_comment USING btree (product_id);


CREATE INDEX library_comment_resolved_by_id_457bc4ec ON public.library_comment USING btree (resolved_by_id);


CREATE INDEX library_gathered_source_id_eec8be55 ON public.library_gathered USING btree (source_id);


CREATE INDEX library_harvestrun_source_id_bc9d7f6c ON public.library_harvestrun USING btree (source_id);


CREATE INDEX library_harvestrun_started_by_id_73d35a34 ON public.library_harvestrun USING btree (started_by_id);


CREATE INDEX library_product_other_units_product_id_798f74ef ON public.library_product_other_units USING btree (product_id);


CREATE INDEX library_product_other_units_unit_id_9f872d6a ON public.library_product_other_units USING btree (unit_id);


CREATE INDEX library_product_revises_id_ab6f0c50 ON public.library_product USING btree (revises_id);


CREATE INDEX library_product_started_by_id_188a9d07 ON public.library_product USING btree (started_by_id);


CREATE INDEX library_product_topics_product_id_7baf075c ON public.library_product_topics USING btree (product_id);


CREATE INDEX library_product_topics_topic_id_5cac93ca ON public.library_product_topics USING btree (topic_id);


CREATE INDEX library_product_translation_of_id_779fc57d ON public.library_product USING btree (translation_of_id);


CREATE INDEX library_product_unit_id_ebd021b5 ON public.library_product USING btree (unit_id);


CREATE INDEX library_product_waits_for_id_5c869548 ON public.library_product USING btree (waits_for_id);


CREATE INDEX library_product_written_by_id_5f063d0b ON public.library_product USING btree (written_by_id);


CREATE INDEX library_productedition_by_id_08277145 ON public.library_productedition USING btree (by_id);


CREATE INDEX library_productedition_product_id_6933b402 ON public.library_productedition USING btree (product_id);


CREATE INDEX library_productfile_file_id_5359ded6 ON public.library_productfile USING btree (file_id);


CREATE INDEX library_productfile_product_id_3c85b6a6 ON public.library_productfile USING btree (product_id);


CREATE INDEX library_productprovision_made_by_id_b46c83a5 ON public.library_productprovision USING btree (made_by_id);


CREATE INDEX library_productprovision_product_id_5c874053 ON public.library_productprovision USING btree (product_id);


CREATE INDEX library_productprovision_settled_by_id_fe800a05 ON public.library_productprovision USING btree (settled_by_id);


CREATE INDEX library_productstep_by_id_a299ddef ON public.library_productstep USING btree (by_id);


CREATE INDEX library_productstep_product_id_e27e930b ON public.library_productstep USING btree (product_id);


CREATE INDEX library_producttask_made_by_id_de04ca6b ON public.library_producttask USING btree (made_by_id);


CREATE INDEX library_producttask_product_id_2aa1f162 ON public.library_producttask USING btree (product_id);


CREATE INDEX library_producttask_settled_by_id_97a9c2f1 ON public.library_producttask USING btree (settled_by_id);


CREATE INDEX library_producttask_task_id_23131b0d ON public.library_producttask USING btree (task_id);


CREATE INDEX library_rendition_file_id_5656cc1f ON public.library_rendition USING btree (file_id);


CREATE INDEX library_reviewlink_made_by_id_e1767a3d ON public.library_reviewlink USING btree (made_by_id);


CREATE INDEX library_reviewlink_product_id_9a036699 ON public.library_reviewlink USING btree (product_id);


CREATE INDEX library_reviewlink_secret_hash_4bf35db4_like ON public.library_reviewlink USING btree (secret_hash varchar_pattern_ops);


CREATE INDEX library_source_added_by_id_64df8d55 ON public.library_source USING btree (added_by_id);


CREATE INDEX library_source_unit_id_942eced5 ON public.library_source USING btree (unit_id);


CREATE INDEX library_storedfile_likeness_6a5e23e2 ON public.library_storedfile USING btree (likeness);


CREATE INDEX library_storedfile_received_by_id_0f90779c ON public.library_storedfile USING btree (received_by_id);


CREATE INDEX library_storedfile_unit_id_193258f5 ON public.library_storedfile USING btree (unit_id);


CREATE INDEX library_texts_alike ON public.library_storedfile USING gin (sketch);


CREATE INDEX library_to_draw ON public.library_storedfile USING btree (created_at) WHERE ((drawing)::text = 'waiting'::text);


CREATE INDEX library_writing_by_id_4378c1a9 ON public.library_writing USING btree (by_id);


CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


CREATE INDEX missed_by_day ON public.portal_missed USING btree (first_on);


CREATE INDEX mistakes_waiting ON public.portal_mistake USING btree (created_at) WHERE (closed_at IS NULL);


CREATE INDEX modelsearch_autocom_ea8581_gin ON public.modelsearch_indexentry USING gin (autocomplete);


CREATE INDEX modelsearch_body_61c094_gin ON public.modelsearch_indexentry USING gin (body);


CREATE INDEX modelsearch_indexentry_content_type_id_0968e500 ON public.modelsearch_indexentry USING btree (content_type_id);


CREATE INDEX modelsearch_title_e31adb_gin ON public.modelsearch_indexentry USING gin (title);


CREATE UNIQUE INDEX one_account_an_email ON public.accounts_user USING btree (lower((email)::text));


CREATE UNIQUE INDEX one_approved_estimate_stands ON public.budget_estimate USING btree (unit_id, plan_id, year) WHERE ((replaced_at IS NULL) AND ((state)::text = 'approved'::text));


CREATE UNIQUE INDEX one_estimate_is_worked_on ON public.budget_estimate USING btree (unit_id, plan_id, year) WHERE (NOT ((state)::text = 'approved'::text));


CREATE UNIQUE INDEX one_letter_a_person_kind_and_period ON public.accounts_letter USING btree (person_id, kind, period) WHERE (person_id IS NOT NULL);


CREATE UNIQUE INDEX one_letter_an_address_kind_and_period ON public.accounts_letter USING btree (lower(("to")::text), kind, period) WHERE (person_id IS NULL);


CREATE UNIQUE INDEX one_name_below_a_parent ON public.organisation_unit USING btree (name, parent_id) WHERE is_active;


CREATE UNIQUE INDEX one_open_hit_a_subject ON public.organisation_checkhit USING btree (check_name, subject_id) WHERE (gone_on IS NULL);


CREATE UNIQUE INDEX one_open_role_in_a_unit ON public.organisation_membership USING btree (user_id, unit_id) WHERE (valid_until IS NULL);


CREATE UNIQUE INDEX one_revision_at_a_time ON public.library_product USING btree (revises_id) WHERE (revises_id IS NOT NULL);


CREATE UNIQUE INDEX one_timetable_in_force ON public.plans_timetable USING btree (assignment_id) WHERE (ends IS NULL);


CREATE UNIQUE INDEX one_translation_a_language ON public.library_product USING btree (translation_of_id, language) WHERE ((revises_id IS NULL) AND (translation_of_id IS NOT NULL) AND (NOT ((state)::text = 'retire'::text)));


CREATE UNIQUE INDEX one_value_a_cell ON public.indicators_observation USING btree (indicator_id, unit_id, period_start, part) WHERE (replaced_at IS NULL);


CREATE UNIQUE INDEX one_waiting_invitation_in_a_unit ON public.organisation_invitation USING btree (lower((email)::text), unit_id) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));


CREATE INDEX open_hits_of_a_unit ON public.organisation_checkhit USING btree (unit_id) WHERE (gone_on IS NULL);


CREATE INDEX organisation_checkhit_unit_id_e3fa8a64 ON public.organisation_checkhit USING btree (unit_id);


CREATE INDEX organisation_checkrun_by_id_743e1768 ON public.organisation_checkrun USING btree (by_id);


CREATE INDEX organisation_invitation_accepted_by_id_3d0ddca0 ON public.organisation_invitation USING btree (accepted_by_id);


CREATE INDEX organisation_invitation_invited_by_id_8ec9ab22 ON public.organisation_invitation USING btree (invited_by_id);


CREATE INDEX organisation_invitation_secret_hash_324d30e1_like ON public.organisation_invitation USING btree (secret_hash varchar_pattern_ops);


CREATE INDEX organisation_invitation_unit_id_cbc7ca76 ON public.organisation_invitation USING btree (unit_id);


CREATE INDEX organisation_membership_unit_id_ddfef333 ON public.organisation_membership USING btree (unit_id);


CREATE INDEX organisation_membership_user_id_f6ff1acf ON public.organisation_membership USING btree (user_id);


CREATE INDEX organisation_roster_entered_by_id_1d83a1be ON public.organisation_roster USING btree (entered_by_id);


CREATE INDEX organisation_succession_entered_by_id_7c615d20 ON public.organisation_succession USING btree (entered_by_id);


CREATE INDEX organisation_successionpart_source_id_bfce37f5 ON public.organisation_successionpart USING btree (source_id);


CREATE INDEX organisation_successionpart_succession_id_266adb98 ON public.organisation_successionpart USING btree (succession_id);


CREATE INDEX organisation_successionpart_target_id_c28eb34b ON public.organisation_successionpart USING btree (target_id);


CREATE INDEX organisation_unit_parent_id_1a56e487 ON public.organisation_unit USING btree (parent_id);


CREATE INDEX organisation_unitintake_entered_by_id_708a9f2e ON public.organisation_unitintake USING btree (entered_by_id);


CREATE INDEX organisation_unitversion_closed_by_id_a2362154 ON public.organisation_unitversion USING btree (closed_by_id);


CREATE INDEX organisation_unitversion_opened_by_id_f6d82042 ON public.organisation_unitversion USING btree (opened_by_id);


CREATE INDEX organisation_unitversion_parent_id_05cc9b1a ON public.organisation_unitversion USING btree (parent_id);


CREATE INDEX organisation_unitversion_unit_id_32e435fd ON public.organisation_unitversion USING btree (unit_id);


CREATE INDEX packs_newest ON public.portal_pack USING btree (kind, slug, language, id DESC);


CREATE INDEX plans_assignment_given_by_id_be3d03ab ON public.plans_assignment USING btree (given_by_id);


CREATE INDEX plans_assignment_parent_id_97aaa186 ON public.plans_assignment USING btree (parent_id);


CREATE INDEX plans_assignment_task_id_7315297a ON public.plans_assignment USING btree (task_id);


CREATE INDEX plans_assignment_unit_id_538647f1 ON public.plans_assignment USING btree (unit_id);


CREATE INDEX plans_calendarlink_secret_hash_b6a61cac_like ON public.plans_calendarlink USING btree (secret_hash varchar_pattern_ops);


CREATE INDEX plans_calendarlink_unit_id_606ea15b ON public.plans_calendarlink USING btree (unit_id);


CREATE INDEX plans_calendarlink_user_id_db20da81 ON public.plans_calendarlink USING btree (user_id);


CREATE INDEX plans_evidence_by_id_3875cfba ON public.plans_evidence USING btree (by_id);


CREATE INDEX plans_evidence_file_id_fbe8fa07 ON public.plans_evidence USING btree (file_id);


CREATE INDEX plans_evidence_unit_id_72106568 ON public.plans_evidence USING btree (unit_id);


CREATE INDEX plans_evidencelink_assignment_id_ff6f63ab ON public.plans_evidencelink USING btree (assignment_id);


CREATE INDEX plans_evidencelink_evidence_id_3b8b06f3 ON public.plans_evidencelink USING btree (evidence_id);


CREATE INDEX plans_evidencelink_item_id_c77d6e45 ON public.plans_evidencelink USING btree (item_id);


CREATE INDEX plans_finding_decided_by_id_f89f0dd9 ON public.plans_finding USING btree (decided_by_id);


CREATE INDEX plans_finding_plan_id_1f2099b6 ON public.plans_finding USING btree (plan_id);


CREATE INDEX plans_followup_by_id_92709221 ON public.plans_followup USING btree (by_id);


CREATE INDEX plans_followup_evidence_evidence_id_66f5cb71 ON public.plans_followup_evidence USING btree (evidence_id);


CREATE INDEX plans_followup_evidence_followup_id_f794e0e5 ON public.plans_followup_evidence USING btree (followup_id);


CREATE INDEX plans_followup_recommendation_id_0b9a7a83 ON public.plans_followup USING btree (recommendation_id);


CREATE INDEX plans_item_decided_by_id_c8ff6afe ON public.plans_item USING btree (decided_by_id);


CREATE INDEX plans_item_plan_id_828bebd8 ON public.plans_item USING btree (plan_id);


CREATE INDEX plans_item_reading_id_af89dac6 ON public.plans_item USING btree (reading_id);


CREATE INDEX plans_match_child_id_170c0e55 ON public.plans_match USING btree (child_id);


CREATE INDEX plans_match_child_item_id_cae8ccb7 ON public.plans_match USING btree (child_item_id);


CREATE INDEX plans_match_decided_by_id_b56bcfd3 ON public.plans_match USING btree (decided_by_id);


CREATE INDEX plans_match_parent_item_id_a22b80b5 ON public.plans_match USING btree (parent_item_id);


CREATE INDEX plans_plan_confirmed_by_id_2938f4fe ON public.plans_plan USING btree (confirmed_by_id);


CREATE INDEX plans_plan_issuer_unit_id_894973f5 ON public.plans_plan USING btree (issuer_unit_id);


CREATE INDEX plans_plan_parent_id_2169a7a4 ON public.plans_plan USING btree (parent_id);


CREATE INDEX plans_plan_reading_id_f60c7239 ON public.plans_plan USING btree (reading_id);


CREATE INDEX plans_plan_unit_id_733724a3 ON public.plans_plan USING btree (unit_id);


CREATE INDEX plans_progress_assignment_id_add753e0 ON public.plans_progress USING btree (assignment_id);


CREATE INDEX plans_progress_by_id_bf9bde16 ON public.plans_progress USING btree (by_id);


CREATE INDEX plans_question_answered_by_id_0b1f9438 ON public.plans_question USING btree (answered_by_id);


CREATE INDEX plans_question_asked_by_id_48b82811 ON public.plans_question USING btree (asked_by_id);


CREATE INDEX plans_question_assignment_id_a3d1004c ON public.plans_question USING btree (assignment_id);


CREATE INDEX plans_recommendationindicator_indicator_id_d082bf80 ON public.plans_recommendationindicator USING btree (indicator_id);


CREATE INDEX plans_recommendationindicator_made_by_id_5275bb07 ON public.plans_recommendationindicator USING btree (made_by_id);


CREATE INDEX plans_recommendationindicator_recommendation_id_8412ebd1 ON public.plans_recommendationindicator USING btree (recommendation_id);


CREATE INDEX plans_recommendationindicator_settled_by_id_0bb2626e ON public.plans_recommendationindicator USING btree (settled_by_id);


CREATE INDEX plans_recommendationtask_made_by_id_c30e7ecb ON public.plans_recommendationtask USING btree (made_by_id);


CREATE INDEX plans_recommendationtask_recommendation_id_4751cd2d ON public.plans_recommendationtask USING btree (recommendation_id);


CREATE INDEX plans_recommendationtask_settled_by_id_33b0e6b1 ON public.plans_recommendationtask USING btree (settled_by_id);


CREATE INDEX plans_recommendationtask_task_id_88993006 ON public.plans_recommendationtask USING btree (task_id);


CREATE INDEX plans_responsibility_task_id_fc9581e4 ON public.plans_responsibility USING btree (task_id);


CREATE INDEX plans_responsibility_unit_id_53b6719d ON public.plans_responsibility USING btree (unit_id);


CREATE INDEX plans_serving_by_id_199f81d2 ON public.plans_serving USING btree (by_id);


CREATE INDEX plans_serving_item_id_6d2a0248 ON public.plans_serving USING btree (item_id);


CREATE INDEX plans_serving_task_id_12da5c6a ON public.plans_serving USING btree (task_id);


CREATE INDEX plans_timetable_assignment_id_27a90085 ON public.plans_timetable USING btree (assignment_id);


CREATE INDEX plans_timetable_by_id_057b7880 ON public.plans_timetable USING btree (by_id);


CREATE INDEX portal_entry_block_id_c3381f8c ON public.portal_entry USING btree (block_id);


CREATE INDEX portal_missed_mark_f2bc2535_like ON public.portal_missed USING btree (mark varchar_pattern_ops);


CREATE INDEX portal_mistake_closed_by_id_7856f3a7 ON public.portal_mistake USING btree (closed_by_id);


CREATE INDEX portal_sitepage_unit_id_fb87965c ON public.portal_sitepage USING btree (unit_id);


CREATE INDEX portal_wordgroup_block_id_e610851a ON public.portal_wordgroup USING btree (block_id);


CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);


CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));


CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);


CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);


CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);


CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);


CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);


CREATE INDEX products_by_state ON public.library_product USING btree (state, due_on);


CREATE INDEX products_of_a_unit ON public.library_product USING btree (unit_id, state);


CREATE INDEX products_of_an_article ON public.library_productprovision USING btree (code, path);


CREATE INDEX products_out ON public.library_product USING btree (republished_on DESC, id DESC) WHERE ((state)::text = 'publish'::text);


CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);


CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);


CREATE INDEX reports_cycle_feeds_id_031759be ON public.reports_cycle USING btree (feeds_id);


CREATE INDEX reports_cycle_regime_id_f9fde59f ON public.reports_cycle USING btree (regime_id);


CREATE INDEX reports_edition_submission_id_64589ced ON public.reports_edition USING btree (submission_id);


CREATE INDEX reports_formintake_entered_by_id_22a1c0e5 ON public.reports_formintake USING btree (entered_by_id);


CREATE INDEX reports_formintake_submission_id_e6979fa0 ON public.reports_formintake USING btree (submission_id);


CREATE INDEX reports_of_a_unit ON public.reports_submission USING btree (unit_id, state);


CREATE INDEX reports_of_an_assignment ON public.plans_progress USING btree (assignment_id, id DESC);


CREATE INDEX reports_passage_by_id_7bdfa873 ON public.reports_passage USING btree (by_id);


CREATE INDEX reports_passage_submission_id_e7d4ecd9 ON public.reports_passage USING btree (submission_id);


CREATE INDEX reports_receipt_unit_id_42accc82 ON public.reports_receipt USING btree (unit_id);


CREATE INDEX reports_regime_plan_id_e2e6850a ON public.reports_regime USING btree (plan_id);


CREATE INDEX reports_regime_rule_id_acf3a0b2 ON public.reports_regime USING btree (rule_id);


CREATE INDEX reports_regime_scope_id_6706f33f ON public.reports_regime USING btree (scope_id);


CREATE INDEX reports_regime_unit_id_89ac60e1 ON public.reports_regime USING btree (unit_id);


CREATE INDEX reports_step_by_id_627b7247 ON public.reports_step USING btree (by_id);


CREATE INDEX reports_step_edition_id_ee501c85 ON public.reports_step USING btree (edition_id);


CREATE INDEX reports_step_submission_id_f0837ea4 ON public.reports_step USING btree (submission_id);


CREATE INDEX reports_submission_cycle_id_daf05504 ON public.reports_submission USING btree (cycle_id);


CREATE INDEX reports_submission_unit_id_8aaf41c5 ON public.reports_submission USING btree (unit_id);


CREATE INDEX reports_token_made_by_id_b6a17b4d ON public.reports_token USING btree (made_by_id);


CREATE INDEX reports_token_sha256_9e4e5a06_like ON public.reports_token USING btree (sha256 varchar_pattern_ops);


CREATE INDEX reports_token_unit_id_283c9f1a ON public.reports_token USING btree (unit_id);


CREATE UNIQUE INDEX rights_annotation_once ON public.rights_recommendation USING btree (review_id, annotation) WHERE (NOT ((annotation)::text = ''::text));


CREATE INDEX rights_answerchange_by_id_fe3e9d70 ON public.rights_answerchange USING btree (by_id);


CREATE INDEX rights_answerchange_recommendation_id_8e96e79c ON public.rights_answerchange USING btree (recommendation_id);


CREATE INDEX rights_citation_made_by_id_4e58344f ON public.rights_citation USING btree (made_by_id);


CREATE INDEX rights_citation_place_id_8a02c72f ON public.rights_citation USING btree (place_id);


CREATE INDEX rights_citation_settled_by_id_849d01f0 ON public.rights_citation USING btree (settled_by_id);


CREATE INDEX rights_citation_target_id_187c8792 ON public.rights_citation USING btree (target_id);


CREATE INDEX rights_citation_version_id_3667ae4a ON public.rights_citation USING btree (version_id);


CREATE INDEX rights_doubt_recommendation_id_ffc69e6e ON public.rights_doubt USING btree (recommendation_id);


CREATE INDEX rights_doubt_review_id_e5e514a5 ON public.rights_doubt USING btree (review_id);


CREATE INDEX rights_doubt_settled_by_id_465ec38e ON public.rights_doubt USING btree (settled_by_id);


CREATE INDEX rights_instrument_code_cf015d8b_like ON public.rights_instrument USING btree (code varchar_pattern_ops);


CREATE INDEX rights_link_made_by_id_d83cd663 ON public.rights_link USING btree (made_by_id);


CREATE INDEX rights_link_other_id_5126d60c ON public.rights_link USING btree (other_id);


CREATE INDEX rights_link_provision_id_750307c9 ON public.rights_link USING btree (provision_id);


CREATE INDEX rights_link_settled_by_id_5b6672dd ON public.rights_link USING btree (settled_by_id);


CREATE INDEX rights_link_topic_id_68ccc351 ON public.rights_link USING btree (topic_id);


CREATE INDEX rights_passage_provision_id_0fbc0c45 ON public.rights_passage USING btree (provision_id);


CREATE INDEX rights_passage_version_id_4fa1c210 ON public.rights_passage USING btree (version_id);


CREATE INDEX rights_provision_instrument_id_f353f35d ON public.rights_provision USING btree (instrument_id);


CREATE INDEX rights_provision_parent_id_eb5f8a0d ON public.rights_provision USING btree (parent_id);


CREATE INDEX rights_recommendation_part_of_id_45cdce78 ON public.rights_recommendation USING btree (part_of_id);


CREATE UNIQUE INDEX rights_recommendation_place_once ON public.rights_recommendation USING btree (review_id, printed, occurrence) WHERE (part_of_id IS NULL);


CREATE INDEX rights_recommendation_review_id_20c998bd ON public.rights_recommendation USING btree (review_id);


CREATE INDEX rights_recommendation_topics_recommendation_id_834e8311 ON public.rights_recommendation_topics USING btree (recommendation_id);


CREATE INDEX rights_recommendation_topics_topic_id_c5754437 ON public.rights_recommendation_topics USING btree (topic_id);


CREATE INDEX rights_recommendationintake_entered_by_id_7e4bed81 ON public.rights_recommendationintake USING btree (entered_by_id);


CREATE INDEX rights_recommendationintake_file_id_c9e674b3 ON public.rights_recommendationintake USING btree (file_id);


CREATE INDEX rights_recommendationprovision_made_by_id_01633739 ON public.rights_recommendationprovision USING btree (made_by_id);


CREATE INDEX rights_recommendationprovision_provision_id_014c7d26 ON public.rights_recommendationprovision USING btree (provision_id);


CREATE INDEX rights_recommendationprovision_recommendation_id_bd9764ff ON public.rights_recommendationprovision USING btree (recommendation_id);


CREATE INDEX rights_recommendationprovision_settled_by_id_136f03ec ON public.rights_recommendationprovision USING btree (settled_by_id);


CREATE UNIQUE INDEX rights_review_symbol_once ON public.rights_review USING btree (symbol) WHERE (NOT ((symbol)::text = ''::text));


CREATE INDEX rights_situation_group_69192cbc ON public.rights_situation USING btree ("group");


CREATE INDEX rights_situation_group_69192cbc_like ON public.rights_situation USING btree ("group" varchar_pattern_ops);


CREATE INDEX rights_situation_related_from_situation_id_8df996b5 ON public.rights_situation_related USING btree (from_situation_id);


CREATE INDEX rights_situation_related_to_situation_id_8ed382c1 ON public.rights_situation_related USING btree (to_situation_id);


CREATE INDEX rights_situation_slug_3430eebb_like ON public.rights_situation USING btree (slug varchar_pattern_ops);


CREATE INDEX rights_situation_topics_situation_id_d615dea4 ON public.rights_situation_topics USING btree (situation_id);


CREATE INDEX rights_situation_topics_topic_id_90a1ee46 ON public.rights_situation_topics USING btree (topic_id);


CREATE INDEX rights_situationedition_saved_by_id_fa71dd94 ON public.rights_situationedition USING btree (saved_by_id);


CREATE INDEX rights_situationedition_text_id_d0cceec9 ON public.rights_situationedition USING btree (text_id);


CREATE INDEX rights_situationtext_situation_id_6e1e6cb5 ON public.rights_situationtext USING btree (situation_id);


CREATE INDEX rights_status_instrument_id_a665931b ON public.rights_status USING btree (instrument_id);


CREATE UNIQUE INDEX rights_status_of_data_once ON public.rights_status USING btree (instrument_id, key) WHERE (NOT ((key)::text = ''::text));


CREATE INDEX rights_status_successor_id_71328f4e ON public.rights_status USING btree (successor_id);


CREATE INDEX rights_textintake_entered_by_id_7bec2d3c ON public.rights_textintake USING btree (entered_by_id);


CREATE INDEX rights_textintake_instrument_id_e5ce6291 ON public.rights_textintake USING btree (instrument_id);


CREATE INDEX rights_topic_slug_b7bcc870_like ON public.rights_topic USING btree (slug varchar_pattern_ops);


CREATE INDEX rights_version_brought_by_id_df9fa437 ON public.rights_version USING btree (brought_by_id);


CREATE INDEX rights_version_instrument_id_56eac7a1 ON public.rights_version USING btree (instrument_id);


CREATE INDEX shared_by_shelf ON public.portal_shared USING gin (shelves);


CREATE INDEX shared_in_order ON public.portal_shared USING btree (changed_at, number);


CREATE INDEX sources_delivery_received_by_id_ad95f37e ON public.sources_delivery USING btree (received_by_id);


CREATE INDEX sources_delivery_unit_id_7eca2b1d ON public.sources_delivery USING btree (unit_id);


CREATE INDEX sources_sourcefile_delivery_id_7ec6d7d1 ON public.sources_sourcefile USING btree (delivery_id);


CREATE INDEX sources_sourcefile_received_by_id_5ae0c472 ON public.sources_sourcefile USING btree (received_by_id);


CREATE INDEX sources_sourcefile_unit_id_b292af71 ON public.sources_sourcefile USING btree (unit_id);


CREATE INDEX sources_storedreading_source_id_8f1e8648 ON public.sources_storedreading USING btree (source_id);


CREATE INDEX standings_by_those_above ON public.indicators_standing USING gin (above);


CREATE INDEX standings_under_the_top ON public.indicators_standing USING btree (pair_id, unit_id) INCLUDE (share, kind, top, is_main);


CREATE INDEX steps_by_day ON public.accounts_reminderstep USING btree (day);


CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);


CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);


CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);


CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);


CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);


CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);


CREATE INDEX tasks_by_due_day ON public.plans_task USING btree (due_on);


CREATE INDEX tasks_of_a_name ON public.plans_responsibility USING btree (canonical, part);


CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY ((ARRAY['in_progress'::character varying, 'needs_changes'::character varying])::text[]));


CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


CREATE INDEX units_by_those_above ON public.organisation_unit USING gin (above);


CREATE INDEX values_of_a_period ON public.indicators_observation USING btree (indicator_id, period_start) INCLUDE (unit_id, period_end, numerator, denominator, is_applicable) WHERE (((part)::text = ''::text) AND (replaced_at IS NULL));


CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);


CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);


CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);


CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);


CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);


CREATE INDEX wagtailcore_apitoken_key_hash_65979b78_like ON public.wagtailcore_apitoken USING btree (key_hash varchar_pattern_ops);


CREATE INDEX wagtailcore_apitoken_user_id_49b1141b ON public.wagtailcore_apitoken USING btree (user_id);


CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);


CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);


CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);


CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);


CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);


CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);


CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);


CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);


CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);


CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);


CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);


CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);


CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);


CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);


CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);


CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);


CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);


CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);


CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);


CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);


CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);


CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);


CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);


CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);


CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);


CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);


CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);


CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);


CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);


CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");


CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);


CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);


CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);


CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);


CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);


CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);


CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);


CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);


CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);


CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);


CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);


CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);


CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);


CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);


CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);


CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);


CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);


CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);


CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");


CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);


CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);


CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);


CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);


CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);


CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);


CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);


CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);


CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);


CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);


CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);


CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);


CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);


CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);


CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);


CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);


CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);


CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);


CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);


CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);


CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);


CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);


CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);


CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);


CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);


CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);


CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);


CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);


CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);


CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);


CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);


CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);


CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);


CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);


CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);


CREATE INDEX wagtailredirects_redirect_old_path_bb35247b ON public.wagtailredirects_redirect USING btree (old_path);


CREATE INDEX wagtailredirects_redirect_old_path_bb35247b_like ON public.wagtailredirects_redirect USING btree (old_path varchar_pattern_ops);


CREATE INDEX wagtailredirects_redirect_redirect_page_id_b5728a8f ON public.wagtailredirects_redirect USING btree (redirect_page_id);


CREATE INDEX wagtailredirects_redirect_site_id_780a0e1e ON public.wagtailredirects_redirect USING btree (site_id);


CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);


CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);


CREATE INDEX writings_by_pause ON public.library_writing USING btree (last_at);


CREATE TRIGGER approved_estimates_stay BEFORE DELETE OR UPDATE ON public.budget_estimate FOR EACH ROW EXECUTE FUNCTION public.approved_estimates_stay();


CREATE TRIGGER approved_lines_stay BEFORE INSERT OR DELETE OR UPDATE ON public.budget_estimateline FOR EACH ROW EXECUTE FUNCTION public.approved_lines_stay();


CREATE TRIGGER audit_is_append_only BEFORE DELETE OR UPDATE ON public.accounts_auditentry FOR EACH ROW EXECUTE FUNCTION public.audit_is_append_only();


CREATE TRIGGER awaited_of_changed AFTER UPDATE ON public.plans_assignment REFERENCING OLD TABLE AS rows_old NEW TABLE AS rows_new FOR EACH STATEMENT EXECUTE FUNCTION public.awaited_of_changed();


CREATE TRIGGER awaited_of_new AFTER INSERT ON public.plans_assignment REFERENCING NEW TABLE AS rows_new FOR EACH STATEMENT EXECUTE FUNCTION public.awaited_of_new();


CREATE TRIGGER awaited_of_plans AFTER UPDATE ON public.plans_plan REFERENCING OLD TABLE AS rows_old NEW TABLE AS rows_new FOR EACH STATEMENT EXECUTE FUNCTION public.awaited_of_plans();


CREATE TRIGGER awaited_of_reports AFTER INSERT ON public.plans_progress REFERENCING NEW TABLE AS rows_here FOR EACH STATEMENT EXECUTE FUNCTION public.awaited_of_rows();


CREATE TRIGGER awaited_of_timetables_changed AFTER UPDATE ON public.plans_timetable REFERENCING NEW TABLE AS rows_here FOR EACH STATEMENT EXECUTE FUNCTION public.awaited_of_rows();


CREATE TRIGGER awaited_of_timetables_gone AFTER DELETE ON public.plans_timetable REFERENCING OLD TABLE AS rows_here FOR EACH STATEMENT EXECUTE FUNCTION public.awaited_of_rows();


CREATE TRIGGER awaited_of_timetables_new AFTER INSERT ON public.plans_timetable REFERENCING NEW TABLE AS rows_here FOR EACH STATEMENT EXECUTE FUNCTION public.awaited_of_rows();


CREATE TRIGGER editions_are_only_added BEFORE DELETE OR UPDATE ON public.reports_edition FOR EACH ROW EXECUTE FUNCTION public.editions_are_only_added();


CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();


CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();


CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();


CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();


CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();


CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();


CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();


CREATE TRIGGER product_editions_are_only_added BEFORE DELETE OR UPDATE ON public.library_productedition FOR EACH ROW EXECUTE FUNCTION public.product_editions_are_only_added();


CREATE TRIGGER product_steps_are_only_added BEFORE UPDATE ON public.library_productstep FOR EACH ROW EXECUTE FUNCTION public.product_steps_are_only_added();


CREATE TRIGGER reports_are_only_added BEFORE DELETE OR UPDATE ON public.plans_progress FOR EACH ROW EXECUTE FUNCTION public.reports_are_only_added();


CREATE TRIGGER spendings_are_only_added BEFORE DELETE OR UPDATE ON public.budget_spending FOR EACH ROW EXECUTE FUNCTION public.spendings_are_only_added();


CREATE TRIGGER steps_are_only_added BEFORE DELETE OR UPDATE ON public.reports_step FOR EACH ROW EXECUTE FUNCTION public.steps_are_only_added();


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_auditentry
    ADD CONSTRAINT accounts_auditentry_actor_id_3237b29c_fk_accounts_user_id FOREIGN KEY (actor_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_letter
    ADD CONSTRAINT accounts_letter_person_id_f6adba37_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_told
    ADD CONSTRAINT accounts_told_person_id_8dc92331_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_estimate
    ADD CONSTRAINT budget_estimate_approved_by_id_5ab2ca43_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_estimate
    ADD CONSTRAINT budget_estimate_plan_id_45c8a557_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_estimate
    ADD CONSTRAINT budget_estimate_unit_id_90a4def1_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_estimateintake
    ADD CONSTRAINT budget_estimateintak_entered_by_id_c99cd7ea_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_estimateintake
    ADD CONSTRAINT budget_estimateintak_estimate_id_01bcbd61_fk_budget_es FOREIGN KEY (estimate_id) REFERENCES public.budget_estimate(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_estimateline
    ADD CONSTRAINT budget_estimateline_estimate_id_0c485e2c_fk_budget_estimate_id FOREIGN KEY (estimate_id) REFERENCES public.budget_estimate(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_estimateline
    ADD CONSTRAINT budget_estimateline_root_id_34b42300_fk_budget_estimateline_id FOREIGN KEY (root_id) REFERENCES public.budget_estimateline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_estimateline
    ADD CONSTRAINT budget_estimateline_task_id_edcd149d_fk_plans_task_item_ptr_id FOREIGN KEY (task_id) REFERENCES public.plans_task(item_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_spending
    ADD CONSTRAINT budget_spending_by_id_a1d73379_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_spending
    ADD CONSTRAINT budget_spending_corrects_id_f6a9bfc6_fk_budget_spending_id FOREIGN KEY (corrects_id) REFERENCES public.budget_spending(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.budget_spending
    ADD CONSTRAINT budget_spending_line_id_1ca0bb36_fk_budget_estimateline_id FOREIGN KEY (line_id) REFERENCES public.budget_estimateline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_freeze
    ADD CONSTRAINT indicators_freeze_frozen_by_id_860b2c66_fk_accounts_user_id FOREIGN KEY (frozen_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_freeze
    ADD CONSTRAINT indicators_freeze_unit_id_65c2dafd_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_indicatortarget
    ADD CONSTRAINT indicators_indicator_indicator_id_0f3a63e3_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_indicator
    ADD CONSTRAINT indicators_indicator_owner_id_9edc90b6_fk_organisation_unit_id FOREIGN KEY (owner_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_observation
    ADD CONSTRAINT indicators_observati_entered_by_id_53264f1d_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_observation
    ADD CONSTRAINT indicators_observati_evidence_id_4d71af88_fk_sources_s FOREIGN KEY (evidence_id) REFERENCES public.sources_sourcefile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_observation
    ADD CONSTRAINT indicators_observati_indicator_id_a297e6a9_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_observationitem
    ADD CONSTRAINT indicators_observati_observation_id_85837082_fk_indicator FOREIGN KEY (observation_id) REFERENCES public.indicators_observation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_observation
    ADD CONSTRAINT indicators_observation_unit_id_ed0909a4_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_standing
    ADD CONSTRAINT indicators_standing_at_id_c9c3a44e_fk_organisation_unit_id FOREIGN KEY (at_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_standing
    ADD CONSTRAINT indicators_standing_pair_id_e07553d1_fk_indicators_mappair_id FOREIGN KEY (pair_id) REFERENCES public.indicators_mappair(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.indicators_standing
    ADD CONSTRAINT indicators_standing_unit_id_510a08f9_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_bundle
    ADD CONSTRAINT library_bundle_owner_id_93115320_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_bundle
    ADD CONSTRAINT library_bundle_unit_id_cc7b82a4_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_bundleitem
    ADD CONSTRAINT library_bundleitem_bundle_id_73cb9d0a_fk_library_bundle_id FOREIGN KEY (bundle_id) REFERENCES public.library_bundle(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_comment
    ADD CONSTRAINT library_comment_by_id_8f9c7603_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_comment
    ADD CONSTRAINT library_comment_link_id_5e64cdb6_fk_library_reviewlink_id FOREIGN KEY (link_id) REFERENCES public.library_reviewlink(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_comment
    ADD CONSTRAINT library_comment_product_id_d2307d00_fk_library_product_id FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_comment
    ADD CONSTRAINT library_comment_resolved_by_id_457bc4ec_fk_accounts_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_gathered
    ADD CONSTRAINT library_gathered_source_id_eec8be55_fk_library_source_id FOREIGN KEY (source_id) REFERENCES public.library_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_harvestrun
    ADD CONSTRAINT library_harvestrun_source_id_bc9d7f6c_fk_library_source_id FOREIGN KEY (source_id) REFERENCES public.library_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_harvestrun
    ADD CONSTRAINT library_harvestrun_started_by_id_73d35a34_fk_accounts_user_id FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product_other_units
    ADD CONSTRAINT library_product_othe_product_id_798f74ef_fk_library_p FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product_other_units
    ADD CONSTRAINT library_product_othe_unit_id_9f872d6a_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product
    ADD CONSTRAINT library_product_revises_id_ab6f0c50_fk_library_product_id FOREIGN KEY (revises_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product
    ADD CONSTRAINT library_product_started_by_id_188a9d07_fk_accounts_user_id FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product_topics
    ADD CONSTRAINT library_product_topi_product_id_7baf075c_fk_library_p FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product_topics
    ADD CONSTRAINT library_product_topics_topic_id_5cac93ca_fk_rights_topic_id FOREIGN KEY (topic_id) REFERENCES public.rights_topic(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product
    ADD CONSTRAINT library_product_translation_of_id_779fc57d_fk_library_p FOREIGN KEY (translation_of_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product
    ADD CONSTRAINT library_product_unit_id_ebd021b5_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product
    ADD CONSTRAINT library_product_waits_for_id_5c869548_fk_accounts_user_id FOREIGN KEY (waits_for_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_product
    ADD CONSTRAINT library_product_written_by_id_5f063d0b_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productedition
    ADD CONSTRAINT library_productediti_product_id_6933b402_fk_library_p FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productedition
    ADD CONSTRAINT library_productedition_by_id_08277145_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productfile
    ADD CONSTRAINT library_productfile_file_id_5359ded6_fk_library_storedfile_id FOREIGN KEY (file_id) REFERENCES public.library_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productfile
    ADD CONSTRAINT library_productfile_product_id_3c85b6a6_fk_library_product_id FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productprovision
    ADD CONSTRAINT library_productprovi_made_by_id_b46c83a5_fk_accounts_ FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productprovision
    ADD CONSTRAINT library_productprovi_product_id_5c874053_fk_library_p FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productprovision
    ADD CONSTRAINT library_productprovi_settled_by_id_fe800a05_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productstep
    ADD CONSTRAINT library_productstep_by_id_a299ddef_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_productstep
    ADD CONSTRAINT library_productstep_product_id_e27e930b_fk_library_product_id FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_producttask
    ADD CONSTRAINT library_producttask_made_by_id_de04ca6b_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_producttask
    ADD CONSTRAINT library_producttask_product_id_2aa1f162_fk_library_product_id FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_producttask
    ADD CONSTRAINT library_producttask_settled_by_id_97a9c2f1_fk_accounts_user_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_producttask
    ADD CONSTRAINT library_producttask_task_id_23131b0d_fk_plans_task_item_ptr_id FOREIGN KEY (task_id) REFERENCES public.plans_task(item_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_rendition
    ADD CONSTRAINT library_rendition_file_id_5656cc1f_fk_library_storedfile_id FOREIGN KEY (file_id) REFERENCES public.library_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_reviewlink
    ADD CONSTRAINT library_reviewlink_made_by_id_e1767a3d_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_reviewlink
    ADD CONSTRAINT library_reviewlink_product_id_9a036699_fk_library_product_id FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_source
    ADD CONSTRAINT library_source_added_by_id_64df8d55_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_source
    ADD CONSTRAINT library_source_unit_id_942eced5_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_storedfile
    ADD CONSTRAINT library_storedfile_received_by_id_0f90779c_fk_accounts_user_id FOREIGN KEY (received_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_storedfile
    ADD CONSTRAINT library_storedfile_unit_id_193258f5_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_writing
    ADD CONSTRAINT library_writing_by_id_4378c1a9_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.library_writing
    ADD CONSTRAINT library_writing_product_id_9f56f1cc_fk_library_product_id FOREIGN KEY (product_id) REFERENCES public.library_product(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.modelsearch_indexentry
    ADD CONSTRAINT modelsearch_indexent_content_type_id_0968e500_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_checkhit
    ADD CONSTRAINT organisation_checkhit_unit_id_e3fa8a64_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_checkrun
    ADD CONSTRAINT organisation_checkrun_by_id_743e1768_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_invitation
    ADD CONSTRAINT organisation_invitat_accepted_by_id_3d0ddca0_fk_accounts_ FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_invitation
    ADD CONSTRAINT organisation_invitat_invited_by_id_8ec9ab22_fk_accounts_ FOREIGN KEY (invited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_invitation
    ADD CONSTRAINT organisation_invitat_unit_id_cbc7ca76_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_membership
    ADD CONSTRAINT organisation_members_unit_id_ddfef333_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_membership
    ADD CONSTRAINT organisation_membership_user_id_f6ff1acf_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_roster
    ADD CONSTRAINT organisation_roster_entered_by_id_1d83a1be_fk_accounts_user_id FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_succession
    ADD CONSTRAINT organisation_success_entered_by_id_7c615d20_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_successionpart
    ADD CONSTRAINT organisation_success_source_id_bfce37f5_fk_organisat FOREIGN KEY (source_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_successionpart
    ADD CONSTRAINT organisation_success_succession_id_266adb98_fk_organisat FOREIGN KEY (succession_id) REFERENCES public.organisation_succession(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_successionpart
    ADD CONSTRAINT organisation_success_target_id_c28eb34b_fk_organisat FOREIGN KEY (target_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_unit
    ADD CONSTRAINT organisation_unit_parent_id_1a56e487_fk_organisation_unit_id FOREIGN KEY (parent_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_unitintake
    ADD CONSTRAINT organisation_unitint_entered_by_id_708a9f2e_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_unitversion
    ADD CONSTRAINT organisation_unitver_closed_by_id_a2362154_fk_organisat FOREIGN KEY (closed_by_id) REFERENCES public.organisation_succession(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_unitversion
    ADD CONSTRAINT organisation_unitver_opened_by_id_f6d82042_fk_organisat FOREIGN KEY (opened_by_id) REFERENCES public.organisation_succession(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_unitversion
    ADD CONSTRAINT organisation_unitver_parent_id_05cc9b1a_fk_organisat FOREIGN KEY (parent_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.organisation_unitversion
    ADD CONSTRAINT organisation_unitver_unit_id_32e435fd_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_assignment
    ADD CONSTRAINT plans_assignment_given_by_id_be3d03ab_fk_accounts_user_id FOREIGN KEY (given_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_assignment
    ADD CONSTRAINT plans_assignment_parent_id_97aaa186_fk_plans_assignment_id FOREIGN KEY (parent_id) REFERENCES public.plans_assignment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_assignment
    ADD CONSTRAINT plans_assignment_task_id_7315297a_fk_plans_task_item_ptr_id FOREIGN KEY (task_id) REFERENCES public.plans_task(item_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_assignment
    ADD CONSTRAINT plans_assignment_unit_id_538647f1_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_awaited
    ADD CONSTRAINT plans_awaited_assignment_id_96a47d7c_fk_plans_assignment_id FOREIGN KEY (assignment_id) REFERENCES public.plans_assignment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_calendarlink
    ADD CONSTRAINT plans_calendarlink_unit_id_606ea15b_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_calendarlink
    ADD CONSTRAINT plans_calendarlink_user_id_db20da81_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_evidence
    ADD CONSTRAINT plans_evidence_by_id_3875cfba_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_evidence
    ADD CONSTRAINT plans_evidence_file_id_fbe8fa07_fk_sources_sourcefile_id FOREIGN KEY (file_id) REFERENCES public.sources_sourcefile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_evidence
    ADD CONSTRAINT plans_evidence_unit_id_72106568_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_evidencelink
    ADD CONSTRAINT plans_evidencelink_assignment_id_ff6f63ab_fk_plans_ass FOREIGN KEY (assignment_id) REFERENCES public.plans_assignment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_evidencelink
    ADD CONSTRAINT plans_evidencelink_evidence_id_3b8b06f3_fk_plans_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.plans_evidence(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_evidencelink
    ADD CONSTRAINT plans_evidencelink_item_id_c77d6e45_fk_plans_item_id FOREIGN KEY (item_id) REFERENCES public.plans_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_decided_by_id_f89f0dd9_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_match_id_86d3a473_fk_plans_match_id FOREIGN KEY (match_id) REFERENCES public.plans_match(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_finding
    ADD CONSTRAINT plans_finding_plan_id_1f2099b6_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_followup
    ADD CONSTRAINT plans_followup_by_id_92709221_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_followup_evidence
    ADD CONSTRAINT plans_followup_evide_evidence_id_66f5cb71_fk_plans_evi FOREIGN KEY (evidence_id) REFERENCES public.plans_evidence(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_followup_evidence
    ADD CONSTRAINT plans_followup_evide_followup_id_f794e0e5_fk_plans_fol FOREIGN KEY (followup_id) REFERENCES public.plans_followup(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_followup
    ADD CONSTRAINT plans_followup_recommendation_id_0b9a7a83_fk_rights_re FOREIGN KEY (recommendation_id) REFERENCES public.rights_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_item
    ADD CONSTRAINT plans_item_decided_by_id_c8ff6afe_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_item
    ADD CONSTRAINT plans_item_plan_id_828bebd8_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_item
    ADD CONSTRAINT plans_item_reading_id_af89dac6_fk_sources_storedreading_id FOREIGN KEY (reading_id) REFERENCES public.sources_storedreading(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_match
    ADD CONSTRAINT plans_match_child_id_170c0e55_fk_plans_plan_id FOREIGN KEY (child_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_match
    ADD CONSTRAINT plans_match_child_item_id_cae8ccb7_fk_plans_item_id FOREIGN KEY (child_item_id) REFERENCES public.plans_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_match
    ADD CONSTRAINT plans_match_decided_by_id_b56bcfd3_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_match
    ADD CONSTRAINT plans_match_parent_item_id_a22b80b5_fk_plans_item_id FOREIGN KEY (parent_item_id) REFERENCES public.plans_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_confirmed_by_id_2938f4fe_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_issuer_unit_id_894973f5_fk_organisation_unit_id FOREIGN KEY (issuer_unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_parent_id_2169a7a4_fk_plans_plan_id FOREIGN KEY (parent_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_reading_id_f60c7239_fk_sources_storedreading_id FOREIGN KEY (reading_id) REFERENCES public.sources_storedreading(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_source_id_1b7492fd_fk_sources_sourcefile_id FOREIGN KEY (source_id) REFERENCES public.sources_sourcefile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_unit_id_733724a3_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_progress
    ADD CONSTRAINT plans_progress_assignment_id_add753e0_fk_plans_assignment_id FOREIGN KEY (assignment_id) REFERENCES public.plans_assignment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_progress
    ADD CONSTRAINT plans_progress_by_id_bf9bde16_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_question
    ADD CONSTRAINT plans_question_answered_by_id_0b1f9438_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_question
    ADD CONSTRAINT plans_question_asked_by_id_48b82811_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_question
    ADD CONSTRAINT plans_question_assignment_id_a3d1004c_fk_plans_assignment_id FOREIGN KEY (assignment_id) REFERENCES public.plans_assignment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_recommendationindicator
    ADD CONSTRAINT plans_recommendation_indicator_id_d082bf80_fk_indicator FOREIGN KEY (indicator_id) REFERENCES public.indicators_indicator(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_recommendationindicator
    ADD CONSTRAINT plans_recommendation_made_by_id_5275bb07_fk_accounts_ FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_recommendationtask
    ADD CONSTRAINT plans_recommendation_made_by_id_c30e7ecb_fk_accounts_ FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_recommendationtask
    ADD CONSTRAINT plans_recommendation_recommendation_id_4751cd2d_fk_rights_re FOREIGN KEY (recommendation_id) REFERENCES public.rights_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_recommendationindicator
    ADD CONSTRAINT plans_recommendation_recommendation_id_8412ebd1_fk_rights_re FOREIGN KEY (recommendation_id) REFERENCES public.rights_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_recommendationindicator
    ADD CONSTRAINT plans_recommendation_settled_by_id_0bb2626e_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_recommendationtask
    ADD CONSTRAINT plans_recommendation_settled_by_id_33b0e6b1_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_recommendationtask
    ADD CONSTRAINT plans_recommendation_task_id_88993006_fk_plans_tas FOREIGN KEY (task_id) REFERENCES public.plans_task(item_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_responsibility
    ADD CONSTRAINT plans_responsibility_task_id_fc9581e4_fk_plans_task_item_ptr_id FOREIGN KEY (task_id) REFERENCES public.plans_task(item_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_responsibility
    ADD CONSTRAINT plans_responsibility_unit_id_53b6719d_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_serving
    ADD CONSTRAINT plans_serving_by_id_199f81d2_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_serving
    ADD CONSTRAINT plans_serving_item_id_6d2a0248_fk_plans_item_id FOREIGN KEY (item_id) REFERENCES public.plans_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_serving
    ADD CONSTRAINT plans_serving_task_id_12da5c6a_fk_plans_task_item_ptr_id FOREIGN KEY (task_id) REFERENCES public.plans_task(item_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_target
    ADD CONSTRAINT plans_target_item_ptr_id_252687c0_fk_plans_item_id FOREIGN KEY (item_ptr_id) REFERENCES public.plans_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_item_ptr_id_682db4ea_fk_plans_item_id FOREIGN KEY (item_ptr_id) REFERENCES public.plans_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_timetable
    ADD CONSTRAINT plans_timetable_assignment_id_27a90085_fk_plans_assignment_id FOREIGN KEY (assignment_id) REFERENCES public.plans_assignment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.plans_timetable
    ADD CONSTRAINT plans_timetable_by_id_057b7880_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_entry
    ADD CONSTRAINT portal_entry_block_id_c3381f8c_fk_portal_block_id FOREIGN KEY (block_id) REFERENCES public.portal_block(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_entry
    ADD CONSTRAINT portal_entry_unit_id_293c5f6a_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_mistake
    ADD CONSTRAINT portal_mistake_closed_by_id_7856f3a7_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_newspage
    ADD CONSTRAINT portal_newspage_sitepage_ptr_id_f6717b1b_fk_portal_si FOREIGN KEY (sitepage_ptr_id) REFERENCES public.portal_sitepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_roompage
    ADD CONSTRAINT portal_roompage_sitepage_ptr_id_1370b1ce_fk_portal_si FOREIGN KEY (sitepage_ptr_id) REFERENCES public.portal_sitepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_sitepage
    ADD CONSTRAINT portal_sitepage_page_ptr_id_c52006db_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_sitepage
    ADD CONSTRAINT portal_sitepage_unit_id_fb87965c_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_textpage
    ADD CONSTRAINT portal_textpage_sitepage_ptr_id_480ffd15_fk_portal_si FOREIGN KEY (sitepage_ptr_id) REFERENCES public.portal_sitepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_wordgroup
    ADD CONSTRAINT portal_wordgroup_block_id_e610851a_fk_portal_block_id FOREIGN KEY (block_id) REFERENCES public.portal_block(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);


ALTER TABLE ONLY public.reports_cycle
    ADD CONSTRAINT reports_cycle_feeds_id_031759be_fk_reports_cycle_id FOREIGN KEY (feeds_id) REFERENCES public.reports_cycle(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_cycle
    ADD CONSTRAINT reports_cycle_regime_id_f9fde59f_fk_reports_regime_id FOREIGN KEY (regime_id) REFERENCES public.reports_regime(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_edition
    ADD CONSTRAINT reports_edition_submission_id_64589ced_fk_reports_submission_id FOREIGN KEY (submission_id) REFERENCES public.reports_submission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_formintake
    ADD CONSTRAINT reports_formintake_entered_by_id_22a1c0e5_fk_accounts_user_id FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_formintake
    ADD CONSTRAINT reports_formintake_submission_id_e6979fa0_fk_reports_s FOREIGN KEY (submission_id) REFERENCES public.reports_submission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_passage
    ADD CONSTRAINT reports_passage_by_id_7bdfa873_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_passage
    ADD CONSTRAINT reports_passage_submission_id_e7d4ecd9_fk_reports_submission_id FOREIGN KEY (submission_id) REFERENCES public.reports_submission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_receipt
    ADD CONSTRAINT reports_receipt_unit_id_42accc82_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_regime
    ADD CONSTRAINT reports_regime_plan_id_e2e6850a_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_regime
    ADD CONSTRAINT reports_regime_rule_id_acf3a0b2_fk_plans_item_id FOREIGN KEY (rule_id) REFERENCES public.plans_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_regime
    ADD CONSTRAINT reports_regime_scope_id_6706f33f_fk_organisation_unit_id FOREIGN KEY (scope_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_regime
    ADD CONSTRAINT reports_regime_unit_id_89ac60e1_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_step
    ADD CONSTRAINT reports_step_by_id_627b7247_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_step
    ADD CONSTRAINT reports_step_edition_id_ee501c85_fk_reports_edition_id FOREIGN KEY (edition_id) REFERENCES public.reports_edition(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_step
    ADD CONSTRAINT reports_step_submission_id_f0837ea4_fk_reports_submission_id FOREIGN KEY (submission_id) REFERENCES public.reports_submission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_submission
    ADD CONSTRAINT reports_submission_cycle_id_daf05504_fk_reports_cycle_id FOREIGN KEY (cycle_id) REFERENCES public.reports_cycle(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_submission
    ADD CONSTRAINT reports_submission_unit_id_8aaf41c5_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_token
    ADD CONSTRAINT reports_token_account_id_ce6a8881_fk_accounts_user_id FOREIGN KEY (account_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_token
    ADD CONSTRAINT reports_token_made_by_id_b6a17b4d_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_token
    ADD CONSTRAINT reports_token_unit_id_283c9f1a_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_answerchange
    ADD CONSTRAINT rights_answerchange_by_id_fe3e9d70_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_answerchange
    ADD CONSTRAINT rights_answerchange_recommendation_id_8e96e79c_fk_rights_re FOREIGN KEY (recommendation_id) REFERENCES public.rights_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_citation
    ADD CONSTRAINT rights_citation_made_by_id_4e58344f_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_citation
    ADD CONSTRAINT rights_citation_place_id_8a02c72f_fk_rights_provision_id FOREIGN KEY (place_id) REFERENCES public.rights_provision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_citation
    ADD CONSTRAINT rights_citation_settled_by_id_849d01f0_fk_accounts_user_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_citation
    ADD CONSTRAINT rights_citation_target_id_187c8792_fk_rights_provision_id FOREIGN KEY (target_id) REFERENCES public.rights_provision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_citation
    ADD CONSTRAINT rights_citation_version_id_3667ae4a_fk_rights_version_id FOREIGN KEY (version_id) REFERENCES public.rights_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_doubt
    ADD CONSTRAINT rights_doubt_recommendation_id_ffc69e6e_fk_rights_re FOREIGN KEY (recommendation_id) REFERENCES public.rights_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_doubt
    ADD CONSTRAINT rights_doubt_review_id_e5e514a5_fk_rights_review_id FOREIGN KEY (review_id) REFERENCES public.rights_review(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_doubt
    ADD CONSTRAINT rights_doubt_settled_by_id_465ec38e_fk_accounts_user_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_link
    ADD CONSTRAINT rights_link_made_by_id_d83cd663_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_link
    ADD CONSTRAINT rights_link_other_id_5126d60c_fk_rights_provision_id FOREIGN KEY (other_id) REFERENCES public.rights_provision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_link
    ADD CONSTRAINT rights_link_provision_id_750307c9_fk_rights_provision_id FOREIGN KEY (provision_id) REFERENCES public.rights_provision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_link
    ADD CONSTRAINT rights_link_settled_by_id_5b6672dd_fk_accounts_user_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_link
    ADD CONSTRAINT rights_link_topic_id_68ccc351_fk_rights_topic_id FOREIGN KEY (topic_id) REFERENCES public.rights_topic(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_passage
    ADD CONSTRAINT rights_passage_provision_id_0fbc0c45_fk_rights_provision_id FOREIGN KEY (provision_id) REFERENCES public.rights_provision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_passage
    ADD CONSTRAINT rights_passage_version_id_4fa1c210_fk_rights_version_id FOREIGN KEY (version_id) REFERENCES public.rights_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_provision
    ADD CONSTRAINT rights_provision_instrument_id_f353f35d_fk_rights_instrument_id FOREIGN KEY (instrument_id) REFERENCES public.rights_instrument(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_provision
    ADD CONSTRAINT rights_provision_parent_id_eb5f8a0d_fk_rights_provision_id FOREIGN KEY (parent_id) REFERENCES public.rights_provision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendationintake
    ADD CONSTRAINT rights_recommendatio_entered_by_id_7e4bed81_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendationintake
    ADD CONSTRAINT rights_recommendatio_file_id_c9e674b3_fk_sources_s FOREIGN KEY (file_id) REFERENCES public.sources_sourcefile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendationprovision
    ADD CONSTRAINT rights_recommendatio_made_by_id_01633739_fk_accounts_ FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendation
    ADD CONSTRAINT rights_recommendatio_part_of_id_45cdce78_fk_rights_re FOREIGN KEY (part_of_id) REFERENCES public.rights_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendationprovision
    ADD CONSTRAINT rights_recommendatio_provision_id_014c7d26_fk_rights_pr FOREIGN KEY (provision_id) REFERENCES public.rights_provision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendation_topics
    ADD CONSTRAINT rights_recommendatio_recommendation_id_834e8311_fk_rights_re FOREIGN KEY (recommendation_id) REFERENCES public.rights_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendationprovision
    ADD CONSTRAINT rights_recommendatio_recommendation_id_bd9764ff_fk_rights_re FOREIGN KEY (recommendation_id) REFERENCES public.rights_recommendation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendationprovision
    ADD CONSTRAINT rights_recommendatio_settled_by_id_136f03ec_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendation_topics
    ADD CONSTRAINT rights_recommendatio_topic_id_c5754437_fk_rights_to FOREIGN KEY (topic_id) REFERENCES public.rights_topic(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_recommendation
    ADD CONSTRAINT rights_recommendation_review_id_20c998bd_fk_rights_review_id FOREIGN KEY (review_id) REFERENCES public.rights_review(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_situation_related
    ADD CONSTRAINT rights_situation_rel_from_situation_id_8df996b5_fk_rights_si FOREIGN KEY (from_situation_id) REFERENCES public.rights_situation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_situation_related
    ADD CONSTRAINT rights_situation_rel_to_situation_id_8ed382c1_fk_rights_si FOREIGN KEY (to_situation_id) REFERENCES public.rights_situation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_situation_topics
    ADD CONSTRAINT rights_situation_top_situation_id_d615dea4_fk_rights_si FOREIGN KEY (situation_id) REFERENCES public.rights_situation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_situation_topics
    ADD CONSTRAINT rights_situation_topics_topic_id_90a1ee46_fk_rights_topic_id FOREIGN KEY (topic_id) REFERENCES public.rights_topic(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_situationedition
    ADD CONSTRAINT rights_situationedit_saved_by_id_fa71dd94_fk_accounts_ FOREIGN KEY (saved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_situationedition
    ADD CONSTRAINT rights_situationedit_text_id_d0cceec9_fk_rights_si FOREIGN KEY (text_id) REFERENCES public.rights_situationtext(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_situationtext
    ADD CONSTRAINT rights_situationtext_situation_id_6e1e6cb5_fk_rights_si FOREIGN KEY (situation_id) REFERENCES public.rights_situation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_status
    ADD CONSTRAINT rights_status_instrument_id_a665931b_fk_rights_instrument_id FOREIGN KEY (instrument_id) REFERENCES public.rights_instrument(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_status
    ADD CONSTRAINT rights_status_successor_id_71328f4e_fk_rights_instrument_id FOREIGN KEY (successor_id) REFERENCES public.rights_instrument(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_textintake
    ADD CONSTRAINT rights_textintake_entered_by_id_7bec2d3c_fk_accounts_user_id FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_textintake
    ADD CONSTRAINT rights_textintake_instrument_id_e5ce6291_fk_rights_in FOREIGN KEY (instrument_id) REFERENCES public.rights_instrument(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_version
    ADD CONSTRAINT rights_version_brought_by_id_df9fa437_fk_accounts_user_id FOREIGN KEY (brought_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.rights_version
    ADD CONSTRAINT rights_version_instrument_id_56eac7a1_fk_rights_instrument_id FOREIGN KEY (instrument_id) REFERENCES public.rights_instrument(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sources_delivery
    ADD CONSTRAINT sources_delivery_received_by_id_ad95f37e_fk_accounts_user_id FOREIGN KEY (received_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sources_delivery
    ADD CONSTRAINT sources_delivery_unit_id_7eca2b1d_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sources_sourcefile
    ADD CONSTRAINT sources_sourcefile_delivery_id_7ec6d7d1_fk_sources_delivery_id FOREIGN KEY (delivery_id) REFERENCES public.sources_delivery(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sources_sourcefile
    ADD CONSTRAINT sources_sourcefile_received_by_id_5ae0c472_fk_accounts_user_id FOREIGN KEY (received_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sources_sourcefile
    ADD CONSTRAINT sources_sourcefile_replaces_id_3119e3b0_fk_sources_s FOREIGN KEY (replaces_id) REFERENCES public.sources_sourcefile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sources_sourcefile
    ADD CONSTRAINT sources_sourcefile_unit_id_b292af71_fk_organisation_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisation_unit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sources_storedreading
    ADD CONSTRAINT sources_storedreadin_source_id_8f1e8648_fk_sources_s FOREIGN KEY (source_id) REFERENCES public.sources_sourcefile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_user_id_6e1a9b70_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_user_id_49b1141b_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_accounts_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_accounts_user_id FOREIGN KEY (locked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_user_id_89d7def9_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_finished_by_id_13f98229_fk_accounts_ FOREIGN KEY (finished_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_redirect_page_id_b5728a8f_fk_wagtailco FOREIGN KEY (redirect_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_site_id_780a0e1e_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


