-- name: Nhiệm vụ của kế hoạch đã xác nhận không có đơn vị nào chịu trách nhiệm
-- advice: Mở trang giao việc của kế hoạch và chọn đơn vị chủ trì cho nhiệm vụ này.
-- severity: medium
-- subject: plans.Task
-- link: plans:plan-giving
select i.id as subject_id, p.unit_id, p.id as place, left(i.text, 160) as about
from plans_task t
join plans_item i on i.id = t.item_ptr_id and i.state in ('confirmed', 'corrected')
join plans_plan p on p.id = i.plan_id and p.state = 'confirmed'
where not exists (select from plans_responsibility r where r.task_id = i.id)
  and not exists (select from plans_assignment a where a.task_id = i.id and a.state <> 'withdrawn')
