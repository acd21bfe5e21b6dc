"""Who may see and do what, the tree of any day, and what each screen shows."""

from quyen.organisation.queries.access import (
    UnitPeople,
    editable_units,
    governed_memberships,
    governed_units,
    held_by,
    may,
    named_units,
    readable_units,
    role_in,
    roles_remembered,
    ungoverned,
    unit_ids,
    units_held,
)
from quyen.organisation.queries.people import people_page
from quyen.organisation.queries.successions import may_enter
from quyen.organisation.queries.tiles import Tile, tile_of
from quyen.organisation.queries.tree import (
    BrokenTree,
    Facts,
    Part,
    Tree,
    Ways,
    beginnings,
    correspondence,
    facts_of,
    heirs,
    passages,
    stale_units,
    stem,
    tree_on,
    units_under,
)
from quyen.organisation.queries.units import UnitAsked, UnitList, UnitPage, unit_list, unit_page

__all__ = [
    "BrokenTree", "Facts", "Part", "Tile", "Tree", "UnitAsked", "UnitList", "UnitPage", "UnitPeople", "Ways", "beginnings", "correspondence",
    "editable_units", "facts_of", "governed_memberships", "governed_units", "heirs", "held_by", "may", "may_enter", "named_units", "passages",
    "people_page", "readable_units", "role_in", "roles_remembered", "stale_units", "stem", "tile_of", "tree_on", "ungoverned", "unit_ids", "unit_list", "unit_page",
    "units_held", "units_under",
]  # fmt: skip
