"""Who is meant by the names of a plan, and what it would hand to whom."""
