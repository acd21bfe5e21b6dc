"""Tables of the library."""

from quyen.library.models.bundle import Bundle, BundleItem
from quyen.library.models.files import StoredFile
from quyen.library.models.product import Product, ProductEdition, ProductFile
from quyen.library.models.talk import Comment, ProductStep, ReviewLink
from quyen.library.models.ties import ProductProvision, ProductTask

__all__ = [
    "Bundle", "BundleItem", "Comment", "Product", "ProductEdition", "ProductFile", "ProductProvision", "ProductStep",
    "ProductTask", "ReviewLink", "StoredFile",
]  # fmt: skip
