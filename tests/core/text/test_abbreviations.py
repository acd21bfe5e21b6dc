"""Types of documents by abbreviation and by printed name."""

import pytest

from quyen.core.text.abbreviations import TYPES, type_by_name, type_of_symbol


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("KH-UBND", "Kế hoạch"),
        ("QĐ-TTG", "Quyết định"),
        ("CTr/TU", "Chương trình"),
        ("NQ/TW", "Nghị quyết"),
        ("BTTTT-TTĐN", None),
    ],
)
def test_a_symbol_says_its_type(symbol: str, name: str | None) -> None:
    assert type_of_symbol(symbol) == name


def test_a_printed_name_is_known_in_capitals_and_without_marks() -> None:
    assert type_by_name("KẾ  HOẠCH") == "Kế hoạch"
    assert type_by_name("QUYET DINH") == "Quyết định"
    assert type_by_name("MỤC ĐÍCH") is None


def test_the_table_of_the_decree_is_here_whole(shared) -> None:  # type: ignore[no-untyped-def]
    import json

    listed = json.loads((shared / "nd30" / "abbreviations-and-facts.json").read_text())["types"]
    assert {row["abbr"] for row in listed} <= set(TYPES)
