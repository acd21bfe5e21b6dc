"""The desk behind what the public sees: products and bundles of the library, recommendations and what became of them, and
what readers of the site said and looked for."""

from __future__ import annotations

from tests.matrix.rules import (
    COORDINATOR,
    EDITOR,
    FILE,
    KEEPER,
    PUBLIC,
    SIGNED,
    VIEWER,
    Door,
    at,
    centre,
    door,
    either,
)

STATES = ("in_edit", "in_check", "in_approval", "cleared", "retired")


def step(product: str, deed: str, role: int, **more: str) -> Door:
    """One step of a product's way. Of what is out everybody may know."""
    known = SIGNED if product == "out" else None
    return door("library:step", product, change=at(role), known=known, body={"buoc": deed, **more})


_PRODUCTS = (
    door("library:list", read=SIGNED),
    door("library:languages", read=SIGNED),
    door("library:counted", read=SIGNED),
    door("library:start", read=SIGNED, change=at(EDITOR), quiet=True,
         body={"title": "Tờ gấp", "kind": "leaflet", "language": "vi", "unit": "{unit}"}),
    door("library:product", "clip", read=at(VIEWER)),
    *(door("library:product", state, read=at(VIEWER)) for state in STATES),
    door("library:product", "out", read=SIGNED),
    door("library:edition", "out", "1", read=SIGNED),
    door("library:write", "clip", read=at(EDITOR), change=at(EDITOR),
         body={"title": "Tên mới", "kind": "clip", "revision": "0"}),
    step("clip", "begin", EDITOR, han="31/12/2099"),
    step("clip", "hand_in", EDITOR),
    step("in_edit", "ask_check", EDITOR),
    step("in_check", "pass_check", EDITOR),
    step("in_check", "send_back", EDITOR, reason="Thiếu nguồn"),
    step("in_approval", "take_back", EDITOR),
    step("in_approval", "approve", COORDINATOR),
    step("cleared", "publish", COORDINATOR),
    step("out", "revise", EDITOR),
    step("out", "retire", COORDINATOR, reason="Sai số liệu"),
    door("library:translate", "out", change=at(EDITOR), known=SIGNED, body={"language": "km"}),
    door("library:follow", "translation", change=at(EDITOR), body={"x": "1"}),
    door("library:accept", "translation", change=at(EDITOR), body={"x": "1"}),
    door("library:drop", "in_edit", change=at(EDITOR), body={"x": "1"}),
    # what is said about a draft
    door("library:comment", "clip", change=at(VIEWER), body={"text": "Nên ngắn hơn"}),
    door("library:settle", "clip", "comment", change=at(EDITOR), body={"xong": "1"}),
    door("library:ask", "clip", change=at(EDITOR), body={"name": "Bà Hà", "days": "9"}),
    door("library:revoke", "clip", "review_link", change=at(EDITOR), body={"x": "1"}),
    door("library:review", "review_token", read=PUBLIC, change=PUBLIC, body={"opinion": "agree"}),
    door("library:review-file", "review_token", "clip_row", read=PUBLIC),
    # bundles
    door("library:bundles", read=SIGNED, change=at(EDITOR), quiet=True, body={"title": "Gói mới", "unit": "{unit}"}),
    door("library:bundle", "bundle", read=at(VIEWER)),
    door("library:bundle-put", "bundle", change=at(EDITOR), body={"loai": "library.Product", "muc": "{clip}"}),
    door("library:bundle-take", "bundle", "bundle_item", change=at(EDITOR), body={"x": "1"}),
    door("library:bundle-schedule", "bundle", change=at(COORDINATOR), body={"ngay": "31/12/2099", "gio": "08:00"}),
    door("library:bundle-unschedule", "bundle", change=at(COORDINATOR), body={"huy": "1"}),
    door("library:bundle-release", "bundle", change=at(COORDINATOR), body={"x": "1"}),
)  # fmt: skip

_RECOMMENDATIONS = (
    door("rights:recommendations", read=SIGNED),
    door("rights:recommendation", "asked", read=SIGNED),
    door("rights:recommendation-correct", "asked", read=centre(EDITOR), change=centre(EDITOR),
         body={"text_en": "Train all judges", "states": "Chad", "status": "supported"}),
    door("rights:recommendation-split", "asked", read=centre(EDITOR), change=centre(EDITOR),
         body={"phan-TOTAL_FORMS": "2", "phan-INITIAL_FORMS": "0", "phan-0-text": "Train judges", "phan-0-states": "Chad",
               "phan-1-text": "Build courts", "phan-1-states": "Togo"}),
    door("rights:recommendation-doubt", "doubt", change=centre(EDITOR), body={"giu": "1"}),
    door("rights:recommendation-tie", "asked", change=centre(EDITOR), body={"instrument": "ZMAT", "article": "1"}),
    door("rights:recommendation-untie", "asked_article", change=centre(EDITOR), body={"x": "1"}),
    door("rights:review", "review", read=SIGNED, change=centre(COORDINATOR), body={"cong-khai": "1"}),
    door("rights:recommendations-in", read=centre(EDITOR), change=centre(EDITOR), body={"file": FILE}),
    door("rights:recommendations-in-one", "review_file", read=KEEPER),
    # how they are followed up
    door("plans:followup-tasks", "asked", read=SIGNED, ask={"tim": "hội nghị"}, change=at(EDITOR),
         body={"task": "{loose_task}"}),
    door("plans:followup-untie", "asked_task", change=either(at(EDITOR), centre(EDITOR)), body={"x": "1"}),
    door("plans:followup-say", "asked", read=centre(COORDINATOR), change=centre(COORDINATOR),
         body={"state": "under_way", "day": "1/3/2026", "why": "Đã mở ba lớp"}),
    door("plans:followup-indicators", "asked", read=centre(COORDINATOR), change=centre(COORDINATOR),
         body={"indicators": "{national}"}),
)  # fmt: skip

_READERS = (  # those look at them who look after a page of the site
    door("portal-desk:home", read=SIGNED),
    door("portal-desk:mistakes", read=at(EDITOR), known=SIGNED),
    door("portal-desk:close", "mistake", change=at(EDITOR), body={"outcome": "Đã sửa"}),
    door("portal-desk:visits", read=at(EDITOR), known=SIGNED),
    door("portal-desk:missed", read=at(EDITOR), known=SIGNED),
)

PUBLIC_DOORS = (*_PRODUCTS, *_RECOMMENDATIONS, *_READERS)
