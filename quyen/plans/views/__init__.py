"""Screens of the plans step."""
