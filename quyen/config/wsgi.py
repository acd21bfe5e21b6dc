"""The door for Granian: `granian --interface wsgi quyen.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quyen.config.settings")
application = get_wsgi_application()
