"""Tables of the library."""

from quyen.library.models.bundle import Bundle, BundleItem
from quyen.library.models.files import Rendition, StoredFile
from quyen.library.models.harvest import Gathered, HarvestRun, Source
from quyen.library.models.product import Product, ProductEdition, ProductFile
from quyen.library.models.talk import Comment, ProductStep, ReviewLink
from quyen.library.models.ties import ProductProvision, ProductTask
from quyen.library.models.writing import Writing

__all__ = [
    "Bundle",
    "BundleItem",
    "Comment",
    "Gathered",
    "HarvestRun",
    "Product",
    "ProductEdition",
    "ProductFile",
    "ProductProvision",
    "ProductStep",
    "ProductTask",
    "Rendition",
    "ReviewLink",
    "Source",
    "StoredFile",
    "Writing",
]
