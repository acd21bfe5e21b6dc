"""What of Wagtail's screens is shown in the editors' room, and what is told when a page changes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.forms import choosers as links
from wagtail.admin.menu import MenuItem

from quyen.portal.blocks import picture_chooser, product_chooser
from quyen.portal.forms import RoomForm, SiteForm
from quyen.portal.models import NewsPage, RoomPage, TextPage

NewsPage.base_form_class = TextPage.base_form_class = SiteForm
RoomPage.base_form_class = RoomForm  # here: a model knows no form
LINK_WORDS = {  # Wagtail names these fields by their English code names
    "link_text": _("Chữ hiện ra của liên kết"), "email_address": _("Địa chỉ thư điện tử"), "subject": _("Tiêu đề thư"),
    "body": _("Lời thư"), "phone_number": _("Số điện thoại"),
}  # fmt: skip
for one in (
    links.ExternalLinkChooserForm,
    links.AnchorLinkChooserForm,
    links.EmailLinkChooserForm,
    links.PhoneLinkChooserForm,
):
    for name, field in one.base_fields.items():
        field.label = LINK_WORDS.get(name, field.label)
MENU = {"explorer", "redirects", "mistakes", "visits", "missed", "desk"}


@hooks.register("construct_admin_api")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def name_what_is_not_there(router: Any) -> None:
    """Every screen of Wagtail's names the lists of its own pictures and documents. Ours has none: the names lead nowhere,
    since the door of the room lets nobody through to them."""
    for name in ("documents", "images"):
        router.register_endpoint(name, type(f"No{name}", (PagesAdminAPIViewSet,), {}))


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def choosers() -> list[Any]:
    return [product_chooser, picture_chooser]


@hooks.register("construct_main_menu")  # type: ignore[untyped-decorator]
def few_rooms(request: HttpRequest, items: list[Any]) -> None:
    """Pages and redirects; what else an installation of Wagtail has is not part of this one."""
    items[:] = [
        one for one in items if one.name in MENU or (one.name == "settings" and _has_redirects(request))
    ]


@hooks.register("construct_settings_menu")  # type: ignore[untyped-decorator]
def few_settings(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [one for one in items if one.name in MENU]


def _has_redirects(request: HttpRequest) -> bool:
    return request.user.has_perm("wagtailredirects.add_redirect")


@hooks.register("construct_homepage_panels")  # type: ignore[untyped-decorator]
def few_panels(request: HttpRequest, panels: list[Any]) -> None:
    """What one changed last and what one holds locked; there is no moderation, since roles decide who publishes."""
    panels[:] = [one for one in panels if one.name in {"latest_edits", "locked_pages"}]


@hooks.register("construct_homepage_summary_items")  # type: ignore[untyped-decorator]
def no_counts(request: HttpRequest, items: list[Any]) -> None:
    items[:] = []


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def mistakes_item() -> MenuItem:
    return MenuItem(
        _("Chỗ sai được báo"),
        reverse("portal-desk:mistakes"),
        name="mistakes",
        icon_name="warning",
        order=200,
    )


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def visits_item() -> MenuItem:
    return MenuItem(_("Lượt xem"), reverse("portal-desk:visits"), name="visits", icon_name="view", order=210)


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def missed_item() -> MenuItem:
    return MenuItem(
        _("Tìm mà không thấy"), reverse("portal-desk:missed"), name="missed", icon_name="search", order=215
    )


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def desk_item() -> MenuItem:
    return MenuItem(
        _("Về bàn làm việc"), reverse("portal-desk:home"), name="desk", icon_name="arrow-left", order=900
    )
