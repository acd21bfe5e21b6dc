-- name: Đơn vị thuộc một cấp trên không có trong những ngày ấy
-- advice: Mở trang đơn vị, xem giai đoạn nêu ở đây; nhập lần chuyển cấp trên còn thiếu, hoặc hoàn tác lần nhập sai ngày.
-- severity: high
-- subject: organisation.Unit
-- link: organisation:unit
with life as (
  select unit_id, range_agg(daterange(valid_from, valid_until)) as days
  from organisation_unitversion group by unit_id
)
select distinct on (v.unit_id) v.unit_id as subject_id, v.unit_id as unit_id, v.unit_id as place,
  v.name || ' → ' || p.name as about
from organisation_unitversion v
join organisation_unit p on p.id = v.parent_id
left join life on life.unit_id = v.parent_id
where not coalesce(life.days @> daterange(v.valid_from, v.valid_until), false)
order by v.unit_id, v.id
