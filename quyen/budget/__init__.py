"""The budget step: estimates by task, unit, year and source; what was approved and what was spent."""
