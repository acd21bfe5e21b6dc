-- name: Các phần kế tục của một đơn vị cộng lại không đủ 100%
-- advice: Hoàn tác lần sắp xếp này rồi nhập lại với các phần cộng đủ 100%; nếu không, số liệu bị mất hoặc tính hai lần.
-- severity: high
-- subject: organisation.Succession
-- link: organisation:succession
select distinct on (found.succession_id) found.succession_id as subject_id, found.unit_id as unit_id,
  found.succession_id as place, u.name || ': ' || round(found.total * 100, 2) || '%%' as about
from (
  select succession_id, source_id as unit_id, sum(share) as total
  from organisation_successionpart group by succession_id, source_id having sum(share) <> 1
  union all
  select succession_id, target_id, sum(back)
  from organisation_successionpart group by succession_id, target_id having sum(back) not in (0, 1)
) as found
join organisation_unit u on u.id = found.unit_id
order by found.succession_id, found.unit_id
