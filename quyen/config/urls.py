"""Every address. Each app keeps its own list; none knows its prefix."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.defaults import page_not_found
from wagtail.admin import urls as editing

from quyen.config.api import api
from quyen.config.health import health
from quyen.organisation.views.checks import checks, run_now
from quyen.plans.views.today import today
from quyen.portal.urls import desk as portal_desk
from quyen.portal.urls import doors
from quyen.portal.views.pages import written

handler404 = "quyen.portal.views.missing.missing"

urlpatterns = [
    path("hom-nay/", today, name="today"),
    path("bien-tap/", include(editing)),
    path("cong/", include(portal_desk)),
    path("", include("quyen.plans.urls")),
    path("van-ban/", include("quyen.sources.urls")),
    path("kho-quyen/", include("quyen.rights.urls")),
    path("san-pham/", include("quyen.library.urls")),
    path("chi-so/", include("quyen.indicators.urls")),
    path("kinh-phi/", include("quyen.budget.urls")),
    path("bao-cao/", include("quyen.reports.urls")),
    path("to-chuc/", include("quyen.organisation.urls")),
    path("kiem-tra/", checks, name="checks"),
    path("kiem-tra/chay/", run_now, name="checks-run"),
    path("tai-khoan/", include("quyen.accounts.urls")),
    path(
        "dang-nhap/email/", page_not_found, {"exception": None}
    ),  # addresses are an administrator's to change
    path("dang-nhap/", include("allauth.urls")),
    path("ngon-ngu/", include("django.conf.urls.i18n")),
    path("api/v1/", api.urls),
    path("", include(doors)),
    path("suc-khoe/", health, name="health"),
]

# what everybody reads: Vietnamese at "/", the other languages under their code; editors' own pages come last
urlpatterns += i18n_patterns(
    path("", include("quyen.portal.urls")),
    re_path(r"^((?:[\w\-]+/)*)$", written, name="wagtail_serve"),
    prefix_default_language=False,
)
