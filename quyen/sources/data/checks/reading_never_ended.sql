-- name: Tệp chờ đọc hoặc đang đọc đã hơn một ngày
-- advice: Mở danh sách văn bản và bấm đọc lại; nếu vẫn chờ, người vận hành xem tiến trình đọc có đang chạy không.
-- severity: medium
-- subject: sources.SourceFile
-- link: sources:delivery
select f.id as subject_id, f.unit_id, f.delivery_id as place, f.name as about
from sources_sourcefile f
where f.state in ('queued', 'reading') and coalesce(f.started_at, f.created_at) < now() - interval '1 day'
