"""The demo's library of rights: the shipped structure, and the texts where `../shared/rights` lies beside the project."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from quyen.accounts.models import User
from quyen.config.rights import bring_texts
from quyen.rights.actions import load_structure, settle
from quyen.rights.actions.structure import LINKS_RULE
from quyen.rights.enums import TieState
from quyen.rights.models import Link, Version

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "rights"


def rights_library(coordinator: User | None) -> None:
    """Safe to run twice: nothing is doubled, and a text that stands already is left as it is."""
    with transaction.atomic():
        _library(coordinator)


def _library(coordinator: User | None) -> None:
    load_structure(actor=None)
    if TEXTS.is_dir() and not Version.objects.exists():
        bring_texts(TEXTS, quiet=True)
    proposed = Link.objects.undecided_of(LINKS_RULE)
    if coordinator is not None and proposed.exists():
        settle(actor=coordinator, ties=proposed, state=TieState.CONFIRMED)
