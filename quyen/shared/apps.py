from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "quyen.shared"
    label = "shared"
    verbose_name = "Dùng chung"
    default_auto_field = "django.db.models.BigAutoField"
