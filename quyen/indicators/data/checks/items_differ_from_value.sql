-- name: Số đã ghi khác với số mục được đếm
-- advice: Mở số liệu của kỳ, xem danh sách các mục; tính lại từ hồ sơ hoặc ghi bản đính chính kèm lý do.
-- severity: medium
-- subject: indicators.Observation
-- link: indicators:values
select o.id as subject_id, o.unit_id, i.code || ' ' || o.unit_id as place,
  i.code || ', ' || u.name || ', ' || to_char(o.period_start, 'DD/MM/YYYY') || ': ' || trim_scale(o.numerator) || ' ≠ ' || count(*) as about
from indicators_observation o
join indicators_indicator i on i.id = o.indicator_id and i.rule = 'distinct'
join indicators_observationitem t on t.observation_id = o.id
join organisation_unit u on u.id = o.unit_id
where o.replaced_at is null
group by o.id, i.code, u.name
having count(*) <> o.numerator
