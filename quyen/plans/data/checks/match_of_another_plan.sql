-- name: Ô đối chiếu ghép với một mục của kế hoạch khác
-- advice: Mở trang kế hoạch cấp dưới và đối chiếu lại mục này; quyết định cũ vẫn còn trong nhật ký.
-- severity: high
-- subject: plans.Match
-- link: plans:plan
select m.id as subject_id, p.unit_id, p.id as place, left(i.text, 160) as about
from plans_match m
join plans_item i on i.id = m.child_item_id and i.plan_id <> m.child_id
join plans_plan p on p.id = m.child_id
