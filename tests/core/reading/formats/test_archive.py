"""Archives: every member by itself, a bad one named and passed over."""

import io
import zipfile

import pytest

from quyen.core.errors import DamagedFile, ProtectedFile, TooLarge, UnknownKind, UnsafeFile
from quyen.core.reading.formats import Limits, kind_of, open_document, unpack
from tests.core.reading.formats.builders import docx, p, zipped


def test_members_come_one_by_one_and_junk_is_passed_over():
    data = zipped(
        {
            "Kế hoạch/a.txt": "một",
            "b.docx": docx(p("hai")),
            "__MACOSX/b": "x",
            ".DS_Store": "x",
            "~$b.docx": "x",
        }
    )
    found = dict(unpack(data, "x.zip"))
    assert list(found) == ["Kế hoạch/a.txt", "b.docx"]
    assert open_document(found["b.docx"]).blocks[0].text == "hai"
    assert kind_of(data) == "zip"
    with pytest.raises(UnknownKind):
        open_document(data, "x.zip")


def test_names_without_the_flag_are_utf8_where_they_can_be():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("XX.txt", "a")
    raw = out.getvalue().replace(b"XX.txt", "ế.tx".encode())  # as many bytes
    assert [name for name, _ in unpack(raw)] == ["ế.tx"]


def test_archives_inside_are_opened_two_deep():
    inner = zipped({"c.txt": "ba", "deep.zip": zipped({"d.txt": "bốn"})})
    found = dict(unpack(zipped({"in.zip": inner})))
    assert found["in.zip/c.txt"] == b"ba"
    assert isinstance(found["in.zip/deep.zip"], TooLarge)


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "C:/a.txt", "a/../../b.txt", "..\\a.txt"])
def test_paths_out_of_the_archive_are_refused_alone(name):
    found = dict(unpack(zipped({name: "x", "tốt.txt": "y"})))
    assert isinstance(found.pop(name.replace("\\", "/")), UnsafeFile)
    assert found == {"tốt.txt": b"y"}


def test_links_are_refused_alone():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert isinstance(dict(unpack(out.getvalue()))["link.txt"], UnsafeFile)


def test_locked_and_broken_members_are_refused_alone():
    data = bytearray(zipped({"a.txt": "một" * 50, "b.txt": "hai" * 50, "c.txt": "ba"}, zipfile.ZIP_STORED))
    first = data.index(b"PK\x01\x02")
    data[first + 8] |= 1  # the first member says it is encrypted
    data[data.index(b"hai")] ^= 0xFF  # the second is damaged
    found = dict(unpack(bytes(data)))
    assert isinstance(found["a.txt"], ProtectedFile)
    assert isinstance(found["b.txt"], DamagedFile)
    assert found["c.txt"] == b"ba"


@pytest.mark.slow
def test_bombs_are_refused():
    with pytest.raises(TooLarge):
        list(unpack(zipped({f"{at}.txt": "" for at in range(30)}), limits=Limits(members=20)))
    with pytest.raises(TooLarge):
        list(unpack(zipped({"a.txt": b"\0" * 5_000_000}), limits=Limits(unpacked=1_000_000)))
    dense = dict(unpack(zipped({"a.txt": b"\0" * 9_000_000, "b.txt": "tốt"})))
    assert isinstance(dense["a.txt"], TooLarge)
    assert dense["b.txt"] == "tốt".encode()
    # three archives share one budget, though each alone is small
    many = zipped({f"{at}.zip": zipped({"x.txt": bytes(range(256)) * 1500}) for at in range(3)})
    shared = list(unpack(many, limits=Limits(unpacked=900_000)))
    assert [type(content) for _, content in shared] == [bytes, bytes, TooLarge]


@pytest.mark.parametrize("data", [b"PK\x03\x04rubbish", b"PK\x05\x06" + b"\0" * 5, b"none"])
def test_what_is_no_archive_is_damaged(data):
    with pytest.raises(DamagedFile):
        list(unpack(data, "x.zip"))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(method):
    assert isinstance(dict(unpack(zipped({"a.txt": "x"}, method)))["a.txt"], UnsafeFile)


def test_members_without_a_name_are_passed_over():
    assert list(unpack(zipped({"x": "1", "y": "2"}).replace(b"x", b"/"))) == [("y", b"2")]
