"""What the indicators step can be asked."""

from quyen.indicators.queries.cells import UnitCells, frozen_by, held_values, unit_cells
from quyen.indicators.queries.compared import Difference, differences
from quyen.indicators.queries.freezes import FreezePage, freeze_page, removable_freezes
from quyen.indicators.queries.maps import Map, standing
from quyen.indicators.queries.pages import (
    IndicatorList,
    IndicatorPage,
    Scope,
    SheetLine,
    editable_indicators,
    indicator_list,
    indicator_page,
    indicator_sheet,
    indicator_sheets,
    last_change,
    leading_units,
    may_open,
    named_indicators,
    reaches_all,
    readable_observations,
    scope_for,
    scope_of,
    shown_evidence,
)
from quyen.indicators.queries.prepared import YearNow, latest_year, year_at_work
from quyen.indicators.queries.rollup import Total, by_group, by_period, of_all
from quyen.indicators.queries.snapshot import one_snapshot

__all__ = [
    "Difference", "FreezePage", "IndicatorList", "IndicatorPage", "Map", "Scope", "SheetLine", "Total", "UnitCells", "YearNow", "by_group",
    "by_period", "differences", "editable_indicators", "freeze_page", "frozen_by", "held_values",
    "indicator_list", "indicator_page", "indicator_sheet", "indicator_sheets", "last_change", "latest_year", "leading_units", "may_open", "named_indicators",
    "of_all",
    "one_snapshot", "reaches_all", "readable_observations", "removable_freezes",
    "scope_for", "scope_of", "shown_evidence", "standing", "unit_cells", "year_at_work",
]  # fmt: skip
