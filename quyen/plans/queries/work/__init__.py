"""Assignments as those see them who carry them out, and those who gave them."""
