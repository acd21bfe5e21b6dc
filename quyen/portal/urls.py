"""Addresses of the public site; config puts the language before them. Those of officers stand apart, in `desk`."""

from django.urls import URLPattern, URLResolver, path, re_path

from quyen.portal.views import (
    at_desk,
    elsewhere,
    feeds,
    library,
    maps,
    missed,
    mistakes,
    oai,
    open_data,
    packs,
    pages,
    plans,
    progress,
    rights,
    search,
    visits,
)

_FEED = r"(?P<kind>rss\.xml|atom\.xml|feed\.json)"

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
    path("thu-vien/tu-noi-khac/", elsewhere.elsewhere, name="elsewhere"),
    path("thu-vien/tu-noi-khac/<int:pk>/", elsewhere.elsewhere_one, name="elsewhere-one"),
    path("tin/", pages.news, name="news"),
    path("tim/", search.search, name="search"),
    path("tim/goi-y/", search.suggest, name="suggest"),
    path("tien-do/", progress.progress, name="progress"),
    path("tien-do/ke-hoach/", plans.plans, name="plans"),
    path("tien-do/ke-hoach/<int:plan_id>/", plans.plan, name="plan"),
    path("tien-do/<str:code>/", progress.indicator, name="indicator"),
    path("tien-do/<str:code>/csv/", progress.indicator_csv, name="indicator_csv"),
    path("sitemap.xml", maps.sitemap, name="sitemap"),
    path("robots.txt", maps.robots, name="robots"),
    path("bao-sai/", mistakes.mistake, name="mistake"),
    path("du-lieu-mo/", open_data.open_data, name="open_data"),
    re_path(rf"^tin/{_FEED}$", feeds.news, name="news-feed"),
    re_path(rf"^thu-vien/{_FEED}$", feeds.products, name="library-feed"),
    path("du-lieu-mo/<slug:slug>/", open_data.data_set, name="data_set"),
    path("goi/", packs.packs, name="packs"),
    path("goi/<slug:slug>/", packs.pack, name="pack"),
    path("goi/<slug:slug>/manifest.json", packs.manifest, name="pack-manifest"),
    path("goi/<slug:slug>/tai/", packs.pack_file, name="pack-file"),
]
# for programs: one address each, without a language
doors: tuple[list[URLPattern | URLResolver], str] = (
    [
        path("oai/", oai.oai, name="oai"),
        path("oai/thing.xsd", oai.thing_schema, name="thing-schema"),
        path("iiif/<int:pk>/manifest.json", oai.iiif, name="iiif"),
        path("du-lieu-mo/catalog.jsonld", open_data.catalogue_file, name="catalogue"),
        path("du-lieu-mo/datapackage.json", open_data.package_file, name="package"),
        path("du-lieu-mo/tat-ca.zip", open_data.whole_file, name="whole"),
        path("du-lieu-mo/<slug:slug>.csv", open_data.csv_file, name="csv"),
        path("du-lieu-mo/<slug:slug>.json", open_data.json_file, name="json"),
    ],
    "doors",
)
desk: tuple[list[URLPattern | URLResolver], str] = (
    [
        path("", at_desk.desk, name="home"),
        path("cho-sai/", mistakes.mistakes, name="mistakes"),
        path("cho-sai/<int:pk>/xong/", mistakes.close, name="close"),
        path("luot-xem/", visits.visits, name="visits"),
        path("tim-khong-thay/", missed.missed, name="missed"),
    ],
    "portal-desk",
)
