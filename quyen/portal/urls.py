"""Addresses of the public site; config puts the language before them. Those of officers stand apart, in `desk`."""

from django.urls import URLPattern, URLResolver, path

from quyen.portal.views import pages, progress

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.home, name="home"),
    path("tin/", pages.news, name="news"),
    path("tien-do/", progress.progress, name="progress"),
    path("tien-do/<str:code>/", progress.indicator, name="indicator"),
    path("tien-do/<str:code>/csv/", progress.indicator_csv, name="indicator_csv"),
]
desk: tuple[list[URLPattern | URLResolver], str] = ([], "portal-desk")
