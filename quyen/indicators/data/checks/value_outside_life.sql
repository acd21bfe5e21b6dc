-- name: Số liệu của một đơn vị cho kỳ mà đơn vị không hoạt động
-- advice: Kiểm tra ngày thành lập hoặc kết thúc của đơn vị; nếu ngày đúng, số liệu thuộc về đơn vị khác và cần ghi lại ở đó.
-- severity: medium
-- subject: indicators.Observation
-- link: indicators:values
select o.id as subject_id, o.unit_id, i.code || ' ' || o.unit_id as place,
  i.code || ', ' || u.name || ', ' || to_char(o.period_start, 'DD/MM/YYYY') as about
from indicators_observation o
join indicators_indicator i on i.id = o.indicator_id
join organisation_unit u on u.id = o.unit_id
where o.replaced_at is null and not exists (
  select from organisation_unitversion v where v.unit_id = o.unit_id
  and daterange(v.valid_from, v.valid_until) && daterange(o.period_start, o.period_end))
