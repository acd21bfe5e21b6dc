"""What the addresses of the organisation step answer."""
