"""Letters in the order of reading, from where they stand."""

from quyen.core.reading.formats.pdf.order import Row, in_order, is_scattered


def ordered(*drawn: tuple[str, float, float]) -> tuple[str, list[int]]:
    """Runs of letters six points wide, each drawn from a place on a height, in this order."""
    text = "".join(run for run, _, _ in drawn)
    sides = [(x + 6 * at, x + 6 * at + 6) for run, x, _ in drawn for at in range(len(run))]
    rows, start = [], 0
    for run, _, y in drawn:
        rows.append(Row(y, 11.0, list(range(start, start + len(run)))))
        start += len(run)
    return in_order(text, sides, rows)


def test_pages_of_whole_words_are_left_alone() -> None:
    assert not is_scattered(
        "Mỗi xã có một nơi để dân hỏi ở\r\nhai đầu thôn; ai có ý\r\nthì nói với trưởng thôn.\r\n" * 5
    )
    assert not is_scattered("")
    assert is_scattered("K HO CH Ế Ạ\r\nđ n năm ế\r\nc a t nh ủ ỉ\r\n")


def test_letters_are_sorted_by_their_places_and_keep_them() -> None:
    assert ordered((" Y tế", 12, 700), ("Sở", 0, 700)) == ("Sở Y tế\n", [5, 6, 0, 1, 2, 3, 4, 4])


def test_a_hole_is_a_blank_and_a_wide_one_a_break() -> None:
    assert ordered(("Sở", 0, 700), ("Y", 16, 700)) == ("Sở Y\n", [0, 1, 1, 2, 2])
    assert ordered(("Sở", 0, 700), ("Y", 60, 700)) == ("Sở\nY\n", [0, 1, 1, 2, 2])
    assert ordered(("Sở ", 0, 700), ("Y", 22, 700))[0] == "Sở Y\n"


def test_lines_come_from_the_top_and_a_raised_letter_stays_in_its_line() -> None:
    assert ordered(("hai", 0, 720), ("một", 0, 700))[0] == "một\nhai\n"
    assert ordered(("luật", 0, 700), ("1", 24, 696))[0] == "luật1\n"
    assert in_order("", [], []) == ("", [])
