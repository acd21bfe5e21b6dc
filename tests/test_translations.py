"""Every word of the interface exists in English too, with the same placeholders."""

from __future__ import annotations

import re

from tests import translations


def test_every_string_has_its_english() -> None:
    assert not translations.untranslated()


def test_placeholders_survive_translation() -> None:
    bad = []
    for entry in translations.catalogue():
        keys = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        values = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        wanted = set(re.findall(r"%\(\w+\)[sd]", " ".join(keys)))
        if any(set(re.findall(r"%\(\w+\)[sd]", v)) - wanted for v in values if v):
            bad.append(entry.id)
    assert not bad


def test_the_catalogue_is_compiled() -> None:
    assert not translations.catalogue().fuzzy  # Babel leaves a fuzzy catalogue out, without a word
