"""Forms of the rights step."""
