"""Reading: from the bytes of a file to what a careful clerk would note of it. The one public door.

    bytes --formats--> RawDocument --layout--> Document --extractors--> Reading --record--> dict

`read` and `read_document` never raise for bad text; `read` raises `FileRefused` and its kin for bytes that
hold no readable document (quyen.core.errors). The reader itself, with its word lists, is brought in when it is first asked
for: programs that read nothing themselves start a second sooner.
"""

from __future__ import annotations

import typing

from quyen.core.reading.version import READER_VERSION

if typing.TYPE_CHECKING:
    from quyen.core.reading.pipeline import read, read_document
    from quyen.core.reading.record import to_record

__all__ = ["READER_VERSION", "read", "read_document", "to_record"]
_FROM = {"read": "pipeline", "read_document": "pipeline", "to_record": "record"}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _FROM:
        raise AttributeError(name)
    globals()[name] = found = getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
    return found
