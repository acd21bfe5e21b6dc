"""kill -9 in the middle of reading, with real processes: python -m tests.recovery [FILES]."""
