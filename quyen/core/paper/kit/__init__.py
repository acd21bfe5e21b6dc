"""What a channel needs of one product: a poster, a radio script, a picture for a post, a QR; from plain values to bytes.

Nothing here knows where a product is kept, and nothing is ever sent anywhere. Same values, same bytes.
"""

from quyen.core.paper.kit.card import card_jpeg
from quyen.core.paper.kit.faces import Faces, missing_signs
from quyen.core.paper.kit.poster import poster_pdf
from quyen.core.paper.kit.qr import qr_png, qr_svg
from quyen.core.paper.kit.script import radio_docx
from quyen.core.paper.kit.told import Labels, Part, Told, labels_of

__all__ = [
    "Faces",
    "Labels",
    "Part",
    "Told",
    "card_jpeg",
    "labels_of",
    "missing_signs",
    "poster_pdf",
    "qr_png",
    "qr_svg",
    "radio_docx",
]
