-- name: Kế hoạch nằm dưới chính nó trong dãy kế hoạch cấp trên
-- advice: Mở trang kế hoạch và chọn lại kế hoạch cấp trên cho một trong các kế hoạch của vòng này.
-- severity: high
-- subject: plans.Plan
-- link: plans:plan
with recursive up as (
  select id, parent_id, array[id] as seen from plans_plan where parent_id is not null
  union all
  select up.id, p.parent_id, up.seen || p.id from up join plans_plan p on p.id = up.parent_id
  where not p.id = any (up.seen)
)
select p.id as subject_id, p.unit_id, p.id as place, coalesce(nullif(p.title, ''), p.number || '/' || p.symbol) as about
from plans_plan p
where exists (select from up where up.id = p.id and up.parent_id = p.id)
