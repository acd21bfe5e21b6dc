-- name: Tử số lớn hơn mẫu số
-- advice: Mở số liệu của kỳ, kiểm tra lại hai con số với hồ sơ rồi ghi bản đính chính kèm lý do.
-- severity: high
-- subject: indicators.Observation
-- link: indicators:values
select o.id as subject_id, o.unit_id, i.code || ' ' || o.unit_id as place,
  i.code || ', ' || u.name || ', ' || to_char(o.period_start, 'DD/MM/YYYY') as about
from indicators_observation o
join indicators_indicator i on i.id = o.indicator_id and i.rule = 'ratio'
join organisation_unit u on u.id = o.unit_id
where o.replaced_at is null and o.numerator > o.denominator
