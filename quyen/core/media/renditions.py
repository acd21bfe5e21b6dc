"""What is shown of a file in its stead: pictures in three widths without what the camera wrote into them, the first page
of a PDF, a picture out of a film where ffmpeg is here, the safe drawing, captions as WebVTT, a page's clean words. The
original is never changed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from quyen.core.errors import DamagedFile, FileRefused
from quyen.core.media.frames import READERS, frame_of
from quyen.core.media.pictures import FORMATS
from quyen.core.media.record import Made

WIDTHS = (320, 640, 1280)
WEBP, JPEG, PNG = "image/webp", "image/jpeg", "image/png"
PICTURE, PAGE, DRAWING, CAPTIONS, TEXT = "picture", "page", "drawing", "captions", "text"


def renditions(path: Path, media_type: str, name: str = "") -> Iterator[Made]:
    """All renditions of a file that `look` took. None for sound and office files, nor for a film where no ffmpeg is
    installed. Errors: FileRefused and its kinds where a file cannot be drawn after all."""
    if media_type in FORMATS:
        yield from _of_picture(path, media_type)
    elif media_type == "application/pdf":
        yield from _of_pdf(path)
    elif media_type == "image/svg+xml":
        yield from _of_drawing(path)
    elif media_type in ("text/vtt", "application/x-subrip"):
        from quyen.core.media.captions import as_vtt, read_captions

        yield Made(CAPTIONS, "text/vtt", 0, 0, as_vtt(read_captions(path.read_bytes(), name)).encode())
    elif media_type in READERS:
        if (frame := frame_of(path, media_type)) is not None:
            yield from _in_widths(frame, PICTURE)
    elif media_type == "text/html":
        yield _of_page(path)


def _of_picture(path: Path, media_type: str) -> Iterator[Made]:
    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")
            with Image.open(file, formats=[FORMATS[media_type]]) as opened:
                opened.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
                whole = _plain(ImageOps.exif_transpose(opened))
    except (OSError, RuntimeError, SyntaxError, ValueError, EOFError) as error:
        raise DamagedFile("Ảnh bị hỏng, không vẽ lại được.") from error
    yield from _in_widths(whole, PICTURE)


def _plain(picture: Image.Image) -> Image.Image:
    """Its points alone, in sRGB: no place, no camera, no words, no profile."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
            picture = made or picture
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a wrong profile: the points as they are
    clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    plain = picture.convert("RGBA" if clear else "RGB")
    made = Image.new(plain.mode, plain.size)
    made.paste(plain)
    return made


def _in_widths(whole: Image.Image, kind: str) -> Iterator[Made]:
    widths = sorted({min(width, whole.width) for width in WIDTHS}, reverse=True)
    for width in widths:
        height = max(1, round(whole.height * width / whole.width))
        whole = (
            whole
            if whole.width == width
            else whole.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        )
        yield Made(kind, WEBP, width, height, _saved(whole, "WEBP", quality=80, method=3))
        yield Made(
            kind,
            JPEG,
            width,
            height,
            _saved(_on_white(whole), "JPEG", quality=82, optimize=True, progressive=True),
        )


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _saved(picture: Image.Image, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def _of_pdf(path: Path) -> Iterator[Made]:
    import pypdfium2

    try:
        paper = pypdfium2.PdfDocument(path)
        try:
            if not len(paper):
                return
            page = paper[0]
            wide, high = page.get_size()
            if not 0 < wide < 20_000 or not 0 < high < 20_000:
                raise FileRefused("Trang đầu của tệp PDF có khổ bất thường.")
            scale = min(WIDTHS[-1] / wide, 4 * WIDTHS[-1] / high)
            whole = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        finally:
            paper.close()
    except pypdfium2.PdfiumError as error:
        raise DamagedFile("Không vẽ được trang đầu của tệp PDF.") from error
    yield from _in_widths(whole, PAGE)


def _of_drawing(path: Path) -> Iterator[Made]:
    import resvg_py

    from quyen.core.media.drawing import redrawn

    made = redrawn(path.read_bytes())
    yield Made(DRAWING, "image/svg+xml", made.width, made.height, made.svg)
    fonts = sorted((Path(__file__).resolve().parents[2] / "shared/static/quyen/fonts").glob("*.ttf"))
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=made.svg.decode(), width=WIDTHS[-1], skip_system_fonts=True, font_files=[str(font) for font in fonts],
            font_family="Be Vietnam Pro", sans_serif_family="Be Vietnam Pro", serif_family="Be Vietnam Pro",
            monospace_family="Be Vietnam Pro", languages=["vi"],
        )  # fmt: skip
    except ValueError as error:
        raise DamagedFile("Không vẽ được hình SVG thành ảnh.") from error
    with Image.open(io.BytesIO(drawn)) as picture:
        whole = picture.convert("RGBA")
    yield from _in_widths(whole, PICTURE)


def _of_page(path: Path) -> Made:
    from quyen.core.media.pasted import clean_pasted
    from quyen.core.text.encodings import decode

    return Made(TEXT, "text/html", 0, 0, clean_pasted(decode(path.read_bytes())[0]).html.encode())
