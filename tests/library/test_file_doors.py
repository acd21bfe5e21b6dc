"""Every door to a file: open while something published uses it, closed to everybody else."""

from __future__ import annotations

import copy

import pytest

from quyen.library.models import ProductFile
from quyen.library.queries.files import address_of, open_to_all
from tests.factories import files
from tests.factories.media import keep, product


@pytest.fixture(scope="module")
def _made(once):
    from quyen.organisation.actions import open_unit
    from quyen.organisation.enums import UnitKind

    def make():
        unit = open_unit(actor=None, name="Sở Cửa Ngõ", kind=UnitKind.DEPARTMENT, province="Cửa Ngõ")
        return unit, {
            "picture": keep(None, unit, files.picture("JPEG"), "Buổi lễ.jpg", drawn=True),
            "film": keep(None, unit, files.film(), "Phim.mp4"),
            "drawing": keep(None, unit, files.svg("<script>1</script>"), "Hình.svg", drawn=True),
            "paper": keep(None, unit, files.pdf(), "Sách.pdf", drawn=True),
            "captions": keep(
                None, unit, files.CAPTIONS.replace("\n", "\r\n").encode(), "Phụ đề.vtt", drawn=True
            ),
        }

    return once(make)


@pytest.fixture
def made(_made, db):
    return copy.deepcopy(_made)


def addresses(stored, *, public=True) -> list[str]:
    return [
        address_of(stored, public=public),
        *(address_of(stored, one, public=public) for one in stored.renditions.order_by("kind", "width")[:2]),
    ]


def test_no_door_opens_to_what_is_not_published(made, client_of, stranger) -> None:
    unit, kept = made
    for state in ("draft", "edit", "check", "approve", "ready", "retire"):
        used = product(unit, *kept.values(), state=state)
    used.revises, used.state = (
        product(unit, state="publish"),
        "draft",
    )  # a revision of what is out, with new files
    used.save()
    nobody, other = client_of(None), client_of(stranger)
    for stored in kept.values():
        assert not open_to_all(stored)
        assert {client.get(one).status_code for one in addresses(stored) for client in (nobody, other)} == {
            404
        }
        private = [*addresses(stored, public=False), f"/san-pham/tep/rieng/{stored.pk}/"]
        assert {other.get(one).status_code for one in private} == {404}
        assert {nobody.get(one).status_code for one in private} == {302}


def test_the_public_door_gives_what_is_shown_and_never_the_original_picture(made, client_of) -> None:
    unit, kept = made
    product(unit, *kept.values(), state="publish")
    client = client_of(None)
    given = {
        stored.name: [client.get(one).status_code for one in addresses(stored)] for stored in kept.values()
    }
    assert {name: codes[0] for name, codes in given.items()} == {
        "Buổi lễ.jpg": 404, "Phim.mp4": 200, "Hình.svg": 404, "Sách.pdf": 200, "Phụ đề.vtt": 404,
    }  # fmt: skip
    assert all(code == 200 for codes in given.values() for code in codes[1:])
    drawn = kept["drawing"].renditions.get(kind="drawing")
    assert b"script" not in b"".join(client.get(address_of(kept["drawing"], drawn)).streaming_content)
    wrong = address_of(kept["film"]).replace(kept["film"].print, "0" * 16)
    assert client.get(wrong).status_code == 404
    assert client.post(address_of(kept["film"])).status_code == 405
    ProductFile.objects.filter(file=kept["film"]).delete()
    assert client.get(address_of(kept["film"])).status_code == 404


def test_what_is_served_is_never_a_page_of_this_site_and_may_be_kept_for_ever(
    made, client_of, django_assert_num_queries
) -> None:
    unit, kept = made
    product(unit, *kept.values(), state="publish")
    client = client_of(None)
    drawn = kept["drawing"].renditions.get(kind="drawing")
    with django_assert_num_queries(1):
        response = client.get(address_of(kept["drawing"], drawn))
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert (response["X-Content-Type-Options"], response["Content-Type"]) == ("nosniff", "image/svg+xml")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not response.cookies and "Cookie" not in response.get("Vary", "")
    assert address_of(kept["drawing"], drawn).endswith("/hinh-200.svg")
    again = client.get(address_of(kept["drawing"], drawn), headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    paper = client.get(address_of(kept["paper"]))
    assert paper["Content-Disposition"].startswith("attachment")
    assert (
        "utf-8" in client.get(address_of(kept["captions"], kept["captions"].renditions.get()))["Content-Type"]
    )


@pytest.mark.parametrize(
    ("asked", "status", "span"),
    [
        ("bytes=0-9", 206, (0, 10)), ("bytes=10-", 206, (10, None)), ("bytes=-5", 206, (-5, None)),
        ("bytes=0-999999", 200, (0, None)), ("bytes=999999-", 416, None), ("bytes=9-2", 416, None),
        ("bytes=-0", 416, None), ("bytes=1-2,4-5", 200, (0, None)), ("lines=1-2", 200, (0, None)), ("bytes=-", 200, (0, None)),
    ],
)  # fmt: skip
def test_a_film_is_served_in_the_ranges_that_a_player_asks_for(made, client_of, asked, status, span) -> None:
    unit, kept = made
    product(unit, kept["film"], state="publish")
    response = client_of(None).get(address_of(kept["film"]), headers={"Range": asked})
    assert response.status_code == status
    if span:
        body = b"".join(response.streaming_content)
        assert body == files.film()[span[0] : span[1]] and int(response["Content-Length"]) == len(body)
    else:
        assert response["Content-Range"] == f"bytes */{len(files.film())}"


def test_the_private_door_is_for_the_unit_and_is_never_kept(
    made, client_of, owner, editor, colleague, unit
) -> None:
    _, kept = made
    stored = keep(editor, unit, files.picture("JPEG"), "a.jpg", drawn=True)
    for person in (owner, colleague):
        for address in addresses(stored, public=False):
            response = client_of(person).get(address)
            assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
            assert response["Content-Security-Policy"].startswith("sandbox")
    assert client_of(owner).get(address_of(kept["film"], public=False)).status_code == 404
    product(unit, kept["film"], state="publish")
    assert client_of(owner).get(address_of(kept["film"], public=False)).status_code == 200
