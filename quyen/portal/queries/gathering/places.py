"""Public addresses of what lies in the steps below."""

from __future__ import annotations

from django.conf import settings

from quyen.portal.queries.frame import in_language
from quyen.rights.models import Instrument


def site_language(language: str) -> str:
    """The language of the site in which something is shown: its own where the site has it, else Vietnamese."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def article_address(instrument: Instrument | str, path: str, language: str) -> str:
    """ "/cong-uoc/ICCPR/dieu-19/"; of the instrument itself without a path."""
    code = instrument if isinstance(instrument, str) else instrument.code
    treaty = (
        code not in {"HP2013"} and not code[:1] == "L"
        if isinstance(instrument, str)
        else instrument.is_international
    )
    room = "cong-uoc" if treaty else "phap-luat"
    article = path.partition(".")[0]
    return in_language(f"/{room}/{code}/{f'dieu-{article}/' if article else ''}", site_language(language))
