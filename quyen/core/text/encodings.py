"""Bytes to Vietnamese text: UTF-8, UTF-16/32, Windows-1258 and the two old font encodings, TCVN3 and VNI.

Sources: TCVN 5712:1993 (VN3, "ABC" fonts such as .VnTime) and the VNI-Windows table (VNI-Times): in TCVN3 one
byte is one letter and capitals with a tone come from a capital *font*; in VNI a vowel is followed by the byte
of its mark. Every text returned is NFC.
"""

from __future__ import annotations

import re
import unicodedata

_TCVN3_CODES = (
    "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ "
    "C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ "
    "E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ"
)
#: code point of the byte -> letter
TCVN3: dict[int, str] = {int(code[:2], 16): code[2] for code in _TCVN3_CODES.split()}

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}


def _vni_table() -> dict[str, str]:
    """All VNI sequences (one or two characters, as Latin-1 shows the bytes) -> letter."""
    table = dict(_VNI_SINGLE)
    for base in "aeouy":
        table |= {base + mark: base + tone for mark, tone in _TONES.items()}
    for base, letter in (("ô", "ơ"), ("ö", "ư")):
        table |= {base + mark: letter + tone for mark, tone in _TONES.items()}
    for base in "aeo":
        table |= {base + mark: base + "\u0302" + tone for mark, tone in _CIRCUMFLEX.items()}
    table |= {"a" + mark: "a\u0306" + tone for mark, tone in _BREVE.items()}
    for seen, letter in list(table.items()):
        table[seen.upper()] = letter.upper()
        table[seen[0].upper() + seen[1:]] = letter[0].upper() + letter[1:]
    return {seen: unicodedata.normalize("NFC", letter) for seen, letter in table.items()}


#: sequence as Latin-1 shows the bytes -> letter
VNI: dict[str, str] = _vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))

# Old text that passed through a Windows-1258 or -1252 program: what it shows -> the Latin-1 sign of the byte.
_SHOWN = {
    ord(char): byte
    for byte in range(0x80, 0x100)
    for codec in ("cp1258", "cp1252")
    for char in bytes([byte]).decode(codec, "ignore")
    if ord(char) > 0xFF
} | {0xF000 + byte: byte for byte in range(0x20, 0x100)}  # the private area of symbol fonts

_WORD = re.compile(r"[^\W\d_]+")
_TONED = set("áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")
_VOWEL = "aăâeêioôơuưy" + "".join(sorted(_TONED))
_SYLLABLE = re.compile(
    "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    f"[{_VOWEL}]{{1,3}}(?:ch|c|m|ng|nh|n|p|t)?"
)
_MARKED_WORD = re.compile(r"[^\s!-@\[-`{-~]*[^\s\x00-\x7f][^\s!-@\[-`{-~]*")
_SMALL, _GREAT = re.compile("[a-z]"), re.compile("[A-Z]")
_SURELY_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ơưđƠƯĐ]|[aeiouyAEIOUY][\u0300\u0301\u0303\u0309\u0323]")
_UNICODE_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
_SAMPLE = 60_000  # how much of a text is weighed, in bytes or code points


