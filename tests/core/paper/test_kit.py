"""What kits are made of: posters, scripts, pictures of posts, QR."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import fontpkg_noto_sans_khmer
import pypdfium2
from PIL import Image

from quyen.core.media.voice import Voice, read_by, voice_for
from quyen.core.paper.kit import (
    Faces,
    Part,
    Told,
    card_jpeg,
    missing_signs,
    poster_pdf,
    qr_png,
    qr_svg,
    radio_docx,
)
from tests.factories import files

FONTS = Path(__file__).parents[3] / "quyen/shared/static/quyen/fonts"
FACES = Faces(
    (FONTS / "BeVietnamPro-Regular.ttf", FONTS / "BeVietnamPro-SemiBold.ttf"),
    Path(fontpkg_noto_sans_khmer.__file__).parent / "files/NotoSansKhmer[wdth,wght].ttf",
)
VI = Told(
    "Quyền được biết", "Ai cũng được hỏi.", (Part("heading", "Cách làm"), Part("point", "Gửi phiếu #yêu [cầu]")), "Sở Thử",
    "https://a.example/thu-vien/1-x/", "vi", ("Đài Thử",), (("Biên soạn", "Nguyễn A"),), "CC BY 4.0",
    files.picture("JPEG"), "Một hình vẽ",
)  # fmt: skip
KM = replace(VI, title="សិទ្ធិទទួលបានព័ត៌មាន", summary="អ្នកមានសិទ្ធិសួរ។ ꨌ", language="km", picture=b"", draft=True)
DAY = date(2026, 12, 10)


def words_of(pdf: bytes) -> str:
    paper = pypdfium2.PdfDocument(pdf)
    assert len(paper) == 1
    return " ".join(paper[0].get_textpage().get_text_bounded().split())


def test_a_poster_names_its_unit_and_leads_to_its_page() -> None:
    made = poster_pdf(VI, FACES, DAY)
    said = words_of(made)
    for wanted in (
        "Quyền được biết",
        "Sở Thử, Đài Thử",
        "Gửi phiếu #yêu [cầu]",
        "CC BY 4.0",
        "a.example/thu-vien/1-x",
        "Nguyễn A",
    ):
        assert wanted in said, said
    assert made == poster_pdf(VI, FACES, DAY) and b"BeVietnam" in made and b"Khmer" not in made


def test_a_poster_in_khmer_has_its_letters_and_says_what_it_lacks() -> None:
    made = poster_pdf(KM, FACES, DAY, "a3")
    said = words_of(made)
    assert b"NotoSansKhmer" in made and "□" in said and "ចេញផ្សាយ" in said
    assert pypdfium2.PdfDocument(made)[0].get_size()[0] > 840
    assert missing_signs(KM.title + KM.summary, FACES) == "ꨌ"
    assert missing_signs(KM.title, replace(FACES, khmer=None)) != ""


def test_the_picture_of_a_post_is_as_channels_cut_it() -> None:
    for told in (VI, KM):
        with Image.open(io.BytesIO(card_jpeg(told, FACES))) as made:
            assert (made.size, made.format) == ((1200, 630), "JPEG")


def test_a_qr_says_its_address() -> None:
    made = qr_svg('https://a.example/?a=1&b="2"').decode()
    assert "&amp;b=" in made and "<title>" in made
    with Image.open(io.BytesIO(qr_png(VI.address))) as picture:
        assert picture.width >= 1000 and picture.getpixel((0, 0)) == 255


def test_a_radio_script_is_big_and_plain() -> None:
    made = radio_docx(VI, ["Kính thưa bà con."], "khoảng 5 giây", ["Hỏi cách đọc: ABC"])
    paper = docx.Document(io.BytesIO(made))
    said = [paragraph.text for paragraph in paper.paragraphs]
    assert (
        said[0] == "Đơn vị phát hành: Sở Thử, Đài Thử"
        and "khoảng 5 giây" in said[1]
        and said[-2:] == ["Hỏi cách đọc: ABC", VI.address]
    )
    assert paper.paragraphs[3].runs[0].font.size.pt == 20
    khmer = docx.Document(io.BytesIO(radio_docx(KM, [KM.summary], "")))
    assert "km-KH" in khmer.element.xml and 'w:szCs w:val="40"' in khmer.element.xml


def test_a_voice_is_used_where_one_is_and_failing_is_no_error(monkeypatch) -> None:
    monkeypatch.delenv("QUYEN_PIPER_MODELS", raising=False)
    assert voice_for("vi", lambda name: None) is None and voice_for("km", lambda name: "/x/" + name) is None
    found = voice_for("vi", lambda name: f"/x/{name}" if name == "espeak-ng" else None)
    assert found.command[:3] == ("/x/espeak-ng", "-v", "vi")
    assert read_by(Voice("cat", ("/bin/sh", "-c", 'cat > "$0"')), "tiếng " * 20).decode().startswith("tiếng")
    assert (
        read_by(Voice("none", ("/x/none",)), "a") is None
        and read_by(Voice("false", ("/bin/false",)), "a") is None
    )
