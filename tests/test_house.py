"""What import-linter cannot see. The rules are in docs/explanation/house.md."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
FACE = {"models", "queries", "actions", "measures", "enums", "signals"}
FREE = {"core", "shared", "config"}
LONG: dict[str, str] = {}  # file over 400 lines: its reason
REFUSED = {"utils", "helpers", "services", "managers", "common"}


def staircase() -> list[list[str]]:
    with (HOUSE / "pyproject.toml").open("rb") as file:
        contract = tomllib.load(file)["tool"]["importlinter"]["contracts"][0]
    return [[name.strip(" ()") for name in step.split("|")] for step in contract["layers"]]


def test_another_app_is_entered_through_its_face_only() -> None:
    import grimp

    graph = grimp.build_graph("quyen", cache_dir=None)
    bad = []
    for module in graph.modules:
        a = module.split(".")
        if len(a) < 2 or a[1] in {"config", "cli"}:
            continue
        for imported in graph.find_modules_directly_imported_by(module):
            b = imported.split(".")
            if len(b) >= 3 and a[1] != b[1] and b[1] not in FREE and b[2] not in FACE:
                bad.append(f"{module} -> {imported}")
    assert not bad


def test_relations_go_down_the_staircase() -> None:
    from django.apps import apps

    rank = {app: i for i, step in enumerate(staircase()) for app in step}
    bad = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        and rank.get(field.related_model._meta.app_label, 99) < rank.get(model._meta.app_label, -1)
    ]  # fmt: skip
    assert not bad


@pytest.mark.parametrize("pattern", ["*.py", "*.html", "*.css", "*.js"])
def test_no_file_is_over_400_lines_without_a_reason(pattern: str) -> None:
    files = [
        p for top in ("quyen", "tests") for p in (HOUSE / top).rglob(pattern) if "migrations" not in p.parts
    ]
    bad = []
    for path in files:
        name = str(path.relative_to(HOUSE))
        lines = sum(1 for _ in path.open(encoding="utf-8"))
        if lines > 400 and not LONG.get(name):
            bad.append(f"{name}: {lines}")
    assert not bad


def test_no_drawer_for_odds_and_ends() -> None:
    assert not [p for p in (HOUSE / "quyen").rglob("*") if p.stem in REFUSED]


def test_every_block_of_a_style_sheet_is_closed() -> None:
    """A block left open takes what follows into its own medium: pictures kept their width on telephones only."""
    bad = []
    for path in (HOUSE / "quyen").rglob("*.css"):
        deep, text = 0, re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        for sign in re.findall(r"@media|@supports|[{}]", text):
            deep += {"{": 1, "}": -1}.get(sign, 0)
            if deep < 0 or (deep and sign[0] == "@"):
                bad.append(f"{path.relative_to(HOUSE)}: {sign}")
        bad += [f"{path.relative_to(HOUSE)}: open"] if deep else []
    assert not bad


def test_pages_carry_no_inline_script_or_style() -> None:
    import re

    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=\"|javascript:|hx-on", re.I)
    bad = [
        f"{path.relative_to(HOUSE)}: {found.group(0)}"
        for path in (HOUSE / "quyen").rglob("*.html")
        for found in [inline.search(path.read_text(encoding="utf-8"))]
        if found
    ]
    assert not bad


def test_vietnamese_is_composed() -> None:
    import unicodedata

    bad = [
        str(path.relative_to(HOUSE))
        for top in ("quyen", "tests", "docs")
        for path in (HOUSE / top).rglob("*")
        if path.suffix in {".py", ".html", ".md", ".po", ".css", ".js"}
        and not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))
    ]
    assert not bad


def test_no_file_holds_the_marks_of_an_unfinished_merge() -> None:
    kinds = {".py", ".html", ".css", ".js", ".md", ".json", ".po", ".toml", ".txt", ".sql"}
    found = [
        str(path.relative_to(HOUSE))
        for folder in ("quyen", "tests", "docs")
        for path in (HOUSE / folder).rglob("*")
        if path.suffix in kinds
        and re.search(r"^(?:<{7}|>{7}) ", path.read_text("utf-8", errors="replace"), re.M)
    ]
    assert found == []


def test_no_field_for_an_author_of_monitored_material() -> None:
    """Rights by design, rule 1: claims, never people."""
    from django.apps import apps

    words = {"author", "handle", "profile_url", "avatar", "account_url", "poster", "screen_name"}
    bad = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("quyen.")
        for field in model._meta.get_fields()
        if field.name in words
    ]
    assert not bad


def test_no_pattern_repeats_a_group_possessively() -> None:
    """`(...)*+` matches wrongly in Python 3.11.2, which is Debian 12's own; `[...]*+` and `\\s++` are sound there."""
    bad = [
        f"{path.relative_to(HOUSE)}:{number}"
        for path in sorted((HOUSE / "quyen").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"\)(?:[*+?]|\{\d*,?\d*\})\+", line) and re.search(r"""\b(?:r|rf|fr|rb)["']""", line)
    ]
    assert not bad


def test_browser_tests_wait_for_what_they_look_for() -> None:
    """`is_visible()` looks at once, at a page that may be half there: `expect(...).to_be_visible()` waits for it."""
    found = [
        path.name for path in (HOUSE / "tests/browser").glob("*.py") if "is_visible()" in path.read_text()
    ]
    assert not found
