"""The frame of the desk: seven words at most, each room under one of them, told to a reader and to a screen reader alike."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from quyen.config.frame import FOOT, RAIL, ROOMS
from tests.factories.public import make_site

pytestmark = pytest.mark.django_db


def test_every_room_stands_under_one_of_seven_words(client_of) -> None:
    assert len(RAIL) <= 7
    client = client_of(make_site().editor)
    rooms = {name: [str(word) for _name, word in group] for group in ROOMS for name, _word in group}
    for name in dict.fromkeys([*(one[0] for one in (*RAIL, FOOT)), *rooms]):
        html = client.get(reverse(name)).content.decode()
        rail = html[html.index('class="rail"') : html.index("</nav>")]
        assert len(re.findall('aria-current="page"', rail)) == 1, name
        within = re.search(r'<nav class="within".*?</nav>', html, re.S)
        assert (within is not None) == (name in rooms), name
        if within is not None:
            assert re.findall(r">([^<]+)</a>", within[0]) == rooms[name]
            assert re.findall(r'href="([^"]+)" aria-current="page"', within[0]) == [reverse(name)]
