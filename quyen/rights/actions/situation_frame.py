"""A situation gets its place among the others."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role
from quyen.rights.actions.situation_words import SituationRefused, require_desk, tell
from quyen.rights.models import Situation, Topic
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.situation_frame import Frame, frame_of, is_public
from quyen.rights.queries.situation_words import groups


class FrameMet(QuyenError):
    """Somebody else placed it since the person opened the form; `held` is what stands."""

    advice = "Hãy xem chỗ mới rồi xếp lại nếu vẫn cần; chưa lưu gì."

    def __init__(self, held: Frame) -> None:
        super().__init__(_("Người khác vừa xếp lại hoàn cảnh này."))
        self.held = held


@transaction.atomic
def place_situation(
    *, actor: User | None, situation: Situation, given: Frame, seen: Frame | None = None
) -> bool:
    """Group, topics and related situations become these; whether anything changed. What the public sees changes with it, so
    once a page of it is published a coordinator does this, before that an editor. The programme's own place for it is no
    longer followed.

    Raises FrameMet where `seen` is no longer what stands; SituationRefused for what there is not; PermissionDenied.
    """
    require_desk(actor, Role.EDITOR)
    held = Situation.objects.select_for_update().get(pk=situation.pk)
    if is_public(held):
        require_desk(actor, Role.COORDINATOR)
    before = frame_of(held)
    given = Frame(given.group, tuple(sorted(set(given.topics))), tuple(sorted(set(given.related))))
    if given == before:
        return False
    if seen is not None and seen != before:
        raise FrameMet(before)
    topics, related = _there(held, given)
    held.group, held.is_placed_here = given.group, True
    held.save(update_fields=["group", "is_placed_here"])
    held.topics.set(topics)
    held.related.set(related)
    record(
        [
            entry(
                actor=actor,
                verb=Verb.CORRECT,
                subject=held,
                before=before.as_json(),
                after=given.as_json(),
            )
        ]
    )
    tell(held.pk)
    return True


def _there(held: Situation, given: Frame) -> tuple[list[Topic], list[Situation]]:
    topics = list(Topic.objects.filter(slug__in=given.topics))
    related = list(Situation.objects.filter(slug__in=given.related).exclude(pk=held.pk))
    if given.group not in {one.slug for one in groups(SOURCE_LANGUAGE)}:
        raise SituationRefused(_("Chọn một nhóm có trong danh sách."))
    if len(topics) < len(given.topics) or len(related) < len(given.related):
        raise SituationRefused(_("Có chủ đề hoặc hoàn cảnh không còn trong danh sách; hãy tải lại trang."))
    return topics, related
