"""Translations: begun from a source, held against it, brought up to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.library.actions.guard import (
    LibraryRefused,
    in_state,
    locked,
    tell_published,
    tell_step,
    touch,
    trace,
)
from quyen.library.enums import UNDER_WAY, Deed, FileRole, Language, ProductState
from quyen.library.models import Product, ProductFile, ProductProvision, ProductTask
from quyen.library.models.product import WORDS
from quyen.library.queries.content import matter
from quyen.library.queries.wording import cleaned
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit

COPIED = ("kind", "media", "audiences", "licence", "credits", "seconds")


@transaction.atomic
def start_translation(
    *,
    actor: User | None,
    source: Product,
    language: str,
    unit: Unit | None = None,
    words: Mapping[str, str] | None = None,
    by_machine: bool = False,
) -> Product:
    """A draft in another language, with the source's facts and pictures. `words`: a first text, by a machine where
    `by_machine`, else the texts begin empty. `unit` translates, else the source's own.

    Errors: PermissionDenied (also where the source is another unit's draft), LibraryRefused.
    """
    held = locked(source)
    unit = unit or held.unit
    require(actor, unit.pk, Role.EDITOR)
    if not held.is_out:
        require(actor, held.unit_id, Role.VIEWER)
    _check(held, language)
    made = Product(
        unit=unit, language=Language(language), translation_of=held, source_edition=held.edition, title=held.title,
        made_from=matter(held), is_machine_drafted=by_machine, started_by=actor, written_by=actor,
        **{name: getattr(held, name) for name in COPIED},
    )  # fmt: skip
    for name, text in (words or {}).items():
        if name in WORDS and text.strip():
            setattr(made, name, cleaned(text))
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise _taken(language) from error
    copy_ties(held, made)
    _copy_files(held, made)
    tell_step(actor, made, Deed.BEGIN)
    trace(actor, Verb.CREATE, made, after=made.as_json())
    return made


def _check(held: Product, language: str) -> None:
    if held.translation_of_id is not None or held.revises_id is not None:
        raise LibraryRefused(_("Hãy bắt đầu từ bản gốc, không dịch từ bản dịch hay bản đang sửa."))
    if held.state == ProductState.RETIRE:
        raise LibraryRefused(_("Bản gốc đã rút nên không dịch nữa."))
    if held.language == language:
        raise LibraryRefused(_("Bản gốc đã bằng %(language)s.") % {"language": held.tongue.label.lower()})


def _taken(language: str) -> LibraryRefused:
    return LibraryRefused(
        _("Sản phẩm này đã có bản %(language)s.") % {"language": str(Language(language).label).lower()},
        advice=_("Hãy mở bản ấy; chưa tạo thêm gì."),
    )


def copy_ties(held: Product, made: Product) -> None:
    """Topics, articles and tasks of one product for another."""
    made.topics.set(held.topics.all())
    made.other_units.set(held.other_units.all())
    articles, tasks = ProductProvision.objects.filter(product=held), ProductTask.objects.filter(product=held)
    ProductProvision.objects.bulk_create(
        [ProductProvision(product=made, code=one.code, path=one.path, **_made(one)) for one in articles]
    )
    ProductTask.objects.bulk_create(
        [ProductTask(product=made, task_id=one.task_id, **_made(one)) for one in tasks]
    )


def _made(one: ProductProvision | ProductTask) -> dict[str, Any]:
    return {"made_by_id": one.made_by_id, "rule": one.rule, "state": one.state}


def _copy_files(held: Product, made: Product) -> None:
    """Pictures and recordings; what says them in words is to be written anew, in the other language."""
    rows = ProductFile.objects.filter(
        product=held, role__in=(FileRole.MAIN, FileRole.PICTURE, FileRole.COVER)
    )
    ProductFile.objects.bulk_create([
        ProductFile(product=made, file_id=one.file_id, role=one.role, position=one.position) for one in rows
    ])  # fmt: skip


@transaction.atomic
def follow_source(*, actor: User | None, product: Product) -> Product:
    """A person held the translation against its source as it is now: it is up to date again.

    Errors: PermissionDenied (a coordinator's word where it is public), LibraryRefused.
    """
    held = locked(product)
    require(actor, held.unit_id, Role.COORDINATOR if held.is_out else Role.EDITOR)
    source = held.translation_of
    if source is None:
        raise LibraryRefused(_("Sản phẩm này không phải bản dịch."))
    before = {"source_edition": held.source_edition}
    held.source_edition, held.made_from = source.edition, matter(source)
    touch(held, "source_edition", "made_from")
    trace(actor, Verb.CONFIRM, held, before, {"source_edition": held.source_edition})
    if held.is_out:
        tell_published([held.pk])
    return held


@transaction.atomic
def accept_machine_words(*, actor: User, product: Product) -> Product:
    """A person who knows the language has read the machine's draft and stands for it. Errors: PermissionDenied,
    LibraryRefused."""
    held = locked(product)
    require(actor, held.unit_id, Role.EDITOR)
    in_state(held, *UNDER_WAY)
    if not held.is_machine_drafted:
        raise LibraryRefused(_("Bản này không phải do máy soạn, hoặc đã có người nhận."))
    held.is_machine_drafted = False
    touch(held, "is_machine_drafted")
    trace(actor, Verb.CONFIRM, held, {"machine": True}, {"machine": False})
    return held
