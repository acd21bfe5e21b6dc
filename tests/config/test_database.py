"""What a database that somebody else keeps must have, said before any table is made."""

from __future__ import annotations

import pytest
from django.db import connection

from quyen.config import database


class Answers:
    """A cursor of another server."""

    def __init__(self, *rows: tuple[object, ...]) -> None:
        self.rows = list(rows)

    def execute(self, statement: str, given: object = None) -> None:
        pass

    def fetchone(self) -> tuple[object, ...]:
        return self.rows.pop(0)


def test_an_extension_that_the_server_lacks_is_named(db, monkeypatch) -> None:
    with connection.cursor() as cursor:
        database.require_fit(cursor)
        monkeypatch.setattr(database, "EXTENSIONS", ("unaccent", "khong_co"))
        with pytest.raises(database.UnfitDatabase, match="phần mở rộng khong_co "):
            database.require_fit(cursor)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(14, "UTF8", [], True)], "PostgreSQL 14 cũ hơn bản 15"),
        ([(15, "SQL_ASCII", [], True)], "SQL_ASCII, cần UTF8"),
        ([(15, "UTF8", [], False)], "chủ cơ sở dữ liệu"),
        ([(15, "UTF8", [], True), (False,)], "Đ và đ là một chữ.*C.UTF-8"),
    ],
)
def test_what_else_is_lacking_is_said_with_what_to_do(rows, words) -> None:
    with pytest.raises(database.UnfitDatabase, match=words) as caught:
        database.require_fit(Answers(*rows))
    assert "Chưa thay đổi gì" in caught.value.told
