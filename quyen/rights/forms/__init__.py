"""What the screens of rights are asked for."""
