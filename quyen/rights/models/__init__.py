"""Tables of the rights step."""

from quyen.rights.models.citation import Anchored, Citation
from quyen.rights.models.instrument import Instrument, Provision, Status, label_of, shown_day
from quyen.rights.models.recommendations import (
    AnswerChange,
    Doubt,
    Recommendation,
    RecommendationChange,
    RecommendationIntake,
    RecommendationProvision,
    Review,
)
from quyen.rights.models.situations import Situation, SituationEdition, SituationText
from quyen.rights.models.text import Passage, TextIntake, Version
from quyen.rights.models.tie import Link, Tie, TieQuerySet
from quyen.rights.models.topic import Topic

__all__ = [
    "Anchored", "AnswerChange", "Citation", "Doubt", "Instrument", "Link", "Passage", "Provision", "Recommendation",
    "RecommendationChange", "RecommendationIntake", "RecommendationProvision", "Review", "Situation", "SituationEdition", "SituationText",
    "Status", "TextIntake", "Tie", "TieQuerySet", "Topic", "Version", "label_of", "shown_day",
]  # fmt: skip
