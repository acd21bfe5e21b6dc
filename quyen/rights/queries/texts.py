"""What a text that is brought in would change; what differs between two editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quyen.core.statutes import Change, Unit, compare, passage
from quyen.rights.enums import WITH_TEXT
from quyen.rights.models import Instrument, Provision, Version


@dataclass(frozen=True)
class TextDifference:
    """By articles (paths, in the order of the text). `before`: the last edition of the same text, where there is one.
    `unmatched`: articles that nobody knew of before; `missing`: articles known here that the text does not hold."""

    before: Version | None
    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    unmatched: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        return {name: len(getattr(self, name)) for name in ("new", "changed", "same", "unmatched", "missing")}

    @property
    def is_nothing(self) -> bool:
        return not self.new and not self.changed and self.before is not None and not self.missing_words

    @property
    def missing_words(self) -> bool:
        return bool(self.missing)


def difference(instrument: Instrument, language: str, label: str, units: Sequence[Unit]) -> TextDifference:
    """Three queries."""
    rows = Version.objects.filter(instrument=instrument, language=language, label=label)
    before = rows.order_by("-edition").first()
    held = dict(before.passages.values_list("provision__path", "text")) if before else {}
    kinds = Provision.objects.filter(instrument=instrument, kind__in=WITH_TEXT)
    known = dict(kinds.order_by("ordinal").values_list("path", "kind"))
    given = {unit.path: passage(unit)[0] for unit in units if unit.paragraphs}
    return TextDifference(
        before,
        tuple(path for path in given if path not in held),
        tuple(path for path, text in given.items() if path in held and held[path] != text),
        tuple(path for path, text in given.items() if held.get(path) == text),
        tuple(path for path in given if path not in known and path != "preamble"),
        tuple(path for path in known if path not in given and (path in held or known[path] == "article")),
    )


@dataclass(frozen=True)
class ArticleChange:
    """One article in two editions; `changes` word by word."""

    path: str
    number: str
    subject: str
    fate: str  # "new", "gone", "changed"
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class VersionDifference:
    old: Version | None
    new: Version
    articles: tuple[ArticleChange, ...]
    same: int
    editions: tuple[Version, ...]


def version_difference(new: Version, old: Version | None) -> VersionDifference:
    """Three queries. Without an older edition all is new."""
    after = {one.provision.path: one for one in new.passages.select_related("provision")}
    before = {one.provision.path: one for one in old.passages.select_related("provision")} if old else {}
    provisions = {one.provision.path: one.provision for one in (*after.values(), *before.values())}
    made, same = [], 0
    for path, provision in sorted(provisions.items(), key=lambda item: item[1].ordinal):
        first, last = before.get(path), after.get(path)
        if first and last and first.text == last.text and first.heading == last.heading:
            same += 1
            continue
        fate = "changed" if first and last else "new" if last else "gone"
        changes = compare(first.text if first else "", last.text if last else "")
        made.append(ArticleChange(path, provision.number, provision.subject, fate, changes))
    rows = Version.objects.filter(instrument=new.instrument_id, language=new.language, label=new.label)
    return VersionDifference(
        old, new, tuple(made), same, tuple(rows.select_related("brought_by").order_by("-edition"))
    )
