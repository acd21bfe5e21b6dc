from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "quyen.plans"
    label = "plans"
    verbose_name = "Kế hoạch"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from quyen.indicators.measures import register
        from quyen.plans import receivers  # noqa: F401  connects to the signals of the steps below
        from quyen.plans.measures import RECOMMENDATIONS

        register(RECOMMENDATIONS)
