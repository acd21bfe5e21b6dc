"""What every address lets whom do: one line an address, as `rules` has it. A new view is added here, or the matrix fails.

THEIRS          addresses of libraries: signing in and out, tested in tests/accounts
KEYED           addresses for other systems, which a key opens: tested in tests/reports/test_api.py
"""

from __future__ import annotations

from tests.matrix.public_doors import PUBLIC_DOORS
from tests.matrix.rules import (
    ADMINISTRATOR,
    COORDINATOR,
    EDITOR,
    FILE,
    KEEPER,
    PUBLIC,
    SIGNED,
    VIEWER,
    anywhere,
    at,
    door,
    here,
)

SOURCE = {"unit": "{unit}", "name": "Nguồn khác", "address": "https://khac.example/oai/", "is_shown": "on"}
INDICATOR = {
    "name": "Lớp tập huấn", "owner": "{unit}", "definition": "Số lớp.", "measured_in": "lớp", "direction": "up",
    "rule": "sum", "rhythm": "12", "due_days": "15", "given_by": "province", "since": "2024-01-01",
    "muc-TOTAL_FORMS": "1", "muc-INITIAL_FORMS": "0", "muc-0-year": "2028", "muc-0-value": "9",
}  # fmt: skip


LINE = {"source": "social", "planned": "5", "revision": "0"}
REGIME = {
    "title": "Tên mới", "pace": "yearly", "chain": "territorial", "anchor": "1/1/2026", "months": "0", "days": "0",
    "lead_days": "30", "muc-TOTAL_FORMS": "1", "muc-INITIAL_FORMS": "0", "muc-0-title": "Một", "muc-0-level": "1",
    "muc-0-sort": "text", "muc-0-ORDER": "1", "kinds": "commune",
}  # fmt: skip
ROUND = {"title": "Đợt mới", "start": "1/1/2099", "last": "31/12/2099", "due_on": "1/12/2099"}
HEAD = {"number": "12", "subject": "Báo cáo", "issuer": "Tỉnh Giữa", "authority": "TM. ỦY BAN"}

