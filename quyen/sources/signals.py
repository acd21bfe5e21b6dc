"""Calls to the steps above. Sent inside the transaction that keeps the reading."""

from django.dispatch import Signal

reading_stored = Signal()  # sender: StoredReading class; reading: the StoredReading
