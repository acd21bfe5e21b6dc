from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "quyen.portal"
    label = "portal"
    verbose_name = "Cổng công cộng"
    default_auto_field = "django.db.models.BigAutoField"
