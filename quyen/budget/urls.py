"""Addresses of the budget step."""

from django.urls import path

from quyen.budget.views import assembled, lists, page, sheets, spending

app_name = "budget"
urlpatterns = [
    path("", lists.estimates, name="list"),
    path("lap/", lists.start, name="start"),
    path("ke-hoach/<int:plan_id>/<int:year>/", assembled.together, name="assembled"),
    path("ke-hoach/<int:plan_id>/<int:year>/duyet/", assembled.approve, name="approve"),
    path("ke-hoach/<int:plan_id>/<int:year>/xlsx/", sheets.assembled_out, name="assembled-out"),
    path("tep/<int:pk>/", sheets.intake, name="intake"),
    path("chi/<int:line_id>/", spending.spendings, name="spendings"),
    path("chi/<int:line_id>/rut/<int:pk>/", spending.take_back, name="take-back"),
    path("<int:pk>/", page.estimate, name="estimate"),
    path("<int:pk>/dong/", page.add, name="add"),
    path("<int:pk>/dong/<int:line_id>/", page.save, name="save"),
    path("<int:pk>/dong/<int:line_id>/xoa/", page.remove, name="remove"),
    path("<int:pk>/dong/<int:line_id>/muc-duyet/", page.appraise, name="appraise"),
    path("<int:pk>/tong/", page.stated, name="stated"),
    path("<int:pk>/gui/", page.submit, name="submit"),
    path("<int:pk>/rut-lai/", page.take_back, name="take-back-estimate"),
    path("<int:pk>/tra-lai/", page.send_back, name="return"),
    path("<int:pk>/tong-hop/", page.assemble, name="assemble"),
    path("<int:pk>/dieu-chinh/", page.revise, name="revise"),
    path("<int:pk>/nhap/", sheets.sheet_in, name="sheet-in"),
    path("<int:pk>/xlsx/", sheets.estimate_out, name="estimate-out"),
]
