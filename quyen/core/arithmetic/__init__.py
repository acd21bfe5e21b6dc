"""The room of counting: figures of units that change in time, and the periods they are given for. Knows no database.

Correspondence(passages).on_map(unit, given=day, shown=day)   -> whose figure it is on the map of a day, and what part
periods_within(period, months)                                -> the calendar periods in a longer one
divided(amount, shares)                                       -> whole parts that add up to the amount
paged(found, page, size)                                      -> the page that is shown, how many there are, its rows
"""

from quyen.core.arithmetic.amounts import divided, paged
from quyen.core.arithmetic.periods import period_at, periods_within, year
from quyen.core.arithmetic.succession import Correspondence, EndlessPassages, Passage, UnevenShares
from quyen.core.text.rhythm import Period

__all__ = [
    "Correspondence",
    "EndlessPassages",
    "Passage",
    "Period",
    "UnevenShares",
    "divided",
    "paged",
    "period_at",
    "periods_within",
    "year",
]
