"""Which language of the site shows something."""

from __future__ import annotations

from django.conf import settings


def site_language(language: str) -> str:
    """Its own where the site has it, else Vietnamese."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
