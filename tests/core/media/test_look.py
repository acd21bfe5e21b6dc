"""What the room of media says of files, good ones and hostile ones."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from quyen.core.media import Limits, look, members
from quyen.core.media.apart import drawn_apart, look_apart
from quyen.core.media.frames import frame_of
from quyen.core.media.likeness import NEAR, alike, bits_apart, text_sketch
from quyen.core.media.renditions import renditions
from tests.factories import files

ODT = "application/vnd.oasis.opendocument.text"
WORD = b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:hdr>'


def opened(inside: str, media_type: str = ODT, name: str = "content.xml", code: str = "utf-8") -> bytes:
    page = f'<a xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="urn:script">{inside}</a>'
    return files.archive({"mimetype": media_type.encode(), name: page.encode(code)})


def seen(data: bytes, name: str = "", **limits):
    return look(io.BytesIO(data), name, Limits(**limits) if limits else Limits())


@pytest.mark.parametrize(
    ("data", "name", "kind", "media_type", "measures"),
    [
        (files.picture(), "a.png", "picture", "image/png", (400, 300, None, None)),
        (files.picture("JPEG"), "a.JPG", "picture", "image/jpeg", (400, 300, None, None)),
        (files.photograph(), "a.jpg", "picture", "image/jpeg", (450, 800, None, None)),
        (files.picture("WEBP"), "a.webp", "picture", "image/webp", (400, 300, None, None)),
        (files.picture("GIF"), "a.gif", "picture", "image/gif", (400, 300, None, None)),
        (files.picture("AVIF"), "a.avif", "picture", "image/avif", (400, 300, None, None)),
        (files.svg(), "a.svg", "drawing", "image/svg+xml", (200, 50, None, None)),
        (files.svg(attributes='viewBox="0 0 60 30"'), "a.svg", "drawing", "image/svg+xml", (60, 30, None, None)),
        (files.film(), "a.mp4", "video", "video/mp4", (1280, 720, 95.0, None)),
        (files.webm(), "a.webm", "video", "video/webm", (640, 360, 12.5, None)),
        (files.sound(), "a.wav", "sound", "audio/wav", (None, None, 2.0, None)),
        (files.pdf(), "a.pdf", "paper", "application/pdf", (793, 267, None, 1)),
        (files.pdf("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"), "a.pdf", "paper", None, (793, 267, None, 1)),
        (files.pdf("/OpenAction [3 0 R /XYZ null null 0]"), "a.pdf", "paper", None, (793, 267, None, 1)),
        (files.office(), "a.docx", "paper", None, (None,) * 4),
        (files.office(more={"word/_rels/document.xml.rels": b'<Relationships><Relationship Type="x/hyperlink" Target="https://x.example" TargetMode="External"/></Relationships>'}), "a.docx", "paper", None, (None,) * 4),
        (opened('<image xlink:href="Pictures/a.png" xlink:actuate="onLoad"/>'), "a.odt", "paper", None, (None,) * 4),
        (files.CAPTIONS.encode(), "a.vtt", "captions", "text/vtt", (None, None, 8.0, None)),
        (files.CAPTIONS.encode("utf-16"), "a.vtt", "captions", "text/vtt", (None, None, 8.0, None)),
        (b"1\r\n00:00:01,000 --> 00:00:02,500\r\nXin ch\xc3\xa0o\r\n", "a.srt", "captions", "application/x-subrip", (None, None, 2.5, None)),
        ("<p>Quyền</p>".encode(), "a.html", "text", "text/html", (None,) * 4),
        (files.LINES.encode(), "a.txt", "text", "text/plain", (None,) * 4),
    ],
)  # fmt: skip
def test_a_good_file_is_known_by_its_bytes(data, name, kind, media_type, measures) -> None:
    found = seen(data, name)
    assert found.refusal is None, found.refusal
    assert (found.kind, (found.width, found.height, found.seconds, found.pages)) == (kind, measures)
    assert media_type in (None, found.media_type)


PNG, JPEG, ZIP = files.picture(), files.picture("JPEG"), files.archive({"a.class": b"x"})
HOSTILE = {
    "gifar": (files.picture("GIF") + ZIP, "a.gif", "polyglot"),
    "zip behind a jpeg": (JPEG + ZIP, "a.jpg", "polyglot"),
    "zip behind a pdf": (files.pdf() + ZIP, "a.pdf", "polyglot"),
    "page before a pdf": (b"<script>alert(1)</script>\n" + files.pdf(), "a.pdf", "wrong-ending"),
    "junk before a pdf": (b"\x01\x02 GIF" + files.pdf(), "a.pdf", "polyglot"),
    "words behind a pdf": (files.pdf() + b"PK and more", "a.pdf", "trailing"),
    "film behind a photo": (JPEG + files.film(), "a.jpg", "trailing"),
    "words behind a png": (PNG + b"MZ\x90" * 9, "a.png", "trailing"),
    "words behind a webp": (files.picture("WEBP") + b"x" * 99, "a.webp", "trailing"),
    "page in a png": (files.picture("PNG", pnginfo=None)[:33] + b"\0\0\0\x17tEXta\0<script>alert(1)</scri" + b"\0" * 4 + PNG[33:], "a.png", "polyglot"),
    "page in a jpeg": (JPEG[:2] + b"\xff\xfe\x00\x12<html><body>..." + b"." + JPEG[2:], "a.jpg", "polyglot"),
    "bomb": (files.bomb(), "a.png", "bomb"),
    "cut off": (PNG[:-40], "a.png", "damaged"),
    "cut off jpeg": (JPEG[:-60], "a.jpg", "damaged"),
    "pdf with a script": (files.pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "a.pdf", "active-pdf"),
    "pdf with a script in other letters": (files.pdf("/OpenAction << /S /J#61vaScript /JS (1) >>"), "a.pdf", "active-pdf"),
    "pdf that starts a program": (files.pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"), "a.pdf", "active-pdf"),
    "pdf with a packed script": (files.pdf("/OpenAction 7 0 R", packed=b"<< /S /JavaScript /JS (app.alert(1)) >>"), "a.pdf", "active-pdf"),
    "macro": (files.office(more={"word/vbaProject.bin": b"x"}), "a.docx", "macro"),
    "template from elsewhere": (files.office(more={"word/_rels/settings.xml.rels": b'<Relationships><Relationship Type="x/attachedTemplate" Target="http://x" TargetMode="External"/></Relationships>'}), "a.docx", "external"),
    "pdf that goes to an address when it is opened": (files.pdf("/OpenAction << /S /URI /URI (https://x.example) >>"), "a.pdf", "active-pdf"),
    "pdf that goes there by a packed action": (files.pdf("/OpenAction 7 0 R", packed=b"<< /S /URI /URI (https://x.example) >>"), "a.pdf", "active-pdf"),
    "pdf that goes there after turning the page": (files.pdf("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 7 0 R >>", packed=b"<< /S /URI /URI (https://x.example) >>"), "a.pdf", "active-pdf"),
    "pdf that goes there by itself": (files.pdf("/AA << /WC << /S /URI /URI (https://x.example) >> >>"), "a.pdf", "active-pdf"),
    "template called a link": (files.office(more={"word/_rels/settings.xml.rels": b"<Relationships><Relationship Type='x/attachedTemplate' Target='http://x/hyperlink' TargetMode='External'/></Relationships>"}), "a.docx", "external"),
    "template in other letters": (files.office(more={"word/_rels/settings.xml.rels": '<?xml version="1.0" encoding="UTF-16"?><Relationships><Relationship Type="x/attachedTemplate" Target="http://x" TargetMode="External"/></Relationships>'.encode("utf-16")}), "a.docx", "external"),
    "field that starts a program": (files.office(more={"word/header1.xml": WORD % b"<w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\cmd.exe</w:instrText>"}), "a.docx", "macro"),
    "plain field that starts a program": (files.office(more={"word/footer1.xml": WORD % b'<w:fldSimple w:instr="dde x"/>'}), "a.docx", "macro"),
    "sheet that starts a program": (files.office("xl/workbook.xml", more={"xl/externalLinks/externalLink1.xml": b'<externalLink><ddeLink ddeService="cmd"/></externalLink>'}), "a.xlsx", "macro"),
    "entities in an office file": (files.office(more={"word/styles.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "a.docx", "entities"),
    "picture fetched by a text": (opened('<image xlink:href="https://x.example/a.png" xlink:actuate="onLoad"/>'), "a.odt", "external"),
    "text that calls a macro": (opened("<script:event-listener/>"), "a.odt", "macro"),
    "book in other letters": (opened("<script>1</script>", "application/epub+zip", "a.xhtml", "utf-16"), "a.epub", "active-book"),
    "office bomb": (files.office(more={"word/media/a.bmp": b"\0" * (4 << 20)}), "a.docx", "bomb"),
    "program": (b"MZ\x90\0" + b"\0" * 99, "a.jpg", "unknown-kind"),
    "old word": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 99, "a.doc", "unknown-kind"),
    "wrong ending": (PNG, "a.pdf", "wrong-ending"),
    "double ending": (PNG, "a.php.png", "double-ending"),
    "page called a picture": (b"<!doctype html><script>1</script>", "a.png", "wrong-ending"),
    "entities": (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "a.svg", "bad-svg"),
    "film with a tail": (files.film() + b"Rar!" + b"\0" * 99, "a.mp4", "damaged"),
    "film with a strange box": (files.film() + struct.pack(">I4s", 16, b"evil") + b"\0" * 8, "a.mp4", "trailing"),
    "page in a film": (files.film()[:-64] + b"<script>" + b"\0" * 56, "a.mp4", "polyglot"),
    "archive": (ZIP, "a.zip", "archive"),
    "word called captions": (files.office(), "phude.vtt", "wrong-ending"),
    "empty": (b"", "a.png", "empty"),
    "noise": (bytes(range(256)) * 9, "a.bin", "unknown-kind"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_and_told_why(case) -> None:
    data, name, code = HOSTILE[case]
    refusal = seen(data, name).refusal
    assert refusal is not None and refusal.code == code, refusal
    assert refusal.message.endswith((".", "?")) and (refusal.advice or code == "order")


def test_a_drawing_is_made_safe_and_what_went_is_told() -> None:
    bad = files.svg(
        '<script>alert(1)</script><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'
        '<image href="http://x.example/a.png"/><image href="file:///etc/passwd"/><use xlink:href="#a"/>'
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/><image xlink:href="data:image/png;base64,iVBORw0K"/>'
        '<a href="javascript:alert(1)"><text onclick="alert(1)" style="fill:url(http://x/y)">Quyền</text></a>'
        "<style>@import url(http://x/y.css)</style><style>.a{fill:url(#b)}</style>"
        '<set attributeName="href" to="javascript:1"/><rect fill="url(#b)" style="fill:u\\72l(x)"/><x:y xmlns:x="inkscape"/>'
    )
    found = seen(bad, "a.svg")
    assert found.refusal is None and found.notices[0].code == "made-safe"
    assert "mã chạy (script)" in found.notices[0].message and "foreignObject" in found.notices[0].message
    from quyen.core.media.drawing import redrawn

    made = redrawn(bad).svg.decode()
    for word in (
        "script",
        "foreign",
        "http://x",
        "file:",
        "onclick",
        "@import",
        "svg+xml",
        "<a",
        "set",
        "\\72",
    ):
        assert word not in made.replace("http://www.w3.org/2000/svg", ""), word
    for word in ("Quyền", 'fill="url(#b)"', ".a{fill:url(#b)}", 'xlink:href="#a"', "data:image/png"):
        assert word in made, word
    assert redrawn(made.encode()).removed == {}


def test_what_a_film_says_of_itself_is_told() -> None:
    codes = {problem.code for problem in seen(files.film(codec=b"hvc1", place=True), "a.mp4").notices}
    assert codes == {"codec", "place"}
    assert seen(files.webm().replace(b"webm", b"matr"), "a.webm").refusal.code == "unknown-kind"


def test_only_the_headers_of_a_long_film_are_read(tmp_path) -> None:
    path = tmp_path / "a.mp4"
    length = 5 << 30
    with path.open("wb") as file:
        file.write(files.film_head(length))
        file.truncate(file.tell() + length)
    tracemalloc.start()
    began = time.process_time()
    found = look(path, "a.mp4")
    assert (found.kind, found.seconds, found.refusal) == ("video", 3600.0, None)
    assert tracemalloc.get_traced_memory()[1] < 4 << 20 and time.process_time() - began < 1
    tracemalloc.stop()


def test_the_same_picture_in_another_form_is_near_and_another_is_not() -> None:
    first = seen(files.picture()).likeness
    again = seen(files.picture("JPEG", (800, 600), quality=60)).likeness
    other = seen(files.picture("WEBP", turned=True)).likeness
    assert bits_apart(first, again) <= NEAR < bits_apart(first, other)
    assert seen(files.picture(size=(24, 24))).likeness is not None
    flat = io.BytesIO()
    Image.new("RGB", (50, 50), "white").save(flat, "PNG")
    assert seen(flat.getvalue()).likeness is None


def test_nearly_the_same_text_is_near() -> None:
    one = " ".join(f"Điều {n} nói rằng mọi người có quyền thứ {n} theo công ước" for n in range(60))
    other = one.replace("Điều 7 ", "Điều bảy ").replace("quyền thứ 30", "quyền ba mươi")
    assert alike(text_sketch(one), text_sketch(other)) > 0.8
    assert alike(text_sketch(one), text_sketch(one.upper())) == 1.0
    assert alike(text_sketch(one), text_sketch(files.LINES * 3)) < 0.1
    assert text_sketch("ngắn quá") == ()


def test_renditions_carry_nothing_that_the_camera_wrote(tmp_path) -> None:
    path = tmp_path / "a"
    path.write_bytes(files.photograph())
    made = list(renditions(path, "image/jpeg"))
    assert [(one.media_type, one.width, one.height) for one in made[:2]] == [
        ("image/webp", 450, 800), ("image/jpeg", 450, 800),
    ]  # fmt: skip
    assert sorted({one.width for one in made}) == [320, 450]
    for one in made:
        assert b"Exif" not in one.content and "Máy ảnh".encode() not in one.content
        assert seen(one.content).refusal is None


def test_a_film_gives_one_picture_where_ffmpeg_is_here(tmp_path) -> None:
    """A program that only answers stands for it."""
    film, drawn, tool = tmp_path / "phim.mp4", tmp_path / "hình.png", tmp_path / "ffmpeg"
    film.write_bytes(files.film())
    drawn.write_bytes(files.picture(size=(64, 36)))
    tool.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\nexec cat "{drawn}"\n')
    tool.chmod(0o755)
    frame = frame_of(film, "video/mp4", lambda _name: str(tool))
    assert frame is not None and frame.size == (64, 36)
    asked = (tmp_path / "asked").read_text()
    assert "-protocol_whitelist file,pipe -f mov" in asked and f"-i file:{film}" in asked
    tool.write_text("#!/bin/sh\necho no picture\nexit 1\n")
    assert frame_of(film, "video/mp4", lambda _name: str(tool)) is None
    assert frame_of(film, "video/mp4", lambda _name: None) is None
    assert frame_of(film, "audio/mp4", lambda _name: str(tool)) is None


@pytest.mark.parametrize(
    ("data", "media_type", "kinds"),
    [
        (files.pdf(), "application/pdf", {"page"}),
        (files.svg("<script>1</script><text y='20'>Quyền</text>"), "image/svg+xml", {"drawing", "picture"}),
        (files.CAPTIONS.encode(), "text/vtt", {"captions"}),
        ("<h1>Quyền</h1><script>1</script>".encode(), "text/html", {"text"}),
        (files.film(), "video/mp4", set()),
    ],
)
def test_what_is_shown_instead_of_each_kind(tmp_path, data, media_type, kinds) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    made = list(renditions(path, media_type))
    assert {one.kind for one in made} == kinds
    assert all(b"<script" not in one.content for one in made)


def test_the_same_in_a_process_of_its_own(tmp_path) -> None:
    path = tmp_path / "a"
    path.write_bytes(files.svg())
    found = look_apart(path, "hình.svg")
    assert found == look(path, "hình.svg")
    with drawn_apart(path, "image/svg+xml", "hình.svg") as made:
        assert [one.width for one in made if one.media_type == "image/webp"] == [1280, 640, 320]
    slow = look_apart(path, "a.svg", seconds=0.001)
    assert slow.refusal.code == "too-slow"


def test_an_archive_gives_its_files_and_refuses_its_tricks(tmp_path) -> None:
    path = tmp_path / "a.zip"
    inside = {
        "anh/một.png": PNG, "../../trèo.png": PNG, "C:/x.png": PNG, "__MACOSX/._a": b"x", "to.bmp": b"\0" * (3 << 20),
        "con.zip": ZIP,
    }  # fmt: skip
    path.write_bytes(files.archive(inside, link="lien-ket.png"))
    got = {name: one if hasattr(one, "code") else one.read() for name, one in members(path)}
    assert got["một.png"] == PNG
    codes = {name: one.code for name, one in got.items() if hasattr(one, "code")}
    assert codes == {
        "trèo.png": "zip-slip", "x.png": "zip-slip", "lien-ket.png": "zip-slip", "to.bmp": "bomb", "con.zip": "nested",
    }  # fmt: skip
    path.write_bytes(b"PK\3\4 not at all")
    assert [one.code for _, one in members(path)] == ["damaged"]
    path.write_bytes(files.archive({f"{n}.txt": b"x" for n in range(201)}))
    assert [one.code for _, one in members(path)] == ["bomb"]


SOUND_ONES = {
    "a.png": PNG, "a.jpg": JPEG, "a.avif": files.picture("AVIF"), "a.mp4": files.film(), "a.webm": files.webm(), "a.pdf": files.pdf(),
    "a.svg": files.svg(), "a.docx": files.office(), "a.vtt": files.CAPTIONS.encode(), "a.wav": files.sound(0.1),
}  # fmt: skip


@settings(max_examples=40)
@given(
    st.sampled_from(sorted(SOUND_ONES)), st.integers(0, 10_000), st.integers(0, 60), st.binary(max_size=12)
)
def test_whatever_is_broken_is_told_and_no_error_comes(name, at, gone, put) -> None:
    whole = SOUND_ONES[name]
    place = at % (len(whole) + 1)
    seen(whole[:place] + put + whole[place + gone :], name)
