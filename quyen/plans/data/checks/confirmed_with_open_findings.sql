-- name: Kế hoạch đã xác nhận còn điều cần xem chưa ai xem
-- advice: Mở lại kế hoạch để rà soát, sửa theo gợi ý hoặc chọn giữ nguyên từng điều.
-- severity: low
-- subject: plans.Plan
-- link: plans:plan
select p.id as subject_id, p.unit_id, p.id as place,
  coalesce(nullif(p.title, ''), p.number || '/' || p.symbol) || ' (' || count(*) || ')' as about
from plans_plan p
join plans_finding f on f.plan_id = p.id and f.state = 'open' and f.match_id is null
where p.state = 'confirmed'
group by p.id
