"""Posters and a jingle for the demo's library, drawn here by code: flat shapes, a few colours, words in our own font."""

from __future__ import annotations

import io
import math
import textwrap
import wave
from collections.abc import Callable
from html import escape

WIDE, HIGH = 1200, 1500
COLOURS = {  # ground, field, light on the field
    "blue": ("#e6eff8", "#0b5394", "#f0cf73"), "lotus": ("#f7e8ed", "#9b2247", "#f4c9a3"),
    "green": ("#e4f2ea", "#1f7a4d", "#f0cf73"), "ochre": ("#fbf0d9", "#8a5a00", "#bcdcf5"),
    "ink": ("#f3f0e9", "#26313b", "#e79aa0"),
}  # fmt: skip
SKIN = ("#e8b48c", "#c98d63", "#f0c8a4", "#a9714b")
SEEN = {  # what each picture shows, for those who do not see it
    "school": ("một ngôi trường có cờ, bốn em nhỏ nắm tay nhau trước cổng", "a school with a flag, four children hand in hand at its gate"),
    "scale": ("một cái cân thăng bằng, hai người đứng hai bên", "a balanced pair of scales with a person on either side"),
    "speech": ("hai bong bóng lời nói lớn, một có dấu hỏi", "two large speech bubbles, one with a question mark"),
    "mother": ("một người mẹ bế em bé", "a mother holding a baby"),
    "drum": ("một chiếc loa truyền thanh trên mái nhà làng", "a loudspeaker above the roofs of a village"),
    "book": ("một quyển sách mở với các chữ cái a, ă, â", "an open book with the letters a, ă, â"),
    "wheel": ("một em nhỏ ngồi xe lăn đi lên con dốc thoải", "a child in a wheelchair going up a gentle ramp"),
    "table": ("một mâm cơm tròn nhìn từ trên xuống, bốn cái bát bằng nhau", "a round table seen from above, with four equal bowls"),
    "cards": ("năm tấm thẻ xòe như cánh quạt", "five cards spread like a fan"),
    "river": ("mặt trời trên sông và một chiếc thuyền", "the sun above a river and a boat"),
    "phone": ("một chiếc điện thoại có ổ khóa", "a telephone with a padlock"),
    "ballot": ("một lá phiếu đang được bỏ vào hòm phiếu", "a ballot paper going into its box"),
    "hospital": ("một dấu cộng y tế và nhịp tim", "a medical cross and the line of a heartbeat"),
    "clock": ("một mặt đồng hồ, nửa ngày nửa đêm", "a clock, half by day and half by night"),
    "house": ("một ngôi nhà có ánh đèn và vầng trăng", "a lit house under the moon"),
}  # fmt: skip


def seen(motif: str, title: str, language: str) -> str:
    """What the poster shows, in words."""
    vietnamese, english = SEEN[motif]
    if language in ("en", "fr"):
        return f"Poster: {english}. It says: “{title}”."
    return f"Áp phích: {vietnamese}. Chữ trên tranh: “{title}”."


def poster(title: str, motif: str, colour: str, foot: str) -> bytes:
    """An SVG of 1200 × 1500."""
    ground, field, light = COLOURS[colour]
    size = 96 if len(title) < 36 else 80 if len(title) < 60 else 66
    lines = textwrap.wrap(title, round(1900 / size))[:4]
    words = "".join(
        f'<text x="90" y="{170 + place * size * 1.18:.0f}" font-family="Be Vietnam Pro" font-weight="600" '
        f'font-size="{size}" fill="{field}">{escape(line)}</text>'
        for place, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}">'
        f'<rect width="{WIDE}" height="{HIGH}" fill="{ground}"/>'
        f'<rect y="1390" width="{WIDE}" height="110" fill="{field}"/><circle cx="1010" cy="760" r="300" fill="{light}" fill-opacity="0.45"/>'
        f"{words}"
        f'<g transform="translate(100 630)">{MOTIFS[motif](field, light)}</g>'
        f'<text x="90" y="1457" font-family="Be Vietnam Pro" font-size="34" fill="#ffffff">{escape(foot)}</text></svg>'
    ).encode()


def _person(x: float, y: float, tall: float, coat: str, place: int = 0) -> str:
    """Standing on y."""
    head = tall * 0.17
    top = y - tall
    return (
        f'<circle cx="{x:.0f}" cy="{top + head:.0f}" r="{head:.0f}" fill="{SKIN[place % 4]}"/>'
        f'<path d="M{x - tall * 0.24:.0f} {y:.0f} L{x - tall * 0.2:.0f} {top + head * 3:.0f} q{tall * 0.2:.0f} {-tall * 0.16:.0f} '
        f'{tall * 0.4:.0f} 0 L{x + tall * 0.24:.0f} {y:.0f} Z" fill="{coat}"/>'
    )


