"""The door for Granian: `granian --interface wsgi quyen.config.wsgi:application`."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from quyen.config.kept import Application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quyen.config.settings")
_django = get_wsgi_application()

# A page asks the database some ten times and has to get Python back after each answer. With the usual five milliseconds a
# thread that only waits for its turn waits up to fifty; with half a millisecond quick requests overtake long ones.
sys.setswitchinterval(0.0005)


def _kept(inner: Application) -> Application:
    from django.conf import settings

    from quyen.config.kept import KeptPages
    from quyen.config.kept_files import PageFiles
    from quyen.config.replica import last_changes
    from quyen.config.visits import kept

    return KeptPages(inner, last_changes, kept, PageFiles(settings.DATA / "pages"))


def _warm() -> None:
    """Addresses, views, forms and the search's words are read before people ask, not while four of them wait."""
    from django.urls import get_resolver

    from quyen.portal.queries.search.views import keep_warm

    get_resolver().reverse_dict  # noqa: B018  worked out when it is looked at
    keep_warm()


_warm()
application = _kept(_django)
