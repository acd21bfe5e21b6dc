"""What the screens of the library step, and the steps above, read."""
