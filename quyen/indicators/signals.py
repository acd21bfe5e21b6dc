"""What the indicators tell the steps above."""

from django.dispatch import Signal

# sent after commit when a figure of a closed period may be another: it was frozen or opened again, or a value within was
# corrected. Values of periods that nobody has frozen are not told of.
figures_changed = Signal()
# sent after commit with `indicators`, a tuple of their numbers, when their words or the levels to reach have changed
definitions_changed = Signal()
