"""Letters that went out, or did not, as those see them who look after the people they were for."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from quyen.accounts.enums import MAY_GO_AGAIN, LetterState
from quyen.accounts.models import Letter, User
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership
from quyen.organisation.queries.access import unit_ids

PAGE = 50
BY_FILE = "django.core.mail.backends.filebased.EmailBackend"


def governed_letters(user: User) -> QuerySet[Letter]:
    """About units that the person looks after, or to people who hold a role in them."""
    units = unit_ids(user, Role.ADMINISTRATOR)
    people = Membership.objects.valid().filter(unit_id__in=units).values("user_id")
    return Letter.objects.filter(Q(unit_id__in=units) | Q(person_id__in=people))


@dataclass(frozen=True)
class LettersPage:
    """One page of the outbox. `counts` by state; `is_kept_here`: no mail server is set, letters become files."""

    letters: Page[Letter]
    state: str
    counts: tuple[tuple[str, str, int], ...]
    is_kept_here: bool

    @property
    def total(self) -> int:
        return sum(number for _state, _word, number in self.counts)

    @property
    def in_need(self) -> int:
        """Those that want a person's decision."""
        return sum(number for state, _word, number in self.counts if state in MAY_GO_AGAIN)


def letters_page(user: User, state: str, number: str) -> LettersPage:
    """Three queries however many letters. The texts are not read: they are their readers' business."""
    rows = governed_letters(user)
    counted = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    chosen = rows.filter(state=state) if state in LetterState.values else rows
    return LettersPage(
        letters=Paginator(chosen.defer("body").select_related("person"), PAGE).get_page(number),
        state=state if state in LetterState.values else "",
        counts=tuple((one, str(one.label), counted.get(one, 0)) for one in LetterState if one in counted),
        is_kept_here=settings.EMAIL_BACKEND == BY_FILE,
    )


def governs_anything(user: User) -> bool:
    return unit_ids(user, Role.ADMINISTRATOR).exists()
