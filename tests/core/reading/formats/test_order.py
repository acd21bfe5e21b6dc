"""Letters in the order of reading, from where they stand."""

from quyen.core.reading.formats.pdf.order import Letter, in_order, is_scattered


def row(text: str, y: float, *, start: float = 0.0, first: int = 0) -> list[Letter]:
    return [
        Letter(y, start + 6 * at, start + 6 * at + 6, 11.0, first + at, char) for at, char in enumerate(text)
    ]


def test_pages_of_whole_words_are_left_alone() -> None:
    assert not is_scattered(
        "Mỗi xã có một nơi để dân hỏi ở\r\nhai đầu thôn; ai có ý\r\nthì nói với trưởng thôn.\r\n" * 5
    )
    assert not is_scattered("")
    assert is_scattered("K HO CH Ế Ạ\r\nđ n năm ế\r\nc a t nh ủ ỉ\r\n")


def test_letters_are_sorted_by_their_places_and_keep_their_numbers() -> None:
    letters = row("Sở Y tế", 700)
    text, numbers = in_order([*letters[2:], *letters[:2]])
    assert text == "Sở Y tế\n"
    assert numbers == [0, 1, 2, 3, 4, 5, 6, 6]


def test_a_hole_is_a_blank_and_a_wide_one_a_break() -> None:
    near = row("Sở", 700) + row("Y", 700, start=16, first=2)
    assert in_order(near)[0] == "Sở Y\n"
    far = row("Sở", 700) + row("Y", 700, start=60, first=2)
    text, numbers = in_order(far)
    assert text == "Sở\nY\n"
    assert len(numbers) == len(text)


def test_lines_come_from_the_top() -> None:
    assert in_order(row("hai", 720, first=3) + row("một", 700))[0] == "một\nhai\n"
    assert in_order([]) == ("", [])
