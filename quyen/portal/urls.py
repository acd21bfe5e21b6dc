"""Addresses of the public site; config puts the language before them. Those of officers stand apart, in `desk`."""

from django.urls import URLPattern, URLResolver, path

from quyen.portal.views import pages, plans, progress, search

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.home, name="home"),
    path("tin/", pages.news, name="news"),
    path("tim/", search.search, name="search"),
    path("tim/goi-y/", search.suggest, name="suggest"),
    path("tien-do/", progress.progress, name="progress"),
    path("tien-do/ke-hoach/<int:plan_id>/", plans.plan, name="plan"),
    path("tien-do/<str:code>/", progress.indicator, name="indicator"),
    path("tien-do/<str:code>/csv/", progress.indicator_csv, name="indicator_csv"),
]
desk: tuple[list[URLPattern | URLResolver], str] = ([], "portal-desk")
