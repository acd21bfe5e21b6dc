-- name: Một phân tổ lớn hơn số chung của kỳ
-- advice: Mở số liệu của kỳ; số chung phải ít nhất bằng từng phân tổ. Đính chính số sai kèm lý do.
-- severity: medium
-- subject: indicators.Observation
-- link: indicators:values
select p.id as subject_id, p.unit_id, i.code || ' ' || p.unit_id as place,
  i.code || ', ' || u.name || ', ' || to_char(p.period_start, 'DD/MM/YYYY') || ': ' || p.part as about
from indicators_observation p
join indicators_observation w on w.indicator_id = p.indicator_id and w.unit_id = p.unit_id
  and w.period_start = p.period_start and w.part = '' and w.replaced_at is null
join indicators_indicator i on i.id = p.indicator_id
join organisation_unit u on u.id = p.unit_id
where p.part <> '' and p.replaced_at is null
  and (p.numerator > w.numerator or (i.rule = 'ratio' and p.denominator > w.denominator))
