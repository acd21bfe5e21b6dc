-- name: Hạn và tình trạng ghi sẵn của việc được giao khác với báo cáo
-- advice: Mở việc để xem báo cáo cuối; báo người vận hành, vì danh sách có thể xếp sai việc này.
-- severity: high
-- subject: plans.Assignment
-- link: plans:work-one
select a.id as subject_id, a.unit_id, a.id as place, u.name || ': ' || left(coalesce(nullif(a.text, ''), i.text), 120) as about
from plans_assignment a
join plans_item i on i.id = a.task_id
join organisation_unit u on u.id = a.unit_id
left join plans_awaited w on w.assignment_id = a.id
where a.state = 'given' and (w.assignment_id is null
  or a.recurs not in ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly') and (w.due_on, w.state) is distinct from (a.due_on,
    coalesce((select p.state from plans_progress p where p.assignment_id = a.id order by p.id desc limit 1), 'not_started'))
  or w.through < %(today)s::date - 2)
