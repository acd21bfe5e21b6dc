from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "quyen.reports"
    label = "reports"
    verbose_name = "Báo cáo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from quyen.reports import receivers  # noqa: F401  answers the signals of the steps below
