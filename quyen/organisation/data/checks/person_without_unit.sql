-- name: Tài khoản đang dùng mà không còn vai trò ở đơn vị nào
-- advice: Giao vai trò ở đơn vị mới của người này, hoặc ngừng tài khoản nếu người ấy đã nghỉ.
-- severity: medium
-- subject: accounts.User
-- link: organisation:unit
select a.id as subject_id, last.unit_id as unit_id, last.unit_id as place, a.full_name as about
from accounts_user a
left join lateral (
  select unit_id from organisation_membership m where m.user_id = a.id
  order by m.valid_until desc nulls first, m.id desc limit 1
) as last on true
where a.is_active and not a.is_superuser and not exists (
  select from organisation_membership m where m.user_id = a.id
  and m.valid_from <= %(today)s and (m.valid_until is null or m.valid_until > %(today)s))
