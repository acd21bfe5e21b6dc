"""Changes of the rights step: permission, lock, change, audit, after-commit."""
