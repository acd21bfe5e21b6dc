"""Addresses of the plans step. `review_urls` is the review screen; `outward_urls` what leaves it."""

from django.urls import URLPattern, path

from quyen.plans.views import review

app_name = "plans"

review_urls: list[URLPattern] = [
    path("van-ban/<int:source_id>/ra-soat/", review.of_file, name="review_of_file"),
    path("ke-hoach/<int:plan_id>/ra-soat/", review.review, name="review"),
]

outward_urls: list[URLPattern] = []

urlpatterns = [*review_urls, *outward_urls]
