from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "quyen.organisation"
    label = "organisation"
    verbose_name = "Tổ chức"
    default_auto_field = "django.db.models.BigAutoField"
