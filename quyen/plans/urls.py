"""Addresses of the plans step. `review_urls` is the review screen; `outward_urls` what leaves it."""

from django.urls import URLPattern, path

from quyen.plans.views import (
    board,
    calendar,
    coverage,
    deeds,
    export,
    followup,
    giving,
    item,
    plan,
    review,
    timetable,
    work,
)

app_name = "plans"

review_urls: list[URLPattern] = [
    path("van-ban/<int:source_id>/ra-soat/", review.of_file, name="review_of_file"),
    path("ke-hoach/<int:plan_id>/ra-soat/", review.review, name="review"),
    path("ke-hoach/<int:plan_id>/ra-soat/quyet-dinh/", review.decide, name="review_decide"),
    path("ke-hoach/<int:plan_id>/ra-soat/muc/<int:item_id>/", item.item, name="review_item"),
    path("ke-hoach/<int:plan_id>/ra-soat/muc/<int:item_id>/khac/", item.settle, name="review_settle"),
    path("ke-hoach/<int:plan_id>/ra-soat/them/", item.add, name="review_add"),
    path("ke-hoach/<int:plan_id>/ra-soat/thoi-ky/", review.period, name="review_period"),
    path("ke-hoach/<int:plan_id>/ra-soat/xac-nhan/", review.confirm, name="review_confirm"),
    path("ke-hoach/<int:plan_id>/ra-soat/mo-lai/", review.reopen, name="review_reopen"),
]

outward_urls: list[URLPattern] = [
    path("ke-hoach/", plan.plan_list, name="list"),
    path("ke-hoach/<int:plan_id>/", plan.plan, name="plan"),
    path("ke-hoach/<int:plan_id>/cap-tren/", plan.parent, name="plan-parent"),
    path("doi-chieu/", coverage.coverage, name="coverage"),
    path("doi-chieu/ghep/", coverage.propose, name="coverage-propose"),
    path("doi-chieu/duyet/", coverage.confirm_sure, name="coverage-confirm"),
    path("doi-chieu/<int:item_id>/<int:child_id>/", coverage.cell, name="coverage-cell"),
    path("doi-chieu/<int:item_id>/<int:child_id>/quyet-dinh/", coverage.decide, name="coverage-decide"),
    path("doi-chieu/cong-uoc/<int:parent_id>/<int:child_id>/", coverage.treaties, name="coverage-treaties"),
    path("ke-hoach/<int:plan_id>/tom-tat.docx", export.plan_docx, name="plan-docx"),
    path("ke-hoach/<int:plan_id>/ke-hoach.xlsx", export.plan_xlsx, name="plan-xlsx"),
    path("doi-chieu/bang.xlsx", export.coverage_xlsx, name="coverage-xlsx"),
    path("doi-chieu/hinh.svg", export.coverage_svg_file, name="coverage-svg"),
    path("doi-chieu/hinh.png", export.coverage_png_file, name="coverage-png"),
    path("nhiem-vu/", board.board, name="board"),
    path("nhiem-vu/bang.xlsx", export.board_xlsx, name="board-xlsx"),
    path("nhiem-vu/lich/", calendar.calendar, name="calendar"),
    path("nhiem-vu/lich/<int:link_id>/thu-hoi/", calendar.revoke, name="calendar-revoke"),
    path("lich/<str:secret>.ics", calendar.calendar_feed, name="calendar-feed"),
]

giving_urls: list[URLPattern] = [
    path("ke-hoach/<int:plan_id>/giao-viec/", giving.giving, name="plan-giving"),
    path("ke-hoach/<int:plan_id>/giao-viec/giao/", giving.give, name="plan-give"),
    path("ke-hoach/<int:plan_id>/giao-viec/<int:task_id>/", giving.task, name="plan-giving-task"),
    path("ke-hoach/<int:plan_id>/giao-viec/<int:task_id>/phuc-vu/", giving.serve, name="plan-giving-serve"),
]

work_urls: list[URLPattern] = [
    path("viec/", work.work, name="work"),
    path("viec/<int:pk>/", work.assignment, name="work-one"),
    path("viec/<int:pk>/bao-cao/", work.report, name="work-report"),
    path("viec/<int:pk>/lich/", timetable.timetable, name="work-timetable"),
    path("viec/<int:pk>/minh-chung/", deeds.add_evidence, name="work-evidence"),
    path("viec/<int:pk>/minh-chung/<int:link_id>/bo/", deeds.drop_evidence, name="work-evidence-drop"),
    path("viec/<int:pk>/hoi/", deeds.ask_question, name="work-ask"),
    path("viec/<int:pk>/hoi/<int:question_id>/", deeds.answer_question, name="work-answer"),
    path("viec/<int:pk>/chia/", deeds.share, name="work-share"),
    path("viec/<int:pk>/rut/", deeds.withdraw, name="work-withdraw"),
    path("minh-chung/<int:evidence_id>/tep/", deeds.evidence_file, name="evidence-file"),
]

followup_urls: list[URLPattern] = [
    path("kho-quyen/khuyen-nghi/<int:pk>/nhiem-vu/", followup.tasks, name="followup-tasks"),
    path("kho-quyen/khuyen-nghi/nhiem-vu/<int:pk>/bo/", followup.untie, name="followup-untie"),
    path("kho-quyen/khuyen-nghi/<int:pk>/tien-do/", followup.say, name="followup-say"),
    path("kho-quyen/khuyen-nghi/<int:pk>/chi-so/", followup.indicators, name="followup-indicators"),
]

urlpatterns = [*review_urls, *outward_urls, *giving_urls, *work_urls, *followup_urls]
