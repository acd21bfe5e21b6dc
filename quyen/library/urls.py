"""Addresses of the library step."""

from django.urls import URLPattern, URLResolver, path, re_path
from django.views.defaults import page_not_found

from quyen.library.views import files, sources

_PRINT = r"(?P<print_>[0-9a-f]{16})"

app_name = "library"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", page_not_found, name="list"),
    path("<int:pk>/", page_not_found, name="product"),
    path("goi/<int:pk>/", page_not_found, name="bundle"),
    path("nguon/", sources.sources, name="sources"),
    path("nguon/them/", sources.new_source, name="source-new"),
    path("nguon/<int:pk>/", sources.source, name="source"),
    path("nguon/<int:pk>/sua/", sources.change_source, name="source-change"),
    path("nguon/<int:pk>/lay/", sources.take_now, name="source-take"),
    re_path(
        rf"^tep/(?P<file_id>\d{{1,18}})/{_PRINT}/(?P<name>[\w.-]{{1,120}})$", files.public_file, name="file"
    ),
    path("tep/rieng/<int:file_id>/", files.private_file, name="private-original"),
    re_path(rf"^tep/rieng/(?P<file_id>\d{{1,18}})/{_PRINT}/$", files.private_file, name="private-file"),
]
