"""What changed of late, from the audit trail: one line for what one person did of one kind on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.organisation.queries import unit_ids

SPAN = timedelta(days=14)
SUBJECTS = {  # what is told of, the word for it, and the list that shows it
    "sources.SourceFile": (ngettext_lazy("%d tệp", "%d tệp"), "sources:list"),
    "plans.Plan": (ngettext_lazy("%d kế hoạch", "%d kế hoạch"), "plans:list"),
    "plans.Item": (ngettext_lazy("%d mục", "%d mục"), "plans:list"),
    "plans.Finding": (ngettext_lazy("%d điều cần xem", "%d điều cần xem"), "plans:list"),
    "plans.Match": (ngettext_lazy("%d ô đối chiếu", "%d ô đối chiếu"), "plans:coverage"),
    "plans.Assignment": (ngettext_lazy("%d việc được giao", "%d việc được giao"), "plans:work"),
    "plans.Evidence": (ngettext_lazy("%d minh chứng", "%d minh chứng"), "plans:work"),
    "organisation.Membership": (ngettext_lazy("%d vai trò", "%d vai trò"), "organisation:people"),
}
QUIET = (Verb.EXPORT, Verb.SIGN_IN)  # no change


@dataclass(frozen=True)
class News:
    """ "Lê Thị Chủ xác nhận 12 mục", when it last happened that day, and where to look."""

    at: datetime
    text: str
    link: str


def news(user: User, limit: int) -> tuple[News, ...]:
    """Newest first, of the person's own units: one query."""
    rows = (
        AuditEntry.objects.filter(
            unit_id__in=unit_ids(user), at__gte=timezone.now() - SPAN, subject__in=SUBJECTS
        )
        .exclude(verb__in=QUIET)
        .values("actor_name", "verb", "subject", day=TruncDate("at"))
        .annotate(number=Count("subject_id", distinct=True), last=Max("at"))
        .order_by("-last")
    )
    return tuple(_told(rows[:limit]))


def _told(rows: Iterable[Mapping[str, Any]]) -> Iterable[News]:
    for row in rows:
        things, link = SUBJECTS[row["subject"]]
        said = {
            "who": row["actor_name"], "did": Verb(row["verb"]).label, "what": things % row["number"],
        }  # fmt: skip
        yield News(row["last"], _("%(who)s %(did)s %(what)s") % said, reverse(link))
