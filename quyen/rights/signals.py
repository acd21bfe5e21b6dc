"""What the rights step tells those above. Sent after commit only."""

from __future__ import annotations

from dataclasses import dataclass

from django.dispatch import Signal

# Arguments: kind "instrument" | "provision" | "situation" | "recommendation" | "topic" | "tie", pk. What the public may read of that
# object is no longer what it was. "tie": links or quotes between articles; pk is that of one of them, however many changed.
text_changed = Signal()


@dataclass(frozen=True)
class Panel:
    """A card that a step above puts on the page of a recommendation: `template` is drawn with `panel` = `context`."""

    template: str
    context: object


# Sent with `recommendation` and `user` when the page of a recommendation is put together; a receiver answers with a Panel,
# in a fixed number of queries.
follow_up_asked = Signal()
