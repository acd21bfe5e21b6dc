"""Addresses of the indicators step."""

from datetime import date

from django.urls import path, register_converter

from quyen.indicators import views


class MonthConverter:
    """A month as its first day: "2026-11"."""

    regex = r"\d{4}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"


register_converter(MonthConverter, "month")

app_name = "indicators"
urlpatterns = [
    path("", views.indicators, name="list"),
    path("moi/", views.new, name="new"),
    path("chot/<int:unit_id>/", views.freezes, name="freezes"),
    path("chot/<int:pk>/bo/", views.unfreeze, name="unfreeze"),
    path("minh-chung/<int:pk>/tep/", views.evidence, name="evidence"),
    path("<str:code>/sua/", views.edit, name="edit"),
    path("<str:code>/", views.indicator, name="indicator"),
    path("<str:code>/don-vi/<int:unit_id>/", views.values, name="values"),
    path("<str:code>/don-vi/<int:unit_id>/<month:start>/", views.value, name="value"),
]
