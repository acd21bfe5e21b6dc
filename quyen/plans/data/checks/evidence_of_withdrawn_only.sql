-- name: Minh chứng chỉ gắn với việc đã rút
-- advice: Gắn minh chứng với việc còn hiệu lực mà nó chứng minh, hoặc bỏ nó khỏi việc đã rút.
-- severity: low
-- subject: plans.Evidence
-- link: plans:work-one
select e.id as subject_id, e.unit_id, min(a.id) as place, e.title as about
from plans_evidence e
join plans_evidencelink l on l.evidence_id = e.id
left join plans_assignment a on a.id = l.assignment_id
group by e.id
having bool_and(coalesce(a.state = 'withdrawn', false))
