"""Every encoding there and back, and the guess between them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.text import encodings
from quyen.core.text.encodings import TCVN3, VNI, decode, from_font, from_tcvn3, from_vni, is_legacy_font

TEXT = (
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch truyền thông về quyền con người giai đoạn 2023 - 2028.\n"
    "Giao Sở Tư pháp chủ trì, phối hợp với các sở, ngành liên quan tổ chức thực hiện; báo cáo định kỳ.\n"
)
LETTERS = sorted(set(TCVN3.values()))
TO_TCVN3 = {letter: chr(code) for code, letter in TCVN3.items()}
TO_VNI = {letter: seen for seen, letter in VNI.items()}


def as_tcvn3(text: str) -> bytes:
    return "".join(TO_TCVN3.get(char, TO_TCVN3.get(char.lower(), char)) for char in text).encode("latin-1")


def as_vni(text: str) -> bytes:
    return "".join(TO_VNI.get(char, char) for char in text).encode("latin-1")


def as_cp1258(text: str) -> bytes:
    """Base letters composed, tones as combining bytes, as Windows writes them."""
    out = []
    for char in text:
        try:
            out.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tones = "".join(c for c in parts[1:] if c in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
            out.append((base + tones).encode("cp1258"))
    return b"".join(out)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16"),
        (TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (as_cp1258(TEXT), "cp1258"),
        (as_vni(TEXT), "vni"),
        (as_vni(TEXT).decode("latin-1").encode(), "utf-8+vni"),
    ],
)
def test_decode_gives_text_and_name(data, name):
    assert decode(data) == (TEXT, name)


def test_decode_tcvn3_bytes_and_their_unicode_look():
    small = TEXT.replace("Ủ", "ủ")  # no capitals with a tone in TCVN3
    assert decode(as_tcvn3(small)) == (small, "tcvn3")
    assert decode(as_tcvn3(small).decode("latin-1").encode()) == (small, "utf-8+tcvn3")


def test_decode_tcvn3_capital_lines_become_capitals():
    data = as_tcvn3("ỦY BAN NHÂN DÂN TỈNH\nKế hoạch truyền thông về UBND xã\n")
    assert decode(data)[0] == "ỦY BAN NHÂN DÂN TỈNH\nKế hoạch truyền thông về UBND xã\n"


@pytest.mark.parametrize(
    "text", ["Café à la crème brûlée", "cá nhân", "Âu cũng là", "", "plain", "±5 °C · µm"]
)
def test_decode_utf8_that_is_right_stays(text):
    assert decode(text.encode()) == (text, "utf-8")


def test_decode_damaged_utf8_stays_utf8():
    data = TEXT.encode().replace("ế".encode(), "ế".encode()[:2], 1)
    text, name = decode(data)
    assert name == "utf-8"
    assert text.count("\ufffd") == 1


def test_tables_hold_the_whole_alphabet():
    toned = set(encodings._TONED) | set("ăâđêôơư")
    assert toned <= set(TCVN3.values())
    assert toned | {char.upper() for char in toned} <= set(VNI.values())


@pytest.mark.parametrize(
    ("font", "shown", "text"),
    [
        (".VnTime", "quyÒn con ng\u00ad\u00eai", "quyền con người"),
        ("ABCDEF+.VnTimeH", "céng hoµ", "CỘNG HOÀ"),
        (".VnTime", "quy\uf0d2n", "quyền"),
        ("VNI-Times", "quyeàn con ngöôøi", "quyền con người"),
        ("Times New Roman", "Café", "Café"),
    ],
)
def test_from_font_converts_by_the_fonts_name(font, shown, text):
    assert from_font(shown, font) == text
    assert is_legacy_font(font) == (text != shown)


@pytest.mark.slow
@given(st.text(st.sampled_from([*LETTERS, *"bcdghklmnpqrstvx ,.;0123456789\n"])))
def test_tcvn3_round_trip(text):
    assert from_tcvn3(as_tcvn3(text).decode("latin-1")) == text


@pytest.mark.slow
@given(st.text(st.sampled_from(["b", "c", " ", ".", "1", *sorted(set(VNI.values()))])))
def test_vni_round_trip(text):
    assert from_vni(as_vni(text).decode("latin-1")) == text


@pytest.mark.slow
@given(st.binary(max_size=2000))
@settings(max_examples=200)
def test_decode_never_raises_and_is_composed(data):
    text, name = decode(data)
    assert unicodedata.is_normalized("NFC", text)
    assert name


@pytest.mark.slow
@given(st.text(st.sampled_from(TEXT), min_size=0, max_size=300))
def test_decode_decomposed_equals_composed(text):
    data = unicodedata.normalize("NFD", text).encode()
    assert decode(data)[0] == decode(unicodedata.normalize("NFC", text).encode())[0]
