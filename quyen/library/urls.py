"""Addresses of the library step."""

from django.urls import URLPattern, URLResolver, path
from django.views.defaults import page_not_found

app_name = "library"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", page_not_found, name="list"),
    path("<int:pk>/", page_not_found, name="product"),
    path("goi/<int:pk>/", page_not_found, name="bundle"),
]
