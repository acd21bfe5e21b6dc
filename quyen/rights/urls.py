"""Addresses of the rights step."""

from django.urls import URLPattern, URLResolver, path, register_converter

from quyen.rights.views import instruments, provisions, recommendations, situation_frame, situations, texts


class CodeConverter:
    """The code of an instrument: no word of another address is one."""

    regex = "[A-Z][A-Z0-9]{1,19}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class PlaceConverter(CodeConverter):
    """An article, a clause or a point: "19", "19.2.a"; "preamble"."""

    regex = r"[\wđ]{1,12}(?:\.[\wđ]{1,8}){0,3}"


register_converter(CodeConverter, "code")
register_converter(PlaceConverter, "place")

app_name = "rights"
_PAGE = "hoan-canh/<slug:slug>/<slug:language>/"
_SITUATIONS: list[URLPattern | URLResolver] = [
    path("hoan-canh/", situations.situations, name="situations"),
    path("hoan-canh/moi/", situations.situation_new, name="situation-new"),
    path("hoan-canh/<slug:slug>/xep-cho/", situation_frame.situation_frame, name="situation-frame"),
    path(_PAGE, situations.situation, name="situation"),
    path(f"{_PAGE}sua/", situations.situation_edit, name="situation-edit"),
    path(f"{_PAGE}dang/", situations.situation_publish, name="situation-publish"),
    path(f"{_PAGE}duyet/", situations.situation_review, name="situation-review"),
    path(f"{_PAGE}go/", situations.situation_withdraw, name="situation-withdraw"),
    path(f"{_PAGE}ban/<int:number>/", situations.situation_edition, name="situation-edition"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", instruments.instruments, name="list"),
    path("moi/", instruments.new, name="new"),
    path("dua-vao/<int:pk>/", texts.text, name="text"),
    path("ban/<int:pk>/", texts.version, name="version"),
    path("<code:code>/", instruments.instrument, name="instrument"),
    path("<code:code>/sua/", instruments.edit, name="edit"),
    path("<code:code>/moc/", instruments.status, name="status"),
    path("<code:code>/them-dieu/", instruments.article, name="article"),
    path("<code:code>/dua-vao/", texts.take_in, name="take-in"),
    path("<code:code>/xac-nhan-lien-ket/", instruments.confirm_links, name="confirm-links"),
    path("<code:code>/dieu/<place:path>/", provisions.provision, name="provision"),
    path("<code:code>/dieu/<place:path>/sua/", provisions.subject, name="subject"),
    path("<code:code>/dieu/<place:path>/lien-ket/", provisions.link, name="link"),
    path("<code:code>/dieu/<place:path>/trich-dan/", provisions.quote, name="quote"),
    path("<code:code>/dieu/<place:path>/xet/", provisions.settle, name="settle"),
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
