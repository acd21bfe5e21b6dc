"""Captions and pasted pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.media import against_film, as_srt, as_vtt, read_captions
from quyen.core.media.pasted import clean_pasted
from tests.factories import files


def test_captions_are_read_and_written_again() -> None:
    read = read_captions(files.CAPTIONS.encode(), "a.vtt")
    assert (len(read.cues), read.form, read.problems) == (2, "vtt", ())
    assert read.words == "Quyền được thông tin\nlà quyền của mọi người."
    again = read_captions(as_vtt(read).encode(), "a.vtt")
    assert [(c.start, c.end, c.text) for c in again.cues] == [(c.start, c.end, c.text) for c in read.cues]
    assert "00:00:04,500 --> 00:00:08,000\nlà quyền của <b>mọi người</b>." in as_srt(read)


def test_srt_in_old_letters_becomes_webvtt() -> None:
    srt = "1\r\n00:00:01,500 --> 00:00:03,000\r\nQuyÒn con ng­êi lµ cña mäi ng­êi\r\n2\r\n0:00:04,0 --> 0:00:05,0\r\n<font color=red>hai</font> & ba\r\n"
    read = read_captions(srt.encode("latin-1"), "phude.vtt")
    made = as_vtt(read)
    assert "Quyền con người là của mọi người" in made and "hai &amp; ba" in made and "font" not in made
    assert "00:00:01.500 --> 00:00:03.000" in made
    assert {p.code for p in read.problems} == {"srt-in-vtt", "encoding"} and not any(
        p.refuses for p in read.problems
    )


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("WEBVTT\n\n00:05.000 --> 00:03.000\nA\n\n00:06.000 --> 00:07.000\nB", "bad-captions", "dòng 3"),
        ("WEBVTT\n\n00:aa.000 --> 00:03.000\nA", "bad-captions", "dòng 3: “00:aa.000"),
        ("WEBVTT\n\nchỉ có lời", "no-captions", "Không thấy lời"),
        ("Biên bản họp ngày 3/4", "no-captions", "Không thấy lời"),
        ("WEBVTT\n\n00:05.000 --> 00:07.000\nA\n\n00:01.000 --> 00:03.000\nB", "order", "dòng 6"),
        ("WEBVTT\n\n00:01.000 --> 00:05.000\nA\n\n00:03.000 --> 00:07.000\nB", "overlap", "dòng 6"),
        ("WEBVTT\n\n00:01.000 --> 00:55.000\nA", "long", "dòng 3"),
    ],
)
def test_what_is_wrong_with_captions_is_told_with_its_line(text, code, said) -> None:
    problem = read_captions(text.encode(), "a.vtt").problems[0]
    assert problem.code == code and said in problem.message


def test_captions_of_another_film_are_told() -> None:
    read = read_captions(
        b"WEBVTT\n\n01:30:00.000 --> 01:30:05.000\n" + b"The rights of everyone are here. " * 9, "a.vtt"
    )
    (wrong, language) = against_film(read, 95.0, "vi")
    assert (
        wrong.code == "wrong-captions"
        and wrong.refuses
        and "01:30:05" in wrong.message
        and "00:01:35" in wrong.message
    )
    assert language.code == "language" and not language.refuses
    assert [p.code for p in against_film(read, 4 * 3600.0, "en")] == ["short-captions"]
    assert against_film(read, None, "en") == ()


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-x:1}</style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body>
<h1 style='mso-x:1'>Quyê\u0300n cu\u0309a tôi<o:p></o:p></h1><p class=MsoNormal style='color:red'>Xin <b style="x">chào</b>&nbsp;<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>Một</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>Hai</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span>1.<span>&nbsp;</span></span><!--[endif]-->Đầu</p>
<p><span style="font-family:.VnTime">QuyÒn con ng­êi</span> <span style="font-weight:700">đậm</span></p><p>&nbsp;</p>
<table><tr><td colspan=2 style="x" onclick="y">Ô</td></tr></table><a href="javascript:alert(1)">x</a> <a href="https://a.example/" onclick=1>y</a>
<img src="file:///C:/a.png"><img src=x onerror=alert(1)><script>alert(1)</script><svg><script>1</script></svg></body></html>"""


def test_a_page_pasted_from_word_keeps_its_build_and_nothing_else() -> None:
    made = clean_pasted(WORD)
    text = made.html
    for wanted in (
        "<h2>Quyền của tôi</h2>", "Xin <b>chào</b>", "<li>Một</li>", "<li>Hai</li>", "<ol><li>Đầu</li></ol>",
        "Quyền con người", "<strong>đậm</strong>", '<td colspan="2">Ô</td>', 'href="https://a.example/"',
    ):  # fmt: skip
        assert wanted in text, (wanted, text)
    assert text.count("<ul>") == text.count("<ol>") == 1
    for gone in (
        "mso",
        "style",
        "class",
        "onclick",
        "javascript",
        "script",
        "img",
        "o:p",
        "·",
        "Normal",
        "<p></p>",
        "svg",
    ):
        assert gone not in text, gone
    assert made.removed == {"ảnh": 2, "mã chạy": 2}
    assert clean_pasted(text).html == text


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<script>", "<li>", "<!--", "-->", "<![if !supportLists]>", "<![endif]>", "<a href='javascript:1'>", "<svg onload=1>", "&lt;", "x", "<table>", "\0", "<p class=MsoListParagraph>", "</div>", "<style>"]), max_size=12))  # fmt: skip
def test_whatever_is_pasted_comes_out_safe(parts) -> None:
    made = clean_pasted("".join(parts)).html
    assert not any(word in made for word in ("<script", "javascript:", "onload", "<svg", "<style", "class="))


@settings(max_examples=25)
@given(st.binary(max_size=60).map(lambda tail: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + tail))
def test_captions_never_break(data) -> None:
    import io

    from quyen.core.media import look

    read = read_captions(data, "a.vtt")
    assert "<script" not in as_vtt(read)
    look(io.BytesIO(data), "a.vtt")
