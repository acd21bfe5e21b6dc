"""Addresses of the rights step."""

from django.urls import URLPattern, URLResolver, path

from quyen.rights.views import situations

app_name = "rights"
_SITUATIONS: list[URLPattern | URLResolver] = [
    path("hoan-canh/", situations.situations, name="situations"),
    path("hoan-canh/moi/", situations.situation_new, name="situation-new"),
    path("hoan-canh/<slug:slug>/<slug:language>/", situations.situation, name="situation"),
    path("hoan-canh/<slug:slug>/<slug:language>/sua/", situations.situation_edit, name="situation-edit"),
    path(
        "hoan-canh/<slug:slug>/<slug:language>/dang/", situations.situation_publish, name="situation-publish"
    ),
    path(
        "hoan-canh/<slug:slug>/<slug:language>/duyet/", situations.situation_review, name="situation-review"
    ),
    path(
        "hoan-canh/<slug:slug>/<slug:language>/go/", situations.situation_withdraw, name="situation-withdraw"
    ),
    path(
        "hoan-canh/<slug:slug>/<slug:language>/ban/<int:number>/",
        situations.situation_edition,
        name="situation-edition",
    ),
]
urlpatterns: list[URLPattern | URLResolver] = [*_SITUATIONS]
