"""The editors' room under /bien-tap/: who enters it, which parts of Wagtail's it has, and what its pages may run.

Wagtail's screens bring styles of their own inside the page. They get a wider policy, under this address and
nowhere else; public pages and the desk keep the strict one.
"""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import ResolverMatch
from wagtail.models import Page

from quyen.accounts.models import User
from quyen.portal.queries.access import is_of_the_programme, may_edit_pages

PREFIX = "/bien-tap/"
POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
OPEN = {  # the parts of Wagtail's that are there; all others are as if they were not
    "wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_explore", "wagtailadmin_explore_results",
    "wagtailadmin_sprite", "wagtailadmin_javascript_catalog", "wagtailadmin_dismissibles", "wagtailadmin_logout",
    "wagtailadmin_choose_page", "wagtailadmin_choose_page_child", "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_external_link", "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link", "wagtailadmin_choose_page_anchor_link",
    "wagtailadmin_choose_page_chosen_multiple", "wagtailadmin_block_preview",
}  # fmt: skip
OPEN_NAMESPACES = {
    "wagtailadmin_pages",
    "wagtailadmin_editing_sessions",
    "wagtailadmin_api:pages",
    "wagtailredirects",
    "simple_translation",
}
CLOSED = {"set_privacy", "workflow_history", "workflow_history_detail", "convert_alias", "import", "start_import",
          "process_import", "submit_snippet_translation", "type_use", "type_use_results", "choose_parent"}  # fmt: skip
SHOWN = {"view_draft", "revisions_view"}
REDIRECTS = {f"wagtailredirects.{deed}_redirect" for deed in ("add", "change", "delete", "view")}


class RolesOpenPages(BaseBackend):
    """Which permissions of Wagtail's a person has: worked out from roles, kept nowhere. It signs nobody in."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if not isinstance(user_obj, User) or not user_obj.is_active or user_obj.is_service:
            return False
        if perm == "wagtailadmin.access_admin":
            return _enters(user_obj)
        if perm == "simple_translation.submit_translation":
            return _enters(user_obj)  # and the door asks whether this very page is in their care
        return perm in REDIRECTS and is_of_the_programme(user_obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return False


def _enters(user: User) -> bool:
    """Asked many times for one page: remembered with the person's object, that is for one request."""
    if not hasattr(user, "_enters_editing"):
        user._enters_editing = may_edit_pages(user)  # type: ignore[attr-defined]
    return bool(user._enters_editing)  # type: ignore[attr-defined]


class EditingDoor:
    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer: HttpResponse = self.get_response(request)
        if request.path.startswith(PREFIX):
            policy = {"frame-ancestors": [SELF]} if _shows_public_page(request) else POLICY
            answer.headers.pop("Content-Security-Policy", None)  # of the public page within, if it is one
            answer._csp_replace = policy  # type: ignore[attr-defined]
            answer.headers["X-Frame-Options"] = "SAMEORIGIN"
        return answer

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        if not request.path.startswith(PREFIX) or match is None:
            return None
        if match.url_name == "wagtailadmin_account":  # people have one account, at the desk
            return redirect("accounts:me")
        if not request.user.has_perm("wagtailadmin.access_admin") and request.user.is_authenticated:
            return render(
                request, "portal/desk/no_pages.html", status=403
            )  # Wagtail would send them to and fro
        inside = ":".join(match.namespaces)
        there = inside in OPEN_NAMESPACES if inside else match.url_name in OPEN
        if not (there or _ours(match.view_name) or _many_pages(match)) or match.url_name in CLOSED:
            raise Http404
        if inside == "simple_translation" and not _may_change(request, kwargs):
            raise PermissionDenied
        return None


def _may_change(request: HttpRequest, kwargs: Any) -> bool:
    """Wagtail asks this for every screen but that of translations."""
    page = Page.objects.filter(pk=kwargs.get("page_id")).first()
    return page is not None and bool(page.permissions_for_user(request.user).can_edit())


def _shows_public_page(request: HttpRequest) -> bool:
    """A preview is a public page in a frame of ours: it runs as little as the public page itself."""
    match = request.resolver_match
    return match is not None and ("preview" in str(match.url_name) or match.url_name in SHOWN)


def _many_pages(match: ResolverMatch) -> bool:
    """What is done with many pages at once, each of which is asked for on its own; of other things nothing is."""
    asked = (match.kwargs.get("app_label"), match.kwargs.get("model_name"))
    return match.url_name == "wagtail_bulk_action" and asked == ("wagtailcore", "page")


def _ours(name: str) -> bool:
    """Choosers of our own bring addresses of their own."""
    return name.startswith(("product_chooser:", "picture_chooser:"))
