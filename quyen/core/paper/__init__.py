"""The room of paper: documents out. Word and PDF in the form of Nghị định 30/2020, Excel sheets, pictures of a coverage.

Everything comes in as plain frozen values and goes out as bytes or text; the same values give the same bytes. Sheets
that people filled in come back as plain rows. Official documents have a door of their own: `quyen.core.paper.official`.
"""

from quyen.core.paper.figures import Figure, figures
from quyen.core.paper.given import Typed, given_rows, given_sheets, rows_below
from quyen.core.paper.picture import (
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    coverage_png,
    coverage_svg,
)
from quyen.core.paper.sheets import Column, Formula, Sheet, Value, workbook
from quyen.core.paper.signs import fit
from quyen.core.paper.summary import PlanSummary, TargetLine, TaskLine, plan_summary

__all__ = [
    "Column",
    "Figure",
    "Formula",
    "Matrix",
    "MatrixCell",
    "MatrixColumn",
    "MatrixRow",
    "PlanSummary",
    "Sheet",
    "TargetLine",
    "TaskLine",
    "Typed",
    "Value",
    "coverage_png",
    "coverage_svg",
    "figures",
    "fit",
    "given_rows",
    "given_sheets",
    "plan_summary",
    "rows_below",
    "workbook",
]
