"""Addresses of the plans step. `review_urls` is the review screen; `outward_urls` what leaves it."""

from django.urls import URLPattern, path

from quyen.plans.views import board, plan, review

app_name = "plans"

review_urls: list[URLPattern] = [
    path("van-ban/<int:source_id>/ra-soat/", review.of_file, name="review_of_file"),
    path("ke-hoach/<int:plan_id>/ra-soat/", review.review, name="review"),
]

outward_urls: list[URLPattern] = [
    path("ke-hoach/", plan.plan_list, name="list"),
    path("ke-hoach/<int:plan_id>/", plan.plan, name="plan"),
    path("nhiem-vu/", board.board, name="board"),
]

urlpatterns = [*review_urls, *outward_urls]
