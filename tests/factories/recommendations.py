"""A body that keeps the recommendations, and a review taken in from a small report."""

from __future__ import annotations

from typing import Any

from quyen.accounts.models import User
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Unit
from quyen.rights.actions.recommendation_taking import Said, take_review
from quyen.rights.enums import IntakeState
from quyen.rights.models import RecommendationIntake, Review
from quyen.rights.queries.recommendation_taking import takings_of
from quyen.sources.enums import FileState
from quyen.sources.models import Delivery, SourceFile
from tests.factories.work import member

REPORT = """A/HRC/99/7
Report of the Working Group on the
Universal Periodic Review
Ruritania
II. Conclusions and/or recommendations
38. The recommendations listed below have been examined by Ruritania and enjoy its support:
38.1 Ratify the Convention (Chad) (Peru);
38.2 Train judges for the new courts (Chad); build more new courts in the south (Togo);
38.30 Publish the whole report every year (Oman);
38.4 Protect the work of reporters (Fiji);
39. The following recommendations have been noted by Ruritania:
39.1 Abolish the death penalty (Spain).
"""


def make_keeper(role: int = Role.COORDINATOR) -> tuple[Unit, User]:
    unit = open_unit(actor=None, name="Bộ Thử Nghiệm", kind=UnitKind.MINISTRY)
    return unit, member(unit, Role(role), "Lê Thị Giữ")


def make_intake(
    keeper: User, unit: Unit, record: dict[str, Any], name: str = "bao-cao.txt"
) -> RecommendationIntake:
    delivery = Delivery.objects.create(unit=unit, received_by=keeper)
    file = SourceFile.objects.create(
        unit=unit, delivery=delivery, name=name, sha256=f"{SourceFile.objects.count():064d}", size=1,
        received_by=keeper, state=FileState.KEPT,
    )  # fmt: skip
    return RecommendationIntake.objects.create(
        name=name, file=file, entered_by=keeper, record=record, state=IntakeState.READ
    )


def take(keeper: User, unit: Unit, record: dict[str, Any], **said: Any) -> Review:
    intake = make_intake(keeper, unit, record)
    (one,) = takings_of(intake.reviews)
    return take_review(actor=keeper, intake=intake, at=0, sign=one.sign, said=Said(**said))
