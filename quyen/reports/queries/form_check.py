"""How the document of a report stands to the form of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from quyen.core.form import Deviation, check_form
from quyen.core.paper.official import docx
from quyen.reports.queries.content import Content, hash_of
from quyen.reports.queries.official import official_of
from quyen.shared.queries import Memory

REMEMBERED = 500  # documents whose check a process remembers; some kilobytes each


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


_Checked = tuple[tuple[str, ...], tuple[Deviation, ...]]
_checked: Memory[str, _Checked] = Memory(
    REMEMBERED
)  # by the hash of the content: the same content makes the same file


def form_view(content: Content) -> FormView:
    """The Word file itself is read back, so that what is said of it is true of it: once for a content."""
    digest = hash_of(content)
    checked = _checked.get(digest) or _checked.put(digest, _check(content))
    return FormView(*checked, lacks_of(content["head"]))


def known_form(content: Content) -> FormView | None:
    """The same where it was worked out before, else None: no page waits for a Word file."""
    checked = _checked.get(hash_of(content))
    return FormView(*checked, lacks_of(content["head"])) if checked else None


def _check(content: Content) -> _Checked:
    report = check_form(docx(official_of(content)))
    # said once: the signer whom nobody has named yet stands among what is lacking
    signed = content["head"]["signer"]
    wrong = tuple(one for one in report.deviations if one.rule != "signer.absent" or signed)
    parts = {one.part for one in wrong}
    names = dict.fromkeys(part.name for part in report.parts)
    return tuple(name for name in names if name not in parts), wrong


def lacks_of(head: Mapping[str, Any]) -> tuple[str, ...]:
    """Parts of the head that a person must still give before it is signed."""
    words = (("number", _("số")), ("symbol", _("ký hiệu")), ("day", _("ngày")), ("signer", _("người ký")))
    return tuple(word for name, word in words if not head.get(name))
