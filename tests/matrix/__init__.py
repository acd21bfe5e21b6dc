"""Every address of the house, for every role and every place in the tree."""
