"""Captions of another film come in by no door."""

from __future__ import annotations

import pytest

from quyen.library.actions import describe_file, place_file
from quyen.library.actions.guard import LibraryRefused
from tests.factories import files
from tests.factories.media import keep, product


def test_captions_of_another_film_are_refused_wherever_they_are_put(editor, unit) -> None:
    film = keep(editor, unit, files.film(95), "phim.mp4")
    wrong = keep(editor, unit, b"WEBVTT\n\n01:30:00.000 --> 01:30:05.000\nA\n", "khác.vtt")
    clip = product(unit, film, kind="clip")
    with pytest.raises(LibraryRefused, match="01:30:05") as caught:
        place_file(actor=editor, product=clip, file=wrong, role="captions")
    assert "giữ trong kho" in caught.value.advice
    row = place_file(actor=editor, product=clip, file=wrong, role="transcript")
    for stored, role in ((row, "captions"), (clip.files.get(file=film), "captions")):
        with pytest.raises(LibraryRefused):
            describe_file(actor=editor, row=stored, alternative_text="", role=role)
    right = keep(editor, unit, files.CAPTIONS.encode(), "đúng.vtt")
    assert place_file(actor=editor, product=clip, file=right, role="captions").role == "captions"
