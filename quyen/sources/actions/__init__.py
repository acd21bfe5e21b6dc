"""Changes of the sources step: permission, lock, change, audit, after-commit."""

from quyen.sources.actions.reading import (
    enqueue,
    fail_reading,
    finish_reading,
    note_stage,
    read_again,
    read_outdated,
    requeue_lost,
    start_reading,
)
from quyen.sources.actions.receive import open_delivery, receive_file, receive_files, replace_file

__all__ = [
    "enqueue",
    "fail_reading",
    "finish_reading",
    "note_stage",
    "open_delivery",
    "read_again",
    "read_outdated",
    "receive_file",
    "receive_files",
    "replace_file",
    "requeue_lost",
    "start_reading",
]
