"""What is done about tasks: given, broken down, reported, shown, asked about."""
