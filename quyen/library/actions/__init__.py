"""Changes of the library step: permission, lock, change, audit, after-commit."""