def _box(
    x: float, y: float, wide: float, high: float, fill: str, radius: float = 0, edge: str = "none"
) -> str:
    place = f'x="{x}" y="{y}" width="{wide}" height="{high}" rx="{radius}"'
    return f'<rect {place} fill="{fill}" stroke="{edge}" stroke-width="10"/>'


def _school(field: str, light: str) -> str:
    windows = "".join(_box(180 + step * 150, 300, 90, 100, "#ffffff") for step in (0, 1, 3, 4))
    children = "".join(
        _person(230 + step * 180, 760, 200, coat, step)
        for step, coat in enumerate(("#d9695f", light, "#7cb894", "#8fc0f0"))
    )
    return (
        f'<path d="M60 220 L500 20 L940 220 Z" fill="{field}"/>{_box(110, 220, 780, 420, light)}{windows}'
        f'{_box(450, 420, 100, 220, field)}<path d="M500 20 V-110 H620 L590 -75 L620 -40 H500" fill="#d9263b" stroke="{field}" stroke-width="8"/>'
        f'{_box(0, 640, 1000, 120, "#7cb894")}{children}'
    )  # fmt: skip


def _scale(field: str, light: str) -> str:
    pans = "".join(
        f'<path d="M{x - 130} 330 L{x} 130 L{x + 130} 330" fill="none" stroke="{field}" stroke-width="8"/>'
        f'<path d="M{x - 160} 330 h320 a160 90 0 0 1 -320 0" fill="{light}"/>' for x in (190, 810)
    )  # fmt: skip
    return (
        f'{_box(488, 60, 24, 640, field)}{_box(180, 112, 640, 22, field, 11)}<circle cx="500" cy="60" r="44" fill="{field}"/>'
        f"{_box(330, 690, 340, 40, field, 20)}{pans}{_person(190, 760, 260, '#d9695f', 0)}{_person(810, 760, 260, '#0b5394', 3)}"
    )


def _speech(field: str, light: str) -> str:
    rows = "".join(_box(560, 330 + step * 74, 330 - step * 60, 30, "#ffffff", 15) for step in range(4))
    return (
        f'<path d="M60 40 h470 a50 50 0 0 1 50 50 v250 a50 50 0 0 1 -50 50 h-290 l-110 120 v-120 h-70 a50 50 0 0 1 -50 -50 v-250 a50 50 0 0 1 50 -50Z" fill="{light}"/>'
        f'<text x="295" y="320" text-anchor="middle" font-family="Be Vietnam Pro" font-weight="600" font-size="300" fill="{field}">?</text>'
        f'<path d="M490 250 h450 a50 50 0 0 1 50 50 v300 a50 50 0 0 1 -50 50 h-60 v110 l-110 -110 h-280 a50 50 0 0 1 -50 -50 v-300 a50 50 0 0 1 50 -50Z" fill="{field}"/>{rows}'
    )  # fmt: skip


def _mother(field: str, light: str) -> str:
    return (
        f"{_person(440, 760, 740, field, 0)}<circle cx='600' cy='500' r='150' fill='#ffffff'/>"
        f"<circle cx='620' cy='430' r='76' fill='{SKIN[2]}'/><path d='M270 560 q330 170 470 -40' fill='none' stroke='{SKIN[0]}' stroke-width='60' stroke-linecap='round'/>"
        f"<path d='M830 150 c-60 -90 -190 -20 -110 90 l110 110 l110 -110 c80 -110 -50 -180 -110 -90Z' fill='#d9695f'/>"
    )


def _drum(field: str, light: str) -> str:
    arcs = "".join(
        f'<path d="M{640 + step * 80} {150 - step * 40} q{90 + step * 14} {120 + step * 40} 0 {240 + step * 80}" fill="none" stroke="{light}" stroke-width="26" stroke-linecap="round"/>'
        for step in range(3)
    )  # fmt: skip
    roofs = "".join(
        f'<path d="M{x} 640 l150 -130 l150 130Z" fill="#d9695f"/>{_box(x + 30, 640, 240, 120, "#ffffff")}{_box(x + 120, 680, 60, 80, field)}'
        for x in (20, 360, 700)
    )
    return f'{_box(300, 330, 22, 320, field)}<path d="M220 210 h120 l220 -130 v380 l-220 -130 h-120Z" fill="{field}"/>{arcs}{roofs}'


