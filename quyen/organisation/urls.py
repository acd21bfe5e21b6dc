"""Addresses of the organisation step."""

from django.urls import path

from quyen.organisation.views import (
    handover,
    invitations,
    letters,
    people,
    roster,
    sheets,
    successions,
    template,
    units,
)

app_name = "organisation"
urlpatterns = [
    path("", people.people, name="people"),
    path("danh-sach/", units.units, name="units"),
    path("danh-sach.xlsx", sheets.units_out, name="units-out"),
    path("nhap/", sheets.units_in, name="units-in"),
    path("nhap/<int:intake_id>/", sheets.intake, name="intake"),
    path("sap-xep/", successions.listed, name="successions"),
    path("sap-xep/moi/", successions.entered, name="enter"),
    path("sap-xep/xem-truoc/", successions.previewed, name="preview"),
    path("sap-xep/<int:succession_id>/", successions.shown, name="succession"),
    path("sap-xep/<int:succession_id>/hoan-tac/", successions.undone, name="undo"),
    path("thu/", letters.letters, name="letters"),
    path("thu/<int:letter_id>/gui-lai/", letters.again, name="letter-again"),
    path("<int:unit_id>/", units.unit, name="unit"),
    path("<int:unit_id>/mau/", template.departments, name="template"),
    path("<int:unit_id>/sua/", people.edit_unit, name="edit-unit"),
    path("nhan-su.xlsx", roster.people_out, name="people-out"),
    path("nhan-su/mau.xlsx", roster.roster_template, name="roster-template"),
    path("nhan-su/nhap/", roster.roster_in, name="roster-in"),
    path("nhan-su/nhap/<int:roster_id>/", roster.roster, name="roster"),
    path("nhan-su/<int:user_id>/", people.one, name="person"),
    path("nhan-su/<int:user_id>/ban-giao/", handover.hand_over, name="hand-over"),
    path("moi/", invitations.invite_person, name="invite"),
    path("moi/<int:invitation_id>/gui-lai/", invitations.again, name="invite-again"),
    path("moi/<int:invitation_id>/rut/", invitations.withdraw, name="invite-withdraw"),
    path("loi-moi/<str:secret>/", invitations.accept, name="accept"),
    path("vai-tro/<int:membership_id>/", people.change_role, name="change-role"),
]
