"""The pages that editors write: what introduces a room, news, and plain texts.

They are Wagtail's pages (editing, preview, schedule, history, a tree for each language) and hold words and references,
never figures. `unit` is who looks after a page; from its people's roles follows who may change and publish it.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from quyen.organisation.models import Unit
from quyen.portal.blocks import PARTS, SituationNamed
from quyen.portal.enums import Room


class SitePage(Page):  # type: ignore[misc]  # Wagtail carries no types
    """What all pages share. None for `unit`: the administrators of the programme look after it."""

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("đơn vị phụ trách"),
    )  # fmt: skip
    lede = models.TextField(_("lời dẫn"), max_length=600, blank=True)
    body = StreamField(PARTS, verbose_name=_("nội dung"), blank=True)

    is_creatable = False
    private_page_options: list[str] = []  # a page of the public site is for everybody or not out
    content_panels = [FieldPanel("title"), FieldPanel("lede"), FieldPanel("body")]
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")], _("Địa chỉ và máy tìm kiếm"))
    ]
    settings_panels = [PublishingPanel(), FieldPanel("unit")]
    search_fields = [*Page.search_fields, index.AutocompleteField("lede")]

    class Meta:
        verbose_name = _("trang")
        verbose_name_plural = _("trang")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {"page": self}


class RoomPage(SitePage):
    """The introduction of one room. Its address is the room's own, so it has no slug to change. `often`: of the home page
    only, the pages of situations that its line "often asked" names."""

    room = models.CharField(_("phòng"), max_length=20, choices=Room, editable=False)
    often = StreamField(
        [("situation", SituationNamed())], verbose_name=_("hay được hỏi"), blank=True, max_num=3,
        help_text=_("Để trống: các trang được đọc nhiều nhất, đếm không cần biết ai đọc."),
    )  # fmt: skip

    is_creatable = False
    content_panels = [*SitePage.content_panels, FieldPanel("often")]
    promote_panels = [FieldPanel("search_description")]
    parent_page_types = ["portal.RoomPage"]
    subpage_types = ["portal.RoomPage", "portal.NewsPage", "portal.TextPage"]

    class Meta:
        verbose_name = _("trang phòng")
        verbose_name_plural = _("trang phòng")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As the room's own view shows it, with this very version of the page: so a preview is the page itself."""
        request.room_page = self  # type: ignore[attr-defined]
        found = resolve(self.get_url_parts()[2] if self.get_url_parts() else reverse("portal:home"))
        answer: HttpResponse = found.func(request)
        return answer


class NewsPage(SitePage):
    """A piece of news."""

    day = models.DateField(_("ngày"), default=timezone.localdate)

    template = "portal/news_page.html"
    content_panels = [FieldPanel("title"), FieldPanel("day"), FieldPanel("lede"), FieldPanel("body")]
    parent_page_types = ["portal.RoomPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("tin")
        verbose_name_plural = _("tin")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Under the news only."""
        return super().can_create_at(parent) and getattr(parent.specific, "room", "") == Room.NEWS


class TextPage(SitePage):
    """A plain text: accessibility, privacy, contact."""

    is_creatable = True
    template = "portal/text_page.html"
    parent_page_types = ["portal.RoomPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("trang văn bản")
        verbose_name_plural = _("trang văn bản")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return super().can_create_at(parent) and getattr(parent.specific, "room", "") == Room.HOME
