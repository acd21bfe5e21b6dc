"""Screens of the budget: each view parses, calls one action or query, and renders."""
