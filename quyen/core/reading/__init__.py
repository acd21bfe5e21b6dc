"""Reading: from the bytes of a file to what a careful clerk would note of it. The one public door.

    bytes --formats--> RawDocument --layout--> Document --extractors--> Reading --record--> dict

`read` and `read_document` never raise for bad text; `read` raises `FileRefused` and its kin for bytes that
hold no readable document (quyen.core.errors).
"""

from __future__ import annotations

from quyen.core.reading.pipeline import read, read_document
from quyen.core.reading.record import to_record
from quyen.core.reading.version import READER_VERSION

__all__ = ["READER_VERSION", "read", "read_document", "to_record"]
