-- name: Người còn giữ vai trò trong một đơn vị đã kết thúc
-- advice: Giao cho người này vai trò ở đơn vị kế tục, rồi thu vai trò ở đơn vị cũ.
-- severity: medium
-- subject: organisation.Membership
-- link: organisation:unit
select m.id as subject_id, u.id as unit_id, u.id as place, a.full_name || ', ' || u.name as about
from organisation_membership m
join organisation_unit u on u.id = m.unit_id and not u.is_active
join accounts_user a on a.id = m.user_id and a.is_active
where m.valid_from <= %(today)s and (m.valid_until is null or m.valid_until > %(today)s)
