"""What the indicators step can be asked."""

from quyen.indicators.queries.cells import UnitCells, frozen_by, unit_cells
from quyen.indicators.queries.maps import Map, standing
from quyen.indicators.queries.rollup import Total, by_group, by_period

__all__ = ["Map", "Total", "UnitCells", "by_group", "by_period", "frozen_by", "standing", "unit_cells"]
