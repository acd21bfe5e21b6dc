"""What the library tells the steps above."""

from django.dispatch import Signal

# sent after commit with `products`, a tuple of their numbers, whenever what the public may see of them has changed
published = Signal()
