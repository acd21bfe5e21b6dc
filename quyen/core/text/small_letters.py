"""Small letters at the same places, so that a pattern for small letters finds what `re.I` would find.

A pattern over a text in small letters runs several times faster than one that minds no case: it can leap to
the first letter of its words.
"""

from __future__ import annotations


def small_letters(text: str) -> str:
    """`text` in small letters, of the same length; letters that `re.I` holds equal are equal."""
    if "İ" in text:
        text = text.replace("İ", "i")  # its own small form is two signs long
    small = text.lower()
    if "ſ" in small:
        small = small.replace("ſ", "s")
    return small.replace("ı", "i") if "ı" in small else small
