from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "quyen.indicators"
    label = "indicators"
    verbose_name = "Chỉ số"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from quyen.indicators import receivers  # noqa: F401  connects to the signals of the steps below