def _book(field: str, light: str) -> str:
    letters = "".join(
        f'<text x="{x}" y="{y}" font-family="Be Vietnam Pro" font-weight="600" font-size="150" fill="{field}">{sign}</text>'
        for x, y, sign in ((130, 370, "a"), (290, 500, "ă"), (180, 640, "â"))
    )
    rows = "".join(_box(570, 300 + step * 76, 300 - step % 2 * 70, 26, light, 13) for step in range(5))
    return (
        f'<path d="M500 200 q-200 -110 -440 -30 v520 q240 -80 440 30Z" fill="#ffffff"/><path d="M500 200 q200 -110 440 -30 v520 q-240 -80 -440 30Z" fill="#ffffff"/>'
        f'<path d="M500 200 v520 M60 170 v520 q240 -80 440 30 q200 -110 440 -30 v-520" fill="none" stroke="{field}" stroke-width="14"/>{letters}{rows}'
    )  # fmt: skip


def _wheel(field: str, light: str) -> str:
    return (
        f'<path d="M0 760 L1000 760 L1000 470Z" fill="{field}"/><circle cx="420" cy="500" r="130" fill="none" stroke="{field}" stroke-width="26"/>'
        f'<circle cx="420" cy="500" r="22" fill="{field}"/><circle cx="600" cy="560" r="48" fill="none" stroke="{field}" stroke-width="20"/>'
        f'<circle cx="440" cy="120" r="80" fill="{SKIN[1]}"/><path d="M390 210 h110 l20 170 h110 l50 150" fill="none" stroke="#d9695f" stroke-width="70" stroke-linejoin="round" stroke-linecap="round"/>'
        f'<path d="M330 230 l-70 -30" stroke="{field}" stroke-width="24" stroke-linecap="round"/>{_person(880, 480, 300, light, 2)}'
    )  # fmt: skip


def _table(field: str, light: str) -> str:
    bowls = "".join(
        f'<circle cx="{500 + 240 * math.cos(turn):.0f}" cy="{380 + 240 * math.sin(turn):.0f}" r="86" fill="#ffffff"/>'
        f'<circle cx="{500 + 240 * math.cos(turn):.0f}" cy="{380 + 240 * math.sin(turn):.0f}" r="58" fill="{light}"/>'
        for turn in (0.785, 2.356, 3.927, 5.498)
    )
    return (
        f'<circle cx="500" cy="380" r="390" fill="{field}"/><circle cx="500" cy="380" r="350" fill="#ffffff" fill-opacity="0.16"/>'
        f'{bowls}<circle cx="500" cy="380" r="96" fill="#7cb894"/><path d="M470 330 l0 -70 M500 320 l0 -84 M530 330 l0 -70" stroke="#ffffff" stroke-width="14" stroke-linecap="round"/>'
    )  # fmt: skip


def _cards(field: str, light: str) -> str:
    fills = ("#d9695f", light, "#7cb894", "#8fc0f0", field)
    return "".join(
        f'<g transform="rotate({-36 + place * 18} 500 760)">{_box(360, 100, 280, 430, fill, 26, "#ffffff")}'
        f'<circle cx="500" cy="250" r="60" fill="#ffffff"/>{_box(410, 350, 180, 26, "#ffffff", 13)}{_box(430, 400, 140, 26, "#ffffff", 13)}</g>'
        for place, fill in enumerate(fills)
    )  # fmt: skip


def _river(field: str, light: str) -> str:
    waves = "".join(
        f'<path d="M0 {470 + step * 90} q125 -60 250 0 t250 0 t250 0 t250 0 v90 h-1000Z" fill="{field}" fill-opacity="{0.35 + step * 0.2:.2f}"/>'
        for step in range(4)
    )
    return (
        f'<circle cx="700" cy="280" r="190" fill="{light}"/><path d="M200 420 h460 q-40 120 -130 120 h-200 q-90 0 -130 -120Z" fill="#d9695f"/>'
        f'{_box(420, 150, 14, 270, field)}<path d="M440 160 l190 210 h-190Z" fill="#ffffff"/>{_person(300, 430, 170, "#26313b", 1)}{waves}'
    )  # fmt: skip


def _phone(field: str, light: str) -> str:
    return (
        f'{_box(300, 0, 400, 760, field, 60)}{_box(330, 70, 340, 610, "#ffffff", 20)}{_box(400, 330, 200, 170, light, 24)}'
        f'<path d="M440 330 v-60 a60 60 0 0 1 120 0 v60" fill="none" stroke="{field}" stroke-width="28"/><circle cx="500" cy="400" r="24" fill="{field}"/>'
        f'{_box(380, 560, 240, 30, light, 15)}<circle cx="150" cy="240" r="110" fill="#d9695f"/><circle cx="850" cy="480" r="120" fill="#7cb894"/>'
        f'<path d="M110 240 h80 M790 480 h120 M850 420 v120" stroke="#ffffff" stroke-width="22" stroke-linecap="round"/>'
    )  # fmt: skip


