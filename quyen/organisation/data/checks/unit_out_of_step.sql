-- name: Tên, cấp trên hoặc vị trí hôm nay của đơn vị khác với giai đoạn đang có hiệu lực
-- advice: Mỗi đêm máy tính lại các vị trí này; nếu sáng mai vẫn còn, hãy báo người vận hành kèm trang này.
-- severity: high
-- subject: organisation.Unit
-- link: organisation:unit
with recursive today as (
  select unit_id, name, short_name, kind, code, parent_id from organisation_unitversion
  where (valid_from is null or valid_from <= %(today)s) and (valid_until is null or valid_until > %(today)s)
), way as (
  select unit_id, array[unit_id] as above from today where parent_id is null
  union all
  select t.unit_id, w.above || t.unit_id from today t join way w on w.unit_id = t.parent_id
)
select u.id as subject_id, u.id as unit_id, u.id as place, u.name as about
from organisation_unit u
left join today t on t.unit_id = u.id
left join way w on w.unit_id = u.id
where u.is_active <> (t.unit_id is not null)
  or u.above[cardinality(u.above)] is distinct from u.id
  or (t.unit_id is not null and (
    (u.name, u.short_name, u.kind, u.code, u.parent_id) is distinct from (t.name, t.short_name, t.kind, t.code, t.parent_id)
    or u.above is distinct from w.above))
