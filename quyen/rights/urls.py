"""Addresses of the rights step."""

from django.urls import URLPattern, URLResolver, path

from quyen.rights.views import recommendations

app_name = "rights"
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
]
