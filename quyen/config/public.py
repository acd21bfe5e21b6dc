"""What the frame of every public page needs. No query, no session, nothing of the person who asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from quyen.portal.queries.frame import Frame


def public(request: HttpRequest) -> dict[str, Any]:
    return {"site": Frame(request)} if getattr(request, "public", False) else {}
