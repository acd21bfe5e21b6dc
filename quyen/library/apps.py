from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "quyen.library"
    label = "library"
    verbose_name = "Thư viện sản phẩm"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from quyen.library import receivers

        receivers.register_all()
