"""Tables of the public site."""
