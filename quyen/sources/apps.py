from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "quyen.sources"
    label = "sources"
    verbose_name = "Văn bản"
    default_auto_field = "django.db.models.BigAutoField"
