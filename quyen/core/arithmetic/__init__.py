"""The room of counting: figures of units that change in time. Knows no database.

Correspondence(passages).on_map(unit, given=day, shown=day)   -> whose figure it is on the map of a day, and what part
"""

from quyen.core.arithmetic.succession import Correspondence, Passage, UnevenShares

__all__ = ["Correspondence", "Passage", "UnevenShares"]
