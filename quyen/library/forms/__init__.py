"""What people give to the library."""
