"""Quyen: the working system of a public programme of communication about human rights."""
