"""Keeping copies: one archive file of all tables and files, put back into an empty installation, and a plain
export that can be compared byte by byte. `bin/quyen backup`, `restore` and `export`; docs/how-to/backup.md."""
