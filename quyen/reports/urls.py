"""Addresses of the reports step."""

from django.urls import path

from quyen.reports.views import files, flow, page, regimes, rounds, sheet, tokens, writing

app_name = "reports"

report_urls = [
    path("<int:pk>/", page.report, name="report"),
    path("<int:pk>/bao-cao.docx", files.report_docx, name="report-docx"),
    path("<int:pk>/bao-cao.pdf", files.report_pdf, name="report-pdf"),
    path("<int:pk>/so-lieu.xlsx", files.report_xlsx, name="report-xlsx"),
    path("<int:pk>/the-thuc/", page.form_check, name="form-check"),
    path("<int:pk>/so/", page.figures, name="figures"),
    path("<int:pk>/so/<str:key>/", page.figure, name="figure"),
    path("<int:pk>/dau-van-ban/", page.head, name="head"),
    path("<int:pk>/muc/<str:key>/", writing.passage, name="passage"),
    path("<int:pk>/muc/<str:key>/tra-lai/", writing.give_back, name="give-back"),
    path("<int:pk>/muc/<str:key>/cap-duoi/", page.below, name="below"),
    path("<int:pk>/muc/<str:key>/chep/", writing.copy, name="copy"),
    path("<int:pk>/buoc/<str:name>/", flow.deed, name="deed"),
]

round_urls = [
    path("", rounds.reports, name="list"),
    path("dot/<int:pk>/", rounds.one_round, name="round"),
    path("dot/<int:pk>/gui-bao-cao.xlsx", rounds.round_xlsx, name="round-xlsx"),
    path("dot/<int:pk>/gui-bao-cao.csv", rounds.round_csv, name="round-csv"),
    path("dot/<int:pk>/don-vi/", rounds.refresh, name="round-refresh"),
    path("dot/<int:pk>/<str:name>/", rounds.close, name="round-close"),
]

regime_urls = [
    path("che-do/moi/", regimes.found, name="regime-new"),
    path("che-do/<int:pk>/", regimes.regime, name="regime"),
    path("che-do/<int:pk>/mo-dot/", regimes.open_round, name="round-open"),
]

door_urls = [
    path("<int:pk>/bieu/", sheet.sheet, name="sheet"),
    path("<int:pk>/bieu.xlsx", sheet.sheet_out, name="sheet-out"),
    path("<int:pk>/bieu/<int:intake_id>/", sheet.sheet_intake, name="sheet-intake"),
    path("ket-noi/<int:unit_id>/", tokens.tokens, name="tokens"),
    path("ket-noi/thu-hoi/<int:token_id>/", tokens.revoke_token, name="revoke-token"),
]

urlpatterns = [*regime_urls, *round_urls, *report_urls, *door_urls]
