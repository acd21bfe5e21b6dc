"""Addresses of the public site; config puts the language before them. Those of officers stand apart, in `desk`."""

from django.urls import URLPattern, URLResolver, path

from quyen.portal.views import maps, mistakes, pages, progress, visits

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.home, name="home"),
    path("tin/", pages.news, name="news"),
    path("tien-do/", progress.progress, name="progress"),
    path("tien-do/<str:code>/", progress.indicator, name="indicator"),
    path("tien-do/<str:code>/csv/", progress.indicator_csv, name="indicator_csv"),
    path("sitemap.xml", maps.sitemap, name="sitemap"),
    path("robots.txt", maps.robots, name="robots"),
    path("bao-sai/", mistakes.mistake, name="mistake"),
]
desk: tuple[list[URLPattern | URLResolver], str] = (
    [
        path("cho-sai/", mistakes.mistakes, name="mistakes"),
        path("cho-sai/<int:pk>/xong/", mistakes.close, name="close"),
        path("luot-xem/", visits.visits, name="visits"),
    ],
    "portal-desk",
)
