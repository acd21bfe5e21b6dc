"""Captions: WebVTT and SRT read line by line, each fault told with its line; written out as WebVTT, NFC.

Sources: WebVTT (W3C Candidate Recommendation, 4 April 2019); SRT as SubRip writes it, which no standard describes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise

from quyen.core.media.record import DEFAULT, Limits, Problem
from quyen.core.text.encodings import decode

_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-+>\s*{_TIME}(?P<settings>(?:\s+[a-z]+:\S+)*)\s*(?:X1:.*)?")
_SETTING = re.compile(
    r"(?:align:(?:start|center|end|left|right)|(?:line|position|size):-?\d{1,3}(?:\.\d+)?%?(?:,[a-z-]+)?)"
)
_TAG = re.compile(
    r"</?(b|i|u)>|<(v)[. ]([^<>]{1,80})>|</(v)>|<[^<>]{0,200}>|\{\\[^{}]{0,80}\}", re.IGNORECASE
)
_SHOWN_FAULTS = 5
_LONG = 12.0  # seconds that a cue may stand before it looks like a mistake
_KHMER, _LATIN = re.compile("[\u1780-\u17ff]"), re.compile("[A-Za-zÀ-ỹ]")
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
ANEW = "Hãy sửa trong chương trình làm phụ đề rồi gửi lại."


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: from and until in seconds, its words (with <b>, <i>, <u>, <v> as WebVTT has them), its line in the
    file (from 1)."""

    start: float
    end: float
    text: str
    line: int
    settings: str = ""


@dataclass(frozen=True, slots=True)
class Captions:
    """`form` is "vtt" or "srt"; `encoding` as `quyen.core.text.encodings.decode` names it."""

    cues: tuple[Cue, ...]
    form: str
    encoding: str
    problems: tuple[Problem, ...] = ()

    @property
    def seconds(self) -> float:
        """When the last caption ends."""
        return max((cue.end for cue in self.cues), default=0.0)

    @property
    def words(self) -> str:
        """What is said, a line a caption, without marks."""
        return "\n".join(unescape(_TAG.sub("", cue.text)).replace("\n", " ") for cue in self.cues)


def looks_like_captions(text: str) -> bool:
    return (
        text.lstrip("\ufeff").startswith("WEBVTT")
        or re.search(rf"^{_TIME}[ \t]*-+>", text[:4000], re.M) is not None
    )


def read_captions(data: bytes, name: str = "", limits: Limits = DEFAULT) -> Captions:
    """Never raises for bad text: what is wrong is in `problems`, those that refuse first."""
    if len(data) > limits.text:
        problem = Problem(
            "too-large",
            f"Tệp phụ đề lớn hơn {limits.text >> 20} MB.",
            "Hãy xem lại có phải gửi nhầm tệp không.",
        )
        return Captions((), "vtt", "", (problem,))
    text, encoding = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    form = "vtt" if text.startswith("WEBVTT") else "srt"
    faults: list[str] = []
    cues = list(_cues(text.split("\n"), faults))[: limits.cues + 1]
    problems = [*_faults(cues, faults, limits), *_told(cues, form, encoding, name)]
    cues.sort(key=lambda cue: cue.start)
    return Captions(tuple(cues), form, encoding, tuple(problems))


def as_vtt(captions: Captions) -> str:
    """WebVTT, in order of time: the form that browsers show."""
    parts = ["WEBVTT\n"]
    for number, cue in enumerate(captions.cues, 1):
        settings = f" {cue.settings}" if cue.settings else ""
        parts.append(f"{number}\n{clock(cue.start)} --> {clock(cue.end)}{settings}\n{cue.text}\n")
    return "\n".join(parts)


def as_srt(captions: Captions) -> str:
    """SubRip, for programs and channels that take nothing else."""
    parts = []
    for number, cue in enumerate(captions.cues, 1):
        words = unescape(re.sub(r"</?v[^<>]*>", "", cue.text))
        parts.append(f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{words}\n")
    return "\n".join(parts)


def clock(seconds: float, point: str = ".") -> str:
    """ "00:01:05.250"."""
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1000 % 60:02d}{point}{whole % 1000:03d}"


def against_film(captions: Captions, seconds: float | None, language: str = "") -> tuple[Problem, ...]:
    """Whether captions can be those of a film of that length and in that language ("vi", "km", "en" ...)."""
    problems = []
    if seconds and captions.seconds > seconds + 2:
        problems.append(Problem(
            "wrong-captions",
            f"Phụ đề kéo đến {clock(captions.seconds)[:8]} nhưng phim chỉ dài {clock(seconds)[:8]}.",
            "Đây có thể là phụ đề của phim khác. Hãy chọn đúng tệp, hoặc sửa thời điểm trong phụ đề.",
        ))  # fmt: skip
    elif seconds and captions.seconds < seconds * 0.5 and seconds > 60:
        problems.append(Problem(
            "short-captions",
            f"Phụ đề hết ở {clock(captions.seconds)[:8]} trong khi phim dài {clock(seconds)[:8]}.",
            "Hãy xem lại có thiếu đoạn sau, hoặc nhầm phụ đề của phim khác không.", False,
        ))  # fmt: skip
    if said := _of_another_language(captions.words, language):
        problems.append(Problem("language", said, "Hãy xem lại ngôn ngữ đã chọn cho tệp phụ đề.", False))
    return tuple(problems)


