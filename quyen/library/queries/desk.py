"""What the form of a product offers: topics, tasks, people; and how its relations are written in plain lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from quyen.accounts.models import User
from quyen.core.citing import find_citations
from quyen.core.text.folding import fold_loose
from quyen.library.models import Product
from quyen.library.queries.access import editable_products
from quyen.library.queries.conditions import Fault, faults_of
from quyen.library.queries.difference import Change
from quyen.library.queries.page import FileView, file_views
from quyen.library.queries.versions import source_changes
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries.access import people_of
from quyen.plans.enums import COUNTED
from quyen.plans.models import Assignment, Task
from quyen.rights.models import Topic

MOST_TASKS = 300
_ARTICLE = re.compile(
    r"(?P<code>[A-Z][A-Z0-9-]{1,19})[\s,]+(?:điều\s*)?(?P<path>\d{1,3}[a-z]?(?:\.\w{1,3}){0,2})", re.I
)


@dataclass(frozen=True)
class WritePage:
    """The form's surroundings. `source`: the product that it translates, beside which it is written; `tasks`: (number,
    words) of those that it may deliver."""

    product: Product
    files: tuple[FileView, ...]
    faults: tuple[Fault, ...]
    topics: tuple[Topic, ...]
    tasks: tuple[tuple[int, str], ...]
    source: Product | None
    changes: tuple[Change, ...]


def write_page(user: User, pk: int) -> WritePage | None:
    """None where the person may not write on it now. Eleven queries."""
    rows = editable_products(user).select_related("unit", "translation_of", "revises")
    product = (
        rows.prefetch_related("files__file", "topics", "other_units", "provisions", "tasks")
        .filter(pk=pk)
        .first()
    )
    if product is None:
        return None
    return WritePage(
        product=product,
        files=file_views(product.files.all()),
        faults=faults_of(product),
        topics=tuple(Topic.objects.all()),
        tasks=offered_tasks(product),
        source=product.translation_of,
        changes=source_changes(product) if product.is_out_of_date else (),
    )


def offered_tasks(product: Product) -> tuple[tuple[int, str], ...]:
    """Confirmed tasks of the unit's own plans and of those that it was given; those that it delivers already, too."""
    given = Assignment.objects.given().filter(unit=product.unit_id).values("task")
    own = [one.task_id for one in product.tasks.all()]
    theirs = Q(plan__unit=product.unit_id) | Q(pk__in=given)
    rows: QuerySet[Any] = Task.objects.filter(theirs & Q(state__in=COUNTED) | Q(pk__in=own))
    found = rows.only("pk", "no", "text").order_by("-plan__issued_on", "position", "pk")
    return tuple((one.pk, f"{one.no} {one.text}".strip()[:160]) for one in found[:MOST_TASKS])


def checkers(product: Product) -> list[User]:
    """Whose turn it may be: those who write or release for the unit or above it, each once, by name. One query."""
    rows = people_of(product.unit.above).filter(role__gte=Role.EDITOR)
    found = {one.user_id: one.user for one in rows if not one.user.is_service}
    return sorted(found.values(), key=lambda one: str(one))


def startable_units(units: QuerySet[Unit]) -> list[Unit]:
    return list(units.filter(is_active=True).order_by("name"))


# --- relations as plain lines ------------------------------------------------------------------------


def articles_said(product: Product) -> str:
    """ "CRC 28; ICCPR 19.2"."""
    return "; ".join(f"{one.code} {one.path}" for one in product.provisions.all() if one.counts)


def articles_of(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Articles named in a line, and the pieces that name none: "CRC 28; ICCPR 19.2", or as people write them: "Điều 19
    ICCPR, khoản 2 Điều 20 Hiến pháp"."""
    found: list[tuple[str, str]] = []
    odd: list[str] = []
    for piece in filter(None, (one.strip(" .") for one in re.split(r"[;\n]+", text))):
        match = _ARTICLE.fullmatch(piece)
        cited = [(match["code"].upper(), match["path"].lower())] if match else _cited(piece)
        found += cited
        odd += [] if cited else [piece]
    return list(dict.fromkeys(found)), odd


def _cited(text: str) -> list[tuple[str, str]]:
    rows = find_citations(text)
    return [(one.code, ".".join(filter(None, (one.article, one.clause, one.point)))) for one in rows]


def credits_said(product: Product) -> str:
    """One line each: "Biên soạn: Nguyễn Thị A"."""
    return "\n".join(
        f"{one.get('role', '')}: {one.get('name', '')}".removeprefix(": ") for one in product.credits
    )


def credits_of(text: str) -> tuple[tuple[str, str], ...]:
    found = []
    for line in filter(None, (" ".join(one.split()) for one in text.splitlines())):
        role, colon, name = line.partition(":")
        found.append((role.strip(), name.strip()) if colon and name.strip() else ("", line.strip(" :")))
    return tuple(one for one in found if one[1])


def units_of(text: str) -> tuple[list[int], list[str]]:
    """Units by their names, one a line, without regard to marks; and the lines that are nobody's name. One query where
    there are lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return [], []
    known: dict[str, int] = {}
    for pk, name, short in Unit.objects.active().order_by("-pk").values_list("pk", "name", "short_name"):
        known |= {_bare(word): pk for word in (name, short) if word}
    found = [known[_bare(line)] for line in lines if _bare(line) in known]
    return list(dict.fromkeys(found)), [line for line in lines if _bare(line) not in known]


def _bare(text: str) -> str:
    return " ".join(fold_loose(text).split())


def length_said(seconds: int | None) -> str:
    """ "2:05"; an hour and more "1:02:05"; empty where it is not known."""
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length_of(text: str) -> int | None:
    """Seconds of "2:05", "1:02:05", or a number of minutes "2". Raises ValueError for anything else."""
    parts = text.strip().split(":")
    if not text.strip():
        return None
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() and len(part) < 5 for part in parts):
        raise ValueError(text)
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return numbers[0] * 60
    total = 0
    for number in numbers:
        total = total * 60 + number
    return total
