"""What the rights step tells those above. Sent after commit only."""

from django.dispatch import Signal

# Arguments: kind "instrument" | "provision" | "situation" | "recommendation" | "topic", pk. What the public may read of that object
# is no longer what it was.
text_changed = Signal()
