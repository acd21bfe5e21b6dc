"""What the screens of the rights step, and the steps above, read."""
