"""Signs that an XML file can carry: all three kinds of paper here are XML inside."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """The text without control signs and halves of pairs; line ends and tabs stay."""
    return _UNFIT.sub("", text)
