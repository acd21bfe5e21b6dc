"""People, sign-in and the audit trail."""
