"""What the reports tell the steps above."""

from django.dispatch import Signal

# sent after commit with `report`, its number, when it was accepted or an accepted one was opened again
report_settled = Signal()
