-- name: Nhiệm vụ đã giao cho đơn vị đã kết thúc, chưa giao lại cho đơn vị nào
-- advice: Mở trang giao việc của kế hoạch, giao nhiệm vụ cho đơn vị kế tục; phần đã giao cho đơn vị cũ vẫn được giữ.
-- severity: high
-- subject: plans.Assignment
-- link: plans:plan-giving
select a.id as subject_id, p.unit_id, p.id as place, u.name || ': ' || left(i.text, 120) as about
from plans_assignment a
join organisation_unit u on u.id = a.unit_id and not u.is_active
join plans_item i on i.id = a.task_id and i.state in ('confirmed', 'corrected')
join plans_plan p on p.id = i.plan_id
where a.state = 'given' and not exists (
  select from plans_assignment o join organisation_unit ou on ou.id = o.unit_id and ou.is_active
  where o.task_id = a.task_id and o.state = 'given' and o.part = a.part)
  and coalesce((select r.state from plans_progress r where r.assignment_id = a.id order by r.id desc limit 1), '')
    not in ('done', 'cannot')
