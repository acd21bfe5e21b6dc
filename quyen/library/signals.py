"""What the library tells the steps above."""

from django.dispatch import Signal

# sent after commit with `products`, a tuple of their numbers, whenever what the public may see of them has changed
published = Signal()

# sent after commit with `rows`, numbers of `Gathered`, whenever what the public may see of products of others has changed
gathered = Signal()
