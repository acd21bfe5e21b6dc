-- name: Số liệu của kỳ đã chốt bị đổi mà không nêu lý do
-- advice: Điều phối viên của đơn vị đã chốt xem lại các lần ghi của kỳ này, và ghi bản đính chính kèm lý do.
-- severity: high
-- subject: indicators.Observation
-- link: indicators:values
select distinct o.id as subject_id, o.unit_id, i.code || ' ' || o.unit_id as place,
  i.code || ', ' || u.name || ', ' || to_char(o.period_start, 'DD/MM/YYYY') as about
from indicators_observation o
join indicators_indicator i on i.id = o.indicator_id
join organisation_unit u on u.id = o.unit_id
join indicators_freeze f on f.unit_id = any (u.above) and o.created_at > f.created_at
  and o.period_end - 1 >= f.start and o.period_end - 1 < f."end"
where o.replaced_at is null and o.reason = ''