def _of_another_language(words: str, language: str) -> str:
    khmer, latin = len(_KHMER.findall(words)), len(_LATIN.findall(words))
    if language == "km" and khmer < latin:
        return "Phụ đề ghi là tiếng Khmer nhưng phần lớn không phải chữ Khmer."
    if language == "vi" and latin + khmer > 200 and len(_VIETNAMESE.findall(words)) * 50 < latin + khmer:
        return "Phụ đề ghi là tiếng Việt nhưng hầu như không có chữ mang dấu tiếng Việt."
    if language == "en" and latin > 200 and len(_VIETNAMESE.findall(words)) * 20 > latin:
        return "Phụ đề ghi là tiếng Anh nhưng là chữ tiếng Việt."
    return ""


def _cues(lines: list[str], faults: list[str]) -> Iterator[Cue]:
    at = 0
    while at < len(lines):
        if "-->" not in lines[at] and not (at == 0 and not lines[at]):
            at += 1  # the head, numbers, notes, styles: nothing of them is shown
            continue
        timing = _TIMING.fullmatch(lines[at])
        line = at + 1
        at += 1
        words = []
        while at < len(lines) and lines[at].strip() and "-->" not in lines[at]:
            words.append(lines[at].strip())
            at += 1
        if at < len(lines) and "-->" in lines[at] and words and words[-1].isdecimal():
            words.pop()  # no empty line before the next number
        if timing is None:
            faults.append(f"dòng {line}: “{lines[line - 1].strip()[:60]}” không phải dòng thời gian đúng")
            continue
        yield from _cue(timing, "\n".join(words), line, faults)


def _cue(timing: re.Match[str], words: str, line: int, faults: list[str]) -> Iterator[Cue]:
    start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:8])
    if end <= start:
        faults.append(f"dòng {line}: kết thúc ({clock(end)}) không sau bắt đầu ({clock(start)})")
        return
    settings = " ".join(one for one in timing["settings"].split() if _SETTING.fullmatch(one))
    if text := _safe(words):
        yield Cue(start, end, text, line, settings)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = parts
    return (
        int(hours or 0) * 3600
        + int(minutes or 0) * 60
        + int(seconds or 0)
        + int((rest or "0").ljust(3, "0")) / 1000
    )


def _safe(words: str) -> str:
    """Bold, italic, underlined and who speaks; every other mark goes, all other signs are written as signs."""
    made, at = [], 0
    for tag in _TAG.finditer(words):
        made.append(escape(unescape(words[at : tag.start()]), quote=False))
        if tag[1]:
            made.append(tag[0].lower())
        elif tag[2]:
            made.append(f"<v {escape(unescape(tag[3].strip()), quote=False)}>")
        elif tag[4]:
            made.append("</v>")
        at = tag.end()
    return ("".join(made) + escape(unescape(words[at:]), quote=False)).strip()


def _faults(cues: list[Cue], faults: list[str], limits: Limits) -> Iterator[Problem]:
    if faults:
        more = f"; và {len(faults) - _SHOWN_FAULTS} chỗ khác" if len(faults) > _SHOWN_FAULTS else ""
        yield Problem("bad-captions", f"Phụ đề viết sai: {'; '.join(faults[:_SHOWN_FAULTS])}{more}.", ANEW)
    if not cues:
        yield Problem("no-captions", "Không thấy lời phụ đề nào có thời gian trong tệp.",
                      "Hãy xem lại có phải gửi nhầm tệp không; phụ đề là tệp .vtt hoặc .srt.")  # fmt: skip
    elif len(cues) > limits.cues:
        yield Problem(
            "too-large", f"Phụ đề có hơn {limits.cues} lời.", "Hãy xem lại có phải gửi nhầm tệp không."
        )


def _told(cues: list[Cue], form: str, encoding: str, name: str) -> Iterator[Problem]:
    if form == "srt" and name.lower().endswith(".vtt"):
        yield Problem(
            "srt-in-vtt",
            "Tệp có đuôi .vtt nhưng viết theo kiểu SRT.",
            "Đã chuyển sang WebVTT; hãy xem lại trên phim.",
            False,
        )
    if encoding not in ("utf-8", ""):
        yield Problem(
            "encoding",
            f"Phụ đề dùng bảng mã {encoding.upper()}; đã chuyển sang Unicode.",
            "Hãy đọc lại vài lời xem chữ có đúng không.",
            False,
        )
    pairs = list(pairwise(cues))
    if disordered := [later.line for earlier, later in pairs if later.start < earlier.start]:
        yield Problem(
            "order",
            f"Lời phụ đề không theo thứ tự thời gian (dòng {_lines(disordered)}); đã xếp lại.",
            "",
            False,
        )
    sorted_ = sorted(cues, key=lambda cue: cue.start)
    if crossed := [b.line for a, b in pairwise(sorted_) if b.start < a.end - 0.05]:
        yield Problem(
            "overlap",
            f"Lời phụ đề chồng lên nhau (dòng {_lines(crossed)}).",
            "Nếu không phải hai người cùng nói, hãy sửa thời điểm.",
            False,
        )
    if long := [cue.line for cue in cues if cue.end - cue.start > _LONG]:
        yield Problem(
            "long",
            f"Lời phụ đề đứng quá {_LONG:g} giây (dòng {_lines(long)}).",
            "Hãy chia thành lời ngắn hơn để người xem đọc kịp.",
            False,
        )


def _lines(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_SHOWN_FAULTS])
    return shown + (", …" if len(numbers) > _SHOWN_FAULTS else "")
