"""What the screens of the library step, and the steps above, read."""

from quyen.library.queries.access import editable_products, own_products, readable_products
from quyen.library.queries.bundle_kinds import (
    BundleKind,
    Outcome,
    Thing,
    forget_bundle_kind,
    register_bundle_kind,
)
from quyen.library.queries.page import product_page
from quyen.library.queries.public import PublicProduct, public_product, public_products, published_products
from quyen.library.queries.wording import grouped, parts_of

__all__ = [
    "BundleKind", "Outcome", "PublicProduct", "Thing", "editable_products", "forget_bundle_kind", "grouped",
    "own_products", "parts_of", "product_page", "public_product", "public_products", "published_products",
    "readable_products", "register_bundle_kind",
]  # fmt: skip