DOORS = (
    door("today", read=SIGNED),
    door("health", read=PUBLIC),
    # plans: the review
    door("plans:review_of_file", "source", read=at(VIEWER)),
    door("plans:review", "read", read=at(VIEWER)),
    door("plans:review_decide", "read", change=at(EDITOR), body={"one": "confirm:{item}:0"}),
    door("plans:review_item", "read", "item", read=at(VIEWER), change=at(EDITOR)),
    door("plans:review_settle", "read", "item", change=at(EDITOR)),
    door("plans:review_add", "read", read=at(EDITOR), change=at(EDITOR), body={"loai": "topic", "muc-text": "Mới"}),
    door("plans:review_period", "read", change=at(EDITOR), body={"first_year": "2027", "last_year": "2028"}),
    door("plans:review_confirm", "read", read=at(COORDINATOR), change=at(COORDINATOR), body={"leave": "1"}),
    door("plans:review_reopen", "parent", change=at(COORDINATOR), body={"x": "1"}),
    # plans: lists, pages, coverage, files
    door("plans:list", read=SIGNED),
    door("plans:plan", "parent", read=at(VIEWER)),
    door("plans:plan-parent", "child", change=at(COORDINATOR), body={"cap-tren": ""}, quiet=True),
    door("plans:coverage", read=SIGNED, ask={"tren": "{parent}", "duoi": "{child}"}),
    door("plans:coverage-propose", change=at(EDITOR), body={"tren": "{parent}", "duoi": "{child}"}, quiet=True),
    door("plans:coverage-confirm", change=at(COORDINATOR), body={"tren": "{parent}", "duoi": "{child}"}, quiet=True),
    door("plans:coverage-cell", "row", "child", read=at(VIEWER)),
    door("plans:coverage-decide", "row", "child", change=at(COORDINATOR), body={"viec": "duyet"}),
    door("plans:coverage-treaties", "parent", "child", read=at(VIEWER)),
    door("plans:plan-docx", "parent", read=at(VIEWER)),
    door("plans:plan-xlsx", "parent", read=at(VIEWER)),
    door("plans:coverage-xlsx", read=at(VIEWER), ask={"tren": "{parent}", "duoi": "{child}"}),
    door("plans:coverage-svg", read=at(VIEWER), ask={"tren": "{parent}", "duoi": "{child}"}),
    door("plans:coverage-png", read=at(VIEWER), ask={"tren": "{parent}", "duoi": "{child}"}),
    door("plans:board", read=SIGNED, ask={"tim": "hội nghị"}),
    door("plans:board-xlsx", read=SIGNED),
    door("plans:calendar", read=SIGNED, change=at(VIEWER), body={"don-vi": "{unit}"}),
    door("plans:calendar-revoke", "calendar", change=KEEPER, body={"x": "1"}),
    door("plans:calendar-feed", "calendar_secret", read=PUBLIC),
    # plans: giving and work
    door("plans:plan-giving", "parent", read=at(VIEWER)),
    door("plans:plan-give", "parent", change=at(COORDINATOR)),
    door("plans:plan-giving-task", "parent", "task", read=at(VIEWER), change=at(COORDINATOR),
         body={"ten": "Phòng Mới {unit}", "vai": "lead"}),
    door("plans:plan-giving-serve", "parent", "task", change=at(COORDINATOR), body={"phuc-vu": "{row}"}),
    door("plans:work", read=SIGNED),
    door("plans:work-one", "work", read=at(VIEWER)),
    door("plans:work-report", "work", read=at(EDITOR), change=at(EDITOR), body={"state": "done", "revision": "0"}),
    door("plans:work-evidence", "work", change=at(EDITOR), body={"link": "https://thu.example/a", "title": "Ảnh"}),
    door("plans:work-evidence-drop", "work", "link", change=at(EDITOR), body={"x": "1"}),
    door("plans:work-ask", "work", change=at(EDITOR), body={"text": "Khi nào?"}),
    door("plans:work-answer", "work", "question", change=at(COORDINATOR), body={"text": "Hôm nay."}),
    door("plans:work-share", "work", change=at(COORDINATOR), body={"don-vi": "{below}"}),
    door("plans:work-withdraw", "share", change=at(COORDINATOR), body={"x": "1"}),
    door("plans:evidence-file", "evidence", read=at(VIEWER)),
    door("plans:work-timetable", "work", read=at(COORDINATOR), change=at(COORDINATOR)),
    # budget: the page of an estimate
    door("budget:list", read=SIGNED),
    door("budget:start", change=at(EDITOR), body={"chon": "{unit}-{parent}-2026"}),
    door("budget:estimate", "writing", read=at(VIEWER)),
    door("budget:estimate-out", "approved", read=at(VIEWER)),
    door("budget:add", "writing", change=at(EDITOR), body=LINE | {"heading": "Khác"}, quiet=True),
    door("budget:save", "writing", "line", change=at(EDITOR), body=LINE),
    door("budget:remove", "writing", "line", change=at(EDITOR), body={"x": "1"}),
    door("budget:stated", "writing", change=at(EDITOR), body={"stated": "5"}),
    door("budget:submit", "writing", change=at(EDITOR), body={"revision": "0"}),
    door("budget:take-back-estimate", "waiting", change=at(EDITOR), body={"revision": "0"}),
    door("budget:sheet-in", "writing", read=at(EDITOR), change=at(EDITOR)),
    door("budget:intake", "sheet", read=KEEPER, change=KEEPER),
    # budget: where the plan is held
    door("budget:return", "waiting", change=at(COORDINATOR), body={"reason": "Sửa"}),
    door("budget:assemble", "waiting", change=at(COORDINATOR), body={"revision": "0"}),
    door("budget:appraise", "ready", "ready_line", change=at(COORDINATOR), body={"amount": "9", "revision": "0"}),
    door("budget:assembled", "parent", "2023", read=at(VIEWER)),
    door("budget:assembled-out", "parent", "2022", read=at(VIEWER)),
    door("budget:approve", "parent", "2023", change=at(ADMINISTRATOR), body={"basis": "QĐ 1", "seen": "{ready}:0"}),
    door("budget:revise", "approved", change=at(EDITOR), body={"reason": "Giá tăng"}),
    door("budget:spendings", "spent_line", read=at(VIEWER), change=at(EDITOR), body={"day": "1/7/2022", "amount": "9"}),
    door("budget:take-back", "spent_line", "spending", change=at(EDITOR), body={"reason": "Nhầm"}),
    # reports: regimes and rounds
    door("reports:list", read=SIGNED),
    door("reports:regime-new", read=anywhere(COORDINATOR), change=here(COORDINATOR), body=REGIME | {"unit": "{unit}"},
         quiet=True),
    door("reports:regime", "regime", read=at(VIEWER), change=at(COORDINATOR), body=REGIME, quiet=True),
    door("reports:round-open", "regime", read=at(COORDINATOR), change=at(COORDINATOR), body=ROUND),
    door("reports:round", "round", read=at(VIEWER)),
    door("reports:round", "outer", read=at(VIEWER)),
    door("reports:round-xlsx", "round", read=at(VIEWER)),
    door("reports:round-csv", "round", read=at(VIEWER)),
    door("reports:round-refresh", "round", change=at(COORDINATOR)),
    door("reports:round-close", "round", "dong", change=at(COORDINATOR), body={"x": "1"}),
    # reports: one that is written
    door("reports:report", "draft", read=at(VIEWER)),
    door("reports:figures", "draft", read=at(EDITOR)),
    door("reports:figure", "draft", "nhiemvu.tong", read=at(VIEWER)),
    door("reports:head", "draft", read=at(EDITOR), change=at(EDITOR), body=HEAD),
    door("reports:form-check", "draft", read=at(VIEWER)),
    door("reports:below", "draft", "kien-nghi", read=at(VIEWER)),
    door("reports:passage", "draft", "kien-nghi", change=at(EDITOR), body={"text": "Mới", "seen": "1"}),
    door("reports:give-back", "draft", "kien-nghi", change=at(EDITOR), body={"x": "1"}),
    door("reports:copy", "draft", "kien-nghi", change=at(EDITOR), body={"tu": "{sent}", "seen": "1"}),
    door("reports:deed", "draft", "put_up", change=at(EDITOR), body={"x": "1"}),
    door("reports:deed", "draft", "submit", change=at(EDITOR), body={"x": "1"}),
    door("reports:deed", "draft", "take_back", change=at(EDITOR)),
    door("reports:deed", "draft", "approve", change=at(COORDINATOR)),
    # reports: one that was sent
    door("reports:report", "sent", read=at(VIEWER), ask={"ban": "{edition}"}),
    door("reports:report-docx", "sent", read=at(VIEWER)),
    door("reports:report-pdf", "sent", read=at(VIEWER)),
    door("reports:report-xlsx", "sent", read=at(VIEWER)),
    door("reports:deed", "sent", "return", change=at(COORDINATOR), body={"ly-do": "Sửa"}),
    door("reports:deed", "sent", "accept", change=at(COORDINATOR), body={"x": "1"}),
    door("reports:deed", "sent", "reopen", change=at(COORDINATOR)),
    # reports: the form without a line, and keys
    door("reports:sheet", "draft", read=at(EDITOR), change=at(EDITOR)),
    door("reports:sheet-out", "draft", read=at(EDITOR)),
    door("reports:sheet-intake", "draft", "form", read=at(EDITOR), change=at(EDITOR), body={"lam": "ghi"}),
    door("reports:tokens", "unit", read=at(ADMINISTRATOR), change=at(ADMINISTRATOR),
         body={"name": "Máy mới", "expires_on": "{soon}"}),
    door("reports:revoke-token", "token", change=at(ADMINISTRATOR), body={"x": "1"}),
    # sources
    door("sources:list", read=SIGNED),
    door("sources:upload", read=anywhere(EDITOR), change=at(EDITOR), body={"unit": "{unit}", "files": FILE}, quiet=True),
    door("sources:read_outdated", change=anywhere(EDITOR), body={"x": "1"}),
    door("sources:delivery", "delivery", read=at(VIEWER)),
    door("sources:download", "source", read=at(VIEWER)),
    door("sources:replace", "source", read=at(EDITOR), change=at(EDITOR), body={"file": FILE}),
    door("sources:read_again", "source", change=at(EDITOR), body={"x": "1"}),
    # indicators
    door("indicators:list", read=SIGNED, ask={"nam": "2024"}),
    door("indicators:indicator", "code", read=at(VIEWER), ask={"nam": "2024", "duoi": "{unit}"}),
    door("indicators:values", "code", "unit", read=at(VIEWER)),
    door("indicators:value", "code", "unit", "month", read=at(EDITOR), change=at(EDITOR), body={"numerator": "8", "seen": "0"}),
    # indicators: defining
    door("indicators:new", read=anywhere(COORDINATOR), change=at(COORDINATOR), quiet=True, body=INDICATOR | {"code": "ZNEW"}),
    door("indicators:edit", "own_code", read=at(COORDINATOR), change=at(COORDINATOR), body=INDICATOR | {"reason": "Sửa", "seen": "{own_mark}"}),
    door("indicators:freezes", "unit", read=at(VIEWER), change=at(COORDINATOR),
         body={"year": "2023", "stretch": "12-1", "basis": "Biên bản"}),
    door("indicators:evidence", "shown_value", read=at(VIEWER)),
    door("indicators:unfreeze", "freeze", read=at(COORDINATOR), change=at(COORDINATOR), body={"x": "1"}),
    # units
    door("organisation:units", read=SIGNED),
    door("organisation:unit", "unit", read=SIGNED),
    door("organisation:units-out", read=SIGNED),
    door("organisation:units-in", read=anywhere(ADMINISTRATOR), change=anywhere(ADMINISTRATOR)),
    door("organisation:intake", "intake", read=KEEPER, change=KEEPER),
    door("organisation:successions", read=SIGNED),
    door("organisation:succession", "succession", read=SIGNED),
    door("organisation:enter", read=anywhere(ADMINISTRATOR)),
    door("organisation:preview", read=anywhere(ADMINISTRATOR), change=anywhere(ADMINISTRATOR)),
    door("organisation:undo", "succession", change=at(ADMINISTRATOR), body={"x": "1"}, quiet=True),
    door("organisation:template", "unit", read=at(ADMINISTRATOR), change=at(ADMINISTRATOR)),
    door("organisation:edit-unit", "unit", read=at(ADMINISTRATOR), change=at(ADMINISTRATOR),
         body={"name": "Tỉnh Giữa", "short_name": "Giữa", "kind": "province"}),
    # people
    door("organisation:people", read=SIGNED, ask={"tim": "zimtstern"}),
    door("organisation:person", "member", read=at(ADMINISTRATOR)),
    door("organisation:hand-over", "member", read=at(ADMINISTRATOR), change=at(ADMINISTRATOR)),
    door("organisation:change-role", "membership", read=at(ADMINISTRATOR), change=at(ADMINISTRATOR),
         body={"role": "20", "since": "2099-01-01"}),
    door("organisation:people-out", read=anywhere(ADMINISTRATOR)),
    door("organisation:roster-template", read=anywhere(ADMINISTRATOR)),
    door("organisation:roster-in", read=anywhere(ADMINISTRATOR), change=anywhere(ADMINISTRATOR)),
    door("organisation:roster", "roster", read=KEEPER, change=KEEPER),
    door("organisation:invite", read=anywhere(ADMINISTRATOR), change=at(ADMINISTRATOR), quiet=True,
         body={"email": "a@thu.example", "full_name": "A", "unit": "Tỉnh Giữa", "role": "20", "since": "2099-01-01"}),
    door("organisation:invite-again", "invitation", change=at(ADMINISTRATOR), body={"x": "1"}),
    door("organisation:invite-withdraw", "invitation", change=at(ADMINISTRATOR), body={"x": "1"}),
    door("organisation:accept", "secret", read=PUBLIC),
    door("organisation:letters", read=anywhere(ADMINISTRATOR)),
    door("organisation:letter-again", "letter", change=at(ADMINISTRATOR), body={"x": "1"}),
    door("checks", read=SIGNED),
    door("checks-run", change=anywhere(ADMINISTRATOR)),
    # products of others
    door("library:sources", read=SIGNED),
    door("library:source", "harvest", read=at(VIEWER)),
    door("library:source-new", read=anywhere(COORDINATOR), change=anywhere(COORDINATOR)),
    door("library:source-change", "harvest", read=at(COORDINATOR), change=at(COORDINATOR), body=SOURCE),
    door("library:source-take", "harvest", change=at(EDITOR), body={"x": "1"}),
    # files of products, and kits
    door("library:files", "clip", read=at(VIEWER), change=at(EDITOR), body={"files": FILE}),
    door("library:file-row", "clip", "clip_row", change=at(EDITOR), body={"viec": "luu", "alternative_text": "mới"}),
    door("library:file-thumb", "clip", "clip_row", read=at(VIEWER)),
    door("library:kits", "clip", read=at(VIEWER)),
    door("library:kit", "clip", "ma-qr", read=at(VIEWER)),
    door("library:kit-heard", "clip", read=at(VIEWER)),
    door("library:private-original", "clip_file", read=at(VIEWER)),
    door("library:private-file", "clip_file", "clip_print", read=at(VIEWER)),
    # one's own account
    door("accounts:me", read=SIGNED, change=SIGNED, body={"full_name": "Tên Mới"}),
    door("accounts:digests", change=SIGNED),
    *PUBLIC_DOORS,
)  # fmt: skip

