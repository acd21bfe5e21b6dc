"""The room of finding: what a text's words are, what a question means, and which texts answer it how well.

Plain Python and numpy; what is kept where, the portal says. `seal` makes blocks, `score` asks them.
"""

from quyen.core.finding.asking import Asked, read_question
from quyen.core.finding.marks import with_marks
from quyen.core.finding.meaning import Other, Sense, senses
from quyen.core.finding.passages import Passage, Piece, marked, passage, side_by_side
from quyen.core.finding.scoring import ENOUGH, SOME, Instead, Need, Scores, Wanted, Weights, memory_of, score
from quyen.core.finding.sealing import SIZE, Group, Sealed, seal
from quyen.core.finding.slips import allowed, distance, is_syllable, keys_undone, likely, parted, parts_of
from quyen.core.finding.words import Word, composed, folded, normal, spelled, words

__all__ = [
    "ENOUGH", "SIZE", "SOME", "Asked", "Group", "Instead", "Need", "Other", "Passage", "Piece", "Scores", "Sealed", "Sense",
    "Wanted", "Weights", "Word", "allowed", "composed", "distance", "folded", "is_syllable", "keys_undone", "likely", "marked", "memory_of", "normal",
    "parted", "parts_of", "passage", "read_question", "score", "seal", "senses", "side_by_side", "spelled", "with_marks",
    "words",
]  # fmt: skip
