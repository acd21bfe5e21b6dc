"""Files are looked at in this process, which takes no time to start; tests/core/media does it apart."""

from __future__ import annotations

from contextlib import contextmanager

import pytest


@pytest.fixture(autouse=True)
def looked_at_here(monkeypatch):
    from quyen.core.media import look
    from quyen.core.media.renditions import renditions

    @contextmanager
    def drawn(path, media_type, name, **limits):
        yield renditions(path, media_type, name)

    monkeypatch.setattr(
        "quyen.library.actions.files.look_apart", lambda path, name, **limits: look(path, name)
    )
    monkeypatch.setattr("quyen.library.actions.drawing.drawn_apart", drawn)
