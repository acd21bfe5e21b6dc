"""Addresses of the library step."""

from django.urls import URLPattern, URLResolver, path, re_path

from quyen.library.views import bundles, files, kits, lists, product, sources, talking, uploads, writing

_PRINT = r"(?P<print_>[0-9a-f]{16})"

app_name = "library"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", lists.products, name="list"),
    path("moi/", lists.start, name="start"),
    path("ngon-ngu/", lists.languages, name="languages"),
    path("so-dem/", lists.counted, name="counted"),
    path("goi/", bundles.bundles, name="bundles"),
    path("goi/<int:pk>/", bundles.bundle, name="bundle"),
    path("goi/<int:pk>/dua-vao/", bundles.put, name="bundle-put"),
    path("goi/<int:pk>/bo/<int:item_id>/", bundles.take, name="bundle-take"),
    path("goi/<int:pk>/hen/", bundles.schedule, name="bundle-schedule"),
    path("goi/<int:pk>/thoi/", bundles.unschedule, name="bundle-unschedule"),
    path("goi/<int:pk>/phat-hanh/", bundles.release, name="bundle-release"),
    path("gop-y/<str:token>/", talking.review, name="review"),
    path("gop-y/<str:token>/tep/<int:row_id>/", talking.review_file, name="review-file"),
    path("<int:pk>/", product.product, name="product"),
    path("<int:pk>/soan/", writing.write, name="write"),
    path("<int:pk>/buoc/", product.step, name="step"),
    path("<int:pk>/dich/", product.translate, name="translate"),
    path("<int:pk>/theo-ban-goc/", product.follow, name="follow"),
    path("<int:pk>/nhan-ban-may/", product.accept, name="accept"),
    path("<int:pk>/xoa/", product.drop, name="drop"),
    path("<int:pk>/ban/<int:number>/", product.edition, name="edition"),
    path("<int:pk>/gop-y/", talking.comment, name="comment"),
    path("<int:pk>/gop-y/<int:comment_id>/", talking.settle, name="settle"),
    path("<int:pk>/hoi-y-kien/", talking.ask, name="ask"),
    path("<int:pk>/hoi-y-kien/<int:link_id>/thu/", talking.revoke, name="revoke"),
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
    path("<int:pk>/cac-tep/", uploads.product_files, name="files"),
    path("<int:pk>/cac-tep/<int:row_id>/", uploads.product_file, name="file-row"),
    path("<int:pk>/cac-tep/<int:row_id>/hinh/", uploads.thumb, name="file-thumb"),
    path("<int:pk>/bo-kenh/", kits.kits, name="kits"),
    path("<int:pk>/bo-kenh/nghe-thu.wav", kits.heard, name="kit-heard"),
    path("<int:pk>/bo-kenh/<slug:channel>/", kits.kit, name="kit"),
]