WORDLESS = {
    "library:kit-heard", "library:edition", "library:file-thumb", "library:source-new", "library:start", "plans:followup-indicators",
    "plans:followup-say", "rights:recommendation-correct", "rights:recommendation-split", "rights:recommendations",
    "rights:recommendations-in", "rights:review",
    "health", "indicators:edit", "indicators:freezes", "indicators:new", "indicators:unfreeze", "organisation:preview", "organisation:roster-template", "organisation:units-out", "plans:coverage-png",
    "plans:review_of_file",
}  # fmt: skip
"""Pages, forms and files that show nothing of a unit, or nothing that can be read as letters."""

THEIRS = {
    "dang-nhap/email/", "account_confirm_email", "account_confirm_login_code", "account_email",
    "account_email_verification_sent", "account_inactive", "account_login", "account_logout", "account_reauthenticate",
    "account_change_password", "account_set_password", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key", "account_reset_password_from_key_done", "account_signup", "mfa_activate_totp",
    "mfa_authenticate", "mfa_deactivate_totp", "mfa_download_recovery_codes", "mfa_generate_recovery_codes", "mfa_index",
    "mfa_reauthenticate", "mfa_view_recovery_codes", "set_language",
}  # fmt: skip
"""Addresses of libraries: signing in and out, the second factor, the language. tests/accounts and their own tests."""

