from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "quyen.rights"
    label = "rights"
    verbose_name = "Quyền con người"
    default_auto_field = "django.db.models.BigAutoField"
