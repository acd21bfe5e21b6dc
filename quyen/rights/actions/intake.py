"""A text that somebody gives: kept to be looked at, then stored as it was seen, or left."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.statutes import from_rows, read_statute, to_rows
from quyen.rights.actions.guard import require_editor
from quyen.rights.actions.texts import Stored, TextGiven, TextRefused, check_text, store_text
from quyen.rights.models import Instrument, TextIntake
from quyen.rights.queries.intake import intake_page

KEPT_NOTES = 20


class SeenOtherwise(TextRefused):
    """What was looked at is not what would be done now."""

    advice = "Hãy xem lại rồi thực hiện; chưa có gì thay đổi."


@transaction.atomic
def receive_text(*, actor: User, instrument: Instrument, content: bytes, given: TextGiven) -> TextIntake:
    """Reads a file; its articles wait to be looked at. `language` of `given` may be empty: then the file's own. Raises
    FileRefused (nothing is kept of the file), TextRefused, PermissionDenied."""
    require_editor(actor)
    statute = read_statute(content, given.file_name)
    language = given.language or statute.language
    if not language:
        raise TextRefused(_("Không rõ văn bản bằng tiếng gì; hãy chọn ngôn ngữ."))
    made = TextIntake(
        instrument=instrument, name=given.file_name[-200:] or "văn bản", rows=to_rows(statute.units), entered_by=actor,
        language=language, label=given.label.strip(), title=given.title or statute.title, valid_from=given.valid_from,
        source=given.source, licence=given.licence, is_official=given.is_official, notes=list(statute.notes[:KEPT_NOTES]),
    )  # fmt: skip
    check_text(_given(made), statute.units)
    made.save()
    after = {"name": made.name, "articles": len(statute.articles), "instrument": instrument.code}
    record([entry(actor=actor, verb=Verb.RECEIVE, subject=made, after=after)])
    return made


@transaction.atomic
def carry_out_text(*, actor: User, intake: TextIntake, sign: str) -> Stored:
    """Stores the text, if it still does what was seen (`sign`). Raises SeenOtherwise, TextRefused, PermissionDenied."""
    require_editor(actor)
    held = TextIntake.objects.select_for_update(of=("self",)).select_related("instrument").get(pk=intake.pk)
    if held.entered_by_id != actor.pk:
        raise PermissionDenied
    if held.carried_out_at is not None:
        raise TextRefused(_("Văn bản này đã được đưa vào rồi."))
    if intake_page(held).sign != sign:
        raise SeenOtherwise(_("Từ lúc xem đã có thay đổi khác nên kết quả sẽ khác. Chưa làm gì."))
    stored = store_text(
        actor=actor, instrument=held.instrument, given=_given(held), units=from_rows(held.rows)
    )
    held.carried_out_at = timezone.now()
    held.save(update_fields=["carried_out_at"])
    return stored


def _given(one: TextIntake) -> TextGiven:
    return TextGiven(
        language=one.language, source=one.source, label=one.label, title=one.title, licence=one.licence,
        valid_from=one.valid_from, is_official=one.is_official, file_name=one.name,
    )  # fmt: skip
