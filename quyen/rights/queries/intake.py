"""What a text that waits would change, article by article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db.models import QuerySet

from quyen.accounts.models import User
from quyen.core.statutes import Unit, compare, from_rows, passage, sign_of
from quyen.rights.models import TextIntake
from quyen.rights.queries.texts import ArticleChange, TextDifference, difference

SHOWN = 40  # articles shown word by word, or in full where they are new


@dataclass(frozen=True)
class IntakePage:
    """`sign` changes with anything that would come out otherwise. `articles`: the first of those new or changed."""

    intake: TextIntake
    report: TextDifference
    articles: tuple[ArticleChange, ...]
    sign: str

    @property
    def is_same(self) -> bool:
        """The very words that stand already."""
        before = self.report.before
        return before is not None and before.sign == sign_of(from_rows(self.intake.rows))


def own_texts(user: User) -> QuerySet[TextIntake]:
    """Those the person gave; nobody else's."""
    return TextIntake.objects.filter(entered_by=user).select_related("instrument")


def intake_page(intake: TextIntake) -> IntakePage:
    """Five queries."""
    units = from_rows(intake.rows)
    report = difference(intake.instrument, intake.language, intake.label, units)
    held = dict(report.before.passages.values_list("provision__path", "text")) if report.before else {}
    shown = (*report.changed, *report.new)[:SHOWN]
    subjects = dict(intake.instrument.provisions.filter(path__in=shown).values_list("path", "subject_vi"))
    by_path = {unit.path: unit for unit in units}
    articles = tuple(_change(by_path[path], held.get(path), subjects.get(path, "")) for path in shown)
    said = (sign_of(units), report.before and report.before.pk, report.counts, str(intake.valid_from))
    return IntakePage(intake, report, articles, hashlib.sha256(repr(said).encode()).hexdigest()[:32])


def _change(unit: Unit, old: str | None, subject: str) -> ArticleChange:
    text = passage(unit)[0]
    fate = "new" if old is None else "changed"
    return ArticleChange(
        unit.path,
        unit.number,
        subject or unit.heading,
        fate,
        compare(old or "", text) if old else compare(text, text),
    )
