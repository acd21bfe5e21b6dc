"""A page that moved has another address, and so have those under it."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import post_page_move

from quyen.portal.actions.generation import changed


@receiver(post_page_move, dispatch_uid="portal.pages.moved")
def page_moved(sender: object, **_: Any) -> None:
    changed()
