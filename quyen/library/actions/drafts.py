"""Beginning a product and writing it: its words, its facts, what it has to do with articles, topics and tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.library.actions.guard import (
    LibraryRefused,
    ProductConflict,
    locked,
    tell_step,
    to_write,
    touch,
    trace,
)
from quyen.library.actions.pausing import note_writing
from quyen.library.enums import Deed, Language, ProductKind, ProductState
from quyen.library.models import Product, ProductProvision, ProductTask
from quyen.library.queries.wording import cleaned
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.plans.models import Task
from quyen.rights.enums import TieState

LONGEST = 400_000  # letters of one text: a book of 200 pages


@dataclass(frozen=True)
class Facts:
    """All that is written on a product. `language` counts for a work that was never published; `credits`: (role, name);
    `articles`: (code, path); relations by their numbers."""

    title: str
    kind: str
    summary: str = ""
    body: str = ""
    transcript: str = ""
    language: str = ""
    seconds: int | None = None
    media: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    licence: str = ""
    credits: tuple[tuple[str, str], ...] = ()
    topics: tuple[int, ...] = ()
    other_units: tuple[int, ...] = ()
    articles: tuple[tuple[str, str], ...] = ()
    tasks: tuple[int, ...] = ()

    def columns(self, held: Product) -> dict[str, Any]:
        """What goes into the product's own row."""
        found: dict[str, Any] = {
            name: cleaned(getattr(self, name)) for name in ("summary", "body", "transcript")
        }
        found |= {name: getattr(self, name) for name in ("kind", "seconds", "licence")}
        found |= {
            "title": " ".join(self.title.split()),
            "media": list(self.media),
            "audiences": list(self.audiences),
        }
        found["credits"] = [{"role": role, "name": name} for role, name in self.credits]
        if self.language and held.translation_of_id is None and held.edition == 0 and held.revises_id is None:
            found["language"] = self.language
        return found


@transaction.atomic
def start_product(*, actor: User | None, unit: Unit, kind: str, language: str, title: str) -> Product:
    """An empty draft in the unit's name. Errors: PermissionDenied, LibraryRefused."""
    require(actor, unit.pk, Role.EDITOR)
    if not unit.is_active:
        raise LibraryRefused(_("“%(unit)s” không còn hoạt động.") % {"unit": unit.name})
    title = " ".join(title.split())
    if not title:
        raise LibraryRefused(_("Hãy đặt tên cho sản phẩm; sửa lại sau cũng được."))
    made = Product.objects.create(
        unit=unit,
        kind=ProductKind(kind),
        language=Language(language),
        title=title,
        started_by=actor,
        written_by=actor,
    )
    tell_step(actor, made, Deed.BEGIN)
    trace(actor, Verb.CREATE, made, after=made.as_json())
    return made


@transaction.atomic
def write_product(*, actor: User | None, product: Product, revision: int | None, facts: Facts) -> Product:
    """Keeps what is on the form; nothing new is no change. A title left empty keeps the one that is there.

    Errors: PermissionDenied, ProductConflict where somebody wrote since `revision`, LibraryRefused.
    """
    held = to_write(actor, product)
    before, columns = held.as_json(), facts.columns(held)
    if revision is not None and revision != held.revision and _differs(held, columns):
        raise ProductConflict(held)
    if any(len(columns[name]) > LONGEST for name in ("summary", "body", "transcript")):
        raise LibraryRefused(
            _("Phần chữ dài quá %(most)s ký tự.") % {"most": f"{LONGEST:_}".replace("_", ".")},
            advice=_("Hãy để phần dài trong một tệp; bản của bạn còn trên màn hình."),
        )
    columns["title"] = columns["title"] or held.title
    changed = [name for name, value in columns.items() if getattr(held, name) != value]
    for name in changed:
        setattr(held, name, columns[name])
    ties = _tie(actor, held, facts)
    if changed or ties.after:
        if set(changed) & {"title", "summary", "body", "transcript"}:
            held.written_by = actor
        touch(held, *changed, "written_by")
        told = (before | ties.before, held.as_json() | ties.after)
        if actor is None:
            trace(actor, Verb.CORRECT, held, *told)
        else:
            note_writing(actor, held, *told)
    return held


