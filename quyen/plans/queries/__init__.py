"""Guarded reads of the plans step."""
