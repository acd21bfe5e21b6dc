-- name: Hạn của việc được giao nằm sau năm cuối của kế hoạch
-- advice: Kiểm tra hạn của việc và thời kỳ của kế hoạch; sửa hạn ở trang giao việc hoặc thời kỳ ở trang rà soát.
-- severity: low
-- subject: plans.Assignment
-- link: plans:plan-giving
select a.id as subject_id, p.unit_id, p.id as place,
  to_char(a.due_on, 'DD/MM/YYYY') || ' > ' || p.last_year || ': ' || left(i.text, 120) as about
from plans_assignment a
join plans_item i on i.id = a.task_id
join plans_plan p on p.id = i.plan_id
where a.state = 'given' and extract(year from a.due_on) > p.last_year