def _differs(held: Product, columns: dict[str, Any]) -> bool:
    """The same sent twice is no conflict."""
    return any(getattr(held, name) != value for name, value in columns.items())


@dataclass
class _Ties:
    """Relations that changed: how they were and how they are."""

    before: dict[str, list[Any]] = field(default_factory=dict)
    after: dict[str, list[Any]] = field(default_factory=dict)

    def put(self, name: str, before: Iterable[Any], after: Iterable[Any]) -> None:
        self.before[name], self.after[name] = sorted(before), sorted(after)


def _tie(actor: User | None, held: Product, facts: Facts) -> _Ties:
    """Sets the relations; returns those that changed."""
    ties = _Ties()
    for name, wanted in (("topics", facts.topics), ("other_units", facts.other_units)):
        relation = getattr(held, name)
        there = set(relation.values_list("pk", flat=True))
        if there != set(wanted):
            relation.set(wanted)
            ties.put(name, there, wanted)
    _tie_articles(actor, held, set(facts.articles), ties)
    _tie_tasks(actor, held, set(facts.tasks), ties)
    return ties


def _tie_articles(actor: User | None, held: Product, wanted: set[tuple[str, str]], ties: _Ties) -> None:
    """Those that a person names; what a rule proposed and nobody decided stays proposed."""
    rows = {(one.code, one.path): one for one in ProductProvision.objects.filter(product=held)}
    gone = [one for key, one in rows.items() if key not in wanted and one.counts]
    new = [key for key in wanted if key not in rows or not rows[key].counts]
    for one in gone:
        one.delete()
    for code, path in new:
        mark = {"made_by": actor, "state": TieState.CONFIRMED}
        ProductProvision.objects.update_or_create(product=held, code=code, path=path, defaults=mark)
    if gone or new:
        there = (" ".join(key) for key, one in rows.items() if one.counts)
        ties.put("articles", there, (" ".join(one) for one in wanted))


def _tie_tasks(actor: User | None, held: Product, wanted: set[int], ties: _Ties) -> None:
    rows = {one.task_id: one for one in ProductTask.objects.filter(product=held)}
    gone = [one for pk, one in rows.items() if pk not in wanted]
    new = Task.objects.filter(pk__in=wanted - rows.keys()).values_list("pk", flat=True)
    for one in gone:
        one.delete()
    made = [ProductTask(product=held, task_id=pk, made_by=actor, state=TieState.CONFIRMED) for pk in new]
    ProductTask.objects.bulk_create(made)
    if gone or made:
        ties.put("tasks", rows, (rows.keys() & wanted) | {one.task_id for one in made})


@transaction.atomic
def drop_product(*, actor: User | None, product: Product) -> None:
    """A draft that was never published goes, with its comments; its files stay in the store. Of a revision only the
    revision. Errors: PermissionDenied, LibraryRefused."""
    held = locked(product)
    require(actor, held.unit_id, Role.EDITOR)
    if held.edition and held.revises_id is None:
        raise LibraryRefused(
            _("Sản phẩm này đã từng phát hành nên không xóa được."), advice=_("Hãy rút khỏi nơi công khai.")
        )
    if held.state not in (ProductState.DRAFT, ProductState.EDIT):
        raise LibraryRefused(_("Chỉ xóa được bản đang soạn hoặc đang biên tập."))
    if held.translations.exclude(pk=held.pk).exists() and held.revises_id is None:
        raise LibraryRefused(
            _("Còn bản dịch làm theo sản phẩm này."), advice=_("Hãy xóa các bản dịch trước.")
        )
    trace(actor, Verb.REMOVE, held, after=held.as_json())
    if held.revises is not None:
        tell_step(actor, held.revises, Deed.DROP)
    held.delete()