def nfc(text: str) -> str:
    """The composed form; free where the text is composed already."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """TCVN3 shown as Latin-1 -> NFC. `capitals` for the capital fonts (.VnTimeH ...)."""
    letters = text.translate(_SHOWN).translate(TCVN3)
    return nfc(letters.upper() if capitals else letters)


def from_vni(text: str) -> str:
    """VNI shown as Latin-1 -> NFC."""
    return nfc(_VNI_PATTERN.sub(lambda found: VNI[found[0]], text.translate(_SHOWN)))


def from_font(text: str, font: str) -> str:
    """Text set in a font of that name: converted where the font is an old Vietnamese one, else as it is.

    Text that already holds Unicode Vietnamese letters is left alone, whatever font it was dressed in.
    """
    if _UNICODE_VIETNAMESE.search(text):
        return text
    name = font.rpartition("+")[2].lstrip().lower()
    if name.startswith(".vn"):
        return from_tcvn3(text, capitals=is_capital_font(name))
    return from_vni(text) if name.startswith(("vni-", "vni ")) else text


def is_legacy_font(font: str) -> bool:
    """Whether a font's name says TCVN3 (.VnTime) or VNI (VNI-Times); a PDF's subset tag is passed over."""
    return font.rpartition("+")[2].lstrip().lower().startswith((".vn", "vni-", "vni "))


def is_capital_font(font: str) -> bool:
    """.VnTimeH, .VnArialH ...: small codes that show capitals."""
    face = re.split("[-, ]", font.rpartition("+")[2].lstrip(". "))[0]
    return face.lower().startswith("vn") and face.endswith(("h", "H")) and face.lower() != "vnteknical"


def decode(data: bytes) -> tuple[str, str]:
    """Text (NFC, no byte order mark) and the name of its encoding.

    Names: "utf-8", "utf-16", "utf-32", "cp1258", "tcvn3", "vni", "cp1252"; "utf-8+tcvn3" and "utf-8+vni" for
    old font text that somebody stored as Unicode. Never raises: what fits nothing is read as the best guess,
    with U+FFFD for bytes that say nothing.
    """
    wide = _wide_codec(data)
    if wide:
        return nfc(data.decode(wide, "replace").removeprefix("\ufeff")), wide[:6].rstrip("-")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_bytes(data)
    return repaired(nfc(text))


def _wide_codec(data: bytes) -> str | None:
    """The UTF-16 or UTF-32 codec of a byte order mark, or of the pattern of zero bytes."""
    marks = ((b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"))
    for mark, codec in (*marks, (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return codec
    head = data[:4096]
    if len(head) < 4 or head.count(0) * 5 < len(head):
        return None
    odd = head[1::2].count(0)
    return "utf-16-le" if odd * 2 > head.count(0) else "utf-16-be"


def _decode_bytes(data: bytes) -> tuple[str, str]:
    """Not clean UTF-8: a damaged UTF-8 text, or the likeliest of the 8-bit encodings."""
    sample = data[:_SAMPLE]
    broken = sample.decode("utf-8", "replace")
    marked = len(broken) - len(broken.encode("ascii", "ignore"))
    if broken.count("\ufffd") * 4 < marked:
        whole = broken if len(sample) == len(data) else data.decode("utf-8", "replace")
        return nfc(whole).removeprefix("\ufeff"), "utf-8"
    scores = {name: _vietnamese(_as(sample, name)) for name in ("cp1258", "tcvn3", "vni")}
    best = max(scores, key=lambda name: scores[name])
    name = best if scores[best] >= 0.5 else "cp1252"
    return _as(data, name), name


def _as(data: bytes, encoding: str) -> str:
    if encoding in ("tcvn3", "vni"):
        return convert(data.decode("latin-1"), encoding)
    return nfc(data.decode(encoding, "replace"))


def repaired(text: str) -> tuple[str, str]:
    """Unicode that shows old font text as Latin-1 ("Céng hoµ") is converted; all else is left alone.

    Gives the text and "utf-8", "utf-8+tcvn3" or "utf-8+vni", as `decode` does.
    """
    old = old_encoding(text)
    return (convert(text, old), f"utf-8+{old}") if old else (text, "utf-8")


def convert(text: str, old: str) -> str:
    """Old letters shown as Latin-1 -> NFC; `old` is "tcvn3" or "vni". Capital lines of TCVN3 become capitals."""
    return _capitalised(from_tcvn3(text)) if old == "tcvn3" else from_vni(text)


def old_encoding(text: str) -> str:
    """ "tcvn3" or "vni" where Unicode text shows old font letters as Latin-1, "" where it does not."""
    if text.isascii() or surely_vietnamese(text):
        return ""
    sample = text[:_SAMPLE]
    scores = {"tcvn3": _vietnamese(from_tcvn3(sample)), "vni": _vietnamese(from_vni(sample))}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.8 and scores[best] > _vietnamese(sample) else ""


def surely_vietnamese(text: str) -> bool:
    """Whether the text holds a Unicode letter that no old font letter is shown as."""
    return not text.isascii() and _SURELY_VIETNAMESE.search(text) is not None


def _vietnamese(text: str) -> float:
    """Share, 0..1, of the words with a mark that are shaped like one Vietnamese syllable."""
    words = [found[0].lower() for found in _MARKED_WORD.finditer(text)][:2000]
    good = sum(1 for word in words if _SYLLABLE.fullmatch(word) and sum(c in _TONED for c in word) <= 1)
    return good / len(words) if words else 0.0


def _capitalised(text: str) -> str:
    """TCVN3 has no capitals with a tone: lines and words whose plain letters are all capitals become so."""
    return "".join(_capitalised_line(line) for line in text.splitlines(keepends=True))


def _capitalised_line(line: str) -> str:
    if not _SMALL.search(line) and len(_GREAT.findall(line)) >= 4:
        return line.upper()
    return _WORD.sub(lambda found: _capitalised_word(found[0]), line)


def _capitalised_word(word: str) -> str:
    return word.upper() if not _SMALL.search(word) and len(_GREAT.findall(word)) >= 2 else word
