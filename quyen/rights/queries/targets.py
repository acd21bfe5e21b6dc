"""The article that a person names in words: "Điều 19 ICCPR", "ICCPR 19", "khoản 2 Điều 20 Hiến pháp"."""

from __future__ import annotations

import re

from quyen.core.citing import find_citations
from quyen.rights.models import Provision
from quyen.rights.queries.names import known_names

_BY_CODE = re.compile(
    r"\s*([A-Za-z][A-Za-z0-9]{1,19})[\s,.:/]+(?:(?:điều|dieu|art(?:icle)?\.?)\s*)?(\d{1,4}[a-zđ]?(?:\.[a-zđ\d]{1,5}){0,3})\s*\Z",
    re.I,
)


def named_provision(words: str) -> Provision | None:
    """None where the words name none, or one that is not known here. Two queries at most."""
    found = find_citations(words, known_names())
    if len(found) == 1 and not found[0].through:
        return _held(found[0].code, found[0].path)
    by_code = _BY_CODE.match(words)
    return _held(by_code[1].upper(), by_code[2].lower()) if by_code else None


def _held(code: str, path: str) -> Provision | None:
    rows = Provision.objects.select_related("instrument").filter(instrument__code=code)
    return rows.filter(path=path).first() or rows.filter(path=path.partition(".")[0]).first()
