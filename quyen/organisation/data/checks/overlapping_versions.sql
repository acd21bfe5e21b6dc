-- name: Hai giai đoạn của một đơn vị chồng lên nhau
-- advice: Mở trang đơn vị, xem hai giai đoạn cùng có hiệu lực; hoàn tác lần sắp xếp nhập sai rồi nhập lại.
-- severity: high
-- subject: organisation.Unit
-- link: organisation:unit
select distinct u.id as subject_id, u.id as unit_id, u.id as place, u.name as about
from organisation_unitversion a
join organisation_unitversion b on b.unit_id = a.unit_id and b.id > a.id
  and daterange(a.valid_from, a.valid_until) && daterange(b.valid_from, b.valid_until)
join organisation_unit u on u.id = a.unit_id
