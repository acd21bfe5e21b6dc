"""A primary and a streaming replica from the embedded wheel, and one of them gone: python -m tests.replica."""
