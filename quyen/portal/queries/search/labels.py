"""How the values of facets are called."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from quyen.library.enums import Audience, Language
from quyen.organisation.models import Unit
from quyen.portal.enums import EntryKind
from quyen.rights.enums import LANGUAGES

FACETS = {  # facet: (name in the address, how it is called)
    "kind": ("loai", _("Loại")),
    "language": ("ngon-ngu", _("Ngôn ngữ")),
    "audience": ("doi-tuong", _("Cho ai")),
    "unit": ("don-vi", _("Đơn vị")),
    "year": ("nam", _("Năm")),
}
_TONGUES: Mapping[str, Any] = dict(LANGUAGES) | dict(Language.choices)

# looked up some thirty times a page; `choices` would be put together each time
_KINDS = {str(one): one for one in EntryKind}
_AUDIENCES = {str(one): one for one in Audience}


def called(facet: str, value: str, units: Mapping[str, str]) -> str:
    """What a value is called on the screen; itself where it has no other name."""
    if facet == "kind":
        return str(_KINDS[value].label) if value in _KINDS else value
    if facet == "language":
        return str(_TONGUES.get(value, value))
    if facet == "audience":
        name = str(_AUDIENCES[value].label) if value in _AUDIENCES else value
        return name[:1].upper() + name[1:]
    return units.get(value, "") if facet == "unit" else value


def unit_names(values: Collection[str]) -> dict[str, str]:
    """One query; none for none."""
    numbers = [int(value) for value in values if value.isdigit()]
    if not numbers:
        return {}
    return {str(pk): name for pk, name in Unit.objects.filter(pk__in=numbers).values_list("pk", "name")}
