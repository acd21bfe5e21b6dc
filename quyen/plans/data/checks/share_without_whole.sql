-- name: Phần việc còn giao trong khi việc được chia đã rút
-- advice: Rút phần việc này, hoặc giao lại việc chung cho đơn vị đã chia.
-- severity: medium
-- subject: plans.Assignment
-- link: plans:work-one
select a.id as subject_id, w.unit_id, a.id as place, u.name || ': ' || left(coalesce(nullif(a.text, ''), i.text), 120) as about
from plans_assignment a
join plans_assignment w on w.id = a.parent_id and w.state <> 'given'
join plans_item i on i.id = a.task_id
join organisation_unit u on u.id = a.unit_id
where a.state = 'given'
