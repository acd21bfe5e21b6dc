"""Settings, addresses, and the database that starts by itself."""
