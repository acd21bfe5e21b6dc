"""Addresses of the organisation step."""

from django.urls import path

from quyen.organisation import views

app_name = "organisation"
urlpatterns = [
    path("", views.people, name="people"),
    path("danh-sach/", views.units, name="units"),
    path("<int:unit_id>/", views.unit, name="unit"),
    path("<int:unit_id>/sua/", views.edit_unit, name="edit-unit"),
    path("<int:unit_id>/them-nguoi/", views.add_person, name="add-person"),
    path("vai-tro/<int:membership_id>/", views.change_role, name="change-role"),
]
