"""Addresses of the rights step."""

from django.urls import URLPattern, URLResolver, path

from quyen.rights.views import recommendations, situations

app_name = "rights"
_PAGE = "hoan-canh/<slug:slug>/<slug:language>/"
_SITUATIONS: list[URLPattern | URLResolver] = [
    path("hoan-canh/", situations.situations, name="situations"),
    path("hoan-canh/moi/", situations.situation_new, name="situation-new"),
    path(_PAGE, situations.situation, name="situation"),
    path(f"{_PAGE}sua/", situations.situation_edit, name="situation-edit"),
    path(f"{_PAGE}dang/", situations.situation_publish, name="situation-publish"),
    path(f"{_PAGE}duyet/", situations.situation_review, name="situation-review"),
    path(f"{_PAGE}go/", situations.situation_withdraw, name="situation-withdraw"),
    path(f"{_PAGE}ban/<int:number>/", situations.situation_edition, name="situation-edition"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("khuyen-nghi/", recommendations.recommendations, name="recommendations"),
    path("khuyen-nghi/nhap/", recommendations.receive, name="recommendations-in"),
    path("khuyen-nghi/nhap/<int:pk>/", recommendations.received, name="recommendations-in-one"),
    path("khuyen-nghi/lan/<int:pk>/", recommendations.review, name="review"),
    path("khuyen-nghi/nghi-van/<int:pk>/", recommendations.settle, name="recommendation-doubt"),
    path("khuyen-nghi/dieu/<int:pk>/", recommendations.untie, name="recommendation-untie"),
    path("khuyen-nghi/<int:pk>/", recommendations.recommendation, name="recommendation"),
    path("khuyen-nghi/<int:pk>/sua/", recommendations.correct, name="recommendation-correct"),
    path("khuyen-nghi/<int:pk>/tach/", recommendations.split, name="recommendation-split"),
    path("khuyen-nghi/<int:pk>/dieu/", recommendations.tie, name="recommendation-tie"),
    *_SITUATIONS,
]
