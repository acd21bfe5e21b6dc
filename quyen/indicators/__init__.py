"""Indicators: definitions, measures and observations, on the map of any day."""
