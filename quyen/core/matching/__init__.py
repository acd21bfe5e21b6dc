"""The room of matching: what of a document above a document below covers. Knows no reader and no database.

parent, child = plan_from_record(record_a), plan_from_record(record_b)
propose(parent, child)      -> a Cell for each row of the parent
coverage("a", record_a, {"b": record_b})  -> the JSON of `bin/quyen coverage`
"""

from quyen.core.matching.claims import Claim, Figure, Plan, plan_from_record
from quyen.core.matching.coverage import coverage
from quyen.core.matching.proposal import Cell, portraits, propose, propose_rows

__all__ = [
    "Cell",
    "Claim",
    "Figure",
    "Plan",
    "coverage",
    "plan_from_record",
    "portraits",
    "propose",
    "propose_rows",
]
