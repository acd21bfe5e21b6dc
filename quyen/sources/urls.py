"""Addresses of the sources step."""

from django.urls import path

from quyen.sources import views

app_name = "sources"
urlpatterns = [
    path("", views.file_list, name="list"),
]
