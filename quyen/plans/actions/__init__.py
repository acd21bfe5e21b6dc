"""Changes to plans: permission, lock, change, audit, after-commit."""
