"""How the document of a report stands to the form of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from dataclasses import dataclass

from quyen.core.form import Deviation, check_form
from quyen.core.paper.official import docx
from quyen.reports.queries.official import official_of
from quyen.reports.queries.page import lacks_of
from quyen.reports.queries.reading import Reading


@dataclass(frozen=True)
class FormView:
    """`found`: parts of the document that are as they should be; `lacks`: what a person must still give."""

    found: tuple[str, ...]
    deviations: tuple[Deviation, ...]
    lacks: tuple[str, ...]

    @property
    def good(self) -> int:
        return len(self.found)

    @property
    def total(self) -> int:
        return len(self.found) + len({one.part for one in self.deviations}) + len(self.lacks)


def form_view(reading: Reading) -> FormView:
    """The Word file itself is read back, so that what is said of it is true of it."""
    report = check_form(docx(official_of(reading.content)))
    head = reading.content["head"]
    # said once: the signer whom nobody has named yet stands among what is lacking
    wrong = tuple(one for one in report.deviations if one.rule != "signer.absent" or head["signer"])
    parts = {one.part for one in wrong}
    names = dict.fromkeys(part.name for part in report.parts)
    return FormView(tuple(name for name in names if name not in parts), wrong, lacks_of(head))