def _ballot(field: str, light: str) -> str:
    return (
        f'<g transform="rotate(-8 500 200)">{_box(330, 0, 340, 380, "#ffffff", 8, field)}'
        f'{_box(380, 70, 60, 60, light)}{_box(470, 86, 150, 26, field, 13)}{_box(380, 170, 60, 60, light)}{_box(470, 186, 150, 26, field, 13)}'
        f'<path d="M386 96 l20 24 l40 -56" fill="none" stroke="#d9263b" stroke-width="14"/></g>'
        f'{_box(140, 330, 720, 430, field, 24)}{_box(290, 370, 420, 34, "#ffffff", 17)}<path d="M500 450 l38 92 l98 6 l-76 64 l26 96 l-86 -54 l-86 54 l26 -96 l-76 -64 l98 -6Z" fill="{light}"/>'
    )  # fmt: skip


def _hospital(field: str, light: str) -> str:
    return (
        f"{_box(90, 60, 460, 460, field, 70)}{_box(265, 140, 110, 300, '#ffffff')}{_box(170, 235, 300, 110, '#ffffff')}"
        f'<path d="M0 640 h260 l60 -120 l90 220 l80 -300 l80 200 h430" fill="none" stroke="#d9695f" stroke-width="26" stroke-linejoin="round" stroke-linecap="round"/>'
        f"{_person(780, 560, 440, light, 2)}"
    )


def _clock(field: str, light: str) -> str:
    hours = "".join(
        f'<circle cx="{500 + 310 * math.cos(turn * math.pi / 6):.0f}" cy="{380 + 310 * math.sin(turn * math.pi / 6):.0f}" r="20" fill="#ffffff"/>'
        for turn in range(12)
    )
    return (
        f'<circle cx="500" cy="380" r="390" fill="{light}"/><path d="M500 -10 a390 390 0 0 1 0 780Z" fill="{field}"/>{hours}'
        f'<path d="M500 380 V150 M500 380 L670 470" stroke="#ffffff" stroke-width="34" stroke-linecap="round"/><circle cx="500" cy="380" r="34" fill="#ffffff"/>'
        f'<circle cx="320" cy="380" r="62" fill="#d9695f"/><path d="M700 330 a70 70 0 1 0 60 110 a90 90 0 0 1 -60 -110Z" fill="#ffffff"/>'
    )  # fmt: skip


def _house(field: str, light: str) -> str:
    return (
        f'<circle cx="830" cy="120" r="90" fill="{light}"/><path d="M100 360 L500 60 L900 360Z" fill="#d9695f"/>{_box(170, 360, 660, 400, field)}'
        f'{_box(260, 440, 150, 150, "#f0cf73")}{_box(590, 440, 150, 150, "#f0cf73")}{_box(450, 520, 110, 240, "#ffffff")}'
    )  # fmt: skip


MOTIFS: dict[str, Callable[[str, str], str]] = {
    "school": _school, "scale": _scale, "speech": _speech, "mother": _mother, "drum": _drum, "book": _book,
    "wheel": _wheel, "table": _table, "cards": _cards, "river": _river, "phone": _phone, "ballot": _ballot,
    "hospital": _hospital, "clock": _clock, "house": _house,
}  # fmt: skip


def jingle() -> bytes:
    """Four bars of a five-tone tune, six seconds, as a WAV of 8 kHz."""
    rate, notes = 8000, (392, 440, 523, 587, 523, 440, 392, 330, 392, 523, 440, 392)
    long = rate // 2
    frames = bytearray()
    for note in notes:
        turn = 2 * math.pi * note / rate
        for at in range(long):
            loud = 9000 * (1 - at / long)
            frames += int(loud * (math.sin(turn * at) + 0.3 * math.sin(2 * turn * at))).to_bytes(
                2, "little", signed=True
            )
    held = io.BytesIO()
    with wave.open(held, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(bytes(frames))
    return held.getvalue()


def captions(lines: list[str]) -> bytes:
    """WebVTT of the jingle: its lines one after another."""
    step = 6 / max(len(lines), 1)
    cues = [
        f"00:00:{place * step:06.3f} --> 00:00:{(place + 1) * step:06.3f}\n{line}"
        for place, line in enumerate(lines)
    ]
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()
