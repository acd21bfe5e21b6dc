-- name: Đơn vị có người dùng mà không có quản trị viên ở đơn vị hay cấp trên
-- advice: Nhờ quản trị viên của cấp trên, hoặc người vận hành (bin/quyen first-administrator), giao vai trò quản trị viên.
-- severity: medium
-- subject: organisation.Unit
-- link: organisation:unit
with held as (
  select m.unit_id, m.role from organisation_membership m join accounts_user a on a.id = m.user_id and a.is_active
  where m.valid_from <= %(today)s and (m.valid_until is null or m.valid_until > %(today)s)
)
select u.id as subject_id, u.id as unit_id, u.id as place, u.name as about
from organisation_unit u
where u.is_active and exists (select from held where held.unit_id = u.id)
  and not exists (select from held where held.role >= 40 and held.unit_id = any (u.above))
