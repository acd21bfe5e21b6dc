"""Addresses of the public site; config puts the language before them. Those of officers stand apart, in `desk`."""

from django.urls import URLPattern, URLResolver, path

from quyen.portal.views import library, maps, mistakes, pages, progress, rights, visits

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.home, name="home"),
    path("quyen-cua-toi/", rights.situations, name="situations"),
    path("quyen-cua-toi/<slug:slug>/", rights.situation, name="situation"),
    path("cong-uoc/", rights.treaties, name="treaties"),
    path("cong-uoc/<str:code>/", rights.instrument, name="treaty"),
    path("cong-uoc/<str:code>/dieu-<str:number>/", rights.article, name="article"),
    path("phap-luat/", rights.laws, name="laws"),
    path("phap-luat/<str:code>/", rights.instrument, name="law"),
    path("phap-luat/<str:code>/dieu-<str:number>/", rights.article, name="law_article"),
    path("khuyen-nghi/", rights.recommendations, name="recommendations"),
    path("thu-vien/", library.library, name="library"),
    path("thu-vien/<int:pk>-<slug:slug>/", library.product, name="product"),
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
