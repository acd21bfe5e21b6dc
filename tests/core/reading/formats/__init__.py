"""Readers of file formats; `builders` makes their odd files."""
