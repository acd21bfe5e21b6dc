"""Addresses of the sources step."""

from django.urls import path

from quyen.sources import views

app_name = "sources"
urlpatterns = [
    path("", views.file_list, name="list"),
    path("tai-len/", views.upload, name="upload"),
    path("doc-lai/", views.read_outdated, name="read_outdated"),
    path("lan-nhan/<int:delivery_id>/", views.delivery, name="delivery"),
    path("<int:source_id>/tep/", views.download, name="download"),
    path("<int:source_id>/thay/", views.replace, name="replace"),
    path("<int:source_id>/doc-lai/", views.read_again, name="read_again"),
]
