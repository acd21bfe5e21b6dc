"""Tables of the rights step."""

from quyen.rights.models.situations import Situation, SituationEdition, SituationText
from quyen.rights.models.topic import Topic

__all__ = ["Situation", "SituationEdition", "SituationText", "Topic"]
