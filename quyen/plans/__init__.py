"""Plans, what was read from them, what people decided about it, and how plans answer one another."""
