from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "quyen.portal"
    label = "portal"
    verbose_name = "Cổng công cộng"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import AbstractPage
        from wagtail.permissions import policy_registry

        from quyen.portal import receivers  # noqa: F401  connects to the signals of the steps below
        from quyen.portal.queries.access import RolesDecide

        policy_registry.register(AbstractPage, value=RolesDecide())
