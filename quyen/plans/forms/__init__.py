"""Forms of the plans step."""
