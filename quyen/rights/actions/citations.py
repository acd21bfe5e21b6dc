"""Quotes in texts of law: found by the machine, added by a person, carried to the next edition."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.citing import Cited, Here, Quote, anchor, find_citations, quote
from quyen.rights.actions.guard import require_editor, tell
from quyen.rights.actions.ties import LinkRefused
from quyen.rights.enums import TieState
from quyen.rights.models import Citation, Passage, Provision, Version
from quyen.rights.queries.names import known_names

RULE = "trich-dan/1"  # the finder of `core.citing`; its number rises where it finds otherwise


def find_in_version(version: Version) -> int:
    """Within the caller's transaction: all citations in one edition are proposed. What stands stays, whatever its
    state; what the finder proposed, does not find any more and nobody touched goes. Returns how many are new."""
    names, code = known_names(), version.instrument.code
    wanted: dict[tuple[int, int, int, str, str], Citation] = {}
    for passage in version.passages.select_related("provision"):
        here = Here(code, passage.provision.number)
        for cited in find_citations(passage.text, names, here):
            for one in _rows(version, passage, cited):
                if (one.code, one.path.partition(".")[0]) != (code, passage.provision.path):
                    wanted[one.place_id, one.start, one.end, one.code, one.path] = one
    _aim(wanted.values())
    held = {_key(one): one for one in version.citations.all()}
    stale = [
        one.pk
        for one in Citation.objects.undecided_of(RULE).filter(version=version, is_lost=False)
        if _key(one) not in wanted
    ]
    Citation.objects.filter(pk__in=stale).delete()
    new = [one for key, one in wanted.items() if key not in held]
    Citation.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


@transaction.atomic
def find_again(*, actor: User | None, version: Version) -> int:
    """The finder run once more over an edition. Raises PermissionDenied."""
    require_editor(actor)
    held = Version.objects.select_for_update(of=("self",)).select_related("instrument").get(pk=version.pk)
    return find_in_version(held)


def _key(one: Citation) -> tuple[int, int, int, str, str]:
    return one.place_id, one.start, one.end, one.code, one.path


def _rows(version: Version, passage: Passage, cited: Cited) -> list[Citation]:
    """One for each article of a range."""
    said = quote(passage.text, cited.start, cited.end)
    paths = [cited.path] if not cited.through else list(cited.articles)
    return [
        Citation(
            place=passage.provision, version=version, code=cited.code, path=path[:60], exact=said.exact, before=said.before,
            after=said.after, start=cited.start, end=cited.end, rule=RULE,
        )
        for path in paths
    ]  # fmt: skip


def _aim(rows: Iterable[Citation]) -> None:
    """Each at the provision it names; at the article, where the clause is not known here. One query."""
    rows = list(rows)
    codes = {one.code for one in rows}
    known = Provision.objects.filter(instrument__code__in=codes).values_list("instrument__code", "path", "pk")
    by_name = {(code, path): pk for code, path, pk in known}
    for one in rows:
        parts = one.path.split(".")
        tries = [".".join(parts[:size]) for size in range(len(parts), 0, -1)]
        one.target_id = next((by_name[one.code, path] for path in tries if (one.code, path) in by_name), None)


def carry_citations(old: Version, new: Version) -> tuple[int, int]:
    """Within the caller's transaction: every quote of the edition before is looked for in this one. Where it is found the
    row moves there; where it is lost the row says so and stays with the last text that held it. Returns both counts."""
    texts = {one.provision_id: one.text for one in new.passages.all()}
    moved, lost, taken = [], [], set()
    rows = sorted(
        old.citations.filter(is_lost=False), key=lambda one: one.settled_by_id is None
    )  # people's first
    for one in rows:
        place = anchor(texts.get(one.place_id, ""), Quote(one.exact, one.before, one.after))
        key = (one.place_id, place, one.code, one.path)
        if place is None or key in taken:  # of two that were alike one may be left
            one.is_lost = True
            lost.append(one)
            continue
        taken.add(key)
        one.version, (one.start, one.end) = new, place
        said = quote(texts[one.place_id], one.start, one.end)
        one.exact, one.before, one.after = said.exact, said.before, said.after
        moved.append(one)
    Citation.objects.bulk_update(moved, ["version", "start", "end", "exact", "before", "after"])
    Citation.objects.bulk_update(lost, ["is_lost"])
    return len(moved), len(lost)


@transaction.atomic
def add_citation(*, actor: User, passage: Passage, exact: str, target: Provision) -> Citation:
    """Words of an article that a person ties to another provision: confirmed at once. The first place where they stand.
    Raises LinkRefused where the words are not there; PermissionDenied."""
    require_editor(actor)
    words = " ".join(exact.split())
    place = anchor(passage.text, Quote(words)) if len(words) > 1 else None
    if place is None:
        raise LinkRefused(
            _("Không tìm thấy đúng những chữ này trong điều."),
            advice=_("Hãy chép nguyên văn một đoạn của điều. Chưa lưu gì."),
        )
    said = quote(passage.text, *place)
    made, is_new = Citation.objects.select_for_update(of=("self",)).get_or_create(
        place=passage.provision, version=passage.version, start=place[0], end=place[1],
        code=target.instrument.code, path=target.path,
        defaults={"exact": said.exact, "before": said.before, "after": said.after},
    )  # fmt: skip
    before = None if is_new else {"state": made.state}
    made.target, made.made_by, made.state = target, actor, TieState.CONFIRMED
    made.settled_by, made.settled_at = actor, timezone.now()
    made.save()
    after = {"quote": said.exact[:200], "target": f"{made.code} {made.path}", "state": made.state}
    record([entry(actor=actor, verb=Verb.LINK, subject=made, before=before, after=after)])
    tell("tie", Citation, made.pk)
    return made
