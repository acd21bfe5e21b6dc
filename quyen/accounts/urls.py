"""Addresses of the accounts step. Sign-in itself is allauth's."""

from django.urls import path

from quyen.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.me, name="me"),
    path("thu-nhac/", views.digests, name="digests"),
]
