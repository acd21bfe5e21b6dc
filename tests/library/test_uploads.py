"""The screen of a product's files: who may use it, what it says, what it refuses."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from quyen.library.models import ProductFile, StoredFile
from tests.factories import files
from tests.factories.media import keep, product


@pytest.fixture
def clip(unit, editor):
    return product(unit, kind="clip", title="Clip thử")


def address(one, *more) -> str:
    return "/".join(("/san-pham", str(one.pk), "cac-tep", *map(str, more))) + "/"


def send(client, one, *given, script: bool = True):
    uploads = [SimpleUploadedFile(name, data) for name, data in given]
    headers = {"Accept": "application/json"} if script else {"Accept": "text/html"}
    return client.post(address(one), {"files": uploads}, headers=headers)


def test_files_find_their_places_and_each_is_told_of(client_of, editor, clip) -> None:
    client = client_of(editor)
    zip_ = files.archive({"a.png": files.picture(), "b.exe.png": files.picture(turned=True)})
    answer = send(
        client, clip, ("phim.mov", files.film().replace(b"ftypisom", b"ftypqt  ")), ("phụ đề.srt", b"1\n00:00:01,000 --> 00:00:09,000\nXin ch\xc3\xa0o\n"),
        ("bộ.zip", zip_), ("lời.txt", files.LINES.encode()),
    ).json()  # fmt: skip
    assert [one["name"] for one in answer["placed"]] == ["phim.mov", "phụ đề.srt", "a.png", "lời.txt"]
    assert "MP4" in answer["placed"][0]["told"][0] and "00:00:09" in answer["placed"][1]["told"][0]
    assert [one["name"] for one in answer["refused"]] == ["b.exe.png"] and "exe" in answer["refused"][0][
        "reason"
    ]
    assert list(clip.files.values_list("role", "language")) == [
        ("main", ""),
        ("captions", "vi"),
        ("picture", ""),
        ("transcript", "vi"),
    ]
    page = client.get(address(clip)).content.decode()
    for said in (
        "Còn thiếu để phát hành",
        "Xem cùng lời",
        'kind="captions"' if "library/drawn" in page else "Xin chào",
        "đang chuẩn bị bản xem",
    ):
        assert said in page, said


def test_captions_of_another_film_are_refused_and_kept_out_of_the_product(client_of, editor, clip) -> None:
    client = client_of(editor)
    wrong = "WEBVTT\n\n01:30:00.000 --> 01:30:05.000\nCủa phim khác\n".encode()
    answer = send(
        client, clip, ("phim.mp4", files.film(95)), ("khác.vtt", wrong), ("biên bản.vtt", files.office())
    ).json()
    assert len(answer["placed"]) == 1 and len(answer["refused"]) == 2
    told = {one["name"]: f"{one['reason']} {one['advice']}" for one in answer["refused"]}
    assert (
        "01:30:05" in told["khác.vtt"]
        and "phim khác" in told["khác.vtt"]
        and "chưa đưa vào sản phẩm" in told["khác.vtt"]
    )
    assert "Word" in told["biên bản.vtt"]
    plain = send(client, clip, ("x.exe", b"MZ" + b"\0" * 99), script=False)
    assert plain.status_code == 422 and "chương trình Windows" in plain.content.decode()
    assert send(client, clip).status_code == 422 and send(client, clip, script=False).status_code == 302


def test_a_file_is_described_moved_and_taken_away(client_of, editor, clip, unit) -> None:
    client = client_of(editor)
    send(client, clip, ("a.png", files.picture()), ("b.png", files.picture(turned=True)), script=False)
    first, second = clip.files.all()
    client.post(address(clip, second.pk), {"viec": "len"})
    assert [one.pk for one in clip.files.all()] == [second.pk, first.pk]
    client.post(
        address(clip, first.pk),
        {"alternative_text": " Hai người đọc sách ", "role": "cover", "language": "xx"},
    )
    first.refresh_from_db()
    assert (first.alternative_text, first.role, first.language) == ("Hai người đọc sách", "cover", "")
    client.post(address(clip, second.pk), {"viec": "bo"})
    assert clip.files.count() == 1 and StoredFile.objects.count() == 2
    assert client.get(address(clip, first.pk, "hinh")).status_code == 200


def test_only_editors_bring_files_and_strangers_see_nothing(
    client_of, colleague, stranger, editor, unit, clip
) -> None:
    row = ProductFile.objects.create(product=clip, file=keep(editor, unit, files.picture()), role="main")
    for person, seen in ((colleague, 200), (stranger, 404)):
        client = client_of(person)
        assert client.get(address(clip)).status_code == seen
        assert send(client, clip, ("a.png", files.picture())).status_code == 404
        assert client.post(address(clip, row.pk), {"viec": "bo"}).status_code == (
            403 if person == colleague else 404
        )
        assert client.get(f"/san-pham/{clip.pk}/bo-kenh/").status_code == seen
        assert client.get(f"/san-pham/{clip.pk}/bo-kenh/ma-qr/").status_code == seen
    assert client_of(None).get(address(clip)).status_code == 302
    assert clip.files.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_screen_asks_the_same_number_of_questions_whatever_its_files(
    client_of, editor, unit, clip, count, django_assert_num_queries
) -> None:
    for number in range(count):
        stored = keep(editor, unit, files.picture(shade=number * 9), f"{number}.png", drawn=True)
        ProductFile.objects.create(product=clip, file=stored, role="picture", position=number)
    client = client_of(editor)
    client.get(address(clip))
    with django_assert_num_queries(10):
        page = client.get(address(clip))
    assert page.content.decode().count("Mô tả bằng lời cho người") == count and (
        count == 1 or "Giống ảnh" in page.content.decode()
    )


def test_a_published_product_is_looked_at_by_strangers_through_the_public_door(
    client_of, stranger, editor, unit
) -> None:
    out = product(unit, keep(editor, unit, files.picture("JPEG"), "a.jpg", drawn=True), state="publish")
    page = client_of(stranger).get(address(out)).content.decode()
    assert "/tep/rieng/" not in page and "/san-pham/tep/" in page and "Tải lên" not in page
