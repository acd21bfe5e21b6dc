from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "quyen.budget"
    label = "budget"
    verbose_name = "Kinh phí"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from quyen.budget import receivers  # noqa: F401  answers the signals of the steps below
