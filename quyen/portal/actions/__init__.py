"""Changes of the portal step: permission, lock, change, audit, after-commit."""
