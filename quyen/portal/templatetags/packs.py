"""Where something is inside a topic that is taken along."""

from __future__ import annotations

from django import template

from quyen.portal.queries.packs import TopicContent
from quyen.rights.queries.cited import CitedProvision

register = template.Library()


@register.simple_tag
def inside(cited: CitedProvision, content: TopicContent, up: str) -> str:
    """The page of an article in the pack, "" where it did not come along."""
    article = cited.path.partition(".")[0]
    return f"{up}dieu/{cited.code}-{article}.html" if f"{cited.code} {article}" in content.known else ""