KEYED = {
    "api:rounds", "api:form", "api:receive", "api:report", "api:edition", "api:values", "api:units", "api:unit",
}  # fmt: skip
"""For other systems: neither a session nor what a key of another unit holds opens them (tests/reports/test_api.py)."""

FREE = {"api:openapi-json", "api:api-root", "api:nowhere"}
"""Of the same door what says nothing of anybody: the description of it, and that there is nothing elsewhere."""

COMMON = {
    "rights:situations", "rights:situation-new", "rights:situation", "rights:situation-edit", "rights:situation-publish",
    "rights:situation-review", "rights:situation-withdraw", "rights:situation-edition", "rights:situation-frame",
    "rights:article", "rights:confirm-links", "rights:edit", "rights:instrument", "rights:link", "rights:list", "rights:new",
    "rights:provision", "rights:quote", "rights:settle", "rights:status", "rights:subject", "rights:take-in", "rights:text",
    "rights:version",
}  # fmt: skip
"""Texts that are no unit's own: all read them, people of ministries and central bodies change them (tests/rights)."""

EDITING = ("wagtail", "bien-tap/", "picture_chooser:", "product_chooser:", "simple_translation:")
"""How names of the editors' room begin: which of Wagtail's addresses open, and to whom, is in tests/portal/test_editing.py."""

SHARED = {
    "api:data_sets", "api:rows", "doors:catalogue", "doors:csv", "doors:iiif", "doors:json", "doors:oai", "doors:package",
    "doors:thing-schema", "doors:whole", "library:file", "portal:data_set", "portal:elsewhere", "portal:elsewhere-one",
    "portal:library-feed", "portal:open_data", "portal:news-feed", "portal:pack",
    "portal:pack-file", "portal:pack-manifest", "portal:packs", "portal:plan", "portal:plans", "portal:search", "portal:suggest",
    "portal:article", "portal:home", "portal:indicator", "portal:indicator_csv", "portal:law", "portal:law_article",
    "portal:laws", "portal:library", "portal:mistake", "portal:news", "portal:product", "portal:progress",
    "portal:recommendations", "portal:robots", "portal:sitemap", "portal:situation", "portal:situations", "portal:treaties",
    "portal:treaty",
}  # fmt: skip
"""For everybody and for programs: tests/portal/test_sharing.py, test_search.py and test_public_pages.py, and
tests/library/test_file_doors.py and test_no_door.py, hold that nothing private is in any of them."""
